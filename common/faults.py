"""What a database error means for its caller, and how to wait before the next try."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

import psycopg

Result = TypeVar("Result")

_SERIALIZATION = frozenset({"40001", "40P01"})
_GOING_DOWN = frozenset({"57P01", "57P02", "57P03", "57P05"})


class Unavailable(psycopg.OperationalError):
    """The database could not be asked: no connection, or no answer, within the time allowed."""


def is_unavailable(error: BaseException) -> bool:
    """Tell whether the database is out of reach or out of resources: try later, or answer 503.

    After a loss in the middle of a call, whether the call was committed is not known.
    """
    if isinstance(error, psycopg.Error):
        state = error.sqlstate
        if state is None:
            return isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)
        return state.startswith(("08", "53")) or state in _GOING_DOWN
    return isinstance(error, OSError)


def is_transient(error: BaseException) -> bool:
    """Tell whether the same call may succeed if it is made again."""
    if isinstance(error, psycopg.Error) and error.sqlstate in _SERIALIZATION:
        return True
    return is_unavailable(error)


class Backoff:
    """Growing waits with jitter, so that many clients of a restarted server do not come at once."""

    def __init__(self, first: float = 0.05, longest: float = 5.0) -> None:
        self._first = first
        self._longest = longest
        self.tries = 0

    def next(self) -> float:
        """Give the seconds to wait now: twice as many each time, of which up to half at random."""
        ceiling = min(self._longest, self._first * 2.0 ** min(self.tries, 32))
        self.tries += 1
        return ceiling * random.uniform(0.5, 1.0)  # noqa: S311 (not a secret)

    def reset(self) -> None:
        """Start over: the last try succeeded."""
        self.tries = 0


async def retrying(
    operation: Callable[[], Awaitable[Result]],
    *,
    seconds: float,
    is_worth_it: Callable[[BaseException], bool] = is_transient,
) -> Result:
    """Run an operation that is safe to repeat until it succeeds or `seconds` have passed.

    Raises what the last try raised, and at once what is not worth another try.
    """
    deadline = time.monotonic() + seconds
    backoff = Backoff(longest=2.0)
    while True:
        try:
            return await operation()
        except Exception as error:
            wait = backoff.next()
            if not is_worth_it(error) or time.monotonic() + wait > deadline:
                raise
        await asyncio.sleep(wait)
