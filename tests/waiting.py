"""Waiting for what must come to pass, without guessing how long it takes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import TypeVar

Found = TypeVar("Found")

PAUSE = 0.02  # seconds between two looks


async def eventually(
    look: Callable[[], Awaitable[Found]], seconds: float = 10.0, what: str = "it"
) -> Found:
    """Looks until it finds something true, and gives that.

    Raises AssertionError, with what was seen last, when that takes longer than so many seconds.
    """
    deadline = monotonic() + seconds
    while not (found := await look()):
        assert monotonic() < deadline, f"{what} did not come true in {seconds:g} s; last: {found!r}"
        await asyncio.sleep(PAUSE)
    return found
