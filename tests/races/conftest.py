"""A house for each test: a fresh database with sessions for whoever the test needs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.house import House
from tests.sessions import Page, Session, Tenant, Worker


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


@pytest.fixture
def job_id(house: House, tenant: Tenant) -> int:
    house.at(0)
    return tenant.enqueue(is_announced=True)


@pytest.fixture
def page(job_id: int, worker: Worker) -> Page:
    (page,) = worker.claim()
    assert page.job_ids == [job_id]
    return page


@pytest.fixture
def sweep(house: House) -> Session:
    """Who takes back what ran out of its lease."""
    return house.session("queue_engine")
