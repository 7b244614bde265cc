"""A tick cuts off numbers that nobody can still have in hand, and no others.

A transaction that was running at a tick may have a greater xid than all that had ended by then,
and a number of the log already. Two ticks pass over two such transactions; both must be found.
"""

from __future__ import annotations

import psycopg
import pytest


@pytest.fixture
def tenant(database: psycopg.Connection) -> str:
    row = database.execute(
        "select (tenancy.create_tenant('floors', 'Floors')).tenant_id"
    ).fetchone()
    return str(row[0]) if row else ""


def insert(connection: psycopg.Connection, tenant: str, statement: str) -> int:
    """Inserts in a transaction that stays open; gives the number that it took from the log."""
    connection.execute("select core.set_context(%s, null, null)", (tenant,))
    row = connection.execute(statement.encode()).fetchone()
    return int(row[0]) if row else 0


def tick_twice(database: psycopg.Connection, log: str, sequence: str) -> None:
    for _ in range(2):
        database.execute("select pulse.tick(%s, pg_sequence_last_value(%s))", (log, sequence))


def test_a_job_of_a_transaction_that_two_ticks_passed_over_is_claimed(
    database: psycopg.Connection, database_dsn: str, tenant: str
) -> None:
    def claim() -> list[int]:
        rows = database.execute("select job_id from queue.claim('{default}', 'w', 1)").fetchall()
        return [row[0] for row in rows]

    claim()
    with psycopg.connect(database_dsn) as first, psycopg.connect(database_dsn) as second:
        expected = [insert(c, tenant, "select queue.enqueue('x')") for c in (first, second)]
        tick_twice(database, "queue", "queue.job_id_seq")
        second.commit()
        claimed = claim()
        first.commit()
        claimed += claim()
    assert sorted(claimed) == expected


def test_an_event_of_a_transaction_that_two_ticks_passed_over_is_read(
    database: psycopg.Connection, database_dsn: str, tenant: str
) -> None:
    def read(position: str) -> tuple[str, list[int]]:
        found: list[int] = []
        for _ in range(20):
            rows = database.execute(
                "select id, name, data::jsonb ->> 'event_id' from event.read(%s::uuid[], %s, 100)",
                ([tenant], position),
            ).fetchall()
            position = rows[0][0]
            found += [int(row[2]) for row in rows[1:]]
            if rows[0][1] != "more":
                break
        return position, found

    start = database.execute("select event.present_position()").fetchone()
    position = start[0] if start else ""
    with psycopg.connect(database_dsn) as first, psycopg.connect(database_dsn) as second:
        emit = "select ((event.emit('a.b')).event).event_id"
        expected = [insert(c, tenant, emit) for c in (first, second)]
        tick_twice(database, "event", "event.event_id_seq")
        second.commit()
        position, seen = read(position)
        first.commit()
        _, rest = read(position)
    assert sorted(seen + rest) == expected
