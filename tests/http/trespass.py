"""Tries, as one tenant, to reach what another has, by every route there is."""

from __future__ import annotations

from collections.abc import AsyncIterator

from tests.client import Answer, Client
from tests.http.belongings import Belongings, in_order
from tests.http.routes import Catalogue, Route

REFUSALS = frozenset({403, 404, 422})


async def trespasses(client: Client, owner: Belongings, catalogue: Catalogue) -> list[str]:
    """What a stranger, asking with the owner's ids wherever a route takes one, got to see or was
    not refused: one sentence each."""
    found = []
    for route in in_order(catalogue.calls):
        async for answer, is_aimed in _attempts(client, owner, catalogue, route):
            if seen := owner.traces(answer) if answer.status < 300 else []:
                found.append(f"{route} shows {seen}")
            if is_aimed and answer.status not in REFUSALS:
                found.append(f"{route} was answered {answer.status}: {answer.text}")
    return found


async def _attempts(
    client: Client, owner: Belongings, catalogue: Catalogue, route: Route
) -> AsyncIterator[tuple[Answer, bool]]:
    """Each request's answer, and whether it was for a thing of the owner's."""
    path = owner.path(route) if route.variables else route.path
    body = catalogue.body(route) if route.of("body") else None
    if route.variables or not route.is_operators:
        yield await client.request(route.method, path, body), bool(route.variables)
    for argument in route.of("body"):
        if (theirs := owner.value(route, argument)) is not None:
            aimed = {**(body or {}), argument.name: theirs}
            yield await client.request(route.method, path, aimed), True
    for argument in route.of("query"):
        if (theirs := owner.value(route, argument)) is not None:
            yield (
                await client.request(route.method, f"{path}?{argument.name}={theirs}", body),
                False,
            )
    if route.page and not route.is_operators:
        page = await owner.tenant.client.get(f"{path}?limit=1")
        if cursor := page.json["next_cursor"]:
            yield await client.get(f"{path}?limit=1&cursor={cursor}"), True
