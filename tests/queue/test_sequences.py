"""Sequences are outside of transactions: they may run ahead, and no job may be lost for it."""

from __future__ import annotations

from tests.house import House
from tests.sessions import Tenant, Worker


def test_page_numbers_that_leapt_ahead_lose_no_job(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    first = tenant.enqueue()
    (page,) = worker.claim()
    house.admin.rows("select setval('queue.page_id_seq', %s)", page.page_id + 1000)
    second = tenant.enqueue()

    (later,) = worker.claim()
    assert page.job_ids + later.job_ids == [first, second]
    assert later.page_id > page.page_id + 1000


def test_job_numbers_that_leapt_ahead_lose_no_job(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    slow = house.same_tenant(tenant)
    with slow.transaction():
        small = slow.value("select queue.enqueue('test')")
        house.admin.rows("select setval('queue.job_id_seq', core.id_at(now() + interval '1 hour'))")
        great = tenant.enqueue()
        assert worker.claim_jobs() == [great]
    assert worker.claim_jobs() == [small]


def test_a_number_that_nobody_used_is_no_gap(worker: Worker, tenant: Tenant) -> None:
    first = tenant.enqueue()
    with tenant.transaction(force_rollback=True):
        tenant.enqueue()
    third = tenant.enqueue()

    assert worker.claim_jobs() == [first, third]


def test_the_first_claim_after_a_long_rest_runs_nothing_again(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    house.at(0)
    for _ in range(2):
        worker.rows("select ops.maintain()")
    done = tenant.enqueue()
    (page,) = worker.claim()
    worker.settle(page)

    ten_days = 10 * 86400.0
    house.at(ten_days)
    for _ in range(2):
        worker.rows("select ops.maintain()")
    late = tenant.enqueue()

    assert worker.claim_jobs() == [late]
    assert tenant.state(done) == "succeeded"
