"""`bench blocked`: what passes a queue in which the jobs of many keys wait for one that runs.

One job of a key may run at a time, and one of each is held. Jobs without a key go by: as many a
second, it should be, as in a database in which nothing is blocked.
"""

from __future__ import annotations

from dataclasses import replace

import psycopg

from load import ours
from load.comparison import Comparison, alternate, compare
from load.conditions import conditions
from load.deployed import copy_database, deployed
from load.options import Options
from load.samples import BATCH, PAYLOAD_BYTES
from load.sides import CLIENTS, our_side

KEYS = 100_000
ROUNDS = 5
AT_A_TIME = 1_000  # keys whose jobs are enqueued in one transaction
ENQUEUE = """
select queue.enqueue_batch('howdah.noop', '{1,2}', limit_key => 'key-' || n)
from core.set_context(%s, null, null)
    cross join generate_series(%s::integer, %s::integer) as n
"""


def run(options: Options) -> Comparison:
    """Jobs per second without a key: ours with the keys blocked, reference without them."""
    keys = options.jobs_or(KEYS)
    with deployed() as stack:
        side = our_side(stack)
        with stack.connect() as connection:
            connection.execute("select queue.define('default', lease => '1 day')")
            connection.execute("select queue.set_limit('default', 'key', concurrency => 1)")
        copy_database(stack, "free")
        with stack.connect() as connection:
            blocked = _block(connection, side.tenant, keys)
        sides = {"ours": side.rate, "reference": replace(side, database="free").rate}
        found = alternate(sides, seconds=options.seconds, rounds=ROUNDS)
        config = conditions(
            stack, clients=CLIENTS, batch=BATCH, payload_bytes=PAYLOAD_BYTES, blocked_keys=blocked
        )
    return compare("blocked", found, unit="jobs/s", config=config)


def _block(connection: psycopg.Connection, tenant: str, keys: int) -> int:
    """Enqueues two jobs of each key and holds the first; says how many are held."""
    for first in range(0, keys, AT_A_TIME):
        last = min(first + AT_A_TIME, keys) - 1
        connection.execute(ENQUEUE, (tenant, first, last))
    held = 0
    while page := ours.claim(connection):
        held += page.jobs
    if held != keys:
        raise RuntimeError(f"{held} jobs are held, not one of each of {keys} keys")
    return held
