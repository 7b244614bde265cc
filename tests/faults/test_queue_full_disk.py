"""A full disk: what can't be kept is refused, what was accepted is done once there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from stack import accounts
from stack.private import PrivateStack
from tests.faults.conftest import HANDLERS, Measured, equip
from tests.faults.customer import until
from tests.faults.ledger import Ledger
from tests.faults.small_disk import SmallDisk
from tests.faults.storm import Storm

pytestmark = pytest.mark.timeout(120)

DISK_FULL = "53100"
LOGS = """
    select c.oid::regclass::text, case c.relkind when 'r' then 'table' else 'index' end
    from pg_class as c
    where c.relnamespace = 'queue'::regnamespace and c.relispartition and c.relkind in ('r', 'i')
"""
Disk = Callable[[str, int], SmallDisk]


@pytest.fixture
def stack(seed: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrivateStack]:
    """A platform that has not been started."""
    monkeypatch.setenv("HOWDAH_HANDLERS", HANDLERS)
    stack = PrivateStack(seed=seed, api=0, worker=2, durable=True)
    try:
        yield stack
    finally:
        stack.stop()
        stack.home.erase()  # from here, where nothing is mounted in it


@pytest.fixture
def disk(stack: PrivateStack) -> Disk:
    """Puts a small disk somewhere into the home of the platform."""

    def make(name: str, mebibytes: int) -> SmallDisk:
        place = stack.home.root / name
        place.mkdir()
        try:
            return SmallDisk(place, mebibytes)
        except OSError as error:
            pytest.skip(f"no file system can be mounted here: {error}")

    return make


def become_full(disk: SmallDisk, storm: Storm) -> None:
    """Fills the disk, and waits until producers are told so again and again."""
    disk.fill()

    def refusals() -> list[str]:
        return [e.facts["code"] for e in storm.ledger.entries("refused")]

    until(lambda: refusals().count(DISK_FULL) > 120, 30, "refusals")
    assert set(refusals()) == {DISK_FULL}


def test_while_the_disk_of_the_logs_is_full_jobs_are_refused_and_none_is_lost(
    stack: PrivateStack, disk: Disk, ledger: Ledger, measured: Measured
) -> None:
    small = disk("small", 32)
    small.do(stack.start)
    equip(stack)
    with stack.connect() as connection:
        place = str(small.place).replace("'", "''")
        connection.execute(f"create tablespace small location '{place}'".encode())
        for name, kind in connection.execute(LOGS).fetchall():
            connection.execute(f"alter {kind} {name} set tablespace small".encode())
    with Storm(stack, ledger) as storm:
        with storm.fault():
            become_full(small, storm)
            small.clear()
        storm.comes_back()
        paid = storm.is_paid()
        storm.reckon()
    measured(
        f"the disk of the logs full: {storm.size} jobs, none ran for {storm.silence:.1f} s; "
        f"{paid:.1f} s after there was room all was done"
    )


def test_a_server_that_a_full_disk_takes_down_comes_back_by_itself_when_there_is_room(
    stack: PrivateStack, disk: Disk, seed: Path, ledger: Ledger, measured: Measured
) -> None:
    """Without room for the write-ahead log there is no server: it stops rather than lose any."""
    stack.home.create()
    small = disk("cluster", 256)
    copying = ["/usr/bin/cp", "--archive", f"{seed}/.", str(small.place)]
    assert small.do(accounts.operator().run, copying).returncode == 0
    small.do(stack.start)
    equip(stack)
    with Storm(stack, ledger) as storm:
        with storm.fault():
            become_full(small, storm)
            until(lambda: is_down(stack), 30, "the end of the server")
            small.clear()
        storm.comes_back()
        paid = storm.is_paid()
        storm.reckon()
    measured(
        f"the disk of the server full: {storm.size} jobs, none ran for {storm.silence:.1f} s; "
        f"{paid:.1f} s after there was room all was done"
    )


def is_down(stack: PrivateStack) -> bool:
    """Uses up the write-ahead log; tells whether the server is gone."""
    try:
        with stack.connect() as connection:
            connection.execute("select pg_logical_emit_message(false, '', repeat('x', 1000000))")
            connection.execute("select pg_switch_wal()")
    except psycopg.OperationalError as error:
        return error.sqlstate != DISK_FULL
    return False
