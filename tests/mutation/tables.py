"""What each role is meant to see of each table, read from the catalogue of the database."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from secrets import token_hex

import psycopg
from psycopg.rows import class_row

from tests.mutation.attempt import named


class Sight(Enum):
    """Which rows of a table a role is to see and to write."""

    NONE = "none"
    OWN = "those of the tenant of the context"
    EVERY = "every row"


@dataclass(frozen=True)
class Table:
    """A table that is no partition, with the roles that its policies and its grants name."""

    name: str
    owner: str
    engine: str | None  # the engine of the service, if it may read the table
    is_divided: bool  # whether each row belongs to a tenant
    policies: list[str]
    named: list[str]  # the roles that have a policy of their own
    writers: list[str]  # of these, the ones that may insert

    def sight(self, role: str) -> Sight:
        """What a role with every right on the table is to see of it."""
        if role in self.named:
            return Sight.EVERY
        return Sight.OWN if self.is_divided else Sight.NONE


TABLES = """
select
    t.name,
    t.owner,
    (
        select r.rolname::text
        from pg_catalog.pg_roles as r
        where r.rolname = t.service || '_engine'
            and pg_catalog.has_table_privilege(r.oid, t.relation_id, 'select')
    ) as engine,
    exists (
        select
        from pg_catalog.pg_attribute as a
        where a.attrelid = t.relation_id and a.attname = 'tenant_id' and a.attnum = 1
    ) as is_divided,
    p.policies,
    n.named,
    n.writers
from tests.relation as t
    cross join lateral (
        select coalesce(array_agg(p.polname::text), '{}') as policies
        from pg_catalog.pg_policy as p
        where p.polrelid = t.relation_id
    ) as p
    cross join lateral (
        select
            coalesce(array_agg(r.rolname::text), '{}') as named,
            coalesce(array_agg(r.rolname::text) filter (where p.polcmd = '*' and
                pg_catalog.has_table_privilege(r.oid, t.relation_id, 'insert')), '{}') as writers
        from pg_catalog.pg_policy as p
            inner join pg_catalog.pg_roles as r on r.oid = any (p.polroles)
        where p.polrelid = t.relation_id
    ) as n
where t.is_table and not t.is_partition
order by t.name
"""


def tables(connection: psycopg.Connection) -> list[Table]:
    """Every table of every service, those of product teams too."""
    with connection.cursor(row_factory=class_row(Table)) as cursor:
        return cursor.execute(TABLES).fetchall()


def partition_of(connection: psycopg.Connection, table: Table) -> str | None:
    """A partition that holds rows; null for a table that is not partitioned."""
    row = connection.execute(
        named("select tableoid::regclass::text from {t} order by 1 desc limit 1", t=table.name)
    ).fetchone()
    return str(row[0]) if row and row[0] != table.name else None


def grant_to_stranger(connection: psycopg.Connection, table: Table, partition: str | None) -> str:
    """A new role with every right on a table that no policy names, until the rollback."""
    stranger = f"stranger_{token_hex(4)}"
    connection.execute(named("create role {r}", r=stranger))
    service = table.name.split(".")[0]
    connection.execute(named("grant usage on schema {s} to {r}", s=service, r=stranger))
    for role in (table.owner, stranger, *([table.engine] if table.engine else [])):
        for name in (table.name, partition) if partition else (table.name,):
            right = "all" if role == stranger else "select"
            connection.execute(named("grant " + right + " on table {t} to {r}", t=name, r=role))
    return stranger
