"""Schedules from end to end: made over HTTP, fired by real workers, on a clock that is moved."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from stack.private import PrivateStack
from tests.client import Client, Tenant
from tests.waiting import eventually

SOON = "select date_trunc('minute', core.now()) + interval '65 seconds'"
EVERY_MINUTE = {"name": "tick", "cron": "* * * * *", "kind": "howdah.noop", "payload": {"a": [1]}}


@pytest.fixture(scope="module")
def platform(seed: Path) -> Iterator[PrivateStack]:
    """A platform whose clock may be moved, with two workers."""
    with PrivateStack(seed=seed, api=1, worker=2) as stack:
        yield stack


@pytest.fixture
async def tenant(operator: Client) -> AsyncIterator[Tenant]:
    async with await Tenant.create(operator) as made:
        yield made


@dataclass(frozen=True)
class Clock:
    """The business clock of a platform: so much ahead of that on the wall."""

    platform: PrivateStack

    def advance_to(self, moment: datetime) -> None:
        """Moves the clock to a moment, from where it runs on."""
        with self.platform.connect() as connection:
            row = connection.execute("select %s - clock_timestamp()", (moment,)).fetchone()
            assert row is not None
            connection.execute(
                "create or replace function core.now() returns timestamptz language sql stable"
                f" as $$select clock_timestamp() + interval '{row[0].total_seconds()} s'$$"
            )


@pytest.fixture
def clock(platform: PrivateStack) -> Clock:
    """The clock, when a minute has just begun: no time comes unless it is moved."""
    clock = Clock(platform)
    with platform.connect() as connection:
        row = connection.execute(SOON).fetchone()
    assert row is not None
    clock.advance_to(row[0])
    return clock


async def show(tenant: Tenant, schedule_id: str) -> dict[str, Any]:
    """A schedule, as its tenant sees it."""
    schedule: dict[str, Any] = (await tenant.client.get(f"/v1/schedules/{schedule_id}")).json
    return schedule


async def planned(tenant: Tenant, schedule_id: str) -> datetime:
    """When it fires next, as soon as a worker has computed it."""

    async def look() -> Any:
        return (await show(tenant, schedule_id))["next_fire_at"]

    return datetime.fromisoformat(await eventually(look, what="the next time"))


async def firings(tenant: Tenant, schedule_id: str, at_least: int) -> list[dict[str, Any]]:
    """What it has fired, as soon as that is so much; the earliest first."""

    async def look() -> Any:
        answer = await tenant.client.get(f"/v1/schedules/{schedule_id}/firings")
        items = answer.json["items"][::-1]
        return items if len(items) >= at_least else None

    found: list[dict[str, Any]] = await eventually(look, what=f"{at_least} fires")
    return found


async def test_a_schedule_enqueues_its_job_when_the_time_comes(
    tenant: Tenant, clock: Clock
) -> None:
    made = await tenant.client.post("/v1/schedules", EVERY_MINUTE)
    assert made.status == 201, made.text
    schedule_id = made.json["schedule_id"]
    fire_at = await planned(tenant, schedule_id)
    assert (fire_at.second, fire_at.microsecond) == (0, 0)

    clock.advance_to(fire_at - timedelta(seconds=0.3))
    (firing,) = await firings(tenant, schedule_id, 1)

    assert datetime.fromisoformat(firing["fire_at"]) == fire_at
    late = datetime.fromisoformat(firing["fired_at"]) - fire_at
    assert timedelta(0) <= late
    print(f"fired {late.total_seconds():.3f} s after its time")

    async def is_done() -> bool:
        job = (await tenant.client.get(f"/v1/jobs/{firing['job_id']}")).json
        assert (job["kind"], job["payload"]) == ("howdah.noop", {"a": [1]})
        return bool(job["state"] == "succeeded")

    await eventually(is_done, what="the end of the job")
    schedule = await show(tenant, schedule_id)
    assert schedule["last_fire_at"] == firing["fire_at"] and schedule["note"] is None
    assert datetime.fromisoformat(schedule["next_fire_at"]) == fire_at + timedelta(minutes=1)


async def test_what_is_missed_while_all_workers_are_away_is_made_up_for(
    tenant: Tenant, clock: Clock, platform: PrivateStack
) -> None:
    body = EVERY_MINUTE | {"missed": "catch_up", "catch_up_limit": 3}
    schedule_id = (await tenant.client.post("/v1/schedules", body)).json["schedule_id"]
    fire_at = await planned(tenant, schedule_id)
    for worker in ("worker-1", "worker-2"):
        platform.supervision.signal_process(worker, "KILL")
        platform.supervision.stop_process(worker)

    clock.advance_to(fire_at + timedelta(minutes=9, seconds=1))
    for worker in ("worker-1", "worker-2"):
        platform.supervision.start_process(worker)

    found = await firings(tenant, schedule_id, 3)
    minutes = [(datetime.fromisoformat(one["fire_at"]) - fire_at).seconds // 60 for one in found]
    assert minutes[:3] == [7, 8, 9]


async def test_a_suspended_tenant_makes_up_for_it_as_soon_as_it_is_back(
    tenant: Tenant, operator: Client, clock: Clock
) -> None:
    answer = await tenant.client.post("/v1/schedules", EVERY_MINUTE | {"missed": "coalesce"})
    schedule_id = answer.json["schedule_id"]
    fire_at = await planned(tenant, schedule_id)
    path = f"/v1/tenants/{tenant.tenant_id}/state"
    await operator.request("PUT", path, {"state": "suspended"})
    clock.advance_to(fire_at + timedelta(minutes=5, seconds=1))
    answer = await operator.request("PUT", path, {"state": "active"})
    assert answer.status == 200

    (firing, *_) = await firings(tenant, schedule_id, 1)
    assert datetime.fromisoformat(firing["fire_at"]) == fire_at + timedelta(minutes=5)
    assert datetime.fromisoformat(firing["missed_since"]) == fire_at


async def test_a_pause_holds_and_a_change_makes_the_plan_anew(tenant: Tenant) -> None:
    body = {"name": "a", "cron": "0 6 1 1 *", "kind": "howdah.noop"}
    schedule_id = (await tenant.client.post("/v1/schedules", body)).json["schedule_id"]
    path = f"/v1/schedules/{schedule_id}"
    assert (await planned(tenant, schedule_id)).hour == 6

    paused = await tenant.client.post(f"{path}/pause")
    assert paused.json["is_paused"] and paused.json["next_fire_at"] is None
    changed = await tenant.client.request(
        "PATCH", path, {"cron": "0 7 1 1 *", "time_zone": "Asia/Tokyo"}
    )
    assert changed.status == 200 and changed.json["is_paused"]
    await tenant.client.post(f"{path}/resume")
    assert (await planned(tenant, schedule_id)).hour == 22  # seven o'clock in Tokyo

    assert (await tenant.client.delete(path)).status == 204
    assert (await tenant.client.get(path)).status == 404


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("cron", "0 25 * * *", "'25' is not the hour"),
        ("cron", "0 0 31 2 *", "a day that none of its months has"),
        ("cron", "@reboot", "a cron expression has 5"),
        ("time_zone", "CEST", "there is no time zone 'CEST'"),
        ("queue", "nowhere", "there is no queue 'nowhere'"),
    ],
)
async def test_what_could_never_fire_is_refused_at_once(
    tenant: Tenant, field: str, value: str, said: str
) -> None:
    answer = await tenant.client.post("/v1/schedules", EVERY_MINUTE | {field: value})

    assert (answer.status, answer.json["code"]) == (422, "QU422"), answer.text
    assert said in answer.text
    assert [error["pointer"] for error in answer.json["errors"]] == [f"#/{field}"]


async def test_a_name_is_taken_once(tenant: Tenant) -> None:
    assert (await tenant.client.post("/v1/schedules", EVERY_MINUTE)).status == 201
    answer = await tenant.client.post("/v1/schedules", EVERY_MINUTE)
    assert (answer.status, answer.json["code"]) == (409, "QU409"), answer.text
