"""`./howdah status`: what runs, since when, and where it can be reached."""

from __future__ import annotations

from dataclasses import asdict
from datetime import timedelta
from typing import Any

import psycopg
from rich.table import Table

from stack import health
from stack.stack import Stack


def status(stack: Stack) -> dict[str, Any]:
    """The state of the stack as plain data. Nothing is started or changed by asking."""
    states = stack.supervision.states()
    facts: dict[str, Any] = {
        "running": bool(states),
        "home": str(stack.home.root),
        "processes": [asdict(state) for state in states.values()],
    }
    if states:
        facts["api"] = stack.base_url
        facts["ready"] = health.is_ready(stack.ports)
        facts["ports"] = asdict(stack.ports)
        facts["database"] = _database_facts(stack)
    return facts


def _database_facts(stack: Stack) -> dict[str, Any] | None:
    """Version, size in bytes and last deployed change; None when the database does not answer."""
    query = """
        select
            current_setting('server_version'),
            pg_catalog.pg_database_size(current_database()),
            (select change from sqitch.changes order by committed_at desc limit 1)
    """
    try:
        with stack.connect() as connection:
            row = connection.execute(query).fetchone()
    except psycopg.Error:
        return None
    return dict(zip(("version", "bytes", "change"), row, strict=True)) if row else None


def status_table(facts: dict[str, Any]) -> Table:
    """The processes as a person reads them."""
    table = Table("process", "state", "pid", "for", box=None, pad_edge=False, header_style="dim")
    for process in facts["processes"]:
        is_running = process["state"] in ("RUNNING", "STARTING")
        table.add_row(
            process["name"],
            f"[{'green' if is_running else 'red'}]{process['state'].lower()}",
            str(process["pid"] or ""),
            str(timedelta(seconds=process["uptime"])) if is_running else process["description"],
        )
    return table


def status_lines(facts: dict[str, Any]) -> list[str]:
    """What stands below the table."""
    lines = [f"API      {facts['api']} ({'ready' if facts['ready'] else 'not ready'})"]
    if database := facts["database"]:
        size = database["bytes"] / 1024 / 1024
        lines.append(
            f"data     {size:.0f} MiB in PostgreSQL {database['version']}, "
            f"deployed up to {database['change']}"
        )
    lines.append(f"home     {facts['home']}")
    return lines
