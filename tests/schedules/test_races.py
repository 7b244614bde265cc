"""Many workers look after the same schedules: each time fires once, whatever becomes of them."""

from __future__ import annotations

from threading import Barrier
from time import monotonic, sleep

import psycopg
import pytest

from tests.house import House
from tests.schedules.people import Clerk, Planner
from tests.sessions import Session

MINUTE = 60.0
CROWD = 6


def another(house: House, seconds: float) -> Planner:
    """Another worker, at the time of all."""
    planner = Planner(house)
    house.at(seconds)
    return planner


def await_end(admin: Session, pid: int) -> None:
    """Waits until a connection is gone on the side of the server. Fails after ten seconds."""
    deadline = monotonic() + 10
    while admin.value("select count(*) from pg_stat_activity where pid = %s", pid):
        assert monotonic() < deadline, "the connection never ended"
        sleep(0.005)


def test_what_one_worker_has_the_others_pass_over(
    house: House, clerk: Clerk, planner: Planner
) -> None:
    first, second = clerk.create("first"), clerk.create("second")
    planner.turn()
    other = another(house, MINUTE)

    with planner.transaction():
        (mine,) = planner.take(1)
        (theirs,) = other.take()
        assert {mine.schedule_id, theirs.schedule_id} == {first, second}
        planner.fire(mine)
    other.fire(theirs)

    assert planner.turn() == 0 and other.turn() == 0
    assert clerk.fired(first) == clerk.fired(second) == [MINUTE]


def test_two_that_were_handed_the_same_fire_it_once(
    house: House, clerk: Clerk, planner: Planner
) -> None:
    schedule_id = clerk.create()
    planner.turn()
    house.at(MINUTE)
    planner.turn()
    other = another(house, 2 * MINUTE)
    (mine,) = planner.take()  # without a transaction, so that nothing stays locked
    (theirs,) = other.take()

    with planner.transaction():
        assert len(planner.fire(mine)) == 1
        waiting = house.meanwhile(other.fire, theirs)
        house.wait_until_blocked(other.session)

    assert waiting.result(10) == []
    assert clerk.fired(schedule_id) == [MINUTE, 2 * MINUTE] and len(clerk.jobs()) == 2
    assert clerk.tenant.value("select (queue.get_schedule(%s)).note", schedule_id) is None


def test_a_worker_that_dies_before_it_fires_holds_nothing_up(
    house: House, clerk: Clerk, planner: Planner
) -> None:
    schedule_id = clerk.create()
    planner.turn()
    other = another(house, MINUTE)

    with pytest.raises(psycopg.OperationalError), planner.transaction():
        (mine,) = planner.take()
        assert other.turn() == 0
        house.admin.rows("select pg_terminate_backend(%s)", planner.session.pid)
        await_end(house.admin, planner.session.pid)
        assert other.turn() == 1
        planner.fire(mine)

    assert clerk.fired(schedule_id) == [MINUTE] and len(clerk.jobs()) == 1


def test_a_worker_that_dies_after_it_fired_leaves_no_half(
    house: House, clerk: Clerk, planner: Planner
) -> None:
    schedule_id = clerk.create()
    planner.turn()
    other = another(house, MINUTE)

    with planner.transaction(force_rollback=True):
        (mine,) = planner.take()
        planner.fire(mine)
    assert clerk.fired(schedule_id) == [] and clerk.jobs() == []

    other.turn()
    assert clerk.fired(schedule_id) == [MINUTE] and len(clerk.jobs()) == 1


def test_a_crowd_fires_every_time_of_every_schedule_once(house: House, clerk: Clerk) -> None:
    minutes = range(1, 6)
    ids = [clerk.create(f"s{number}") for number in range(40)]
    crowd = [Planner(house) for _ in range(CROWD)]
    house.at(0)
    while crowd[0].turn():
        pass

    def work(planner: Planner, start: Barrier) -> None:
        start.wait(10)
        while planner.turn(7):
            pass

    for minute in minutes:
        house.at(minute * MINUTE)
        start = Barrier(CROWD)
        for one in [house.meanwhile(work, planner, start) for planner in crowd]:
            one.result(60)

    expected = [minute * MINUTE for minute in minutes]
    assert all(clerk.fired(schedule_id) == expected for schedule_id in ids)
    assert len(clerk.jobs()) == len(ids) * len(minutes)


def test_a_change_waits_for_the_worker_and_then_holds(
    house: House, clerk: Clerk, planner: Planner
) -> None:
    schedule_id = clerk.create()
    planner.turn()
    house.at(MINUTE)
    change = "select queue.change_schedule(%s, cron => '30 * * * *')"

    with planner.transaction():
        (mine,) = planner.take()
        waiting = house.meanwhile(clerk.tenant.rows, change, schedule_id)
        house.wait_until_blocked(clerk.tenant)
        planner.fire(mine)
    waiting.result(10)

    planner.turn()
    house.at(2 * MINUTE)
    assert planner.turn() == 0
    house.at(30 * MINUTE)
    planner.turn()
    assert clerk.fired(schedule_id) == [MINUTE, 30 * MINUTE]


def test_what_was_computed_before_a_change_fires_nothing_after_it(
    house: House, clerk: Clerk, planner: Planner
) -> None:
    schedule_id = clerk.create()
    planner.turn()
    house.at(MINUTE)
    (mine,) = planner.take()
    clerk.tenant.rows("select queue.change_schedule(%s, cron => '30 * * * *')", schedule_id)

    with pytest.raises(psycopg.Error) as refusal:
        planner.fire(mine)

    assert refusal.value.sqlstate == "QU409"
    assert clerk.fired(schedule_id) == []


def test_workers_that_open_the_same_week_wait_for_each_other(
    house: House, clerk: Clerk, planner: Planner
) -> None:
    first, second = clerk.create("first"), clerk.create("second")
    planner.turn()
    weeks = 40 * 7 * 1440 * MINUTE
    other = another(house, weeks)

    with planner.transaction():
        (mine,) = planner.take(1)
        (theirs,) = other.take(1)
        planner.fire(mine)
        waiting = house.meanwhile(other.fire, theirs)
        house.wait_until_blocked(other.session)
    waiting.result(10)

    assert clerk.fired(first) == clerk.fired(second) == [weeks]


def test_who_comes_back_while_a_worker_puts_its_schedules_off_is_not_put_off(
    house: House, clerk: Clerk, planner: Planner
) -> None:
    schedule_id = clerk.create()
    planner.turn()
    set_state = "select tenancy.set_state(%s, %s)"
    house.admin.rows(set_state, clerk.tenant.tenant_id, "suspended")
    operator = house.session("none")
    house.at(MINUTE)

    def reinstate() -> None:
        with operator.transaction():
            operator.rows(set_state, clerk.tenant.tenant_id, "active")
            operator.rows("select queue.recheck_schedules(%s)", clerk.tenant.tenant_id)

    with planner.transaction():
        assert planner.take() == []
        waiting = house.meanwhile(reinstate)
        house.wait_until_blocked(operator)
    waiting.result(10)

    planner.turn()
    assert clerk.fired(schedule_id) == [MINUTE]
