"""A tenant takes a job back, or brings one back, while a worker has its hands on it."""

from __future__ import annotations

import psycopg

from tests.house import House
from tests.sessions import Tenant, Worker


def test_a_cancellation_that_a_claim_did_not_see_stops_the_job_after_that_attempt(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    job_id = tenant.enqueue()
    with worker.transaction():
        (page,) = worker.claim()
        assert tenant.value("select (queue.cancel(%s)).state", job_id) == "cancelled"
    assert tenant.state(job_id) == "running"

    worker.settle(page, {job_id: "failed"}, retry_in=0)
    assert tenant.state(job_id) == "cancelled"
    assert worker.claim() == []


def test_a_cancellation_on_its_way_does_not_hold_a_claim_up(worker: Worker, tenant: Tenant) -> None:
    cancelled, kept = tenant.enqueue(), tenant.enqueue()
    with tenant.transaction():
        tenant.rows("select queue.cancel(%s)", cancelled)
        assert worker.claim_jobs() == [cancelled, kept]


def test_of_two_that_bring_a_job_back_one_is_refused(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    job_id = tenant.enqueue()
    (page,) = worker.claim()
    worker.settle(page, {job_id: "dead"})
    other = house.same_tenant(tenant)
    retry = "select (queue.retry(%s)).state"

    def second() -> str | None:
        try:
            other.value(retry, job_id)
        except psycopg.Error as error:
            return error.sqlstate
        return "both"

    with tenant.transaction():
        assert tenant.value(retry, job_id) == "retrying"
        retrying = house.meanwhile(second)
        house.wait_until_blocked(other)
    assert retrying.result(10) == "QU409"
    assert worker.claim_jobs() == [job_id]
    assert worker.claim_jobs() == []


def test_who_cancels_while_a_job_is_brought_back_cancels_that_attempt(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    job_id = tenant.enqueue()
    (page,) = worker.claim()
    worker.settle(page, {job_id: "dead"})
    other = house.same_tenant(tenant)

    with tenant.transaction():
        tenant.rows("select queue.retry(%s)", job_id)
        cancelling = house.meanwhile(other.value, "select (queue.cancel(%s)).state", job_id)
        house.wait_until_blocked(other)
    assert cancelling.result(10) == "cancelled"
    assert worker.claim() == []
