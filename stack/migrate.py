"""The migrations: Sqitch on the stack's database, over the local socket."""

from __future__ import annotations

import hashlib
import os
import pwd
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import psycopg

from stack.errors import StackError
from stack.home import CHECKOUT

SQITCH = "/usr/bin/sqitch"


def sqitch_environment(client: dict[str, str]) -> dict[str, str]:
    """The environment for Sqitch: `client` reaches the database, the rest says who deploys."""
    user = pwd.getpwuid(os.geteuid())
    full_name = user.pw_gecos.split(",")[0] or user.pw_name
    return client | {
        "SQITCH_FULLNAME": full_name,
        "SQITCH_EMAIL": f"{user.pw_name}@{socket.gethostname()}",
    }


def deploy(client: dict[str, str], on_change: Callable[[str], None]) -> None:
    """Deploys what is missing, verifying every change; calls back with each change's name.

    Raises StackError with Sqitch's own words when a change fails; what came before it stays.
    """
    with subprocess.Popen(
        [SQITCH, "deploy", "--verify"],
        cwd=CHECKOUT,
        env=sqitch_environment(client),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        lines = []
        for line in process.stdout or ():
            lines.append(line)
            if line.startswith("  + "):
                on_change(line.split()[1])
    if process.returncode != 0:
        raise StackError(
            f"The migrations could not be deployed:\n{''.join(lines).strip()}",
            "\nCorrect the change and run the command again.",
        )


def planned_changes() -> int:
    """The number of changes in the plan."""
    lines = (CHECKOUT / "sqitch.plan").read_text().splitlines()
    return sum(1 for line in lines if line and not line.startswith(("%", "#", "@")))


def edited_changes(connection: psycopg.Connection) -> list[str]:
    """The changes whose deploy script is another one by now than the one that was deployed."""
    rows = connection.execute(
        "select distinct on (change) change, script_hash from sqitch.changes"
        " order by change, committed_at desc"
    ).fetchall()
    return [name for name, digest in rows if _digest(name) not in (None, digest)]


def _digest(change: str) -> str | None:
    script = Path(CHECKOUT, "db", "deploy", f"{change}.sql")
    if not script.exists():
        return None
    return hashlib.sha1(script.read_bytes(), usedforsecurity=False).hexdigest()
