"""`bench latency`: from the commit of a job to the start of its handler, while nothing else runs.

Ours is enqueued as the API does it, and runs in a real worker process. The reference is the least
that does the same: a table, a NOTIFY in the transaction that inserts, a worker that listens and
claims with SKIP LOCKED. Both go through PgBouncer.
"""

from __future__ import annotations

import asyncio
from statistics import median

import uvloop

from load.comparison import Comparison, percentile
from load.conditions import conditions
from load.options import Options
from load.plain_worker import plain_worker
from load.platform import platform
from load.senders import Moment, Send, api_sender, plain_sender, send_all
from load.tenant import new_tenant
from stack.private import PrivateStack

EVERY = 0.05  # seconds
TURN = 40  # jobs that one side sends before it is the other's turn
SETTLES_IN = 2.0  # seconds in which what has just started comes to rest


def run(options: Options) -> Comparison:
    """Both sides in turns, a job every 50 ms."""
    turns = max(1, round(options.seconds / (2 * TURN * EVERY)))
    with platform(workers=1) as stack, plain_worker(stack):
        with stack.connect() as connection:
            _, secret = new_tenant(connection, "bench")
        moments = uvloop.run(_measure(stack, secret, turns))
        config = conditions(stack, workers=1, every_seconds=EVERY, jobs=turns * TURN)
    ours, reference = (_figures(side) for side in moments)
    return Comparison(
        bench="latency",
        ours=ours["p50_ms"],
        reference=reference["p50_ms"],
        unit="ms (median)",
        config=config,
        figures={
            **ours,
            **{f"reference_{name}": value for name, value in reference.items()},
            "ratio_p99": round(ours["p99_ms"] / reference["p99_ms"], 3),
        },
    )


async def _measure(
    stack: PrivateStack, secret: str, turns: int
) -> tuple[list[Moment], list[Moment]]:
    ours: list[Moment] = []
    reference: list[Moment] = []
    async with api_sender(stack, secret) as sender, plain_sender(stack) as plain:

        async def turn(send: Send) -> list[Moment]:
            return await send_all(send, stack.home.root, TURN, EVERY)

        await turn(sender), await turn(plain)
        await asyncio.sleep(SETTLES_IN)
        for _ in range(turns):
            ours += await turn(sender)
            reference += await turn(plain)
    return ours, reference


def _figures(moments: list[Moment]) -> dict[str, float]:
    waits = [moment.wait for moment in moments]
    whole = [moment.whole for moment in moments]
    return {
        "p50_ms": round(median(waits), 2),
        "p99_ms": round(percentile(waits, 99), 2),
        "whole_p50_ms": round(median(whole), 2),
        "whole_p99_ms": round(percentile(whole, 99), 2),
    }
