"""The ways in which row-level security can be broken."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
from psycopg import sql

from tests.mutation.attempt import named
from tests.mutation.tables import Table

POLICIES = """
select p.polname::text,
    p.polroles = '{0}',
    p.polcmd = '*' and pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) <> 'true'
from pg_catalog.pg_policy as p
where p.polrelid = %s::pg_catalog.regclass
"""


def mutants(
    connection: psycopg.Connection, table: Table, partition: str | None
) -> Iterator[sql.Composed]:
    """Statements each of which lets someone see or write what they must not, or hides from someone
    what is theirs."""
    for policy, is_for_everybody, has_check in connection.execute(
        POLICIES, [table.name]
    ).fetchall():
        yield named("drop policy {p} on {t}", p=policy, t=table.name)
        if is_for_everybody:
            yield named("alter policy {p} on {t} using (true)", p=policy, t=table.name)
        else:
            yield named("alter policy {p} on {t} to public", p=policy, t=table.name)
            yield named("alter policy {p} on {t} using (false)", p=policy, t=table.name)
        if has_check:
            yield named("alter policy {p} on {t} with check (true)", p=policy, t=table.name)
    for name in (table.name, partition) if partition else (table.name,):
        yield named("alter table {t} no force row level security", t=name)
        yield named("alter table {t} disable row level security", t=name)
        yield named("create policy leak on {t} using (true)", t=name)
