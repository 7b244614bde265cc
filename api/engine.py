"""The way of a request: match, check the form, call the database once, answer.

Plain ASGI in front of the FastAPI application: the hot path has no framework in it, and the
application answers what is not in the route table (documentation, health, metrics).
"""

import asyncio
import logging
from time import perf_counter

from api import behind, credentials, idempotency, records
from api.catalogue import Catalogue
from api.hub import Hub
from api.instruments import IN_FLIGHT
from api.invocation import Call, RouteIsGone, invoke
from api.parameters import values_of_path
from api.problems import Problem
from api.request import Application, ClientGone, Receive, Request, Scope, Send
from api.responses import Response, from_problem, send_response
from api.routes import Methods, Route, allow
from api.streams import Stream
from common import telemetry
from common.calls import Caller
from common.rings import Rings

log = logging.getLogger(__name__)

BODY_SECONDS = 30.0  # for the whole body to arrive
Variables = list[tuple[str, bytes]]


class Engine:
    """Answers every request of the process."""

    def __init__(
        self,
        application: Application,
        *,
        database: Caller,
        catalogue: Catalogue,
        hub: Hub,
        rings: Rings,
        body_limit: int,
    ) -> None:
        self._application = application
        self._database = database
        self._catalogue = catalogue
        self._hub = hub
        self._rings = rings
        self._body_limit = body_limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, whatever happens to it."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        request = Request(scope, receive)
        telemetry.scope.set(request)
        table = self._catalogue.table
        methods, variables = table.match(request.path) if table else (None, [])
        if methods is None:
            await behind.answer(self._application, request, send)
            return
        started = perf_counter()
        response = await self._answer(request, methods, variables, send)
        if response is not None:
            await send_response(send, response, request)
            path = next(iter(methods.values())).path
            records.answered(request, path, response.status, perf_counter() - started)

    async def _answer(
        self, request: Request, methods: Methods, variables: Variables, send: Send
    ) -> Response | None:
        """The answer to send; None when it was streamed, or nobody is there to read it."""
        try:
            route = methods.get(request.method) or _stand_in(request.method, methods)
            if route is None:
                return _without_route(request.method, methods)
            request.check_headers()
            if route.kind == "stream":
                await Stream(self._hub, route, request, send).serve(request.receive)
                return None
            with IN_FLIGHT.track_inprogress():
                return await self._call(request, route, variables)
        except Problem as problem:
            if problem.status >= 500:
                records.failed(problem)
            return from_problem(problem, request.request_id)
        except ClientGone:
            return None
        except Exception:
            log.exception("request failed")
            return from_problem(Problem("internal"), request.request_id)

    async def _call(self, request: Request, route: Route, variables: Variables) -> Response:
        headers = request.headers
        credential = (credentials.optional if route.public else credentials.required)(
            headers.get(b"authorization")
        )
        key = idempotency.key(headers.get(b"idempotency-key"), route.idempotency)
        body = await self._body(request)
        arguments = route.form.arguments(values_of_path(variables), request.query, body)
        call = Call(
            route=route,
            credential=credential,
            arguments=arguments,
            body=body,
            key=key,
            fingerprint=None if key is None else _fingerprint(request, body),
            request_id=request.request_id,
            client=request.client,
            trace=request.trace,
        )
        try:
            outcome = await invoke(self._database, call)
        except RouteIsGone:
            self._catalogue.changed()
            raise Problem("not-found", "this operation has just been removed") from None
        if outcome.rings:
            self._rings.add(outcome.rings)
            if "event" in outcome.rings:
                self._hub.ring()
        return outcome.response

    async def _body(self, request: Request) -> bytes:
        if request.method in ("GET", "HEAD"):
            return b""
        try:
            async with asyncio.timeout(BODY_SECONDS):
                body = await request.body(self._body_limit)
        except TimeoutError:
            raise Problem("request-timeout", "the body did not arrive in time") from None
        if body:
            request.check_media_type()
        return body


def _stand_in(method: str, methods: Methods) -> Route | None:
    return methods.get("GET") if method == "HEAD" else None


def _without_route(method: str, methods: Methods) -> Response:
    allowed = (b"allow", allow(methods).encode("ascii"))
    if method == "OPTIONS":
        return Response(204, headers=[allowed])
    raise Problem("method-not-allowed", f"{method} is not possible here", headers=[allowed])


def _fingerprint(request: Request, body: bytes) -> bytes:
    return idempotency.fingerprint(request.method, request.path, request.query, body)
