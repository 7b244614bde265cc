"""Handlers that complete their own job, while its page is settled or taken back."""

from __future__ import annotations

from tests.house import House
from tests.races.ends import expire, lost, told
from tests.sessions import Page, Session, Tenant, Worker


def test_a_page_with_a_handler_at_its_commit_is_not_taken_back(
    house: House, worker: Worker, tenant: Tenant, page: Page, job_id: int, sweep: Session
) -> None:
    with worker.transaction():
        worker.complete(page, job_id)
        house.at(31)
        expire(sweep, page)
    assert tenant.state(job_id) == "succeeded"
    assert told(tenant) == ["job.succeeded"]


def test_a_page_whose_handler_failed_late_is_taken_back_later(
    house: House, worker: Worker, tenant: Tenant, page: Page, job_id: int, sweep: Session
) -> None:
    with worker.transaction(force_rollback=True):
        worker.complete(page, job_id)
        house.at(31)
        expire(sweep, page)
    assert tenant.state(job_id) == "running"
    house.at(33)
    expire(sweep, page)
    assert tenant.state(job_id) == "retrying"


def test_who_completes_while_the_page_is_taken_back_is_refused(
    house: House, worker: Worker, tenant: Tenant, page: Page, job_id: int, sweep: Session
) -> None:
    house.at(31)
    with sweep.transaction():
        expire(sweep, page)
        house.at(29)
        completing = house.meanwhile(lambda: lost(lambda: worker.complete(page, job_id)))
        house.wait_until_blocked(worker)
    assert completing.result(10)
    assert tenant.state(job_id) == "retrying"


def test_a_page_is_settled_after_the_handlers_that_are_at_their_commit(
    house: House, worker: Worker, tenant: Tenant, page: Page, job_id: int
) -> None:
    handler = house.worker()
    with handler.transaction():
        handler.complete(page, job_id)
        settling = house.meanwhile(lambda: worker.settle(page, {job_id: "failed"}))
        house.wait_until_blocked(worker)
    settling.result(10)
    assert tenant.state(job_id) == "succeeded"
    assert told(tenant) == ["job.succeeded"]


def test_a_handler_that_comes_to_its_commit_after_the_page_was_settled_is_refused(
    house: House, worker: Worker, tenant: Tenant, page: Page, job_id: int
) -> None:
    handler = house.worker()
    with worker.transaction():
        worker.settle(page, {job_id: "failed"})
        completing = house.meanwhile(lambda: lost(lambda: handler.complete(page, job_id)))
        house.wait_until_blocked(handler)
    assert completing.result(10)
    assert tenant.state(job_id) == "retrying"


def test_of_two_that_complete_a_job_one_is_refused(
    house: House, worker: Worker, tenant: Tenant, page: Page, job_id: int
) -> None:
    other = house.worker()
    with worker.transaction():
        worker.complete(page, job_id)
        completing = house.meanwhile(lambda: lost(lambda: other.complete(page, job_id)))
        house.wait_until_blocked(other)
    assert completing.result(10)
    assert told(tenant) == ["job.succeeded"]
