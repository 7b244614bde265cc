"""Streams: one reading for all, each event once and in order, slow clients cut, rights kept."""

from __future__ import annotations

import psycopg
import pytest

from api import feed as feed_module
from api.events import Event
from api.feed import Feed
from api.subscriber import MAX_EVENTS
from tests.api.fake_log import FakeLog
from tests.api.streaming import ids, received, subscriber


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Backstop and pause so short that tests need not wait for them."""
    monkeypatch.setattr(feed_module, "POLL", 0.01)
    monkeypatch.setattr(feed_module, "PAUSE", 0.0)


async def test_one_reading_serves_all_subscribers_and_nobody_sees_another_tenant() -> None:
    log = FakeLog(batch=100)
    feed = Feed(log, 5)
    ones = [subscriber(f"{tenant}-{n % 2}".encode()) for tenant in "ab" for n in range(10)]
    for one in ones:
        await feed.join(one, "0", caught_up=False)
    for n in range(20):
        log.add("ab"[n % 2])
    before = len(log.readings)
    feed.ring()
    texts = [await received(one, lambda text: len(ids(text)) >= 10) for one in ones]
    assert all(ids(text) == log.positions("a") for text in texts[:10])
    assert all(ids(text) == log.positions("b") for text in texts[10:])
    reading = next(r for r in log.readings[before:] if r[1] == "0")
    assert sorted(reading[0]) == [b"a-0", b"a-1", b"b-0", b"b-1"]
    await feed.stop()


async def test_an_idle_feed_notices_a_revoked_credential() -> None:
    log = FakeLog()
    feed = Feed(log, 5)
    kept, lost = subscriber(b"a-1"), subscriber(b"a-2")
    for one in (kept, lost):
        await feed.join(one, "0", caught_up=False)
    log.revoked.add(b"a-2")
    text = await received(lost, lambda text: "closed" in text)
    assert "event: closed" in text
    assert "revoked" in text
    assert await lost.next(0.01) == b""
    log.add("a")
    assert ids(await received(kept, lambda text: bool(ids(text)))) == ["1"]
    assert not ids(text)
    await feed.stop()


async def test_a_feed_outlives_a_database_that_is_away() -> None:
    log = FakeLog()
    feed = Feed(log, 5)
    one = subscriber(b"a-1")
    await feed.join(one, "0", caught_up=False)
    log.fails_with = [psycopg.OperationalError("gone"), psycopg.OperationalError("gone")]
    log.add("a")
    assert ids(await received(one, lambda text: bool(ids(text)))) == ["1"]
    await feed.stop()


async def test_a_log_that_cannot_be_followed_any_more_ends_the_streams_with_a_reason() -> None:
    log = FakeLog()
    feed = Feed(log, 5)
    one = subscriber(b"a-1")
    await feed.join(one, "-5", caught_up=False)
    assert "event: closed" in await received(one, lambda text: "closed" in text)


async def test_a_slow_client_is_cut_with_a_reason_and_holds_nothing() -> None:
    one = subscriber(b"a-1")
    events = [Event(str(n), "it.happened", "{}") for n in range(MAX_EVENTS + 1)]
    one.offer(events)
    text = await received(one, lambda _: False)
    assert text.startswith("event: cut\n")
    assert not ids(text)
    assert one.offer(events) == 0


async def test_large_events_count_by_their_size() -> None:
    one = subscriber(b"a-1")
    one.offer([Event(str(n), "it.happened", '"' + "x" * 1_000_000 + '"') for n in range(5)])
    assert one.ended_by == "cut"


async def test_silence_is_filled_with_heartbeats() -> None:
    assert await subscriber(b"a-1").next(0.001) == b": \n\n"


async def test_an_ending_stream_still_sends_what_waits_and_says_goodbye() -> None:
    one = subscriber(b"a-1")
    one.offer([Event("1", "it.happened", "{}")])
    one.end("the server stops")
    text = await received(one, lambda _: False)
    assert ids(text) == ["1"]
    assert text.endswith(": the server stops\n\n")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ["order.paid", "order.lost", "user.gone"]),
        ({"types": ["order.*"]}, ["order.paid", "order.lost"]),
        ({"types": ["*.paid", "user.gone"]}, ["order.paid", "user.gone"]),
        ({"types": ["o*r*.*d"]}, ["order.paid"]),
        ({"types": ["order"]}, []),
        ({"types": ["order.paid*paid"]}, []),
        ({"keys": ["k"]}, ["order.paid", "order.lost", "user.gone"]),
        ({"keys": ["other*"]}, []),
    ],
)
async def test_filters_are_patterns(wanted: dict[str, list[str]], expected: list[str]) -> None:
    names = ["order.paid", "order.lost", "user.gone"]
    events = [Event(name, name, '{"key": "k"}') for name in names]
    one = subscriber(b"a-1", **wanted)
    assert one.offer(events) == len(expected)
    one.end("enough")
    assert ids(await received(one, lambda _: False)) == expected
