"""What the tests over HTTP start from, besides the platform and its tenants."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from stack.private import PrivateStack
from tests.client import Client
from tests.http.processes import clients_of_processes
from tests.http.routes import Catalogue


@pytest.fixture(scope="session")
def catalogue(platform: PrivateStack) -> Catalogue:
    """The route table of the platform."""
    return Catalogue.of(platform)


@pytest.fixture
async def processes(platform: PrivateStack) -> AsyncIterator[list[Client]]:
    """A client without a credential for each API process: its connection stays with it."""
    async with clients_of_processes(platform) as clients:
        yield clients
