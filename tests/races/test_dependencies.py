"""A job that waits for another goes on once, whatever commits first: its acceptance or that end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from tests.house import House
from tests.sessions import Page, Session, Tenant, Worker


@pytest.fixture
def later(house: House) -> Iterator[int]:
    """Seconds on the clock of the house, each later than the last."""
    return count(1)


@pytest.fixture
def needed(job_id: int) -> int:
    """The job that the worker holds already."""
    return job_id


@pytest.fixture
def other(house: House, tenant: Tenant) -> Session:
    """Another connection of the tenant."""
    return house.same_tenant(tenant)


def depend(session: Session, *needed: int, policy: str = "succeeded") -> int:
    job_id: int = session.value(
        "select queue.enqueue('test', depends_on => %s::bigint[], depends_policy => %s)",
        list(needed),
        policy,
    )
    return job_id


def runs(house: House, later: Iterator[int], worker: Worker, looks: int = 4) -> list[int]:
    """Settles whatever comes up in so many looks; gives what ran."""
    ran: list[int] = []
    for _ in range(looks):
        house.at(next(later))
        for page in worker.claim():
            ran += page.job_ids
            worker.settle(page)
    return ran


def test_a_job_whose_needed_job_ends_later_waits_and_runs_once(
    house: House, later: Iterator[int], tenant: Tenant, worker: Worker, page: Page, needed: int
) -> None:
    job_id = depend(tenant, needed)
    assert runs(house, later, worker) == []
    assert tenant.state(job_id) == "blocked"
    worker.settle(page)
    assert runs(house, later, worker) == [job_id]
    assert runs(house, later, worker) == []


def test_a_job_whose_needed_job_has_ended_runs_once(
    house: House, later: Iterator[int], tenant: Tenant, worker: Worker, page: Page, needed: int
) -> None:
    worker.settle(page)
    job_id = depend(tenant, needed)
    assert runs(house, later, worker) == [job_id]


def test_a_job_that_is_accepted_while_its_needed_job_ends_runs(
    house: House,
    later: Iterator[int],
    tenant: Tenant,
    other: Session,
    worker: Worker,
    page: Page,
    needed: int,
) -> None:
    with other.transaction():
        job_id = depend(other, needed)
        worker.settle(page)
        assert runs(house, later, house.worker()) == []
    assert runs(house, later, worker) == [job_id]


def test_an_end_that_did_not_see_the_job_lets_it_go_on_when_it_commits(
    house: House, later: Iterator[int], tenant: Tenant, worker: Worker, page: Page, needed: int
) -> None:
    claimer = house.worker()
    with worker.transaction():
        worker.settle(page)
        job_id = depend(tenant, needed)
        assert runs(house, later, claimer) == []
        assert tenant.state(job_id) == "blocked"
    assert runs(house, later, claimer) == [job_id]
    assert runs(house, later, claimer) == []


def test_an_end_in_another_transaction_than_the_settlement_is_seen_too(
    house: House, later: Iterator[int], tenant: Tenant, worker: Worker, page: Page, needed: int
) -> None:
    claimer = house.worker()
    with worker.transaction():
        worker.complete(page, needed)
        job_id = depend(tenant, needed)
        assert runs(house, later, claimer) == []
    assert runs(house, later, claimer) == [job_id]


def test_an_end_that_is_undone_lets_nothing_go_on(
    house: House, later: Iterator[int], tenant: Tenant, worker: Worker, page: Page, needed: int
) -> None:
    claimer = house.worker()
    with worker.transaction(force_rollback=True):
        worker.settle(page)
        job_id = depend(tenant, needed)
    assert runs(house, later, claimer) == []
    assert tenant.state(job_id) == "blocked"
    worker.settle(page)
    assert runs(house, later, claimer) == [job_id]


@pytest.mark.parametrize("first_commits_first", [True, False])
def test_of_two_ends_at_once_none_misses_the_other(
    house: House,
    later: Iterator[int],
    tenant: Tenant,
    worker: Worker,
    page: Page,
    needed: int,
    first_commits_first: bool,
) -> None:
    second = house.worker()
    also_needed = tenant.enqueue()
    house.at(next(later))
    (other_page,) = second.claim()
    job_id = depend(tenant, needed, also_needed)
    claimer = house.worker()
    assert runs(house, later, claimer) == []
    order = [(worker, page), (second, other_page)]
    for session, held in order:
        session.rows("begin")
        session.settle(held)
    for session, _ in order if first_commits_first else reversed(order):
        assert tenant.state(job_id) == "blocked"
        session.rows("commit")
    assert runs(house, later, claimer) == [job_id]
    assert runs(house, later, claimer) == []


def test_a_death_that_did_not_see_the_job_cancels_it(
    house: House, later: Iterator[int], tenant: Tenant, worker: Worker, page: Page, needed: int
) -> None:
    claimer = house.worker()
    with worker.transaction():
        worker.settle(page, {needed: "dead"})
        job_id = depend(tenant, needed)
        either_way = depend(tenant, needed, policy="ended")
        follower = depend(tenant, job_id)
        assert runs(house, later, claimer) == []
    assert runs(house, later, claimer) == [either_way]
    assert tenant.state(job_id) == "cancelled"
    assert tenant.state(follower) == "cancelled"


def test_a_dependent_that_is_cancelled_while_it_is_freed_ends_once(
    house: House, later: Iterator[int], tenant: Tenant, worker: Worker, page: Page, needed: int
) -> None:
    job_id = depend(tenant, needed)
    assert runs(house, later, worker) == []
    with worker.transaction():
        worker.settle(page)
        tenant.rows("select queue.cancel(%s)", job_id)
    assert runs(house, later, house.worker()) == []
    assert tenant.state(job_id) == "cancelled"
    ends = "select count(*) from queue.outcome where job_id = %s"
    assert house.admin.value(ends, job_id) == 1


def test_who_writes_all_the_while_delays_nobody_for_long(
    house: House, later: Iterator[int], tenant: Tenant, worker: Worker, page: Page, needed: int
) -> None:
    bystander = house.tenant("bystander")
    with bystander.transaction():
        bystander.enqueue()
        job_id = depend(tenant, needed)
        assert runs(house, later, house.worker()) == []
        worker.settle(page)
        assert runs(house, later, house.worker()) == [job_id]
