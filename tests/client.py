"""The client that tests speak HTTP with."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from io import BytesIO
from types import TracebackType
from typing import Any, Self

import aiohttp
import orjson
from yarl import URL


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the headers and the body, parsed when it is JSON."""

    status: int
    headers: aiohttp.typedefs.LooseHeaders
    text: str

    @property
    def json(self) -> Any:
        return orjson.loads(self.text)

    def header(self, name: str) -> str | None:
        """A header, whatever the case of its name; None when it is missing."""
        return {k.lower(): v for k, v in dict(self.headers).items()}.get(name.lower())


class Client:
    """Sends requests to one API with one credential."""

    def __init__(
        self,
        base_url: str,
        secret: str | None = None,
        connector: aiohttp.BaseConnector | None = None,
    ) -> None:
        self.base_url = base_url
        self.secret = secret
        self.session = aiohttp.ClientSession(base_url, connector=connector)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.session.close()

    async def request(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        raw: bytes | None = None,
        headers: dict[str, str] | None = None,
        params: dict[str, str] | None = None,
    ) -> Answer:
        """Sends a request, with a JSON body or with raw bytes, and waits for the whole answer.

        The path goes out as it is written, percent signs and all; `params` are encoded.
        """
        sent = {"Authorization": f"Bearer {self.secret}"} if self.secret else {}
        if body is not None or raw is not None:
            sent["Content-Type"] = "application/json"
        text = json.dumps(body).encode() if raw is None and body is not None else raw
        data = None if text is None else BytesIO(text)
        url = URL(path, encoded=True) if params is None else path
        async with self.session.request(
            method, url, data=data, headers=sent | (headers or {}), params=params
        ) as response:
            return Answer(response.status, dict(response.headers), await response.text())

    async def get(self, path: str, **params: str) -> Answer:
        """Sends a GET with query parameters."""
        return await self.request("GET", path, params=params or None)

    async def post(self, path: str, body: object = None, **headers: str) -> Answer:
        """Sends a POST with a JSON body."""
        return await self.request("POST", path, body, headers=headers)

    async def delete(self, path: str) -> Answer:
        """Sends a DELETE."""
        return await self.request("DELETE", path)


@dataclass(frozen=True)
class Tenant:
    """A tenant and a client that may do everything in it."""

    tenant_id: str
    client: Client

    @classmethod
    async def create(cls, operator: Client) -> Self:
        """Has the operator make a tenant of a random name."""
        slug = f"test-{secrets.token_hex(6)}"
        answer = await operator.post("/v1/tenants", {"slug": slug, "name": slug})
        assert answer.status == 201, answer.text
        made = answer.json
        return cls(made["tenant"]["tenant_id"], Client(operator.base_url, made["api_key"]))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.client.session.close()

    async def client_as(self, role: str) -> Client:
        """A client with a new key in a role of this tenant; the caller closes it."""
        answer = await self.client.post("/v1/api-keys", {"name": role, "role": role})
        assert answer.status == 201, answer.text
        return Client(self.client.base_url, answer.json["secret"])
