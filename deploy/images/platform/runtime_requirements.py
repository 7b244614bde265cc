"""Prints the part of requirements.lock that running processes need: no test and lint tools.

The lock says under each package which others asked for it (`# via …`). What the project itself
asks for, and what that asks for in turn, stays; what only the group `dev` asks for goes.
"""

import re
import sys
from pathlib import Path

PROJECT = "howdah (pyproject.toml)"
ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==", re.MULTILINE)


def entries(lock: str) -> dict[str, str]:
    """The text of each package's entry by its name."""
    starts = [*ENTRY.finditer(lock)]
    ends = [start.start() for start in starts[1:]] + [len(lock)]
    return {
        start["name"]: lock[start.start() : end] for start, end in zip(starts, ends, strict=True)
    }


def wanted_by(entry: str) -> set[str]:
    """Who asked for the package of this entry."""
    lines = (line.strip() for line in entry.splitlines())
    comments = (line.removeprefix("#").strip() for line in lines if line.startswith("#"))
    return {comment.removeprefix("via").strip() for comment in comments} - {""}


def runtime(lock: str) -> str:
    """The entries that the project needs to run. Raises ValueError when the lock names none."""
    all_entries = entries(lock)
    askers = {name: wanted_by(entry) for name, entry in all_entries.items()}
    kept = {name for name, names in askers.items() if PROJECT in names}
    if not kept:
        raise ValueError(f"no package of the lock is wanted by {PROJECT}")
    while more := {name for name, names in askers.items() if names & kept} - kept:
        kept |= more
    return "".join(entry for name, entry in all_entries.items() if name in kept)


if __name__ == "__main__":
    sys.stdout.write(runtime(Path(sys.argv[1]).read_text()))
