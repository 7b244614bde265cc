"""`bench queue`: enqueue, claim and settle from SQL, beside one table with SKIP LOCKED.

Both sides take 100 jobs in, take 100 out under a lease and end them, each a transaction of its
own. Ours keeps every job and its outcome; the reference deletes what is done. A second reference
deletes in the statement that claims, which gives up the lease.
"""

from __future__ import annotations

from statistics import median

from load import cost, held
from load.comparison import Comparison, alternate, compare
from load.conditions import conditions
from load.deployed import deployed
from load.options import Options
from load.samples import BATCH, PAYLOAD_BYTES
from load.sides import CLIENTS, prepare

ROUNDS = 5


def run(options: Options) -> Comparison:
    """The form of the benchmark that is asked for."""
    if options.cost:
        return cost.run(options)
    if options.held:
        return held.run(options.held)
    return _throughput(options.seconds)


def _throughput(seconds: float) -> Comparison:
    with deployed() as stack:
        sides = {name: side.rate for name, side in prepare(stack).items()}
        found = alternate(sides, seconds=seconds, rounds=ROUNDS)
        config = conditions(stack, clients=CLIENTS, batch=BATCH, payload_bytes=PAYLOAD_BYTES)
    in_one = median(found["reference_in_one"])
    figures = {
        "reference_in_one": in_one,
        "ratio_in_one": round(median(found["ours"]) / in_one, 3),
    }
    return compare("queue", found, unit="jobs/s", config=config, figures=figures)
