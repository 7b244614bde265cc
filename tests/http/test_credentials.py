"""Requests whose sender nobody knows."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from stack.private import PrivateStack
from tests.census import census
from tests.client import Client, Tenant
from tests.http.routes import Catalogue
from tests.problems import problem_of
from tests.waiting import eventually

MALFORMED = (
    "", "Bearer", "Bearer ", "Bearer  ", "hwd_abc", "Basic aHdkOmFiYw==", "Bearer hwd_abc def",
    "Bearer hwd_abc, Bearer hwd_def", "Bearer hwd_ä", "Bearer hwd_'--", 'Bearer "hwd_abc"',
    "Token hwd_abc", "Bearer hwd_abc\x00", "Bearer " + "a" * 5000,
)  # fmt: skip


@pytest.mark.parametrize("value", [v for v in MALFORMED if "\x00" not in v])
async def test_a_malformed_credential_is_refused(value: str, anonymous: Client) -> None:
    headers = {"Authorization": value}
    answer = await anonymous.request("GET", "/v1/whoami", headers=headers)
    problem_of(answer, 401, "unauthorized")
    assert answer.header("WWW-Authenticate") == "Bearer"


async def test_no_route_that_is_not_public_answers_without_a_credential(
    anonymous: Client, catalogue: Catalogue
) -> None:
    for route in catalogue.routes:
        if not route.public:
            path = route.at({a.name: catalogue.value(a) for a in route.of("path")})
            body = catalogue.body(route) if route.of("body") else None
            answer = await anonymous.request(route.method, path, body)
            problem_of(answer, 401, "unauthorized")
            assert answer.header("WWW-Authenticate") == "Bearer", str(route)


async def test_no_route_answers_to_a_credential_that_nobody_has(
    platform: PrivateStack, catalogue: Catalogue
) -> None:
    before = census(platform)
    async with Client(platform.base_url, "hwd_" + "x" * 43) as stranger:
        for route in catalogue.routes:
            if not route.public:
                path = route.at({a.name: catalogue.value(a) for a in route.of("path")})
                body = catalogue.body(route) if route.of("body") else None
                problem_of(await stranger.request(route.method, path, body), 401, "IA401")
    assert census(platform) == before


async def test_two_credentials_in_one_request_are_refused(
    tenant: Tenant, platform: PrivateStack
) -> None:
    head = (
        "GET /v1/whoami HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        f"Authorization: Bearer {tenant.client.secret}\r\nAuthorization: Bearer hwd_other\r\n\r\n"
    )
    reader, writer = await asyncio.open_connection("127.0.0.1", platform.ports.http)
    writer.write(head.encode())
    answer = await asyncio.wait_for(reader.read(), 5)
    writer.close()
    await writer.wait_closed()
    assert answer.startswith(b"HTTP/1.1 400") and b'"malformed-header"' in answer


async def test_the_scheme_may_be_written_in_any_case(tenant: Tenant) -> None:
    headers = {"Authorization": f"bEARER {tenant.client.secret}"}
    assert (await tenant.client.request("GET", "/v1/whoami", headers=headers)).status == 200


async def test_a_revoked_key_is_refused_at_once_by_every_process(
    tenant: Tenant, processes: list[Client]
) -> None:
    made = (await tenant.client.post("/v1/api-keys", {"name": "x", "role": "owner"})).json
    for process in processes:
        process.secret = made["secret"]
        assert (await process.get("/v1/whoami")).status == 200
    path = f"/v1/api-keys/{made['api_key']['api_key_id']}"
    assert (await tenant.client.delete(path)).status == 204
    for process in processes:
        problem_of(await process.get("/v1/whoami"), 401, "IA401")


async def test_a_key_is_refused_once_it_has_expired(tenant: Tenant) -> None:
    soon = datetime.now(UTC) + timedelta(seconds=0.7)
    body = {"name": "x", "role": "reader", "expires_at": soon.isoformat()}
    secret = (await tenant.client.post("/v1/api-keys", body)).json["secret"]
    async with Client(tenant.client.base_url, secret) as client:
        assert (await client.get("/v1/whoami")).status == 200

        async def is_refused() -> bool:
            return (await client.get("/v1/whoami")).status == 401

        await eventually(is_refused, 5, "the end of the key")


async def test_a_secret_is_shown_once_only(tenant: Tenant) -> None:
    body = {"name": "x", "role": "reader"}
    secret = (await tenant.client.post("/v1/api-keys", body)).json["secret"]
    assert secret not in (await tenant.client.get("/v1/api-keys")).text
