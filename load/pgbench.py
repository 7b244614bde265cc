"""pgbench, PostgreSQL's own load generator."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Mapping

from stack.stack import Stack

_RATE = re.compile(r"^tps = ([0-9.]+)", re.MULTILINE)
_FAILED = re.compile(r"^number of failed transactions: ([0-9]+)", re.MULTILINE)


def run(
    stack: Stack,
    script: str,
    *,
    dsn: str,
    clients: int,
    seconds: float,
    protocol: str = "prepared",
    variables: Mapping[str, object] | None = None,
) -> float:
    """Repeats a script for so many seconds; gives the scripts per second of all clients together.

    Raises RuntimeError when a client was thrown out or a transaction failed: a rate of failures
    says nothing.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
        file.write(script)
        file.flush()
        settings = [f"--define={name}={value}" for name, value in (variables or {}).items()]
        result = subprocess.run(  # noqa: S603  (arguments made here)
            [
                stack.installation.program("pgbench"),
                "--no-vacuum",
                f"--client={clients}",
                f"--jobs={min(clients, 2)}",
                f"--time={max(1, round(seconds))}",
                f"--protocol={protocol}",
                f"--file={file.name}",
                *settings,
                dsn,
            ],
            env=stack.client_environment,
            capture_output=True,
            text=True,
            check=False,
        )
    rate = _RATE.search(result.stdout)
    failed = _FAILED.search(result.stdout)
    if result.returncode != 0 or rate is None or (failed and int(failed[1])):
        raise RuntimeError(f"pgbench failed: {result.stderr[-2000:]}")
    return float(rate[1])
