"""A lease that ran out is noticed, however it was kept until then and whatever took long."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.house import House
from tests.sessions import Tenant, Worker

# One clock for all sessions, that moves while one of them is in the middle of a call.
CLOCK = """
    create sequence tests.second minvalue 0 start 0;
    grant select on sequence tests.second to public;
    create or replace function core.now() returns timestamptz language plpgsql stable as $$
    begin
        return timestamptz '{}' + (select last_value from tests.second) * interval '1 second';
    end
    $$
"""

Clock = Callable[[int], None]


@pytest.fixture
def at(house: House) -> Clock:
    """Sets the clock to so many seconds after the beginning of the test."""
    house.admin.rows(CLOCK.format(house.admin.value("select clock_timestamp()")))

    def set_clock(second: int) -> None:
        house.admin.rows("select setval('tests.second', %s)", second)

    return set_clock


def test_a_worker_of_several_queues_finds_what_heartbeats_had_kept(
    house: House, worker: Worker, tenant: Tenant, at: Clock
) -> None:
    house.admin.rows("select queue.define('other')")
    job_id = tenant.enqueue()
    (lost,) = worker.claim()
    for second in (20, 40):
        at(second)
        worker.heartbeat(lost)
    tenant.enqueue()
    (page,) = worker.claim()  # a turn, long after the lease would have ended without them
    worker.settle(page)

    at(71)
    assert worker.value("select queue.rest('{default,other}')") == timedelta(0)
    worker.claim(queues=("default", "other"))
    assert tenant.state(job_id) == "retrying"


def test_a_lease_that_ends_while_a_turn_takes_long_is_found_by_the_next(
    house: House, worker: Worker, tenant: Tenant, at: Clock
) -> None:
    job_id = tenant.enqueue()
    worker.claim()
    at(25)
    late = tenant.enqueue()
    slow, holder = house.worker(), house.session("none")
    with holder.transaction():
        holder.rows("lock table queue.page in exclusive mode")
        turn = house.meanwhile(slow.claim_jobs)
        house.wait_until_blocked(slow)
        at(45)
    assert turn.result() == [late]

    at(46)
    worker.claim()
    assert tenant.state(job_id) == "retrying"
