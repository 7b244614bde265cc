"""The processes' log files."""

from __future__ import annotations

from pathlib import Path

from stack.home import Home


def log_files(home: Home, process: str) -> list[Path]:
    """The logs of the processes whose name begins so."""
    return sorted(home.logs.glob(f"{process}*.log"))


def last_words(home: Home, name: str) -> str:
    """The end of a process's log, and where the rest is."""
    file = home.logs / f"{name}.log"
    lines = file.read_text(errors="replace").splitlines()[-8:] if file.exists() else []
    return "\n".join(["Its log ends with:", *lines, f"The whole log is {file}."])
