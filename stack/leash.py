"""Runs the supervisor of a throw-away stack for exactly as long as whoever started it lives.

    python -m stack.leash HOME

Standard input is a pipe that its maker keeps open. When it closes, because the maker closed it or
died in whatever way, all processes of the stack are ended and the home is deleted.
"""

from __future__ import annotations

import ctypes
import os
import selectors
import signal
import subprocess
import sys
import time
from pathlib import Path

from stack.home import Home
from stack.launch import supervisor_command, supervisor_environment

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
GRACE_SECONDS = 15


def main() -> None:
    """Keeps the supervisor of the given home until standard input closes or it ends by itself."""
    home = Home(Path(sys.argv[1]))
    # A terminal's Ctrl-C reaches the maker, which then decides; it must not end the stack halfway.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _prctl(PR_SET_CHILD_SUBREAPER, 1)
    supervisor = subprocess.Popen(
        supervisor_command(home, foreground=True),
        env=supervisor_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: _prctl(PR_SET_PDEATHSIG, signal.SIGTERM),
    )
    _wait_for_either(supervisor)
    # Killed, so that it starts nothing again. The kernel then sends every process its own stop
    # signal at once, and they become children of this one.
    supervisor.kill()
    _outlive_children()
    home.erase()


def _prctl(option: int, value: int) -> None:
    ctypes.CDLL(None).prctl(option, value)


def _wait_for_either(supervisor: subprocess.Popen[bytes]) -> None:
    """Returns when standard input is closed or the supervisor has ended."""
    with selectors.DefaultSelector() as selector:
        selector.register(sys.stdin.fileno(), selectors.EVENT_READ)
        selector.register(os.pidfd_open(supervisor.pid), selectors.EVENT_READ)
        selector.select()


def _outlive_children() -> None:
    """Waits for the end of all children, and kills those that take longer than the grace time."""
    deadline = time.monotonic() + GRACE_SECONDS
    while True:
        try:
            pid, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            if time.monotonic() > deadline:
                _kill_children()
            time.sleep(0.02)


def _kill_children() -> None:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if parent == os.getpid():
            os.kill(int(stat.parent.name), signal.SIGKILL)


if __name__ == "__main__":
    main()
