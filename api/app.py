"""The FastAPI application: pages of the process itself, and the engine in front of them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from api import documents, health, metrics
from api.documents import Documents
from api.engine import Engine
from api.problems import Problem
from api.routes import allow
from api.services import Services

_METHODS = ("GET",)  # what every page answers to
FIRST_LOAD_SECONDS = 5.0  # to wait for the catalogue before accepting connections without it


def create_app(services: Services) -> FastAPI:
    """Makes the application that answers with these services."""
    app = FastAPI(
        title="Howdah", openapi_url=None, docs_url=None, redoc_url=None, lifespan=_lifespan
    )
    app.state.services = services
    app.state.catalogue = services.catalogue
    app.state.documents = Documents(services.settings.public_url)
    for pages in (health, metrics, documents):
        app.include_router(pages.router)
    app.add_exception_handler(HTTPException, _refuse)
    app.add_middleware(
        Engine,
        database=services.requests,
        catalogue=services.catalogue,
        hub=services.hub,
        rings=services.rings,
        body_limit=services.settings.body_limit,
    )
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    services: Services = app.state.services
    async with services.running():
        with suppress(TimeoutError):
            async with asyncio.timeout(FIRST_LOAD_SECONDS):
                await services.catalogue.loaded.wait()
        yield


async def _refuse(request: Request, error: Exception) -> Response:
    """Turns the framework's refusals into problems, which the engine answers with."""
    if isinstance(error, HTTPException) and error.status_code == 405:
        allowed = allow(_METHODS)
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"allow": allowed})
        raise Problem(
            "method-not-allowed",
            f"{request.method} is not possible here",
            headers=[(b"allow", allowed.encode("ascii"))],
        ) from None
    if request.app.state.catalogue.table is None:
        raise Problem("unavailable", "the catalogue is not loaded yet") from None
    raise Problem("not-found", "there is nothing at this address") from None
