"""Sides of a comparison from SQL: batches that pgbench takes in, out and to their end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from load import jobs_table, ours, pgbench, samples
from load.samples import BATCH, SAMPLES
from load.tenant import new_tenant
from stack.postgres import DATABASE
from stack.private import PrivateStack

SCRIPTS = Path(__file__).parent / "scripts"
CLIENTS = 4


@dataclass(frozen=True)
class Side:
    """A script that enqueues a batch and takes one out, and how what it leaves is taken out.

    What counts is what came out: a claim may get less than was put in. Each side has a database of
    its own, so that none has to keep what the other's transactions might still see.
    """

    stack: PrivateStack
    database: str
    script: str
    tenant: str
    drain: Callable[[psycopg.Connection], int]
    options: str = ""

    def rate(self, seconds: float) -> float:
        """Jobs per second that were settled within so many seconds; begins and ends empty."""
        self.empty()
        run = self._run(seconds=seconds)
        return (run.scripts * BATCH - self.empty()) / run.seconds

    def process(self, jobs: int) -> None:
        """Lets so many jobs pass, to the last."""
        self._run(scripts=jobs // BATCH // CLIENTS)
        self.empty()

    def empty(self) -> int:
        """Takes out what waits; says how many jobs that were."""
        with self.stack.connect(self.database) as connection:
            return self.drain(connection)

    def _run(self, *, seconds: float | None = None, scripts: int | None = None) -> pgbench.Run:
        return pgbench.run(
            self.stack,
            (SCRIPTS / self.script).read_text(),
            dsn=make_conninfo(self.stack.admin_dsn(self.database), options=self.options),
            clients=CLIENTS,
            seconds=seconds,
            scripts=scripts,
            variables={"tenant": self.tenant, "batch": BATCH, "samples": SAMPLES},
        )


def our_side(stack: PrivateStack) -> Side:
    """The queue, with payloads and a tenant."""
    with stack.connect() as connection:
        samples.prepare(connection)
        tenant, _ = new_tenant(connection, "bench")
    return Side(stack, DATABASE, "queue.sql", tenant, ours.drain)


def prepare(stack: PrivateStack) -> dict[str, Side]:
    """Makes what each side needs; gives ours and both references."""
    mine = our_side(stack)
    scripts = {"reference": "skip_locked.sql", "reference_in_one": "skip_locked_in_one.sql"}
    for name in scripts:
        jobs_table.make_database(stack, name)
    return {"ours": mine} | {
        name: Side(stack, name, script, mine.tenant, jobs_table.drain, jobs_table.PLANS)
        for name, script in scripts.items()
    }
