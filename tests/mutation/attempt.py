"""Statements that leave nothing behind, made as a role in the context of a tenant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
from psycopg import sql

REFUSED = "42501"  # by row-level security, or for want of a right


@dataclass(frozen=True)
class Outcome:
    """How a statement ended."""

    code: str | None  # the SQLSTATE; null when it went well
    count: int  # of rows
    rows: list[tuple[Any, ...]]


def attempt(
    connection: psycopg.Connection,
    role: str,
    context: UUID | None,
    statement: sql.Composed,
    *parameters: object,
) -> Outcome:
    """Executes a statement and takes it back."""
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(sql.SQL("set local role {}").format(sql.Identifier(role)))
            connection.execute(
                "select set_config('howdah.tenant_id', %s, true)", [str(context or "")]
            )
            cursor = connection.execute(statement, parameters or None)
            rows = cursor.fetchall() if cursor.description else []
            return Outcome(None, cursor.rowcount, rows)
    except psycopg.Error as error:
        return Outcome(error.sqlstate, 0, [])


def named(text: str, **names: str) -> sql.Composed:
    """A statement with the names of objects, quoted, for {their} places in the text."""
    return sql.SQL(text).format(
        **{key: sql.Identifier(*name.split(".")) for key, name in names.items()}
    )
