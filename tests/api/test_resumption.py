"""Resuming: from a client's last event to the feed, each event once, whatever comes between."""

from __future__ import annotations

import asyncio
import random

import pytest

from api import feed as feed_module
from api.feed import Feed
from api.problems import Problem
from api.reading import follow
from api.resumption import Resumption
from tests.api.fake_log import FakeLog
from tests.api.streaming import ids, received, subscriber


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Backstop and pause so short that tests need not wait for them."""
    monkeypatch.setattr(feed_module, "POLL", 0.01)
    monkeypatch.setattr(feed_module, "PAUSE", 0.0)


@pytest.mark.parametrize("seed", range(60))
async def test_resuming_meets_the_feed_without_gap_or_duplicate(seed: int) -> None:
    """While events keep coming, in batches smaller than their number, at random moments."""
    chance = random.Random(seed)  # noqa: S311
    log = FakeLog(chance.randint(2, 5), seed)
    feed = Feed(log, 5)
    await feed.join(subscriber(b"b-1"), "0", caught_up=False)
    await feed.join(subscriber(b"a-1"), "0", caught_up=False)
    for _ in range(chance.randint(0, 30)):
        log.add(chance.choice("ab"))

    async def write() -> None:
        for _ in range(60):
            for _ in range(chance.choice([1, 1, 9])):
                log.add(chance.choice("ab"))
            if chance.random() < 0.3:
                feed.ring()
            for _ in range(chance.randint(0, 3)):
                await asyncio.sleep(0)

    async def resume(start: int) -> None:
        one = subscriber(b"a-2")
        got: list[str] = []
        reading = await follow(log, 5, [b"a-2"], str(start))
        async for events in Resumption(log, 5, feed, one).events(reading):
            got += [event.position for event in events]
        await writing
        final = log.add("a")
        feed.ring()
        got += ids(await received(one, lambda text: final in ids(text)))
        finals = {final, *log.positions("a", after=int(final))}
        expected = log.positions("a", after=start)
        assert got == expected[: len(got)]
        assert set(expected) - set(got) <= finals - {final}

    writing = asyncio.create_task(write())
    starts = [chance.randint(0, len(log.events)) for _ in range(4)]
    await asyncio.gather(*(resume(start) for start in starts))
    await feed.stop()


async def test_a_credential_that_is_revoked_while_it_catches_up_is_refused() -> None:
    log = FakeLog(batch=2)
    feed = Feed(log, 5)
    for _ in range(6):
        log.add("a")
    reading = await follow(log, 5, [b"a-1"], "0")
    log.revoked.add(b"a-1")
    with pytest.raises(Problem) as caught:
        async for _ in Resumption(log, 5, feed, subscriber(b"a-1")).events(reading):
            pass
    assert caught.value.code == "IA401"
