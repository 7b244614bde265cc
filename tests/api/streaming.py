"""What tests of streams share: subscribers, and what they are sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from api.events import Filter
from api.subscriber import Subscriber


def subscriber(credential: bytes, **wanted: list[str]) -> Subscriber:
    """A subscriber that wants everything, or what the patterns say."""
    return Subscriber(credential, Filter(**wanted))


async def received(one: Subscriber, enough: Callable[[str], bool]) -> str:
    """What a subscriber is sent until it is enough, or the stream ends."""
    text = ""
    async with asyncio.timeout(5):
        while not enough(text):
            part = await one.next(0.05)
            if not part:
                break
            text += part.decode()
    return text


def ids(text: str) -> list[str]:
    """The positions of the events in a stream's text."""
    return [line[4:] for line in text.splitlines() if line.startswith("id: ")]
