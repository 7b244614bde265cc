"""`bench queue --held N`: the same work while another transaction holds its snapshot.

Nothing that became dead since that transaction began can be cleaned away before it ends. Both sides
take turns, N seconds each in ten slices, under one and the same snapshot.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from load.comparison import Comparison, alternate
from load.conditions import conditions
from load.deployed import deployed
from load.samples import BATCH, PAYLOAD_BYTES
from load.sides import CLIENTS, Side, prepare

SLICES = 10


def run(seconds: float) -> Comparison:
    """Both sides in slices of a tenth of the time, under one held snapshot."""
    with deployed() as stack:
        sides = prepare(stack)
        ours, reference = sides["ours"], sides["reference"]
        with _held_snapshot(ours), _held_snapshot(reference):
            start = monotonic()
            found = alternate(
                {"ours": ours.rate, "reference": reference.rate},
                seconds=2 * seconds,
                rounds=SLICES,
            )
            lasted = monotonic() - start
        config = conditions(
            stack, clients=CLIENTS, batch=BATCH, payload_bytes=PAYLOAD_BYTES, slices=SLICES
        )
    return Comparison(
        bench="queue held",
        ours=found["ours"][-1],
        reference=found["reference"][-1],
        unit="jobs/s in the last tenth",
        config=config,
        rounds=found,
        figures={
            "flatness": _flatness(found["ours"]),
            "reference_flatness": _flatness(found["reference"]),
            "held_seconds": round(lasted, 1),
        },
    )


def _flatness(tenths: list[float]) -> float:
    """The last tenth as a part of the first."""
    return round(tenths[-1] / tenths[0], 3)


@contextmanager
def _held_snapshot(side: Side) -> Iterator[None]:
    """Another transaction that has written, and sees the database as it was when it began."""
    with side.stack.connect(side.database) as connection:
        connection.execute("begin isolation level repeatable read")
        connection.execute("select pg_current_xact_id()")
        yield
        connection.execute("rollback")
