"""The one call: `gateway.invoke(…)`, which does all of a request in one transaction."""

import asyncio
import random
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import psycopg

from api import problems, responses
from api.json_text import unstorable
from api.problems import Problem
from api.responses import Headers, Response
from api.routes import Route
from api.sqlstates import TRANSIENT, problem_of
from common.calls import Caller

_TRIES = 4
_PAUSE = 0.01  # seconds, doubled with each try
_ROUTE_IS_GONE = "WG410"
_VALUE_STATES = frozenset({"22003", "22P02", "22P05"})  # a number or text that can't be stored


@dataclass(slots=True)
class Call:
    """The facts of one request that the database needs to decide and to record it."""

    route: Route
    credential: bytes | None
    arguments: bytes
    body: bytes
    key: str | None
    fingerprint: bytes | None
    request_id: str
    client: str | None
    trace: str | None


@dataclass(slots=True)
class Outcome:
    """What came of a call: the answer, and the topics to ring now that it is committed."""

    response: Response
    rings: list[str]


class RouteIsGone(Exception):
    """The database no longer has the route; the table of this process is behind."""


async def invoke(database: Caller, call: Call) -> Outcome:
    """Calls `gateway.invoke(…)` and shapes its row into an answer.

    Repeats the call when the transaction lost against another one. Raises Problem for every
    refusal, raised or returned, and RouteIsGone.
    """
    started = perf_counter()
    try:
        status, body, fields, rings = await _row(database, call)
    except psycopg.Error as error:
        if error.sqlstate == _ROUTE_IS_GONE:
            raise RouteIsGone from error
        raise _problem(error, call) from error
    headers = responses.from_database(fields)
    headers.append((b"server-timing", b"db;dur=%.2f" % ((perf_counter() - started) * 1000)))
    if status >= 400:
        raise problems.from_refusal(status, body, headers)
    return Outcome(_answer(status, body, headers), rings or [])


async def _row(database: Caller, call: Call) -> tuple[int, str | None, Any, list[str] | None]:
    arguments = call.arguments.decode("utf-8")
    for attempt in range(_TRIES):
        try:
            rows = await database.call(
                "gateway.invoke",
                call.route.route_id,
                call.credential,
                arguments,
                call.key,
                call.fingerprint,
                call.request_id,
                call.client,
                call.trace,
            )
            return rows[0]
        except psycopg.Error as error:
            if error.sqlstate not in TRANSIENT or attempt == _TRIES - 1:
                raise
        await asyncio.sleep(_PAUSE * 2**attempt * random.uniform(0.5, 1.5))  # noqa: S311
    raise AssertionError("unreachable")


def _answer(status: int, body: str | None, headers: Headers) -> Response:
    if body is None:
        return Response(204 if status == 200 else status, b"", headers)
    if not any(name == b"content-type" for name, _ in headers):
        headers.append(responses.JSON)
    return Response(status, body.encode("utf-8"), headers)


def _problem(error: psycopg.Error, call: Call) -> Problem:
    problem = problem_of(error, call.route.form.places)
    if error.sqlstate in _VALUE_STATES and call.body and not problem.errors:
        problem.errors = unstorable(call.body)
    return problem
