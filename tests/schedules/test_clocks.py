"""Times that pass while nobody looks, and clocks that step: what fires then."""

from __future__ import annotations

import pytest

from tests.house import House
from tests.schedules.people import Clerk, Planner

MINUTE = 60.0
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def drain(planner: Planner) -> None:
    while planner.turn():
        pass


@pytest.mark.parametrize(
    ("missed", "expected"),
    [
        ("skip", []),
        ("coalesce", [3 * DAY + 2 * HOUR]),
        ("catch_up", [DAY + 2 * HOUR, 2 * DAY + 2 * HOUR, 3 * DAY + 2 * HOUR]),
    ],
)
def test_what_passed_while_all_workers_were_away_follows_the_policy(
    house: House, clerk: Clerk, planner: Planner, missed: str, expected: list[float]
) -> None:
    schedule_id = clerk.create(cron="0 2 * * *", missed=missed)
    drain(planner)
    house.at(2 * HOUR)
    drain(planner)
    house.at(3 * DAY + 12 * HOUR)
    drain(planner)

    assert clerk.fired(schedule_id) == [2 * HOUR, *expected]
    house.at(4 * DAY + 2 * HOUR)
    drain(planner)
    assert clerk.fired(schedule_id) == [2 * HOUR, *expected, 4 * DAY + 2 * HOUR]


def test_catching_up_has_a_limit_and_keeps_to_the_newest(
    house: House, clerk: Clerk, planner: Planner
) -> None:
    schedule_id = clerk.create(missed="catch_up", catch_up_limit=3)
    drain(planner)
    house.at(30 * DAY)
    drain(planner)

    assert clerk.fired(schedule_id) == [30 * DAY - 2 * MINUTE, 30 * DAY - MINUTE, 30 * DAY]


def test_what_passed_before_anyone_planned_it_is_missed_too(
    house: House, clerk: Clerk, planner: Planner
) -> None:
    schedule_id = clerk.create(cron="0 * * * *")
    house.at(90 * MINUTE)
    drain(planner)

    assert clerk.fired(schedule_id) == [HOUR]


def test_a_suspended_tenant_misses_what_passes_and_makes_up_for_it(
    house: House, clerk: Clerk, planner: Planner
) -> None:
    schedule_id = clerk.create(cron="0 2 * * *")
    drain(planner)
    set_state = "select tenancy.set_state(%s, %s)"
    house.admin.rows(set_state, clerk.tenant.tenant_id, "suspended")
    house.at(5 * DAY)
    drain(planner)
    assert clerk.fired(schedule_id) == []

    house.admin.rows(set_state, clerk.tenant.tenant_id, "active")
    house.at(5 * DAY + 10 * MINUTE)
    drain(planner)
    assert clerk.fired(schedule_id) == [4 * DAY + 2 * HOUR]


def test_a_clock_that_steps_back_fires_nothing_again(
    house: House, clerk: Clerk, planner: Planner
) -> None:
    schedule_id = clerk.create(cron="*/5 * * * *", missed="catch_up")
    drain(planner)
    for seconds in (5 * MINUTE, 10 * MINUTE, 4 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE):
        house.at(seconds)
        drain(planner)

    assert clerk.fired(schedule_id) == [5 * MINUTE, 10 * MINUTE, 15 * MINUTE]


def test_a_clock_that_steps_ahead_makes_times_late_and_loses_none(
    house: House, clerk: Clerk, planner: Planner
) -> None:
    schedule_id = clerk.create(cron="*/5 * * * *", missed="catch_up")
    drain(planner)
    house.at(17 * MINUTE)
    drain(planner)

    assert clerk.fired(schedule_id) == [5 * MINUTE, 10 * MINUTE, 15 * MINUTE]


def test_a_pause_heals_a_schedule_that_a_wrong_clock_carried_away(
    house: House, clerk: Clerk, planner: Planner
) -> None:
    schedule_id = clerk.create(cron="0 2 * * *", missed="skip")
    drain(planner)
    house.at(1000 * DAY)
    drain(planner)
    house.at(HOUR)
    drain(planner)
    for verb in ("pause", "resume"):
        clerk.tenant.rows(f"select queue.{verb}_schedule(%s)", schedule_id)
    drain(planner)
    house.at(2 * HOUR)
    drain(planner)

    assert clerk.fired(schedule_id) == [2 * HOUR]
