"""One of everything that a tenant can have, made and found again by nothing but the route table."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.client import Answer, Tenant
from tests.http.routes import Argument, Catalogue, Route
from tests.waiting import eventually

ENDED = frozenset({"succeeded", "dead", "cancelled", "scheduled"})
# What operators' routes are about.
HOUSE = {"queue": "default", "gate": "queue", "page_id": 1, "error_type": "Busy"}
ORDER = ("GET", "POST", "PUT", "PATCH", "DELETE")  # what is deleted last was there to be shown


@dataclass
class Belongings:
    """What a tenant has made. `mark` is in every text of it that may be any text; `ids` has the
    ids by their field, and `made` the fields of what was made in each collection."""

    tenant: Tenant
    mark: str
    ids: dict[str, list[Any]] = field(default_factory=dict)
    made: dict[str, dict[str, Any]] = field(default_factory=dict)
    secrets: list[str] = field(default_factory=list)

    @classmethod
    async def make(cls, tenant: Tenant, catalogue: Catalogue) -> Belongings:
        """Calls every POST without variables as the tenant, and waits until nothing goes on: the
        jobs have ended, and it is computed when the schedules fire."""
        belongings = cls(tenant, f"m{secrets.token_hex(8)}", {"tenant_id": [tenant.tenant_id]})
        for route in catalogue.calls:
            if route.method == "POST" and not route.variables and not route.is_operators:
                await belongings._add(route, catalogue)
        await eventually(belongings._is_quiet, what="the end of all jobs and plans")
        return belongings

    async def _add(self, route: Route, catalogue: Catalogue) -> None:
        for mark in (self.mark, None):  # an object may not like a mark in it
            answer = await self.tenant.client.post(route.path, catalogue.body(route, mark))
            if answer.status < 300:
                break
        assert answer.status < 300, f"the example of {route} is refused: {answer.text}"
        self._harvest(answer, self.made.setdefault(route.path, {}))

    def _harvest(self, answer: Answer, made: dict[str, Any]) -> None:
        for name, value in fields(answer.json):
            made.setdefault(name, value)
            if value is None:
                continue
            if name.endswith("_id"):
                self.ids.setdefault(name, []).append(value)
            elif name.endswith("_ids"):
                self.ids.setdefault(name.removesuffix("s"), []).extend(value)
            elif name in ("secret", "api_key") and isinstance(value, str):
                self.secrets.append(value)

    async def _is_quiet(self) -> bool:
        jobs = (await self.tenant.client.get("/v1/jobs", limit="200")).json["items"]
        schedules = (await self.tenant.client.get("/v1/schedules", limit="200")).json["items"]
        is_planned = all(schedule["next_fire_at"] for schedule in schedules)
        return is_planned and {job["state"] for job in jobs} <= ENDED

    def value(self, route: Route, argument: Argument) -> Any:
        """What this tenant has that the argument of the route could mean: a variable of the path
        or something named like what another collection holds. None when it has nothing such."""
        made = self.made.get(route.collection, {})
        if argument.place == "path" and argument.name in made:
            return made[argument.name]
        if argument.name in self.ids:
            return self.ids[argument.name][0]
        if route.is_operators and argument.place == "path":
            return HOUSE.get(argument.name)
        for path, others in self.made.items():
            noun = path.rpartition("/")[2].removesuffix("s").replace("-", "_")
            if argument.name == noun and "name" in others:
                return others["name"]
        return None

    def path(self, route: Route) -> str:
        """The route's path to what this tenant has."""
        values = {a.name: self.value(route, a) for a in route.of("path")}
        assert None not in values.values(), f"no POST makes what {route} is about"
        return route.at(values)

    def traces(self, answer: Answer) -> list[object]:
        """What of this tenant is to be seen in an answer. Marks, secrets and UUIDs are found
        anywhere in its text; numbers, which logs count each for itself, by their field."""
        known = [self.mark, *self.secrets]
        known += [value for ids in self.ids.values() for value in ids if isinstance(value, str)]
        seen: list[object] = [text for text in known if text in answer.text]
        for name, value in fields(answer.json) if answer.text else ():
            values = value if isinstance(value, list) else [value]
            seen += [v for v in values if v in self.ids.get(name.removesuffix("s"), ())]
        return seen


def fields(value: Any) -> Iterator[tuple[str, Any]]:
    """Every field anywhere in a document, outer ones first."""
    if isinstance(value, dict):
        yield from value.items()
        for inner in value.values():
            yield from fields(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from fields(inner)


def in_order(routes: list[Route]) -> list[Route]:
    """Routes sorted so that nothing is deleted before everything else was tried."""
    return sorted(routes, key=lambda route: ORDER.index(route.method))
