"""The checks that need no database: lint, format and types of everything written in Python."""

from __future__ import annotations

import subprocess
import sys

from stack.home import CHECKOUT

PACKAGES = ("api", "common", "demo", "load", "stack", "tests", "workers")
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy", *PACKAGES),
)


def run() -> bool:
    """Runs all checks, prints what those say that fail, and tells whether none did."""
    is_ok = True
    for name, *arguments in CHECKS:
        result = subprocess.run(
            [sys.executable, "-m", name, *arguments],
            cwd=CHECKOUT,
            capture_output=True,
            text=True,
            check=False,
        )
        words = " ".join([name, *arguments])
        if result.returncode == 0:
            sys.stdout.write(f"{words}: ok\n")
        else:
            sys.stdout.write(f"{words}:\n{result.stdout}{result.stderr}\n")
            is_ok = False
    sys.stdout.flush()
    return is_ok
