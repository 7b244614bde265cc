"""Keeping the table up to date: swapped whole, kept when a reload fails."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest

from api import catalogue as catalogue_module
from api.catalogue import Catalogue
from api.routes import RouteTable
from tests.api.catalogue import catalogue, route
from tests.api.fake_database import FakeDatabase, failure


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A debounce so short that tests need not wait for it."""
    monkeypatch.setattr(catalogue_module, "DEBOUNCE", 0.01)


@asynccontextmanager
async def kept(database: FakeDatabase) -> AsyncIterator[tuple[Catalogue, list[str]]]:
    """A catalogue that is kept up to date, and the versions it was swapped to."""
    versions: list[str] = []
    holder = Catalogue(database, lambda table: versions.append(table.version))
    keeping = asyncio.create_task(holder.keep())
    try:
        async with asyncio.timeout(5):
            await holder.loaded.wait()
            yield holder, versions
    finally:
        keeping.cancel()
        with suppress(asyncio.CancelledError):
            await keeping


async def until(database: FakeDatabase, calls: int) -> None:
    """Waits until the database was asked so often, and a little more."""
    while len(database.calls) < calls:  # noqa: ASYNC110 (a fake has no event)
        await asyncio.sleep(0.005)
    await asyncio.sleep(0.05)


async def test_a_burst_of_changes_is_one_reload() -> None:
    database = FakeDatabase((catalogue(),), (catalogue([route(1, "GET", "/new")], "2"),))
    async with kept(database) as (holder, versions):
        for _ in range(10):
            holder.changed()
        await until(database, 2)
        assert versions == ["1", "2"]
        assert len(database.calls) == 2
        assert holder.table is not None
        assert holder.table.match(b"/new")[0] is not None


async def test_the_same_version_is_not_swapped() -> None:
    database = FakeDatabase((catalogue(),))
    async with kept(database) as (holder, versions):
        table = holder.table
        holder.changed()
        await until(database, 2)
        assert holder.table is table
        assert versions == ["1"]


@pytest.mark.parametrize("bad", [failure(None), ("not JSON",), ('{"version":"2","routes":[{}]}',)])
async def test_a_reload_that_fails_keeps_the_old_table_and_is_tried_again(bad: object) -> None:
    answers = [(catalogue(),), bad, bad, (catalogue([], "3"),)]
    database = FakeDatabase(*answers)  # type: ignore[arg-type]
    async with kept(database) as (holder, versions):
        old: RouteTable | None = holder.table
        holder.changed()
        await until(database, 2)
        assert holder.table is old
        await until(database, 4)
        assert versions == ["1", "3"]
