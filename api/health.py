"""Is the process alive, and can it answer requests?"""

import asyncio

import orjson
import psycopg
from fastapi import APIRouter, Request, Response

from api.problems import Problem
from api.services import Services

READY_SECONDS = 2.0

router = APIRouter(prefix="/health")


@router.api_route("/live", methods=["GET", "HEAD"])
async def live() -> Response:
    """Answers as long as the event loop turns; asks nobody else."""
    return _json({"status": "live"})


@router.api_route("/ready", methods=["GET", "HEAD"])
async def ready(request: Request) -> Response:
    """Answers 200 when the catalogue is loaded and `gateway.ready()` says so, else 503."""
    services: Services = request.app.state.services
    table = services.catalogue.table
    if table is None:
        raise Problem("unavailable", "the catalogue is not loaded yet")
    try:
        async with asyncio.timeout(READY_SECONDS):
            answer = await services.own.value("gateway.ready")
    except TimeoutError as error:
        raise Problem("unavailable", "the database does not answer in time") from error
    except psycopg.Error as error:
        raise Problem("unavailable", "the database is not ready") from error
    return _json(
        {
            "status": "ready",
            "catalogue": table.version,
            "listening": services.listener.connected,
            "database": orjson.Fragment(answer),
        }
    )


def _json(value: object) -> Response:
    return Response(orjson.dumps(value), media_type="application/json")
