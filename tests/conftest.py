"""What every test can ask for: a database of its own, or a whole platform over real HTTP."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psycopg
import pytest

from stack import roles
from stack.home import Home
from stack.private import PrivateStack
from stack.stack import Stack
from stack.testing import TEMPLATE, prepared
from tests.client import Client, Tenant
from tests.measures import pytest_terminal_summary

__all__ = ["pytest_terminal_summary"]


@pytest.fixture(scope="session")
def test_environment() -> Iterator[dict[str, str]]:
    """Where the prepared cluster is: from `./howdah test`, or made now for a pytest run by hand."""
    if "HOWDAH_TEST_SEED" in os.environ:
        yield dict(os.environ)
        return
    with prepared() as environment:
        yield environment


@pytest.fixture(scope="session")
def seed(test_environment: dict[str, str]) -> Path:
    """The directory of a stopped cluster with everything deployed."""
    return Path(test_environment["HOWDAH_TEST_SEED"])


@pytest.fixture(scope="session")
def cluster(test_environment: dict[str, str]) -> Stack:
    """The running cluster for tests that need SQL only."""
    return Stack(Home(Path(test_environment["HOWDAH_TEST_HOME"])))


@pytest.fixture
def database_dsn(cluster: Stack) -> Iterator[str]:
    """The administrator's connection string for a fresh database with the test helpers."""
    name = f"test_{secrets.token_hex(8)}"
    with cluster.connect("postgres") as connection:
        roles.clone_database(connection, name, TEMPLATE)
    yield cluster.admin_dsn(name)
    with cluster.connect("postgres") as connection:
        connection.execute(f"drop database {name} with (force)".encode())


@pytest.fixture
def database(database_dsn: str) -> Iterator[psycopg.Connection]:
    """The administrator's connection, in autocommit mode, to a fresh database."""
    with psycopg.connect(database_dsn, autocommit=True) as connection:
        yield connection


@pytest.fixture(scope="session")
def platform(seed: Path) -> Iterator[PrivateStack]:
    """A complete platform: two API processes and a worker. Tests share it, each with tenants of
    its own; a test that breaks something makes a PrivateStack for itself."""
    with PrivateStack(seed=seed, api=2, worker=1) as stack:
        yield stack


@pytest.fixture
async def operator(platform: PrivateStack) -> AsyncIterator[Client]:
    """A client with the key of the operator."""
    async with Client(platform.base_url, platform.operator_key()) as client:
        yield client


@pytest.fixture
async def anonymous(platform: PrivateStack) -> AsyncIterator[Client]:
    """A client without a credential."""
    async with Client(platform.base_url) as client:
        yield client


@pytest.fixture
async def tenant(operator: Client) -> AsyncIterator[Tenant]:
    """A new tenant, with a client that holds its owner's key."""
    async with await Tenant.create(operator) as made:
        yield made


@pytest.fixture
async def other_tenant(operator: Client) -> AsyncIterator[Tenant]:
    """Another new tenant."""
    async with await Tenant.create(operator) as made:
        yield made
