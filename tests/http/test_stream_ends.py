"""How streams end: with the credential, with the tenant, and with a client's patience."""

from __future__ import annotations

import json
import socket
from time import monotonic
from typing import Any

import aiohttp

from tests.client import Client, Tenant
from tests.sse import emit, numbers, subscribed

NOTICE = 3.0  # seconds until a stream notices that it may not go on: it looks each second
BIG = 200_000  # bytes of an event's data
MANY = 80  # of them are more than a socket and a subscriber hold


class SmallBuffer(aiohttp.TCPConnector):
    """Connections whose receiving end holds next to nothing."""

    def __init__(self) -> None:
        super().__init__(socket_factory=self._make)

    def _make(self, address: Any) -> socket.socket:
        made = socket.socket(*address[:3])
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        return made


async def test_a_revoked_key_hears_no_more(tenant: Tenant) -> None:
    body = {"name": "x", "role": "reader"}
    made = (await tenant.client.post("/v1/api-keys", body)).json
    async with Client(tenant.client.base_url, made["secret"]) as client:
        async with subscribed(client) as subscriber, subscribed(tenant.client) as other:
            await tenant.client.delete(f"/v1/api-keys/{made['api_key']['api_key_id']}")
            emitted = await emit(tenant.client, "secret")
            started = monotonic()
            messages = await subscriber.rest()
            assert monotonic() - started < NOTICE
            assert [message.name for message in messages] == ["closed"]
            assert "revoked" in json.loads(messages[0].data)["reason"]
            assert numbers(await other.take(1)) == emitted


async def test_a_suspended_tenant_hears_no_more(tenant: Tenant, operator: Client) -> None:
    async with subscribed(tenant.client) as subscriber:
        path = f"/v1/tenants/{tenant.tenant_id}/state"
        assert (await operator.request("PUT", path, {"state": "suspended"})).status == 200
        messages = await subscriber.rest(NOTICE)
    assert [message.name for message in messages] == ["closed"]


async def test_a_role_that_loses_its_permission_hears_no_more(tenant: Tenant) -> None:
    role = {"name": "listener", "permissions": ["event.read"]}
    assert (await tenant.client.post("/v1/roles", role)).status == 201
    async with await tenant.client_as("listener") as client, subscribed(client) as subscriber:
        keys = (await tenant.client.get("/v1/api-keys")).json["items"]
        (key,) = [key["api_key_id"] for key in keys if key["role"] == "listener"]
        assert (await tenant.client.delete(f"/v1/api-keys/{key}")).status == 204
        assert (await tenant.client.delete("/v1/roles/listener")).status == 204
        assert [message.name for message in await subscriber.rest(NOTICE)] == ["closed"]


async def test_a_client_that_does_not_read_is_cut_and_may_come_back(tenant: Tenant) -> None:
    connector = SmallBuffer()
    async with Client(tenant.client.base_url, tenant.client.secret, connector) as slow:
        async with subscribed(tenant.client) as quick, subscribed(slow) as subscriber:
            emitted = []
            for number in range(MANY):
                body = {"type": "big", "key": str(number), "data": "x" * BIG}
                answer = await tenant.client.post("/v1/events", body)
                emitted.append(answer.json["event_id"])
                assert numbers(await quick.take(1)) == emitted[-1:]
            *seen, last = await subscriber.rest()
    assert last.name == "cut" and 0 < len(seen) < MANY
    async with subscribed(tenant.client, last_event_id=seen[-1].id) as subscriber:
        assert numbers(seen + await subscriber.take(MANY - len(seen))) == emitted
