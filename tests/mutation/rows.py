"""Rows for any table, from the types, the defaults and the checks that the catalogue tells of."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import psycopg
from psycopg import sql
from psycopg.errors import Diagnostic

from tests.mutation.columns import Column, needed

# What no guess finds, by table and column; {} stands for a number that differs from all others.
GIVEN = {
    "gateway.problem": {"code": "ZZ4{:02}"},
    "queue.handler": {"url": "https://example.org/{}"},
    "queue.lot": {"size": "1", "payloads": "{{1}}"},
    "queue.timer": {"job_id": "{}"},
}

TRIES = 20


@dataclass
class Rows:
    """Makes rows as the administrator, whom no policy binds."""

    connection: psycopg.Connection
    _kept: dict[tuple[str, UUID], dict[str, Any]] = field(default_factory=dict)
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def kept(self, table: str, tenant: UUID) -> dict[str, Any]:
        """The columns of the one row of a tenant in a table; it is made by the first call."""
        if (table, tenant) not in self._kept:
            self._kept[table, tenant] = self._insert(table, tenant)
        return self._kept[table, tenant]

    def fresh(self, table: str, tenant: UUID) -> dict[str, Any]:
        """A row that could be inserted: every column has its value, and it is not there yet."""
        for column in needed(self.connection, table):
            if column.target is not None:
                self.kept(column.target, tenant)
        with self.connection.transaction(force_rollback=True):
            return self._insert(table, tenant)

    def _insert(self, table: str, tenant: UUID) -> dict[str, Any]:
        columns = needed(self.connection, table)
        candidates = {name: [self._given(table, name)] for name in GIVEN.get(table, {})}
        candidates |= {c.name: self._candidates(table, c, tenant) for c in columns}
        for _ in range(TRIES):
            values = {name: found[0] for name, found in candidates.items()}
            try:
                with self.connection.transaction():
                    return self._inserted(table, values)
            except psycopg.errors.CheckViolation as refusal:
                _pass_over(columns, candidates, refusal.diag)
        raise AssertionError(f"No guess makes a row of {table}: name what it needs in GIVEN.")

    def _inserted(self, table: str, values: dict[str, Any]) -> dict[str, Any]:
        statement = sql.SQL("insert into {} as t {} returning to_jsonb(t)").format(
            sql.Identifier(*table.split(".")),
            sql.SQL("({}) values ({})").format(
                sql.SQL(", ").join(map(sql.Identifier, values)),
                sql.SQL(", ").join(sql.Placeholder() * len(values)),
            )
            if values
            else sql.SQL("default values"),
        )
        row = self.connection.execute(statement, list(values.values())).fetchone()
        assert row is not None
        made: dict[str, Any] = row[0]
        return made

    def _given(self, table: str, column: str) -> str:
        return GIVEN[table][column].format(next(self._numbers))

    def _candidates(self, table: str, column: Column, tenant: UUID) -> list[Any]:
        if column.name in GIVEN.get(table, {}):
            return [self._given(table, column.name)]
        if column.target is not None and column.target_column is not None:
            return [self.kept(column.target, tenant)[column.target_column]]
        if column.name == "tenant_id":
            return [str(tenant)]
        return [*column.words, *self._of_type(column.type)]

    def _of_type(self, type_name: str) -> list[str]:
        """Values that differ from all before where the type has enough of them."""
        number = next(self._numbers)
        if type_name.endswith("[]"):
            return ["{}"]
        if type_name == "bigint":  # of a log: within the partition of the present
            row = self.connection.execute("select core.id_at(core.now()) + %s", [number]).fetchone()
            assert row is not None
            return [str(row[0])]
        return {
            "boolean": ["false"],
            "bytea": [rf"\x{number:064x}"],
            "interval": ["1 minute"],
            "jsonb": ["{}"],
            "pg_snapshot": ["1:1:"],
            "text": [f"t{number}", f"t{number}@example.org", f"/t{number}"],
            "timestamp with time zone": ["2100-01-01T00:00Z"],
            "uuid": [str(uuid4())],
            "xid8": ["1"],
        }.get(type_name, [str(number)])


def _pass_over(
    columns: list[Column], candidates: dict[str, list[Any]], refusal: Diagnostic
) -> None:
    """Goes on to the next guess for the columns that a check has refused."""
    for column in columns:
        is_meant = refusal.constraint_name in column.checks
        if is_meant or column.domain == refusal.datatype_name:
            candidates[column.name] = candidates[column.name][1:] or candidates[column.name]
