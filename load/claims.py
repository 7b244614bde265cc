"""The time of a claim, in two databases in turns, by one client."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import median

import psycopg

from load import ours
from load.comparison import Comparison, percentile
from load.samples import BATCH


@dataclass
class Waiting:
    """A database in which jobs wait, and how a batch is put back after one was taken out."""

    connection: psycopg.Connection
    refill: Callable[[], None]
    claims: list[float] = field(default_factory=list)

    def claim(self) -> None:
        """Claims and settles a batch and puts one back; notes the milliseconds of the claim."""
        start = time.perf_counter()
        page = ours.claim(self.connection)
        self.claims.append((time.perf_counter() - start) * 1000)
        if page is None or page.jobs != BATCH:
            raise RuntimeError(f"a claim got {page.jobs if page else 0} jobs of {BATCH}")
        ours.settle(self.connection, page)
        self.refill()


WARM = 20  # claims before the first that counts


def compare_claims(
    bench: str,
    sides: Mapping[str, Waiting],
    *,
    seconds: float,
    config: Mapping[str, object],
) -> Comparison:
    """Claims from both sides in turns for so many seconds; the first claims are told apart."""
    for side in sides.values():
        for _ in range(WARM):
            side.claim()
    first = {f"{name}_first_claim_ms": round(side.claims[0], 2) for name, side in sides.items()}
    for side in sides.values():
        side.claims.clear()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for side in sides.values():
            side.claim()
    times = {name: side.claims for name, side in sides.items()}
    return Comparison(
        bench=bench,
        ours=round(median(times["ours"]), 3),
        reference=round(median(times["reference"]), 3),
        unit="ms a claim (median)",
        config={"batch": BATCH, "claims": len(times["ours"]), **config},
        figures=first
        | {f"{name}_p99_ms": round(percentile(side, 99), 3) for name, side in times.items()},
    )
