"""Workers that hang, are stopped or die with a job: others take over, late ones are refused.

A worker whose lease ran out may believe that it has it still. What it says then does not count.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from stack.private import PrivateStack
from tests.faults.conftest import Measured
from tests.faults.customer import Customer, until
from tests.faults.ledger import Entry, Ledger

pytestmark = pytest.mark.timeout(60)

LEASES = """
    select count(*) filter (where h.leased_until is not null) > 2 and min(p.leased_until) < now()
    from queue.page as p
        left join queue.heartbeat as h using (page_id)
    where %s = any (p.job_ids)
"""
IN_TRANSACTION = """
    select pg_terminate_backend(pid)
    from pg_stat_activity
    where usename = 'howdah_worker' and state = 'idle in transaction'
"""


MATE: dict[str, object] = {"kills": False, "seconds": 0.5}


@pytest.fixture
def customer(queue_platform: PrivateStack, ledger: Ledger) -> Customer:
    return Customer(queue_platform, ledger)


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """What handlers wait for; it is there once a test touches it."""
    return tmp_path / "open"


@contextmanager
def frozen(pid: int) -> Iterator[None]:
    """Keeps a process from doing anything while the block lasts; it does not know afterwards."""
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def other_worker(stack: PrivateStack, than: str) -> int:
    (name,) = {"worker-1", "worker-2"} - {than}
    return stack.supervision.states()[name].pid


def begun_in_first(customer: Customer, *kinds: str, gate: Path) -> list[Entry]:
    """Has the first worker begin a job of each kind; they wait for the gate."""
    with frozen(other_worker(customer.stack, "worker-1")):
        jobs = [job for kind in kinds for job in customer.enqueue(kind, {"until": str(gate)})]
        return [customer.entry("begun", job_id) for job_id in jobs]


def test_a_handler_that_blocks_its_process_loses_its_job_to_another(
    customer: Customer, measured: Measured
) -> None:
    (job_id,) = customer.enqueue("faults.block", {"seconds": 5})
    first, second = customer.entry("begun", job_id), customer.entry("begun", job_id, 2)
    assert first.pid != second.pid
    customer.entry("ended", job_id)  # the late one
    customer.works(first.pid)

    assert customer.outcomes()[job_id] == [(1, "lease_expired"), (2, "succeeded")]
    took = second.at - first.at
    measured(f"a handler blocks its worker: another began its job after {took:.1f} s")


def test_a_handler_that_waits_keeps_its_job_however_long(customer: Customer, gate: Path) -> None:
    (job_id,) = customer.enqueue("faults.wait", {"until": str(gate)})
    until(lambda: customer.rows(LEASES, job_id)[0][0], 20, "heartbeats past the first lease")
    gate.touch()
    customer.all_ended([job_id])

    assert customer.outcomes()[job_id] == [(1, "succeeded")]
    assert customer.ledger.job_ids("begun") == [job_id]


def test_a_handler_that_hangs_is_cut_off_at_its_deadline(customer: Customer, gate: Path) -> None:
    ((soon,),) = customer.rows("select now() + interval '1.5 seconds'")
    (job_id,) = customer.enqueue("faults.wait", {"until": str(gate)}, deadline_at=soon)
    customer.all_ended([job_id])

    assert customer.outcomes()[job_id] == [(1, "deadline_exceeded")]


def test_of_two_workers_that_believe_to_hold_a_page_the_late_one_is_refused(
    customer: Customer, gate: Path, measured: Measured
) -> None:
    kinds = ("faults.wait", "faults.wait_and_record")
    plain, recorded = begun_in_first(customer, *kinds, gate=gate)
    with frozen(plain.pid):
        customer.all_ended([plain.job_id, recorded.job_id])
        again = customer.entry("begun", recorded.job_id, 2)
        gate.touch()  # the late one would go on where it was
    customer.works(plain.pid)

    both = {plain.job_id, recorded.job_id}
    for job_id in both:
        assert customer.outcomes()[job_id] == [(1, "lease_expired"), (2, "succeeded")]
    assert customer.effects(recorded.job_id) == 1
    ended = {(e.job_id, e.attempt) for e in customer.ledger.entries("ended")}
    assert (recorded.job_id, 1) not in ended
    measured(f"a worker is frozen: another began its jobs after {again.at - plain.at:.1f} s")


def test_a_worker_that_is_frozen_in_a_transaction_has_its_effect_once(
    customer: Customer, gate: Path
) -> None:
    """Nobody takes its page while the transaction is open. Whether it commits or is refused then
    depends on the moment."""
    (begun,) = begun_in_first(customer, "faults.record_and_wait", gate=gate)
    with frozen(begun.pid):
        until(lambda: customer.rows(LEASES, begun.job_id)[0][0], 20, "the end of the lease")
        assert begun.job_id not in customer.outcomes()
        gate.touch()
    customer.all_ended([begun.job_id])

    assert customer.effects(begun.job_id) == 1
    assert [end for _, end in customer.outcomes()[begun.job_id]][-1] == "succeeded"


def test_a_transaction_whose_session_is_ended_leaves_nothing_behind(
    customer: Customer, gate: Path
) -> None:
    (begun,) = begun_in_first(customer, "faults.record_and_wait", gate=gate)
    assert customer.rows(IN_TRANSACTION) == [(True,)]
    gate.touch()
    customer.all_ended([begun.job_id])

    assert customer.outcomes()[begun.job_id] == [(1, "lease_expired"), (2, "succeeded")]
    assert customer.effects(begun.job_id) == 1


def poisoned(customer: Customer, *mates: dict[str, object]) -> tuple[int, list[int]]:
    """Enqueues a job that kills its process, and others that share its page, while there is one
    worker; gives them when all have ended."""
    with frozen(other_worker(customer.stack, "worker-1")), customer.connect() as connection:
        with connection.transaction():
            (poison,) = customer.enqueue_in(
                connection, "faults.poison", {"kills": True}, max_attempts=3
            )
            job_ids = customer.enqueue_in(connection, "faults.poison", *mates)
        customer.all_ended([poison, *job_ids])
    return poison, job_ids


def test_a_job_that_kills_its_process_is_dead_in_the_end_and_alone(
    customer: Customer, measured: Measured
) -> None:
    poison, mates = poisoned(customer, *[MATE] * 8)

    outcomes = customer.outcomes()
    assert [end for _, end in outcomes.pop(poison)] == ["lease_expired"] * 3
    assert len(customer.ledger.entries("begun")) >= 3
    assert {attempts[-1][1] for attempts in outcomes.values()} == {"succeeded"}
    assert outcomes.keys() == set(mates)
    begun = [entry.at for entry in customer.ledger.entries("begun")]
    measured(f"a job kills its process: after {max(begun) - min(begun):.1f} s for the last time")


def test_a_job_that_kills_its_process_takes_no_other_with_it_a_second_time(
    customer: Customer,
) -> None:
    _, mates = poisoned(customer, MATE)

    (mate,) = mates
    assert customer.outcomes()[mate] == [(1, "lease_expired"), (2, "succeeded")]
