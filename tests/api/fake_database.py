"""A database that answers `gateway.invoke(…)` with what a test has laid out, and remembers it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import psycopg

Row = tuple[Any, ...]
Answer = Row | Exception | Callable[[], Awaitable[Row]]


class FakeDatabase:
    """Gives its answers one after the other; the last one stays."""

    def __init__(self, *answers: Answer) -> None:
        self.answers: list[Answer] = list(answers)
        self.calls: list[tuple[Any, ...]] = []

    async def call(self, function: str, /, *arguments: Any, **_: Any) -> list[Row]:
        """Remembers the call and gives the next answer."""
        self.calls.append((function, *arguments))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return [await answer() if callable(answer) else answer]

    async def value(self, function: str, /, *arguments: Any, **named: Any) -> Any:
        """The first column of the first row."""
        return (await self.call(function, *arguments, **named))[0][0]


def failure(state: str | None) -> psycopg.Error:
    """An error with this SQLSTATE, or a lost connection."""
    if state is None:
        return psycopg.OperationalError("server closed the connection unexpectedly")
    kind = type("Reported", (psycopg.OperationalError,), {"sqlstate": state})
    return kind("not for the client")  # type: ignore[no-any-return]
