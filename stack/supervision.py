"""Starts the supervisor and talks to it over its own Unix socket."""

from __future__ import annotations

import os
import subprocess
import xmlrpc.client
from collections.abc import Callable
from typing import Any

from supervisor.xmlrpc import SupervisorTransport

from stack.errors import StackError
from stack.home import Home
from stack.launch import supervisor_command, supervisor_environment
from stack.logs import last_words
from stack.state import State
from stack.waiting import wait_until

NOT_RUNNING = 70  # the supervisor's fault code for "is not running"
ALREADY_STARTED = 60
ENDED_AT_ONCE = (40, 50)


class Supervision:
    """The supervisor of one home."""

    def __init__(self, home: Home) -> None:
        self.home = home

    @property
    def is_running(self) -> bool:
        return self.pid() is not None

    def pid(self) -> int | None:
        """The supervisor's process id, or None when it does not run."""
        try:
            return int(self._call("getPID"))
        except OSError:
            return None

    def start(self) -> None:
        """Starts the supervisor in the background. None of its processes starts by itself."""
        self.home.supervisor_socket.unlink(missing_ok=True)
        result = subprocess.run(
            supervisor_command(self.home),
            env=supervisor_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if result.returncode != 0:
            raise StackError(f"The supervisor did not start: {result.stderr.strip()}")
        self.await_start()

    def await_start(self) -> None:
        """Waits until the supervisor answers. Raises StackError after ten seconds."""
        self._wait_until(lambda: self.is_running, 10, "The supervisor did not answer.")

    def shut_down(self, seconds: float = 120) -> None:
        """Stops all processes, the database server last, and then the supervisor itself."""
        pid = self.pid()
        if pid is None:
            return
        self._call("shutdown")
        self._wait_until(
            lambda: not os.path.exists(f"/proc/{pid}/cwd"),  # a zombie has none
            seconds,
            f"The supervisor (process {pid}) is still stopping its processes.",
        )

    def await_running(self, name: str, seconds: float) -> None:
        """Waits until a process has been running for a second. Raises StackError after that time,
        with the end of the process's log."""
        wait_until(
            lambda: self.states()[name].state == "RUNNING",
            seconds,
            f"{name} does not keep running.",
            lambda: last_words(self.home, name),
        )

    def _wait_until(self, condition: Callable[[], bool], seconds: float, sentence: str) -> None:
        wait_until(condition, seconds, sentence, lambda: last_words(self.home, "supervisor"))

    def states(self) -> dict[str, State]:
        """All processes by name; empty when the supervisor does not run."""
        try:
            rows: list[dict[str, Any]] = self._call("getAllProcessInfo")
        except OSError:
            return {}
        return {
            row["name"]: State(
                row["name"],
                row["statename"],
                row["pid"],
                row["now"] - row["start"] if row["pid"] else 0,
                row["description"],
            )
            for row in rows
        }

    def apply(self) -> list[str]:
        """Reads the configuration again. Stops programs that changed or are gone, and returns the
        names of all that must be started (again)."""
        added, changed, removed = self._call("reloadConfig")[0]
        for name in reversed(changed + removed):
            self._call("stopProcessGroup", name)
            self._call("removeProcessGroup", name)
        for name in added + changed:
            self._call("addProcessGroup", name)
        return [*added, *changed]

    def start_process(self, name: str, *, wait: bool = False) -> None:
        """Starts a process unless it already runs; with `wait`, until it has run for a second."""
        self._call("startProcess", name, wait, harmless=ALREADY_STARTED)

    def stop_process(self, name: str) -> None:
        """Stops a process and waits for its end; it stays stopped."""
        self._call("stopProcess", name, True, harmless=NOT_RUNNING)

    def restart_process(self, name: str) -> None:
        """Stops a process and starts it again, until it has run for a second."""
        self.stop_process(name)
        self.start_process(name, wait=True)

    def signal_process(self, name: str, signal: str) -> None:
        """Sends a signal such as "KILL" or "HUP"."""
        self._call("signalProcess", name, signal, harmless=NOT_RUNNING)

    def _call(self, method: str, *arguments: object, harmless: int | None = None) -> Any:
        socket = f"unix://{self.home.supervisor_socket}"
        proxy = xmlrpc.client.ServerProxy(
            "http://localhost", transport=SupervisorTransport(None, None, socket)
        )
        try:
            with proxy:
                return getattr(proxy, f"supervisor.{method}")(*arguments)
        except xmlrpc.client.Fault as fault:
            if fault.faultCode == harmless:
                return None
            if fault.faultCode in ENDED_AT_ONCE:
                name = str(arguments[0])
                raise StackError(
                    f"{name} ended as soon as it was started.", last_words(self.home, name)
                ) from fault
            raise StackError(f"The supervisor refused {method}: {fault.faultString}.") from fault
