"""A database server with everything deployed and nothing else running, for benchmarks in SQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from stack.postgres import DATABASE
from stack.private import PrivateStack
from stack.starting import Starting


@contextmanager
def deployed() -> Iterator[PrivateStack]:
    """A durable database server of its own, gone at the end of the block."""
    stack = PrivateStack(api=0, worker=0, durable=True)
    try:
        stack.start_database()
        Starting(stack).migrations()
        yield stack
    finally:
        stack.stop()


def copy_database(stack: PrivateStack, name: str) -> None:
    """Makes a copy of the database beside it. Nobody may be connected to it."""
    with stack.connect("postgres") as connection:
        connection.execute(f'create database "{name}" template "{DATABASE}"')
