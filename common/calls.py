"""How a function of the database is called: the only SQL that Python ever sends."""

import asyncio
import re
from functools import lru_cache
from typing import Any, Protocol

from psycopg import sql

from common.faults import Unavailable
from common.pool import Connection

Row = tuple[Any, ...]

_FUNCTION = re.compile(r"[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*")
_ARGUMENT = re.compile(r"[a-z_][a-z0-9_]*")


class Caller(Protocol):
    """Something that calls functions of the database."""

    async def call(self, function: str, /, *arguments: object, **named: object) -> list[Row]:
        """Call `schema.function(…)` and give all its rows."""

    async def value(self, function: str, /, *arguments: object, **named: object) -> Any:
        """Call `schema.function(…)` and give the first column of its first row, or None."""


@lru_cache(maxsize=1024)
def statement(function: str, positional: int, named: tuple[str, ...]) -> bytes:
    """Write the call of a function with so many positional and these named arguments.

    Raises ValueError for anything that is not a plain `schema.function` and plain names.
    """
    if not _FUNCTION.fullmatch(function):
        raise ValueError(f"not a schema-qualified function: {function!r}")
    for name in named:
        if not _ARGUMENT.fullmatch(name):
            raise ValueError(f"not the name of an argument: {name!r}")
    arguments = ", ".join(["%s"] * positional + [f"{name} => %s" for name in named])
    return f"select * from {function}({arguments})".encode()  # noqa: S608 (names checked above)


async def perform(
    connection: Connection, function: str, arguments: tuple[object, ...], named: dict[str, object]
) -> list[Row]:
    """Make one call on a connection and give all its rows."""
    query = statement(function, len(arguments), tuple(named))
    cursor = await connection.execute(query, (*arguments, *named.values()))
    return await cursor.fetchall()


async def perform_within(
    seconds: float,
    connection: Connection,
    function: str,
    arguments: tuple[object, ...],
    named: dict[str, object],
) -> list[Row]:
    """Make one call; raises Unavailable when the answer takes longer than so many seconds."""
    limit = asyncio.timeout(seconds)
    try:
        async with limit:
            return await perform(connection, function, arguments, named)
    except TimeoutError:
        if not limit.expired():
            raise
        raise Unavailable(f"{function} did not answer within {seconds:g} s") from None


def inline(connection: Connection, function: str, arguments: tuple[object, ...]) -> bytes:
    """Write a call with its arguments quoted into it, so that it can share one round trip."""
    literals = tuple(sql.Literal(argument).as_bytes(connection) for argument in arguments)
    return statement(function, len(arguments), ()) % literals
