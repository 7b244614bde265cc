"""Matching: exact before variable, raw paths, and what else an address allows."""

from __future__ import annotations

import pytest

from api.routes import allow
from tests.api.catalogue import table

TABLE = table()


@pytest.mark.parametrize(
    ("path", "methods", "variables"),
    [
        (b"/v1/things", {1, 2}, []),
        (b"/v1/things/first", {3}, []),
        (b"/v1/things/7", {4}, [("thing_id", b"7")]),
        (b"/v1/things/a%2Fb", {4}, [("thing_id", b"a%2Fb")]),
    ],
)
def test_a_known_path_is_found(
    path: bytes, methods: set[int], variables: list[tuple[str, bytes]]
) -> None:
    found, values = TABLE.match(path)
    assert found is not None
    assert {route.route_id for route in found.values()} == methods
    assert values == variables


@pytest.mark.parametrize(
    "path",
    [b"/", b"/v1", b"/v1/things/", b"/v1/things/7/more", b"/V1/things", b"//v1/things", b"/v1/x"],
)
def test_another_path_is_not(path: bytes) -> None:
    assert TABLE.match(path) == (None, [])


def test_head_goes_with_get_and_options_with_everything() -> None:
    assert allow({"GET", "POST"}) == "GET, HEAD, OPTIONS, POST"
    assert allow({"POST"}) == "OPTIONS, POST"


def test_a_stream_takes_a_position_in_the_query() -> None:
    [stream] = [route for route in TABLE.routes if route.kind == "stream"]
    assert stream.form.values(b"last_event_id=7-1&types=a.*,b") == {
        "last_event_id": "7-1",
        "types": ["a.*", "b"],
    }
