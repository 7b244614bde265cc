"""Fixtures of tests that open a house: a fresh database with sessions for whoever is needed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.house import House
from tests.sessions import Tenant, Worker


@pytest.fixture
def house(database_dsn: str) -> Iterator[House]:
    """A fresh database, and the sessions that the test opens on it."""
    house = House(database_dsn)
    yield house
    house.close()


@pytest.fixture
def worker(house: House) -> Worker:
    return house.worker()


@pytest.fixture
def tenant(house: House) -> Tenant:
    return house.tenant()
