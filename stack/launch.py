"""How the supervisor's own process is launched."""

from __future__ import annotations

import os
import sys

from stack.home import Home

INHERITED = ("PATH", "HOME", "TZ", "TMPDIR", "SSL_CERT_FILE", "SSL_CERT_DIR")


def supervisor_command(home: Home, *, foreground: bool = False) -> list[str]:
    """The command line of the supervisor."""
    command = [sys.executable, "-m", "supervisor.supervisord", "-c", str(home.supervisor_conf)]
    return [*command, "--nodaemon"] if foreground else command


def supervisor_environment() -> dict[str, str]:
    """A small environment of its own, so that nothing of the user's session changes a process."""
    kept = {name: os.environ[name] for name in INHERITED if name in os.environ}
    return kept | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
