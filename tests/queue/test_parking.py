"""A claim that finds nothing to hand out has put what came to where it waits, once and for all."""

from __future__ import annotations

from tests.house import House
from tests.sessions import Tenant, Worker


def test_what_waits_for_a_rate_waits_once(house: House, tenant: Tenant, worker: Worker) -> None:
    house.admin.rows("select queue.set_limit('default', 'key', rate => 0.01)")
    house.at(0)
    first, second = (tenant.enqueue(limit_key="a") for _ in range(2))
    house.at(1)
    (page,) = worker.claim()
    assert page.job_ids == [first]
    worker.settle(page)
    third = tenant.enqueue(limit_key="a")
    for seconds in range(2, 6):
        house.at(seconds)
        assert worker.claim_jobs() == []
    house.admin.rows("select queue.set_limit('default', 'key')")
    ran: list[int] = []
    for seconds in range(1000, 1004):
        house.at(seconds)
        ran += [job for page in worker.claim() for job in page.job_ids]
    assert ran == [second, third]
