"""What is written down about requests: a measurement and a line in the log."""

import logging

from api.instruments import observer
from api.problems import Problem
from api.request import Request
from common.telemetry import fields

log = logging.getLogger(__name__)


def answered(request: Request, route: str, status: int, seconds: float) -> None:
    """Records an answer. Refusals are logged at INFO, the rest at DEBUG."""
    observer(request.method, route, status)(seconds)
    level = logging.DEBUG if status < 400 else logging.INFO
    if log.isEnabledFor(level):
        extra = fields(route=route, status=status, seconds=round(seconds, 6))
        log.log(level, "answered", extra=extra)


def failed(problem: Problem) -> None:
    """Logs what the client is not told: the cause of a problem on the server's side."""
    if problem.status == 503:
        reason = str(problem.__cause__ or problem)
        log.warning("refused for now", extra=fields(code=problem.code, reason=reason))
    else:
        log.error("request failed", exc_info=problem)
