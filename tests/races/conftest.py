"""A house for each test, and in it a page that a worker holds."""

from __future__ import annotations

import pytest

from tests.house import House
from tests.house_fixtures import house, tenant, worker
from tests.sessions import Page, Session, Tenant, Worker

__all__ = ["house", "tenant", "worker"]


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
