"""The tenants of the guided run: one for each owner of deliveries, new ones in each run."""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

import orjson

from demo.client import Client
from demo.messages import Refused, Request, Unreachable

TRIES = 5
RULE = {"event_type": "github.*", "kind": "demo.record_delivery", "queue": "github"}


@dataclass(frozen=True, slots=True)
class Tenant:
    """A tenant, named after the owner of its deliveries, and the secret that opens it."""

    name: str
    tenant_id: str
    api_key: str = field(repr=False)


async def create_tenants(client: Client, admin_key: str, names: Iterable[str]) -> dict[str, Tenant]:
    """Makes a tenant for each name, with a rule that has its deliveries recorded.

    Gives them by name. Raises Refused.
    """
    tenants = {}
    for name in names:
        tenant = await _create_tenant(client, admin_key, name)
        rule = await client.post(
            "/v1/rules", tenant.api_key, orjson.dumps(RULE), secrets.token_hex()
        )
        rule.expect(201)
        tenants[name] = tenant
    return tenants


async def _create_tenant(client: Client, admin_key: str, name: str) -> Tenant:
    """Each try makes another slug: one that took effect unnoticed is in nobody's way."""
    for _ in range(TRIES):
        body = orjson.dumps({"slug": _slug(name), "name": f"{name} (guided run)"})
        try:
            answer = await client.try_once(Request("POST", "/v1/tenants", admin_key, body))
        except Unreachable:
            # A request that may be repeated: it comes back when the platform does.
            await client.get("/v1/whoami", admin_key)
            continue
        made = answer.expect(201)
        return Tenant(name, made["tenant"]["tenant_id"], made["api_key"])
    raise Refused(f"no tenant could be made for {name}")


def _slug(name: str) -> str:
    return f"{re.sub('[^a-z0-9]+', '-', name.lower())}-{secrets.token_hex(4)}"
