"""The supervisor's configuration file."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterable
from pathlib import Path

from stack.errors import StackError
from stack.home import CHECKOUT, Home
from stack.programs import Program

SETPRIV = "/usr/bin/setpriv"
LOG_BYTES = "10MB"
# For each process: thousands of clients hold a stream open.
OPEN_FILES = 16384


def supervisor_conf(home: Home, programs: Iterable[Program]) -> str:
    """supervisord.conf for these programs. They are started by request, in their order."""
    _refuse_special_characters(home.root, CHECKOUT)
    sections: dict[str, dict[str, object]] = {
        "supervisord": {
            "identifier": "howdah",
            "logfile": home.logs / "supervisor.log",
            "logfile_maxbytes": LOG_BYTES,
            "logfile_backups": 3,
            "pidfile": home.run / "supervisor.pid",
            "childlogdir": home.logs,
            "directory": CHECKOUT,
            "minfds": min(OPEN_FILES, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),
        },
        "unix_http_server": {"file": home.supervisor_socket, "chmod": "0700"},
        "rpcinterface:supervisor": {
            "supervisor.rpcinterface_factory": "supervisor.rpcinterface:make_main_rpcinterface"
        },
    }
    if os.geteuid() == 0:
        sections["supervisord"]["user"] = "root"
    for program in programs:
        sections[f"program:{program.name}"] = _program(home, program)
    return "\n".join(_section(name, settings) for name, settings in sections.items())


def _refuse_special_characters(*paths: Path) -> None:
    """The supervisor's format has no reliable way to write these in a path."""
    for path in paths:
        if found := set(str(path)) & set("%;\"'\\\n"):
            raise StackError(
                f"The path {path} contains {', '.join(sorted(found))}, which its processes' "
                "configuration cannot express.",
                "Use a directory without such characters.",
            )


def _program(home: Home, program: Program) -> dict[str, object]:
    """A program's section. Its process ends with the supervisor, even if that is killed."""
    command = (SETPRIV, "--pdeathsig", program.stop_signal, "--", *program.command)
    settings: dict[str, object] = {
        "command": " ".join(_argument(word) for word in command),
        "priority": program.order,
        "autostart": "false",
        "autorestart": "true",
        "startsecs": 1,
        # It is tried again for ever, each time a second later: what it needs may be coming up.
        "startretries": 100000,
        "stopsignal": program.stop_signal,
        "stopwaitsecs": program.stop_seconds,
        "redirect_stderr": "true",
        "stdout_logfile": home.logs / f"{program.name}.log",
        "stdout_logfile_maxbytes": LOG_BYTES,
        "stdout_logfile_backups": 3,
    }
    if program.environment:
        settings["environment"] = ",".join(
            f'{name}="{_unquoted(value)}"' for name, value in sorted(program.environment.items())
        )
    if program.user:
        settings["user"] = program.user
    return settings


def _argument(word: str) -> str:
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _unquoted(value: str) -> str:
    """The format has no way to write a double quote inside of a value."""
    if '"' in value or "\n" in value:
        raise StackError(f"The setting {value!r} cannot be passed on.", "Use no quotes in it.")
    return value


def _section(name: str, settings: dict[str, object]) -> str:
    """One section; a percent sign would otherwise be an expansion."""
    lines = (f"{key} = {str(value).replace('%', '%%')}" for key, value in settings.items())
    return "\n".join([f"[{name}]", *lines, ""])
