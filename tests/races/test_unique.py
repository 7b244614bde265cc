"""Of two calls with one key at the same time one makes a job."""

from __future__ import annotations

from collections import Counter
from threading import Barrier

from tests.house import House
from tests.sessions import Session, Tenant

CROWD = 8


def ask(session: Session, key: str = "a", **named: object) -> tuple[int, bool]:
    more = "".join(f", {name} => %s" for name in named)
    (answer,) = session.rows(
        f"select job_id, is_duplicate from queue.enqueue_unique(%s, 'test'{more})",  # noqa: S608 (names of parameters)
        key,
        *named.values(),
    )
    job_id, is_duplicate = answer
    return job_id, is_duplicate


def test_who_comes_second_waits_and_gets_the_job_of_the_first(house: House, tenant: Tenant) -> None:
    other = house.same_tenant(tenant)
    with tenant.transaction():
        first, is_duplicate = ask(tenant)
        asking = house.meanwhile(ask, other)
        house.wait_until_blocked(other)
    assert not is_duplicate
    assert asking.result(10) == (first, True)


def test_a_call_that_is_undone_leaves_the_key(house: House, tenant: Tenant) -> None:
    other = house.same_tenant(tenant)
    with tenant.transaction(force_rollback=True):
        first, _ = ask(tenant)
        asking = house.meanwhile(ask, other)
        house.wait_until_blocked(other)
    second, is_duplicate = asking.result(10)
    assert not is_duplicate
    assert second != first


def test_other_keys_and_other_tenants_wait_for_nobody(house: House, tenant: Tenant) -> None:
    other = house.same_tenant(tenant)
    stranger = house.tenant("stranger")
    with tenant.transaction():
        ask(tenant)
        assert not ask(other, "b")[1]
        assert not ask(stranger)[1]


def test_of_a_crowd_one_makes_the_job(house: House, tenant: Tenant) -> None:
    start = Barrier(CROWD)

    def come(session: Session) -> tuple[int, bool]:
        start.wait(10)
        return ask(session)

    coming = [house.meanwhile(come, house.same_tenant(tenant)) for _ in range(CROWD)]
    answers = [one.result(20) for one in coming]
    assert len({job_id for job_id, _ in answers}) == 1
    assert Counter(is_duplicate for _, is_duplicate in answers) == {True: CROWD - 1, False: 1}


def test_of_two_that_debounce_the_last_to_commit_counts(house: House, tenant: Tenant) -> None:
    other = house.same_tenant(tenant)
    house.at(0)
    call = "select queue.debounce('a', '1 minute', 'test', to_jsonb(%s::int))"
    with tenant.transaction():
        first = tenant.value(call, 1)
        calling = house.meanwhile(other.value, call, 2)
        house.wait_until_blocked(other)
    second = calling.result(10)
    assert tenant.state(first) == "cancelled"
    assert tenant.state(second) == "scheduled"
