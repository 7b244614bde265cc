"""A whole platform for benchmarks: database, PgBouncer and worker processes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from stack.private import PrivateStack
from stack.waiting import wait_until

ENVIRONMENT = {
    "HOWDAH_HANDLERS": "workers.builtin,load.handlers",
    "HOWDAH_QUEUES": "default",
    "HOWDAH_LOG_LEVEL": "WARNING",
}
# Of the connections that PgBouncer keeps for listeners, those that none has given back.
LISTENING = """
select count(*)
from pg_stat_activity as a
where a.usename = 'howdah_listen' and a.query not ilike 'discard%'
"""
LISTENING_SECONDS = 30


@contextmanager
def platform(workers: int) -> Iterator[PrivateStack]:
    """A durable stack with so many worker processes that serve the default queue."""
    before = {name: os.environ.get(name) for name in ENVIRONMENT}
    os.environ.update(ENVIRONMENT)
    try:
        with PrivateStack(api=0, worker=workers, durable=True) as stack:
            await_workers(stack)
            yield stack
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def await_workers(stack: PrivateStack) -> None:
    """Waits until all worker processes listen: then they have looked for work and rest."""
    with stack.connect() as connection:

        def all_listen() -> bool:
            row = connection.execute(LISTENING).fetchone()
            return row is not None and row[0] >= stack.worker

        wait_until(all_listen, LISTENING_SECONDS, "The workers do not listen.", lambda: "")
