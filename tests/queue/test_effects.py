"""What a handler does in the transaction that completes its job happens exactly once."""

from __future__ import annotations

import psycopg
import pytest

from tests.house import House
from tests.sessions import Page, Tenant, Worker


@pytest.fixture
def page(house: House, worker: Worker, tenant: Tenant) -> Page:
    """A page of three jobs of a kind that SQL runs, held by the worker."""
    house.admin.rows("select tests.given_handler('test')")
    for _ in range(3):
        tenant.enqueue()
    (page,) = worker.claim()
    return page


def notes(house: House) -> list[int]:
    return [row[0] for row in house.admin.rows("select job_id from tests.note order by job_id")]


def perform(worker: Worker, page: Page) -> int:
    count: int = worker.value(
        "select queue.perform(%s, %s, %s)", page.page_id, page.lease_id, page.job_ids
    )
    return count


def test_effects_and_outcomes_commit_together(
    house: House, worker: Worker, tenant: Tenant, page: Page
) -> None:
    with worker.transaction(force_rollback=True):
        assert perform(worker, page) == 3
    assert notes(house) == []
    assert [tenant.state(job_id) for job_id in page.job_ids] == ["running"] * 3

    assert perform(worker, page) == 3
    assert notes(house) == page.job_ids
    assert [tenant.state(job_id) for job_id in page.job_ids] == ["succeeded"] * 3


def test_a_call_whose_answer_got_lost_may_be_repeated(
    house: House, worker: Worker, page: Page
) -> None:
    perform(worker, page)
    perform(worker, page)

    assert notes(house) == page.job_ids


def test_a_page_that_is_left_half_done_comes_back_with_the_other_half(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    house.at(0)
    done, open_ = tenant.enqueue(), tenant.enqueue()
    (page,) = worker.claim()
    worker.complete(page, done)

    house.at(31)
    worker.claim()
    house.at(60)
    (rest,) = worker.claim()
    assert rest.attempts == {open_: 2}
    assert tenant.state(done) == "succeeded"


def test_what_a_handler_did_is_undone_when_its_lease_is_lost(
    house: House, worker: Worker, tenant: Tenant
) -> None:
    house.at(0)
    job_id = tenant.enqueue()
    (page,) = worker.claim()

    house.at(31)
    with pytest.raises(psycopg.Error) as refused, worker.transaction():
        worker.rows("reset role")
        worker.rows("insert into tests.note values (null, %s, null)", job_id)
        worker.rows("set local role howdah_worker")
        worker.complete(page, job_id)

    assert refused.value.sqlstate == "QU409"
    assert notes(house) == []


def test_each_end_is_announced_once(house: House, worker: Worker, tenant: Tenant) -> None:
    house.at(0)
    jobs = [tenant.enqueue(is_announced=True, max_attempts=2) for _ in range(4)]
    good, dead, failing, cancelled = jobs
    tenant.rows("select queue.cancel(%s)", cancelled)
    (page,) = worker.claim()
    worker.settle(page, {dead: "dead", failing: "failed"})
    house.at(60)
    (page,) = worker.claim()
    worker.settle(page, {failing: "failed"})

    told = tenant.rows("select type, (data ->> 'job_id')::bigint from event.list_events(null, 99)")
    assert sorted(told) == sorted(
        [
            ("job.succeeded", good),
            ("job.dead", dead),
            ("job.dead", failing),
            ("job.cancelled", cancelled),
        ]
    )
