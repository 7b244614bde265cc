"""A page ends once: the worker that settles and the sweep that takes back exclude each other."""

from __future__ import annotations

from tests.house import House
from tests.races.ends import expire, lost, told
from tests.sessions import Page, Session, Tenant, Worker


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
