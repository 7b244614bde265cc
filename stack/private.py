"""Throw-away stacks: as complete as the real one, beside it, and gone without a trace."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from stack import accounts, cluster, ports
from stack.errors import StackError
from stack.home import CHECKOUT, Home
from stack.stack import Stack
from stack.starting import Starting


class PrivateStack(Stack):
    """A stack on ports of its own in a home of its own under the temporary directory.

    As a context manager it is started on entry, and stopped and deleted on exit. When its maker
    dies in whatever way, all its processes and files go as well. With a `seed`, the directory of a
    stopped cluster that has everything deployed, it is up within two seconds.
    """

    def __init__(
        self,
        seed: Path | None = None,
        *,
        api: int = 1,
        worker: int = 1,
        durable: bool = False,
        report: Callable[[str], None] | None = None,
    ) -> None:
        home = Home(_temporary_directory())
        super().__init__(home, api=api, worker=worker, durable=durable)
        if report:
            self.report = report
        self.seed = seed
        self.leash: subprocess.Popen[bytes] | None = None

    def choose_ports(self) -> ports.Ports:
        """Random ports, so that private stacks that start at the same time do not collide."""
        return ports.private()

    def start_supervisor(self) -> None:
        """Starts the supervisor on a leash: it ends, and cleans up, when this process does."""
        self.leash = subprocess.Popen(
            [sys.executable, "-m", "stack.leash", str(self.home.root)],
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            start_new_session=True,
        )
        self.supervision.await_start()

    def start(self) -> None:
        """Brings everything up and waits until the API is ready."""
        if self.seed is None:
            super().start()
            return
        self.start_database()
        starting = Starting(self)
        starting.logins()
        starting.pooler()
        starting.processes()

    def start_database(self) -> None:
        """Starts the database server only."""
        self.home.create()
        if self.seed is not None and not self.home.cluster.exists():
            cluster.copy(self.seed, self.home.cluster)
        Starting(self).database()

    def stop(self) -> None:
        """Stops everything and deletes the home."""
        if self.leash is None:
            self.home.erase()
            return
        self.leash.communicate()
        self.leash = None

    def __enter__(self) -> Self:
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def _temporary_directory() -> Path:
    """A new directory in a place that the account of the database server can reach."""
    server = accounts.server()
    for parent in dict.fromkeys((tempfile.gettempdir(), "/var/tmp", "/tmp")):  # noqa: S108  (mkdtemp)
        if os.path.isdir(parent) and server.can_enter(Path(parent)):
            return Path(tempfile.mkdtemp(prefix="howdah-", dir=parent))
    raise StackError(
        f"The account {server.name!r} can reach no temporary directory.",
        "Set TMPDIR to one that it can enter.",
    )
