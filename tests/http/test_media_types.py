"""Bodies that are declared as something else than plain JSON."""

from __future__ import annotations

import gzip

import pytest

from stack.private import PrivateStack
from tests.census import census
from tests.client import Tenant
from tests.problems import problem_of

BODY = b'{"type": "a.b"}'
FOREIGN = (
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/xml",
    "application/jsonp",
    "application/json; charset=utf-16",
    "application/json; charset=latin-1",
    "application/json, text/plain",
    "application/octet-stream",
    "json",
    "*/*",
    "",
)


@pytest.mark.parametrize("kind", FOREIGN)
async def test_another_media_type_is_refused(kind: str, tenant: Tenant) -> None:
    headers = {"Content-Type": kind}
    answer = await tenant.client.request("POST", "/v1/events", raw=BODY, headers=headers)
    problem_of(answer, 415, "unsupported-media-type")


async def test_a_compressed_body_is_refused(tenant: Tenant) -> None:
    headers = {"Content-Encoding": "gzip"}
    raw = gzip.compress(BODY)
    answer = await tenant.client.request("POST", "/v1/events", raw=raw, headers=headers)
    problem_of(answer, 415, "unsupported-media-type")


@pytest.mark.parametrize(
    "kind",
    ["application/json", "application/json;charset=utf-8", 'Application/JSON; charset="UTF-8"'],
)
async def test_json_may_be_declared_in_every_valid_way(kind: str, tenant: Tenant) -> None:
    headers = {"Content-Type": kind}
    answer = await tenant.client.request("POST", "/v1/events", raw=BODY, headers=headers)
    assert answer.status == 201, answer.text


async def test_nothing_of_another_media_type_is_stored(
    tenant: Tenant, platform: PrivateStack
) -> None:
    before = census(platform, tenant.tenant_id)
    for kind in FOREIGN:
        headers = {"Content-Type": kind}
        await tenant.client.request("POST", "/v1/events", raw=BODY, headers=headers)
    assert census(platform, tenant.tenant_id) == before
