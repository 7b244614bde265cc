"""The life of a job, with every step committed: what is accepted ends once."""

from __future__ import annotations

import psycopg
import pytest

from tests.house import House
from tests.sessions import Tenant, Worker


def test_a_job_is_handed_out_once(worker: Worker, tenant: Tenant) -> None:
    job_id = tenant.enqueue()

    assert worker.claim_jobs() == [job_id]
    assert worker.claim_jobs() == []


def test_a_job_of_a_transaction_that_failed_never_was(worker: Worker, tenant: Tenant) -> None:
    with tenant.transaction(force_rollback=True):
        tenant.enqueue()
    kept = tenant.enqueue()

    assert worker.claim_jobs() == [kept]


def test_many_jobs_come_in_full_pages(worker: Worker, tenant: Tenant) -> None:
    jobs = tenant.value("select queue.enqueue_batch('test', array_fill('{}'::jsonb, array[250]))")

    pages = worker.claim(pages=5)

    assert [len(page.job_ids) for page in pages] == [100, 100, 50]
    assert [job_id for page in pages for job_id in page.job_ids] == jobs


def test_a_job_for_later_comes_at_its_time(house: House, worker: Worker, tenant: Tenant) -> None:
    house.at(0)
    job_id = tenant.value("select queue.enqueue('test', run_at => core.now() + interval '10 s')")
    assert worker.claim_jobs() == []

    house.at(9.9)
    assert worker.claim_jobs() == []
    house.at(10)
    assert worker.claim_jobs() == [job_id]


def test_a_job_that_failed_comes_back_for_its_next_attempt(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    house.at(0)
    job_id = tenant.enqueue()
    (page,) = worker.claim()
    worker.settle(page, {job_id: "failed"}, retry_in=5)

    house.at(4.9)
    assert worker.claim() == []
    house.at(5)
    (page,) = worker.claim()
    assert page.attempts == {job_id: 2}
    worker.settle(page)
    assert tenant.state(job_id) == "succeeded"


@pytest.mark.parametrize("outcome", ["snoozed", "released"])
def test_a_job_that_was_put_off_comes_back_for_the_same_attempt(
    house: House, worker: Worker, tenant: Tenant, outcome: str
) -> None:
    house.at(0)
    job_id = tenant.enqueue()
    (page,) = worker.claim()
    worker.settle(page, {job_id: outcome})

    house.at(1)
    (page,) = worker.claim()
    assert page.attempts == {job_id: 1}


def test_a_job_that_always_fails_dies_and_can_be_brought_back(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    job_id = tenant.enqueue(max_attempts=2)
    for attempt in (1, 2):
        house.at(attempt * 10)
        (page,) = worker.claim()
        assert page.attempts == {job_id: attempt}
        worker.settle(page, {job_id: "failed"})
    assert tenant.state(job_id) == "dead"
    house.at(3600)
    assert worker.claim() == []

    assert tenant.value("select (queue.retry(%s)).state", job_id) == "retrying"
    (page,) = worker.claim()
    assert page.attempts == {job_id: 3}
    worker.settle(page)
    assert tenant.state(job_id) == "succeeded"


def test_a_job_that_was_cancelled_is_never_handed_out(worker: Worker, tenant: Tenant) -> None:
    cancelled, kept = tenant.enqueue(), tenant.enqueue()
    tenant.rows("select queue.cancel(%s)", cancelled)

    assert worker.claim_jobs() == [kept]
    assert tenant.state(cancelled) == "cancelled"


def test_the_jobs_of_a_worker_that_is_gone_come_back(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    house.at(0)
    job_id = tenant.enqueue()
    (lost,) = worker.claim()

    house.at(31)
    assert worker.claim() == []
    house.at(40)
    (page,) = worker.claim()
    assert page.attempts == {job_id: 2}
    with pytest.raises(psycopg.Error) as refused:
        worker.settle(lost)
    assert refused.value.sqlstate == "QU409"
    worker.settle(page)
    assert tenant.state(job_id) == "succeeded"


def test_the_jobs_of_a_worker_that_dies_after_a_heartbeat_come_back(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    house.at(0)
    job_id = tenant.enqueue()
    (lost,) = worker.claim()
    house.at(20)
    worker.heartbeat(lost)

    for seconds in (35, 45):
        house.at(seconds)
        assert worker.claim() == []
        assert tenant.state(job_id) == "running"
    house.at(60)
    worker.claim()
    assert tenant.state(job_id) == "retrying"


def test_a_transaction_that_stays_open_delays_itself_alone(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    slow = house.same_tenant(tenant)
    with slow.transaction():
        late = slow.value("select queue.enqueue('test')")
        for _ in range(5):
            job_id = tenant.enqueue()
            assert worker.claim_jobs() == [job_id]
    assert worker.claim_jobs() == [late]
