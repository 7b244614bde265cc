"""Whatever is killed, stopped or exhausted under the queue: what was accepted is done, and once.

Jobs keep coming while a fault happens; nobody lends a hand afterwards.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from contextlib import ExitStack
from signal import SIGKILL
from time import sleep

import psycopg
import pytest

from stack.private import PrivateStack
from tests.faults.conftest import Measured
from tests.faults.customer import until
from tests.faults.ledger import Ledger
from tests.faults.storm import Storm

pytestmark = pytest.mark.timeout(120)

Fault = Callable[[PrivateStack], None]

WORKERS = ("worker-1", "worker-2")
VICTIMS = """
    select pid
    from pg_stat_activity
    where backend_type = 'client backend' and datname = 'howdah' and pid <> pg_backend_pid()
"""
POOL_SIZE = 20


def signalled(name: str, signal: str) -> Fault:
    """Sends a signal to a process and waits until the supervisor has started it again."""

    def do(stack: PrivateStack) -> None:
        old = stack.supervision.states()[name].pid
        stack.supervision.signal_process(name, signal)
        until(lambda: stack.supervision.states()[name].pid not in (0, old), 20, f"a new {name}")

    return do


def kill_workers(stack: PrivateStack) -> None:
    """Kills one worker or the other, at any moment, each time as soon as it is back."""
    for name in WORKERS * 2:
        stack.supervision.await_running(name, 20)
        sleep(random.uniform(0, 0.3))  # noqa: S311
        stack.supervision.signal_process(name, "KILL")


def kill_a_backend(stack: PrivateStack) -> None:
    """Kills a server process: the server stops all others and recovers."""
    with stack.connect() as connection:
        pids = [row[0] for row in connection.execute(VICTIMS).fetchall()]
    os.kill(random.choice(pids), SIGKILL)  # noqa: S311


def terminate_backends(stack: PrivateStack) -> None:
    """Ends one session after the other, whoever's it is."""
    with stack.connect() as connection:
        for _ in range(40):
            pids = [row[0] for row in connection.execute(VICTIMS).fetchall()]
            connection.execute("select pg_terminate_backend(%s)", (random.choice(pids),))  # noqa: S311
            sleep(random.uniform(0, 0.08))  # noqa: S311


def take_all_connections(stack: PrivateStack) -> None:
    """Holds every connection of the workers' pool, longer than leases last."""
    with ExitStack() as held:
        for _ in range(POOL_SIZE):
            connection = held.enter_context(psycopg.connect(stack.pool_dsn("howdah_worker")))
            until(lambda: _begun(connection), 20, "a connection of the pool")  # noqa: B023
        sleep(3)


def _begun(connection: psycopg.Connection) -> bool:
    connection.execute("select 1")
    return True


FAULTS: dict[str, Fault] = {
    "workers killed again and again": kill_workers,
    "PostgreSQL killed": signalled("postgres", "KILL"),
    "PostgreSQL shut down at once": signalled("postgres", "QUIT"),
    "a backend killed": kill_a_backend,
    "sessions terminated": terminate_backends,
    "PgBouncer killed": signalled("pgbouncer", "KILL"),
    "PgBouncer restarted": lambda stack: stack.supervision.restart_process("pgbouncer"),
    "the pool exhausted": take_all_connections,
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_was_accepted_is_done_and_once(
    name: str, queue_platform: PrivateStack, ledger: Ledger, measured: Measured
) -> None:
    with Storm(queue_platform, ledger) as storm:
        with storm.fault():
            FAULTS[name](queue_platform)
        storm.comes_back()
        paid = storm.is_paid()
        storm.reckon()
    measured(
        f"{name}: {storm.size} jobs, none ran for {storm.silence:.1f} s; "
        f"{paid:.1f} s after it all that had been accepted was done"
    )
