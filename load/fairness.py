"""`bench fairness`: how long one tenant's job waits while another has a million waiting.

Two worker processes serve both. The small tenant enqueues a job now and then, first while nothing
else is there, then while the workers are busy with the large tenant's jobs.
"""

from __future__ import annotations

from statistics import median

import uvloop

from load import ours, samples
from load.comparison import Comparison, percentile
from load.conditions import conditions
from load.options import Options
from load.platform import platform
from load.samples import BATCH
from load.senders import Moment, api_sender, send_all
from load.tenant import new_tenant
from stack.errors import StackError
from stack.private import PrivateStack

WORKERS = 2
BACKLOG = 1_000_000
JOBS = 100
EVERY = 0.05  # seconds
WARM = 20  # jobs before the first that counts
ROUNDS = 3
WAITING = "select q.waiting_count from queue.list_queues() as q where q.name = 'default'"


def run(options: Options) -> Comparison:
    """The small tenant's waits: ours behind the backlog, reference without it."""
    backlog = options.jobs_or(BACKLOG)
    with platform(workers=WORKERS) as stack:
        with stack.connect() as connection:
            samples.prepare(connection)
            large, _ = new_tenant(connection, "large")
            _, secret = new_tenant(connection, "small")
        _send(stack, secret, WARM)
        idle = [_send(stack, secret) for _ in range(ROUNDS)]
        _lay_backlog(stack, large, backlog)
        _send(stack, secret, WARM)
        loaded = [_send(stack, secret) for _ in range(ROUNDS)]
        left = _waiting(stack)
        config = conditions(
            stack, workers=WORKERS, backlog=backlog, jobs=ROUNDS * JOBS, every_seconds=EVERY
        )
    if not left:
        raise StackError("The backlog was gone before the end.", "Give it more: --jobs.")
    before, behind = (_figures(rounds) for rounds in (idle, loaded))
    return Comparison(
        bench="fairness",
        ours=behind["p99_ms"],
        reference=before["p99_ms"],
        unit="ms (99th percentile)",
        config=config,
        rounds={"ours": _p99s(loaded), "reference": _p99s(idle)},
        figures={
            **{f"loaded_{name}": value for name, value in behind.items()},
            **{f"idle_{name}": value for name, value in before.items()},
            "backlog_left": left,
        },
    )


def _send(stack: PrivateStack, secret: str, jobs: int = JOBS) -> list[Moment]:
    async def send() -> list[Moment]:
        async with api_sender(stack, secret) as sender:
            return await send_all(sender, stack.home.root, jobs, EVERY)

    return uvloop.run(send())


def _lay_backlog(stack: PrivateStack, tenant: str, jobs: int) -> None:
    """Enqueues the large tenant's jobs, and lets the workers begin when all are there."""
    with stack.connect() as connection:
        connection.execute("select queue.pause('default')")
        ours.fill(connection, tenant, jobs // BATCH)
        connection.execute("select queue.resume('default')")


def _waiting(stack: PrivateStack) -> int:
    with stack.connect() as connection:
        row = connection.execute(WAITING).fetchone()
    return int(row[0]) if row else 0


def _figures(rounds: list[list[Moment]]) -> dict[str, float]:
    waits = [moment.wait for moments in rounds for moment in moments]
    return {
        "p50_ms": round(median(waits), 2),
        "p99_ms": round(percentile(waits, 99), 2),
    }


def _p99s(rounds: list[list[Moment]]) -> list[float]:
    return [round(percentile([m.wait for m in moments], 99), 2) for moments in rounds]
