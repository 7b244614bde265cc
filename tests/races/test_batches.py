"""A batch is followed by one job, whoever ends its last jobs and whenever it is closed."""

from __future__ import annotations

from itertools import count

import pytest

from tests.house import House
from tests.sessions import Page, Session, Tenant, Worker


@pytest.fixture
def batch_id(tenant: Tenant) -> int:
    number: int = tenant.value("select queue.open_batch('follow.up')")
    return number


def add(session: Session, batch_id: int) -> int:
    job_id: int = session.value("select queue.enqueue('test', batch_id => %s)", batch_id)
    return job_id


def close(session: Session, batch_id: int) -> None:
    session.rows("select queue.close_batch(%s)", batch_id)


def hold(house: House, seconds: int) -> tuple[Worker, Page]:
    """A worker with a page of one job."""
    worker = house.worker()
    house.at(seconds)
    (page,) = worker.claim(jobs=1)
    return worker, page


def followers(house: House, batch_id: int, since: int = 100) -> int:
    """How many jobs follow the batch after some more looks."""
    worker = house.worker()
    for seconds in count(since):
        house.at(seconds)
        for page in worker.claim():
            worker.settle(page)
        if seconds == since + 4:
            break
    found: int = house.admin.value(
        "select count(*) from queue.job where payload #> '{batch,batch_id}' = to_jsonb(%s::bigint)",
        batch_id,
    )
    return found


@pytest.mark.parametrize("first_commits_first", [True, False])
@pytest.mark.parametrize("looks_between", [True, False])
def test_the_last_two_pages_at_once_make_one_follow_up(
    house: House,
    tenant: Tenant,
    batch_id: int,
    first_commits_first: bool,
    looks_between: bool,
) -> None:
    add(tenant, batch_id), add(tenant, batch_id)
    close(tenant, batch_id)
    held = [hold(house, 1), hold(house, 2)]
    for worker, page in held:
        worker.rows("begin")
        worker.settle(page)
    for worker, _ in held if first_commits_first else reversed(held):
        if looks_between:
            house.worker().claim()
        worker.rows("commit")
    assert followers(house, batch_id) == 1
    assert followers(house, batch_id, since=200) == 1


def test_who_closes_waits_for_those_who_add(house: House, tenant: Tenant, batch_id: int) -> None:
    other = house.same_tenant(tenant)
    with tenant.transaction():
        add(tenant, batch_id)
        closing = house.meanwhile(close, other, batch_id)
        house.wait_until_blocked(other)
    closing.result(10)
    view = "select job_count, state from queue.get_batch(%s)"
    assert tenant.rows(view, batch_id) == [(1, "closed")]


def test_who_adds_while_it_is_closed_is_refused(
    house: House, tenant: Tenant, batch_id: int
) -> None:
    other = house.same_tenant(tenant)
    with tenant.transaction():
        close(tenant, batch_id)
        adding = house.meanwhile(add, other, batch_id)
        house.wait_until_blocked(other)
    assert getattr(adding.exception(10), "sqlstate", None) == "QU409"
    assert followers(house, batch_id) == 1


def test_an_end_that_commits_after_the_close_still_finishes_it(
    house: House, tenant: Tenant, batch_id: int
) -> None:
    add(tenant, batch_id)
    worker, page = hold(house, 1)
    with worker.transaction():
        worker.settle(page)
        close(tenant, batch_id)
        assert followers(house, batch_id, since=10) == 0
    assert followers(house, batch_id) == 1


def test_an_end_that_is_undone_is_not_counted(house: House, tenant: Tenant, batch_id: int) -> None:
    add(tenant, batch_id)
    close(tenant, batch_id)
    worker, page = hold(house, 1)
    with worker.transaction(force_rollback=True):
        worker.settle(page)
    assert followers(house, batch_id, since=10) == 0
    worker.settle(page)
    assert followers(house, batch_id) == 1
