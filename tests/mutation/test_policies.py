"""Every table keeps its rows from whom they are not for, and no policy could be missing.

The tables, their columns and their policies are read from the catalogue: a table that a product
team adds is tried too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from tests.mutation.mutants import mutants
from tests.mutation.probe import Probe
from tests.mutation.tables import Table, tables


@contextmanager
def probe_of(connection: psycopg.Connection, table: Table) -> Iterator[Probe]:
    """A probe whose rows and roles are gone at the end."""
    with connection.transaction(force_rollback=True):
        yield Probe(connection, table)


def test_every_table_keeps_its_rows_from_whom_they_are_not_for(
    database: psycopg.Connection,
) -> None:
    found = {}
    for table in tables(database):
        with probe_of(database, table) as probe:
            found[table.name] = list(probe.breaches())

    assert {name: breaches for name, breaches in found.items() if breaches} == {}
    assert len(found) > 20


def test_whatever_is_taken_from_row_level_security_is_missed(
    database: psycopg.Connection,
) -> None:
    unnoticed = []
    for table in tables(database):
        with probe_of(database, table) as probe:
            for mutant in mutants(database, table, probe.partition):
                with database.transaction(force_rollback=True):
                    database.execute(mutant)
                    if next(probe.breaches(), None) is None:
                        unnoticed.append(mutant.as_string(database))

    assert unnoticed == []
