"""Time is the database's: workers whose clocks are wrong, and step, do the same as others."""

from __future__ import annotations

from datetime import timedelta

import pytest

from stack.private import PrivateStack
from tests.faults.conftest import Measured
from tests.faults.customer import Customer, until
from tests.faults.ledger import Ledger
from tests.faults.storm import Storm

pytestmark = pytest.mark.timeout(90)

HOUR = 3600.0
STARTS = "select job_id, min(started_at) from queue.outcome where tenant_id = %s group by job_id"


def step_clocks(customer: Customer) -> None:
    """Puts one worker's clock an hour back and the other's an hour on, in the midst of work."""
    states = customer.stack.supervision.states()
    pids = {states[name].pid for name in ("worker-1", "worker-2")}

    def off() -> dict[int, float]:
        return {e.pid: e.facts["off"] for e in customer.ledger.entries("stepped")}

    def differ() -> bool:
        for seconds in (-HOUR, HOUR):
            customer.all_ended(customer.enqueue("faults.step_clock", {"seconds": seconds}))
        return off().keys() == pids and len({round(seconds) for seconds in off().values()}) == 2

    until(differ, 20, "clocks that differ")


def test_clocks_that_step_change_nothing(
    queue_platform: PrivateStack, ledger: Ledger, measured: Measured
) -> None:
    customer = Customer(queue_platform, ledger)
    with Storm(queue_platform, ledger) as storm:
        with storm.fault():
            step_clocks(customer)
        ((now,),) = customer.rows("select now()")
        later, tight = now + timedelta(seconds=2), now + timedelta(seconds=20)
        (delayed,) = customer.enqueue("faults.note", run_at=later)
        (hurried,) = customer.enqueue("faults.note", deadline_at=tight)
        customer.all_ended([delayed, hurried])
        storm.reckon()

    starts = dict(customer.rows(STARTS, customer.tenant_id))
    assert later <= starts[delayed] < later + timedelta(seconds=2)
    for outcomes in (customer.outcomes(), storm.outcomes()):
        assert {attempt for tries in outcomes.values() for attempt in tries} == {(1, "succeeded")}
    measured(f"clocks two hours apart: {storm.size} jobs, none ran for {storm.silence:.1f} s")
