"""Bodies, and parts of them, that are too large."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from stack.private import PrivateStack
from tests.census import census
from tests.client import Tenant
from tests.problems import named, problem_of

LIMIT = 8 * 1024 * 1024  # bytes of a body
DATA_LIMIT = 256 * 1024  # bytes of an event's data or a job's payload


def event_of(size: int) -> bytes:
    """The body of an event that is so many bytes long."""
    head, tail = b'{"type": "a.b", "data": {"text": "', b'"}}'
    return head + b"x" * (size - len(head) - len(tail)) + tail


async def in_parts(text: bytes) -> AsyncIterator[bytes]:
    """Bytes in parts of 64 KiB, whose total nobody announces."""
    for start in range(0, len(text), 65536):
        yield text[start : start + 65536]


@pytest.mark.parametrize("size", [LIMIT + 1, 8 * LIMIT])
async def test_a_body_that_announces_too_much_is_refused(size: int, tenant: Tenant) -> None:
    answer = await tenant.client.request("POST", "/v1/events", raw=event_of(size))
    problem_of(answer, 413, "content-too-large")


@pytest.mark.parametrize("size", [LIMIT + 1, 8 * LIMIT])
async def test_a_body_that_turns_out_too_long_is_refused(size: int, tenant: Tenant) -> None:
    headers = {
        "Authorization": f"Bearer {tenant.client.secret}",
        "Content-Type": "application/json",
    }
    async with tenant.client.session.post(
        "/v1/events", data=in_parts(event_of(size)), headers=headers
    ) as response:
        assert response.status == 413
        assert (await response.json(content_type=None))["code"] == "content-too-large"


async def test_a_body_that_is_announced_too_large_is_not_waited_for(
    tenant: Tenant, platform: PrivateStack
) -> None:
    head = (
        "POST /v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        f"Authorization: Bearer {tenant.client.secret}\r\nContent-Length: {10**15}\r\n\r\n"
    )
    reader, writer = await asyncio.open_connection("127.0.0.1", platform.ports.http)
    writer.write(head.encode())
    status = await asyncio.wait_for(reader.readline(), 5)
    writer.close()
    await writer.wait_closed()
    assert status.split()[1] == b"413"


@pytest.mark.parametrize(
    ("path", "name"), [("/v1/events", "data"), ("/v1/jobs", "payload")], ids=["event", "job"]
)
async def test_data_that_is_too_large_is_named(path: str, name: str, tenant: Tenant) -> None:
    body = {"type": "a.b", "kind": "a.b", name: ["x" * DATA_LIMIT]}
    del body["kind" if name == "data" else "type"]
    problem = problem_of(await tenant.client.post(path, body), 422)
    assert named(problem) == {("body", f"#/{name}")}


async def test_data_just_within_its_limit_is_stored(tenant: Tenant) -> None:
    data = ["x" * (DATA_LIMIT - 100)]
    made = await tenant.client.post("/v1/events", {"type": "a.b", "data": data})
    assert made.status == 201, made.text
    assert (await tenant.client.get(f"/v1/events/{made.json['event_id']}")).json["data"] == data


@pytest.mark.parametrize("count", [0, 10_001])
async def test_a_batch_of_too_few_or_too_many_jobs_is_refused(count: int, tenant: Tenant) -> None:
    jobs = [{"kind": "howdah.noop"}] * count
    problem = problem_of(await tenant.client.post("/v1/jobs/bulk", {"jobs": jobs}), 422)
    assert named(problem) == {("body", "#/jobs")}


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({"type": "a" * 129}, "type"),
        ({"type": ""}, "type"),
        ({"type": "a b"}, "type"),
        ({"type": "a.b\n"}, "type"),
        ({"type": "a.b", "key": "k" * 10_000}, "key"),
        ({"type": "a.b", "key": ""}, "key"),
    ],
)
async def test_a_text_of_the_wrong_length_or_form_is_named(
    body: dict[str, object], name: str, tenant: Tenant
) -> None:
    problem = problem_of(await tenant.client.post("/v1/events", body), 422)
    assert named(problem) == {("body", f"#/{name}")}


async def test_nothing_of_what_is_too_large_is_stored(
    tenant: Tenant, platform: PrivateStack
) -> None:
    before = census(platform, tenant.tenant_id)
    await tenant.client.request("POST", "/v1/events", raw=event_of(LIMIT + 1))
    await tenant.client.request("POST", "/v1/events", raw=event_of(DATA_LIMIT + 100))
    await tenant.client.post("/v1/jobs/bulk", {"jobs": [{"kind": "howdah.noop"}] * 10_001})
    await tenant.client.post("/v1/events", {"type": "a.b", "key": "k" * 10_000})
    assert census(platform, tenant.tenant_id) == before
