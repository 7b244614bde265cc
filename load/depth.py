"""`bench depth`: the time of a claim with millions of jobs waiting, beside a few thousand.

Both wait in a database of their own; whatever is taken out is put back.
"""

from __future__ import annotations

from functools import partial

from load import ours, samples
from load.claims import Waiting, compare_claims
from load.comparison import Comparison
from load.conditions import conditions
from load.deployed import copy_database, deployed
from load.options import Options
from load.samples import BATCH, PAYLOAD_BYTES
from load.tenant import new_tenant
from stack.postgres import DATABASE

JOBS = 5_000_000
FEW = 5_000


def run(options: Options) -> Comparison:
    """Milliseconds a claim: ours with all the jobs, reference with few."""
    jobs = options.jobs_or(JOBS)
    with deployed() as stack:
        with stack.connect() as connection:
            samples.prepare(connection)
            tenant, _ = new_tenant(connection, "bench")
        copy_database(stack, "few")
        with stack.connect(DATABASE) as deep, stack.connect("few") as shallow:
            ours.fill(deep, tenant, jobs // BATCH)
            ours.fill(shallow, tenant, FEW // BATCH)
            sides = {
                "ours": Waiting(deep, partial(ours.fill, deep, tenant, 1)),
                "reference": Waiting(shallow, partial(ours.fill, shallow, tenant, 1)),
            }
            config = conditions(stack, jobs=jobs, reference_jobs=FEW, payload_bytes=PAYLOAD_BYTES)
            return compare_claims("depth", sides, seconds=options.seconds, config=config)
