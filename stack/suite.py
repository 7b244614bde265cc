"""`./howdah test`: lint, pgTAP and pytest."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console

from stack import lint, roles
from stack.home import CHECKOUT, Home
from stack.stack import Stack
from stack.testing import TEMPLATE, prepared

PARTS = ("lint", "pgtap", "pytest")
JOBS = max(2, min(os.cpu_count() or 1, 4))


@dataclass
class Selection:
    """What to run: the parts, and the arguments of two of them."""

    parts: set[str] = field(default_factory=lambda: set(PARTS))
    pgtap: list[str] = field(default_factory=list)
    pytest: list[str] = field(default_factory=list)


def select(arguments: list[str]) -> Selection:
    """Understands the command's arguments: nothing, a part with its arguments, or paths."""
    if not arguments:
        return Selection()
    if arguments[0] in PARTS:
        part, rest = arguments[0], arguments[1:]
        return Selection({part}, **({} if part == "lint" else {part: rest}))
    pgtap = [a for a in arguments if a.startswith("pgtests/") or a == "pgtests"]
    pytest = [a for a in arguments if a not in pgtap]
    parts = {"pgtap"} if pgtap else set()
    return Selection(parts | ({"pytest"} if pytest else set()), pgtap, pytest)


def run(arguments: list[str], console: Console) -> int:
    """Runs the selected tests and returns the exit code. All parts run even if one fails.

    pytest comes last, so that its own summary closes the output when everything passed.
    """
    selection = select(arguments)
    databases: AbstractContextManager[dict[str, str]] = (
        nullcontext({}) if selection.parts == {"lint"} else prepared()
    )
    failed = []
    with ThreadPoolExecutor(max_workers=1) as executor:
        linting = executor.submit(lint.run) if "lint" in selection.parts else None
        with databases as environment:
            if linting and not linting.result():
                failed.append("lint")
            if "pgtap" in selection.parts and not _pgtap(selection.pgtap, environment):
                failed.append("pgTAP")
            if "pytest" in selection.parts and not _pytest(selection.pytest, environment):
                failed.append("pytest")
    if failed:
        console.print(f"Failed: {', '.join(failed)}", style="red")
    return 1 if failed else 0


def _pgtap(paths: list[str], environment: dict[str, str]) -> bool:
    """Runs as many tests side by side as there are processors, in a clone of the template each."""
    stack = Stack(Home(Path(environment["HOWDAH_TEST_HOME"])))
    with stack.connect("postgres") as connection:
        for slot in range(1, JOBS + 1):
            roles.clone_database(connection, f"howdah_pgtap_{slot}", TEMPLATE)
    slots = {"PGTAP_SLOTS": str(JOBS)}
    psql = str(CHECKOUT / "stack" / "psql_slot.sh")
    command = ["/usr/bin/pg_prove", "--psql-bin", psql, "--jobs", str(JOBS)]
    selected = ["--recurse", "--ext", ".sql", *(paths or ["pgtests"])]
    return _run([*command, *selected], environment | slots)


def _pytest(arguments: list[str], environment: dict[str, str]) -> bool:
    parallel = ["-n", str(JOBS), "--dist", "loadfile"]
    temporary = {"PYTEST_DEBUG_TEMPROOT": environment["HOWDAH_TEST_HOME"]}
    return _run([sys.executable, "-m", "pytest", *parallel, *arguments], environment | temporary)


def _run(command: list[str], environment: dict[str, str]) -> bool:
    return subprocess.run(command, cwd=CHECKOUT, env=environment, check=False).returncode == 0
