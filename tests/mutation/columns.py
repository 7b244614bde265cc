"""What an insert must say of each column of a table, read from the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg
from psycopg.rows import class_row


@dataclass(frozen=True)
class Column:
    """A column that an insert must give a value: not null, without a default."""

    name: str
    type: str  # for a domain, what it stands on
    domain: str
    checks: list[str]  # the constraints that read it
    words: list[str]  # the texts that these name
    target: str | None  # the table and the column that a foreign key leads to
    target_column: str | None


NEEDED = r"""
select
    a.attname::text as name,
    pg_catalog.format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null) as type,
    t.typname::text as domain,
    k.checks,
    k.words,
    f.confrelid::pg_catalog.regclass::text as target,
    f.attname::text as target_column
from pg_catalog.pg_attribute as a
    inner join pg_catalog.pg_type as t on t.oid = a.atttypid
    cross join lateral (
        select
            coalesce(array_agg(c.conname::text), '{}') as checks,
            array(
                select m.match[1]
                from pg_catalog.pg_constraint as d
                    cross join lateral pg_catalog.regexp_matches(
                        pg_catalog.pg_get_constraintdef(d.oid), '''(\w+)''::text', 'g'
                    ) as m (match)
                where d.conrelid = a.attrelid and d.contype = 'c' and a.attnum = any (d.conkey)
            ) as words
        from pg_catalog.pg_constraint as c
        where c.conrelid = a.attrelid and c.contype = 'c' and a.attnum = any (c.conkey)
    ) as k
    left join lateral (
        select c.confrelid, b.attname
        from pg_catalog.pg_constraint as c
            inner join pg_catalog.pg_attribute as b
                on b.attrelid = c.confrelid
                and b.attnum = c.confkey[array_position(c.conkey, a.attnum)]
        where c.conrelid = a.attrelid and c.contype = 'f' and a.attnum = any (c.conkey)
        limit 1
    ) as f on true
where a.attrelid = %s::pg_catalog.regclass
    and a.attnum > 0
    and not a.attisdropped
    and (a.attnotnull or a.attname = 'tenant_id')
    and (not a.atthasdef or a.attname = 'tenant_id')
    and a.attidentity = ''
"""


def needed(connection: psycopg.Connection, table: str) -> list[Column]:
    """The columns that an insert into a table must give a value."""
    with connection.cursor(row_factory=class_row(Column)) as cursor:
        return cursor.execute(NEEDED, [table]).fetchall()
