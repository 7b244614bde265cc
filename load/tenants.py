"""`bench tenants`: the time of a claim with work of ten thousand tenants, beside that of ten.

The same number of jobs waits, in batches of the same size; each tenant in turn puts back what was
taken out.
"""

from __future__ import annotations

from itertools import cycle
from uuid import uuid4

import psycopg

from load import ours, samples
from load.claims import Waiting, compare_claims
from load.comparison import Comparison
from load.conditions import conditions
from load.deployed import copy_database, deployed
from load.options import Options
from load.samples import BATCH, PAYLOAD_BYTES
from stack.postgres import DATABASE

JOBS = 1_000_000
MANY = 10_000
FEW = 10


def run(options: Options) -> Comparison:
    """Milliseconds a claim: ours with many tenants, reference with few."""
    each = max(1, options.jobs_or(JOBS) // MANY)
    size = min(BATCH, each)
    jobs = each // size * size * MANY
    with deployed() as stack:
        with stack.connect() as connection:
            samples.prepare(connection)
        copy_database(stack, "few")
        with stack.connect(DATABASE) as many, stack.connect("few") as few:
            sides = {
                "ours": _filled(many, MANY, jobs, size),
                "reference": _filled(few, FEW, jobs, size),
            }
            config = conditions(
                stack,
                jobs=jobs,
                tenants=MANY,
                reference_tenants=FEW,
                jobs_in_a_batch=size,
                payload_bytes=PAYLOAD_BYTES,
            )
            return compare_claims("tenants", sides, seconds=options.seconds, config=config)


def _filled(connection: psycopg.Connection, count: int, jobs: int, size: int) -> Waiting:
    """Lets so many tenants have so many jobs waiting together."""
    tenants = [str(uuid4()) for _ in range(count)]
    with connection.transaction():
        for tenant in tenants:
            ours.fill(connection, tenant, jobs // count // size, size)
    turns = cycle(tenants)

    def refill() -> None:
        for done in range(0, BATCH, size):
            ours.fill(connection, next(turns), 1, min(size, BATCH - done))

    return Waiting(connection, refill)
