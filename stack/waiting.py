"""Waiting for something to become true."""

from __future__ import annotations

import time
from collections.abc import Callable

from stack.errors import StackError

INTERVAL = 0.05


def wait_until(
    condition: Callable[[], bool], seconds: float, sentence: str, explain: Callable[[], str]
) -> None:
    """Waits until the condition holds.

    Raises StackError with the sentence, and with what `explain` then says, after that many seconds.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise StackError(f"{sentence} (waited {seconds:.0f} seconds)", explain())
        time.sleep(INTERVAL)
