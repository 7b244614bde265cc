"""pgbench, PostgreSQL's own load generator."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass

from stack.stack import Stack

_RATE = re.compile(r"^tps = ([0-9.]+)", re.MULTILINE)
_COUNT = re.compile(r"^number of transactions actually processed: ([0-9]+)", re.MULTILINE)
_FAILED = re.compile(r"^number of failed transactions: ([0-9]+)", re.MULTILINE)


@dataclass(frozen=True)
class Run:
    """How often all clients together ran the script, and how many times a second."""

    scripts: int
    rate: float

    @property
    def seconds(self) -> float:
        """How long that took, without making the connections."""
        return self.scripts / self.rate


def run(
    stack: Stack,
    script: str,
    *,
    dsn: str,
    clients: int,
    seconds: float | None = None,
    scripts: int | None = None,
    protocol: str = "prepared",
    variables: Mapping[str, object] | None = None,
) -> Run:
    """Repeats a script for so many seconds, or so many times on each client.

    Raises RuntimeError when a client was thrown out or a transaction failed: a rate of failures
    says nothing.
    """
    end = f"--time={max(1, round(seconds))}" if seconds else f"--transactions={scripts}"
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
                end,
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
    count = _COUNT.search(result.stdout)
    failed = _FAILED.search(result.stdout)
    if result.returncode or rate is None or count is None or (failed and int(failed[1])):
        raise RuntimeError(f"pgbench failed: {result.stderr[-2000:]}")
    return Run(int(count[1]), float(rate[1]))
