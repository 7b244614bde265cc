"""The application behind the engine: it answers what is in no route table."""

import logging
from time import perf_counter

from api import records
from api.problems import Problem
from api.request import Application, Message, Request, Send
from api.responses import from_problem, send_response, with_protection

log = logging.getLogger(__name__)


async def answer(application: Application, request: Request, send: Send) -> None:
    """Lets the application answer, and gives its answer the headers that every answer has.

    A Problem that it raises becomes a document; any other error does too, and says nothing.
    """
    started = perf_counter()
    status = 0

    async def complete(message: Message) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]
            headers = with_protection(message["headers"], request.request_id)
            message = {**message, "headers": headers}
        await send(message)

    try:
        await application(request.scope, request.receive, complete)
    except Exception as error:
        problem = error if isinstance(error, Problem) else Problem("internal")
        if problem is not error:
            log.exception("a page failed")
        if not status:
            status = problem.status
            await send_response(send, from_problem(problem, request.request_id), request)
    records.answered(request, "page", status or 500, perf_counter() - started)
