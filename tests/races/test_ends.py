"""A page ends once: the worker that settles and the sweep that takes back exclude each other."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest

from tests.house import House, Page, Session, Tenant, Worker


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


def expire(sweep: Session, page: Page) -> None:
    sweep.rows("select queue.expire_page(%s)", page.page_id)


def lost(call: Callable[[], object]) -> bool:
    """Whether a call is refused because the lease is lost."""
    try:
        call()
    except psycopg.Error as error:
        assert error.sqlstate == "QU409"
        return True
    return False


def told(tenant: Tenant) -> list[str]:
    return [row[0] for row in tenant.rows("select type from event.list_events(null, 99)")]


def test_a_page_that_is_being_settled_is_not_taken_back(
    house: House, worker: Worker, tenant: Tenant, page: Page, job_id: int, sweep: Session
) -> None:
    with worker.transaction():
        worker.settle(page)
        house.at(31)
        expire(sweep, page)
    assert tenant.state(job_id) == "succeeded"
    assert told(tenant) == ["job.succeeded"]


def test_who_settles_while_the_page_is_taken_back_is_refused(
    house: House, worker: Worker, tenant: Tenant, page: Page, job_id: int, sweep: Session
) -> None:
    house.at(31)
    with sweep.transaction():
        expire(sweep, page)
        house.at(29)
        settling = house.meanwhile(lambda: lost(lambda: worker.settle(page)))
        house.wait_until_blocked(worker)
    assert settling.result(10)
    assert tenant.state(job_id) == "retrying"
    assert told(tenant) == []


def test_who_settles_while_the_sweep_fails_has_settled(
    house: House, worker: Worker, tenant: Tenant, page: Page, job_id: int, sweep: Session
) -> None:
    house.at(31)
    with sweep.transaction(force_rollback=True):
        expire(sweep, page)
        house.at(29)
        settling = house.meanwhile(lambda: lost(lambda: worker.settle(page)))
        house.wait_until_blocked(worker)
    assert not settling.result(10)
    assert tenant.state(job_id) == "succeeded"


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


def test_a_heartbeat_on_its_way_keeps_the_page(
    house: House, worker: Worker, tenant: Tenant, page: Page, job_id: int, sweep: Session
) -> None:
    with worker.transaction():
        worker.heartbeat(page)
        house.at(31)
        expire(sweep, page)
    assert tenant.state(job_id) == "running"


def test_a_heartbeat_that_comes_while_the_page_is_taken_back_is_refused(
    house: House, worker: Worker, page: Page, sweep: Session
) -> None:
    house.at(31)
    with sweep.transaction():
        expire(sweep, page)
        house.at(29)
        beating = house.meanwhile(lambda: lost(lambda: worker.heartbeat(page)))
        house.wait_until_blocked(worker)
    assert beating.result(10)


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


def test_of_two_that_settle_a_page_one_is_refused(
    house: House, worker: Worker, tenant: Tenant, page: Page, job_id: int
) -> None:
    other = house.worker()
    with worker.transaction():
        worker.settle(page, {job_id: "dead"})
        settling = house.meanwhile(lambda: lost(lambda: other.settle(page)))
        house.wait_until_blocked(other)
    assert settling.result(10)
    assert tenant.state(job_id) == "dead"
    assert told(tenant) == ["job.dead"]
