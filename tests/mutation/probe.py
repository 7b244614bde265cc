"""Tries in every way to see or to change what row-level security is to keep from a role."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import psycopg
from psycopg import sql

from tests.mutation.attempt import REFUSED, Outcome, attempt, named
from tests.mutation.rows import Rows
from tests.mutation.tables import Sight, Table, grant_to_stranger, partition_of


class Probe:
    """A table with a row of each of two tenants, within one transaction of the administrator.

    Beside its owner and its engine a stranger tries: a role with every right on the table, so that
    nothing but the policies stands before it.
    """

    def __init__(self, connection: psycopg.Connection, table: Table) -> None:
        self.connection = connection
        self.table = table
        self.one, self.other, self.third = uuid4(), uuid4(), uuid4()
        rows = Rows(connection)
        for tenant in (self.one, self.other) if table.is_divided else (self.one,):
            rows.kept(table.name, tenant)
        self.new = rows.fresh(table.name, self.third)
        self.partition = partition_of(connection, table)
        stranger = grant_to_stranger(connection, table, self.partition)
        self.roles = [table.owner, stranger, *([table.engine] if table.engine else [])]

    def breaches(self) -> Iterator[str]:
        """Tries one thing after the other; a sentence for each that is not as it should be."""
        for role in self.roles:
            yield from (f"{role} {breach}" for breach in self._breaches(role))
        yield from self._of_the_owner()
        yield from self._of_the_partition()

    def _breaches(self, role: str) -> Iterator[str]:
        match self.table.sight(role):
            case Sight.OWN:
                yield from self._of_a_tenant(role)
            case Sight.EVERY:
                yield from self._of_everyone(role)
            case Sight.NONE:
                yield from self._of_nobody(role)

    def _of_a_tenant(self, role: str) -> Iterator[str]:
        if self._tenants(role, None):
            yield "sees rows without a context"
        if self._tenants(role, self.one) != {self.one}:
            yield "sees more or less than the rows of its tenant"
        if self._insert(role, self.third).count != 1:
            yield "inserts no row of its own tenant"
        if self._insert(role, self.one).code != REFUSED:
            yield "inserts a row of another tenant"
        if self._insert(role, None).code != REFUSED:
            yield "inserts a row without a context"
        if self._change(role, "update {t} set tenant_id = %s", self.third).code != REFUSED:
            yield "gives its rows to another tenant"
        for change in ("update {t} set tenant_id = tenant_id", "delete from {t}"):
            outcome = self._change(role, f"{change} where tenant_id = %s", self.other)
            if (outcome.code, outcome.count) != (None, 0):
                yield f"does to the rows of another tenant: {change}"

    def _of_everyone(self, role: str) -> Iterator[str]:
        if not self._count(role):
            yield "does not see its rows"
        if self.table.is_divided and not self._tenants(role, None) >= {self.one, self.other}:
            yield "does not see the rows of every tenant"
        if role in self.table.writers and self._insert(role, None).count != 1:
            yield "inserts nothing"

    def _of_nobody(self, role: str) -> Iterator[str]:
        if self._count(role):
            yield "sees rows that are for others"
        if self._insert(role, None).code != REFUSED:
            yield "inserts rows that are for others"

    def _of_the_owner(self) -> Iterator[str]:
        """Where no policy is left even the owner is to see nothing."""
        with self.connection.transaction(force_rollback=True):
            for policy in self.table.policies:
                statement = "drop policy if exists {p} on {t}"
                self.connection.execute(named(statement, p=policy, t=self.table.name))
            seen = self._count(self.table.owner)
        if seen:
            yield f"{self.table.owner} is not bound by policies"

    def _of_the_partition(self) -> Iterator[str]:
        for role in self.roles if self.partition else []:
            if self._count(role, self.partition):
                yield f"{role} sees rows in the partition itself"

    def _tenants(self, role: str, context: UUID | None) -> set[Any]:
        statement = named("select distinct tenant_id from {t}", t=self.table.name)
        return {row[0] for row in attempt(self.connection, role, context, statement).rows}

    def _count(self, role: str, name: str | None = None) -> int:
        statement = named("select from {t}", t=name or self.table.name)
        return attempt(self.connection, role, None, statement).count

    def _insert(self, role: str, context: UUID | None) -> Outcome:
        """Inserts the new row, that of the third tenant."""
        columns = sql.SQL(", ").join(map(sql.Identifier, self.new))
        statement = sql.SQL(
            "insert into {table} ({columns}) overriding system value"
            " select {columns} from jsonb_populate_record(null::{table}, %s)"
        ).format(table=sql.Identifier(*self.table.name.split(".")), columns=columns)
        return attempt(self.connection, role, context, statement, json.dumps(self.new))

    def _change(self, role: str, statement: str, tenant: UUID) -> Outcome:
        """Changes rows in the context of the first tenant."""
        return attempt(self.connection, role, self.one, named(statement, t=self.table.name), tenant)
