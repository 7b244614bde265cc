"""When an idle worker looks for work again."""

import asyncio
import random
from collections.abc import Callable

TOPIC = "queue"
_BLIND_INTERVAL = 1.0
_SHORTEST = 0.01
_FIRST_SPREAD = 0.001
_WIDEST_SPREAD = 0.01


class Wakeups:
    """Sleeps until a bell rings or the poll is due.

    All idle workers hear the same bell. One that woke for nothing answers the next bells after a
    random, growing moment, so that a few of them go and look rather than all; one that found work
    answers at once again.
    """

    def __init__(self, is_listening: Callable[[], bool]) -> None:
        self._is_listening = is_listening
        self._rung = asyncio.Event()
        self._answered_bell = False
        self.spread = 0.0

    def notified(self, payload: str) -> None:
        """Take a notification of the channel `howdah_wake`; wakes for the queue's topic only."""
        if payload == TOPIC:
            self._rung.set()

    def wake(self) -> None:
        """End the present sleep, or the next one if there is none now."""
        self._rung.set()

    def forget(self) -> None:
        """Forget what rang so far; call it before looking for work, never after."""
        self._rung.clear()

    def looked(self, found: bool) -> None:
        """Note whether the last look found work."""
        if found:
            self.spread = 0.0
        elif self._answered_bell:
            self.spread = min(_WIDEST_SPREAD, max(_FIRST_SPREAD, self.spread * 2))
        self._answered_bell = False

    async def sleep(self, longest: float) -> None:
        """Sleep until woken, at most `longest` seconds (less by up to a fifth, at random).

        Without a listener no bell is heard: then the poll is at least one a second.
        """
        if not self._is_listening():
            longest = min(longest, _BLIND_INTERVAL)
        longest = max(longest, _SHORTEST) * random.uniform(0.8, 1.0)  # noqa: S311
        try:
            async with asyncio.timeout(longest):
                await self._rung.wait()
        except TimeoutError:
            return
        self._answered_bell = True
        if self.spread:
            await asyncio.sleep(random.uniform(0, self.spread))  # noqa: S311
