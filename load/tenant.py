"""Tenants for benchmarks, and how their calls find their way."""

from __future__ import annotations

import psycopg


def new_tenant(connection: psycopg.Connection, name: str) -> tuple[str, str]:
    """Makes a tenant; gives its id and the secret of a key that may do everything in it."""
    row = connection.execute(
        "select t.tenant_id, iam.create_first_api_key(t.tenant_id)"
        " from tenancy.create_tenant(%s, %s) as t",
        (name, f"Benchmark {name}"),
    ).fetchone()
    return (str(row[0]), str(row[1])) if row else ("", "")


def route_id(connection: psycopg.Connection, operation: str) -> int:
    """The route of an operation of the API, as `gateway.invoke` wants it."""
    row = connection.execute(
        "select r.route_id from gateway.route as r where r.operation_id = %s", (operation,)
    ).fetchone()
    return int(row[0]) if row else 0
