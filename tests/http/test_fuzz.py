"""Requests made at random for every route that /openapi.json describes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from time import monotonic
from typing import Any
from urllib.parse import unquote_plus

import aiohttp
import pytest
from hypothesis import HealthCheck, given, note, settings
from yarl import URL

from stack.private import PrivateStack
from tests.client import Answer, Client
from tests.http.strategies import Request, Strategies
from tests.problems import check_problem

EXAMPLES = 1000
SECONDS = 15.0  # after which no more are tried, however slow the machine is


class Fuzzer:
    """Sends requests with the operator's key, which opens every route, from outside of any loop."""

    def __init__(self, base_url: str, operator_key: str) -> None:
        self._runner = asyncio.Runner()
        self._client, document = self._runner.run(self._begin(base_url, operator_key))
        self.requests = Strategies(document).requests()

    async def _begin(self, base_url: str, operator_key: str) -> tuple[Client, dict[str, Any]]:
        client = Client(base_url, operator_key)
        return client, (await client.get("/openapi.json")).json

    def close(self) -> None:
        """Ends the session and the loop."""
        self._runner.run(self._client.session.close())
        self._runner.close()

    def send(self, request: Request) -> Answer | None:
        """The answer to a request; None for a stream, which has no end."""
        return self._runner.run(self._send(*request))

    async def _send(
        self, method: str, address: str, body: bytes | None, headers: dict[str, str]
    ) -> Answer | None:
        async with self._client.session.request(
            method,
            URL(address, encoded=True),
            data=body,
            headers={
                "Authorization": f"Bearer {self._client.secret}",
                **({} if body is None else {"Content-Type": "application/json"}),
                **headers,
            },
            timeout=aiohttp.ClientTimeout(total=20),
        ) as response:
            if response.content_type == "text/event-stream":
                return None
            return Answer(response.status, dict(response.headers), await response.text())


@pytest.fixture(scope="module")
def fuzzer(platform: PrivateStack) -> Iterator[Fuzzer]:
    """A fuzzer."""
    made = Fuzzer(platform.base_url, platform.operator_key())
    yield made
    made.close()


def test_whatever_is_asked_is_answered_or_refused_with_a_problem(fuzzer: Fuzzer) -> None:
    end = monotonic() + SECONDS

    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(request=fuzzer.requests)
    def check(request: Request) -> None:
        answer = fuzzer.send(request) if monotonic() < end else None
        if answer is not None:
            note(f"{answer.status} {answer.text}")
            assert answer.status < 500
            if answer.status >= 400:
                check_problem(answer, asked=f"{unquote_plus(request[1])} {request[2]!r}")

    check()
