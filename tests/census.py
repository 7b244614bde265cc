"""What is stored for a tenant, counted by the administrator in every table that has tenants.

The tables are found in the catalogue, so that a new one is counted without being named.
"""

from __future__ import annotations

import psycopg
from psycopg import sql

from stack.stack import Stack

TABLES = """
    select n.nspname, c.relname
    from pg_class as c
        inner join pg_namespace as n on n.oid = c.relnamespace
        inner join pg_attribute as a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind in ('r', 'p') and not c.relispartition and c.relrowsecurity
    order by 1, 2
"""
COUNT = "select count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) from {} as t {}"
Census = dict[str, tuple[int, int]]


def census(platform: Stack, tenant_id: str | None = None) -> Census:
    """How many rows each table has, and a sum over their content: those of one tenant, or, with
    None, those of the tables of tenants and of users."""
    with platform.connect() as connection:
        if tenant_id is None:
            names = [("tenancy", "tenant"), ("iam", "user_account")]
            return {".".join(name): _count(connection, name, sql.SQL("")) for name in names}
        where = sql.SQL("where t.tenant_id = {}").format(tenant_id)
        tables = connection.execute(TABLES).fetchall()
        return {
            f"{schema}.{table}": _count(connection, (schema, table), where)
            for schema, table in tables
        }


def _count(
    connection: psycopg.Connection, name: tuple[str, str], where: sql.Composable
) -> tuple[int, int]:
    query = sql.SQL(COUNT).format(sql.Identifier(*name), where)
    row = connection.execute(query).fetchone()
    assert row is not None
    return int(row[0]), int(row[1])
