"""The worker's part in schedules: it asks, computes and tells, and gives up on nothing."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from common.faults import Unavailable
from tests.schedules.fake_planner import NOON, FakePlanner, refusal
from tests.workers.fake_queue import until

HOUR = timedelta(hours=1)


@pytest.fixture
def planner() -> FakePlanner:
    return FakePlanner()


async def test_a_turn_tells_what_fires_and_when_next(planner: FakePlanner) -> None:
    daily = planner.put("0 2 * * *")
    hourly = planner.put("0 * * * *", newest=3)

    await planner.schedules.turn()

    assert planner.fired == {
        daily: ([NOON - 10 * HOUR], NOON + 14 * HOUR),
        hourly: ([NOON - 2 * HOUR, NOON - HOUR, NOON], NOON + HOUR),
    }
    assert (planner.commits, planner.count("fires_total")) == (1, 4)
    assert planner.count("lateness_seconds_sum") == 4


async def test_nothing_is_begun_while_nothing_is_due(planner: FakePlanner) -> None:
    planner.rests = [timedelta(seconds=0.25)]
    assert 0.25 <= await planner.schedules.turn() < 0.5
    assert planner.commits == 0


async def test_who_finds_that_others_have_it_all_looks_again_soon(planner: FakePlanner) -> None:
    planner.rests = [timedelta(0)]
    assert 0 < await planner.schedules.turn() < 0.1


async def test_the_bell_rings_when_jobs_were_made(planner: FakePlanner) -> None:
    rung = []
    planner.rings.add = lambda topics: rung.append(topics)  # type: ignore[method-assign]
    planner.put("0 2 * * *", hours=1)
    await planner.schedules.turn()
    planner.put("0 12 * * *", hours=1)
    await planner.schedules.turn()
    assert rung == [None, ("queue",)]


async def test_what_cannot_be_computed_is_said_and_stops_no_other(planner: FakePlanner) -> None:
    lost = planner.put("0 2 * * *", "Mars/Olympus")
    good = planner.put("0 2 * * *")
    await planner.schedules.turn()
    assert planner.refused == {lost: "there is no time zone 'Mars/Olympus' here"}
    assert list(planner.fired) == [good] and planner.commits == 1


async def test_what_the_database_cannot_fire_is_put_off_and_stops_no_other(
    planner: FakePlanner,
) -> None:
    stuck = planner.put("0 2 * * *")
    good = planner.put("0 2 * * *")
    planner.faults[stuck] = [refusal("22P02")]
    assert await planner.schedules.turn() == 0
    assert planner.refused == {stuck: "it went wrong"} and planner.fired == {}
    assert planner.count("fires_total") == 0
    await planner.schedules.turn()
    assert list(planner.fired) == [good]


@pytest.mark.parametrize("error", [Unavailable("gone"), refusal("40P01"), refusal("QU409")])
async def test_what_passes_by_itself_blames_no_schedule(
    planner: FakePlanner, error: BaseException
) -> None:
    schedule_id = planner.put("0 2 * * *")
    planner.faults[schedule_id] = [error]
    with pytest.raises(type(error)):
        await planner.schedules.turn()
    assert planner.refused == {} and planner.rolled_back == 1
    await planner.schedules.turn()
    assert list(planner.fired) == [schedule_id]


async def test_one_transaction_makes_up_for_only_so_much(planner: FakePlanner) -> None:
    for _ in range(4):
        planner.put("* * * * *", newest=300)
    assert await planner.schedules.turn() == 0
    assert len(planner.fired) == 2
    await planner.schedules.turn()
    assert planner.count("fires_total") == 1200


async def test_it_goes_on_when_the_database_is_back(planner: FakePlanner) -> None:
    planner.rests = [Unavailable("gone"), Unavailable("gone"), timedelta(0)]
    schedule_id = planner.put("0 2 * * *")
    running = asyncio.create_task(planner.schedules.run())
    await until(lambda: planner.fired)
    running.cancel()
    assert list(planner.fired) == [schedule_id]


def test_metrics_are_there_before_anything_fired(planner: FakePlanner) -> None:
    assert planner.registry.get_sample_value("howdah_worker_schedule_fires_total") == 0
