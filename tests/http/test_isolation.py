"""No tenant reaches another's things, by any route: generated from the route table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from stack.private import PrivateStack
from tests.census import census
from tests.client import Answer, Tenant
from tests.http.belongings import Belongings, in_order
from tests.http.newcomers import newcomer_of
from tests.http.routes import Catalogue
from tests.http.trespass import trespasses
from tests.sse import emit, subscribed
from tests.waiting import eventually

LEAK = "select to_jsonb(j) from queue.job as j where j.job_id = $1"


@pytest.fixture
async def theirs(other_tenant: Tenant, catalogue: Catalogue) -> Belongings:
    """One of everything, in another tenant."""
    return await Belongings.make(other_tenant, catalogue)


@pytest.fixture
def leaky(platform: PrivateStack) -> Iterator[Catalogue]:
    """The catalogue with a route that shows any job to anyone."""
    with newcomer_of(platform, LEAK, "job_id bigint", "/{job_id}") as leak:
        leak.expose()
        yield Catalogue.of(platform)


async def test_no_route_shows_or_changes_what_another_tenant_has(
    tenant: Tenant, theirs: Belongings, catalogue: Catalogue, platform: PrivateStack
) -> None:
    before = census(platform, theirs.tenant.tenant_id)
    assert await trespasses(tenant.client, theirs, catalogue) == []
    assert census(platform, theirs.tenant.tenant_id) == before


async def test_no_stream_tells_of_what_another_tenant_does(
    tenant: Tenant, other_tenant: Tenant, catalogue: Catalogue
) -> None:
    streams = [route for route in catalogue.routes if route.kind == "stream"]
    for route in streams:
        async with subscribed(tenant.client, path=route.path) as subscriber:
            theirs = await Belongings.make(other_tenant, catalogue)
            await emit(tenant.client, "ours")
            (message,) = await subscriber.take(1)
        assert '"ours"' in message.data, str(route)
        assert theirs.traces(Answer(200, {}, message.data)) == [], str(route)
    assert streams


async def test_the_owner_reaches_all_that_a_stranger_does_not(
    theirs: Belongings, catalogue: Catalogue
) -> None:
    for route in in_order([r for r in catalogue.calls if r.variables and not r.is_operators]):
        body = catalogue.body(route) if route.of("body") else None
        answer = await theirs.tenant.client.request(route.method, theirs.path(route), body)
        assert answer.status < 300 or answer.status == 409, (str(route), answer.text)


async def test_the_search_finds_a_route_that_leaks(
    tenant: Tenant, theirs: Belongings, leaky: Catalogue
) -> None:
    leak = next(route for route in leaky.routes if route.path.startswith("/v1/newcomers/"))

    async def is_there() -> bool:
        return (await tenant.client.get(theirs.path(leak))).status == 200

    await eventually(is_there, what="the new route")
    found = await trespasses(tenant.client, theirs, leaky)
    assert found and all(str(leak) in sentence for sentence in found)
