"""`bench queue`: enqueue, claim and settle from SQL, beside one table with SKIP LOCKED.

Both sides take 100 jobs in, take 100 out and end them. Ours keeps every job and its outcome; the
reference deletes what is done, in the statement that claims it.
"""

from __future__ import annotations

from pathlib import Path

from load import pgbench
from load.comparison import Comparison, alternate, compare
from stack.private import PrivateStack
from stack.starting import Starting

CLIENTS = 4
BATCH = 100
SCRIPTS = Path(__file__).parent / "scripts"


def run(seconds: float) -> Comparison:
    """Jobs per second of both sides; 4 clients, batches of 100."""
    stack = PrivateStack(api=0, worker=0, durable=True)
    try:
        stack.start_database()
        Starting(stack).migrations()
        variables = {"tenant": _prepare(stack), "batch": BATCH}

        def side(script: str, share: float) -> float:
            rate = pgbench.run(
                stack,
                (SCRIPTS / script).read_text(),
                dsn=stack.admin_dsn(),
                clients=CLIENTS,
                seconds=share,
                variables=variables,
            )
            return rate * BATCH

        found = alternate(
            lambda share: side("queue.sql", share),
            lambda share: side("skip_locked.sql", share),
            seconds=seconds,
            rounds=5,
        )
    finally:
        stack.stop()
    config = {"clients": CLIENTS, "batch": BATCH, "payload_bytes": 200}
    return compare("queue", found, unit="jobs/s", config=config)


def _prepare(stack: PrivateStack) -> str:
    """Makes the reference's table and a tenant; gives the tenant's id."""
    with stack.connect() as connection:
        connection.execute((SCRIPTS / "skip_locked_setup.sql").read_bytes())
        row = connection.execute(
            "select t.tenant_id from tenancy.create_tenant('bench', 'Benchmark') as t"
        ).fetchone()
    return str(row[0]) if row else ""
