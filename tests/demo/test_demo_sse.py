"""How the guided run reads a stream of Server-Sent Events."""

from __future__ import annotations

import pytest

from demo.sse import Message, Parser

STREAM = (
    b": subscribed at 1-0\nretry: 2000\nid: 1-0\n\n"
    b'id: 1-7\nevent: order.paid\ndata: {"a":1}\n\n'
    b": heartbeat\n\n"
    b"id: 2-8\nevent: order.paid\ndata: one\ndata: two\n\n"
    b'event: closed\ndata: {"reason":"revoked"}\n\n'
)
MESSAGES = [
    Message("order.paid", '{"a":1}', "1-7"),
    Message("order.paid", "one\ntwo", "2-8"),
    Message("closed", '{"reason":"revoked"}', None),
]


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_does_not_depend_on_how_the_stream_is_cut(size: int) -> None:
    parser = Parser()
    chunks = [STREAM[at : at + size] for at in range(0, len(STREAM), size)]
    assert [message for chunk in chunks for message in parser.feed(chunk)] == MESSAGES
    assert parser.last_id == "2-8"


def test_resumes_behind_the_opening_when_no_event_came() -> None:
    parser = Parser()
    assert list(parser.feed(b": subscribed at 1-0\nid: 1-0\n\n")) == []
    assert parser.last_id == "1-0"


def test_does_not_resume_behind_an_event_that_was_cut_off() -> None:
    parser = Parser("1-0")
    assert list(parser.feed(b"id: 1-7\nevent: order.paid\ndata: {")) == []
    assert parser.last_id == "1-0"
