"""Documents for people and programs: /openapi.json, /docs and /problems/{code}.

Everything is served by this process itself; nothing comes from elsewhere on the network.
"""

from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Annotated

import orjson
from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import HTMLResponse

from api.openapi import document
from api.problem_types import TYPES
from api.problems import Problem, is_own, phrase, status_of
from api.routes import RouteTable

_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_HTML_HEADERS = {"content-security-policy": _PAGE_POLICY, "cache-control": "no-cache"}
_LIBRARY = "fastapi_offline"  # brings Swagger UI's own files
_ASSETS = {
    "swagger-ui-bundle.js": "text/javascript",
    "swagger-ui.css": "text/css",
    "favicon.png": "image/png",
}
_OWN = files("api") / "pages"


class Documents:
    """Makes the documents of the current table once and keeps their bytes."""

    def __init__(self, public_url: str) -> None:
        self._public_url = public_url
        self._assets: dict[str, bytes] = {}
        self._made: tuple[RouteTable, bytes] | None = None

    def openapi(self, table: RouteTable) -> bytes:
        """The OpenAPI document as JSON text."""
        if self._made is None or self._made[0] is not table:
            entries = [route.entry for route in table.routes]
            made = document(table.version, entries, table.schemas, self._public_url)
            self._made = (table, orjson.dumps(made))
        return self._made[1]

    def asset(self, name: str) -> bytes:
        """A file of the documentation page."""
        if name not in self._assets:
            folder = files(_LIBRARY) / "static" if name in _ASSETS else _OWN
            self._assets[name] = (folder / name).read_bytes()
        return self._assets[name]


def problem_page(code: str, table: RouteTable | None) -> str:
    """The page about a code as HTML; raises Problem `not-found` for what is no code."""
    if known := TYPES.get(code):
        return _render(code, known.status, known.title, known.meaning, known.remedy)
    if not is_own(code):
        raise Problem("not-found", "no operation answers with this code")
    described = (
        error.get("description")
        for route in (table.routes if table else ())
        for error in route.entry.get("errors") or ()
        if error["code"] == code
    )
    meaning = next(filter(None, described), "A service refused the request; the detail says why.")
    return _render(code, status_of(code), phrase(status_of(code)), meaning, "")


def _render(code: str, status: int, title: str, meaning: str, remedy: str) -> str:
    values = {"code": code, "status": str(status), "title": title}
    template = Template((_OWN / "problem.html").read_text("utf-8"))
    return template.substitute(
        {name: escape(value) for name, value in values.items()},
        meaning=escape(meaning),
        remedy=f"<h2>What to do</h2><p>{escape(remedy)}</p>" if remedy else "",
    )


router = APIRouter()
Validator = Annotated[str | None, Header(alias="if-none-match")]


@router.api_route("/openapi.json", methods=["GET", "HEAD"])
async def openapi(request: Request, known: Validator = None) -> Response:
    """Serves the OpenAPI document of what the process knows now."""
    table: RouteTable | None = request.app.state.catalogue.table
    if table is None:
        raise Problem("unavailable", "the catalogue is not loaded yet")
    return _cached(request.app.state.documents.openapi(table), "application/json", known)


@router.api_route("/docs", methods=["GET", "HEAD"])
async def docs(request: Request) -> Response:
    """Serves the documentation page."""
    return HTMLResponse(request.app.state.documents.asset("docs.html"), headers=_HTML_HEADERS)


@router.api_route("/docs/{name}", methods=["GET", "HEAD"])
async def asset(request: Request, name: str, known: Validator = None) -> Response:
    """Serves a script, a style or a picture of the documentation page."""
    media_type = _ASSETS.get(name) or {"start.js": "text/javascript"}.get(name)
    if media_type is None:
        raise Problem("not-found")
    return _cached(request.app.state.documents.asset(name), media_type, known)


@router.api_route("/problems/{code}", methods=["GET", "HEAD"])
async def problem(request: Request, code: str) -> Response:
    """Serves the page about a kind of problem."""
    page = problem_page(code, request.app.state.catalogue.table)
    return HTMLResponse(page, headers=_HTML_HEADERS)


def _cached(body: bytes, media_type: str, known: str | None) -> Response:
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if known is not None and tag in known:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)
