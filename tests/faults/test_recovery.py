"""What breaks under load: clients are told to come back, and nothing that was accepted is lost.

Each fault is done once, to a platform under load; each test is one claim about what came of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from stack.private import PrivateStack
from tests.faults.load import Load
from tests.faults.pressure import loaded

pytestmark = pytest.mark.timeout(180)

Fault = Callable[[PrivateStack], None]


def kill(*names: str) -> Fault:
    """Kills processes without a warning; the supervisor starts them again."""

    def do(stack: PrivateStack) -> None:
        for name in names:
            stack.supervision.signal_process(name, "KILL")

    return do


def restart(name: str) -> Fault:
    """Stops a process in an orderly way and starts it again."""
    return lambda stack: stack.supervision.restart_process(name)


# Each with the seconds in which requests must be accepted again.
FAULTS: dict[str, tuple[Fault, float]] = {
    "workers killed": (kill("worker-1", "worker-2"), 3),
    "API process killed": (kill("api-1"), 5),
    "PgBouncer killed": (kill("pgbouncer"), 10),
    "PgBouncer restarted": (restart("pgbouncer"), 10),
    "PostgreSQL restarted": (restart("postgres"), 15),
    "PostgreSQL killed": (kill("postgres"), 15),
}


async def strike(stack: PrivateStack, fault: Fault) -> Load:
    """Does a fault to a platform under load; gives the load when all of it is settled."""
    async with loaded(stack.base_url, stack.operator_key()) as load:
        await asyncio.to_thread(fault, stack)
        await load.goes_on(200)
    return load


@pytest.fixture(scope="module", params=FAULTS)
def load(request: pytest.FixtureRequest, platform: PrivateStack) -> Load:
    """The load during which a fault was done."""
    made = asyncio.run(strike(platform, FAULTS[request.param][0]))
    print(
        f"{request.param}: {len(made.accepted)} accepted, none for {made.longest_gap:.2f} s, "
        f"refusals {dict(made.refusals)}, {made.lost_connections} lost connections"
    )
    return made


def test_clients_are_told_to_come_back_and_nothing_else(load: Load) -> None:
    assert load.improper == []


def test_every_accepted_event_is_in_the_log_once_and_no_other(load: Load) -> None:
    listed = [event["event_id"] for event in load.lists["events"] if event["type"] == "github.push"]
    assert sorted(listed) == sorted(load.accepted)


def test_every_job_of_it_succeeded_once(load: Load) -> None:
    jobs = {job["job_id"]: job["state"] for job in load.lists["jobs"]}
    assert sorted(jobs) == load.job_ids
    assert set(jobs.values()) == {"succeeded"}
    assert sorted(load.ended) == load.job_ids


def test_its_effect_happened_once(load: Load) -> None:
    assert sorted(row["event_id"] for row in load.lists["activity"]) == sorted(load.accepted)


def test_the_stream_went_on_without_gap_repetition_or_disorder(load: Load) -> None:
    listed = {event["event_id"] for event in load.lists["events"]}
    assert len(load.heard) == len(set(load.heard))
    assert set(load.heard) == listed


def test_requests_are_accepted_again_soon(load: Load, request: pytest.FixtureRequest) -> None:
    name = request.node.callspec.params["load"]
    assert load.longest_gap < FAULTS[name][1]
