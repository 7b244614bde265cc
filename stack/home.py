"""The home of a stack: one directory that holds everything it writes.

ports.json          the ports chosen for it
secrets/            passwords and the operator's key, for the operator's eyes only
cluster/            the PostgreSQL data directory
pooler/             PgBouncer's configuration
run/                the supervisor's socket, and in run/db those of PostgreSQL and PgBouncer
logs/               one file for each process
supervisord.conf    the processes
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from stack import accounts
from stack.errors import StackError

CHECKOUT = Path(__file__).resolve().parent.parent
# A Unix socket's path has at most 107 bytes.
LONGEST_RUN_DIRECTORY = 107 - len("/db/.s.PGSQL.65535.lock")
SYSTEM_STATE = Path("/var/lib/howdah")


@dataclass(frozen=True)
class Home:
    """Where the files of one stack are."""

    root: Path

    @property
    def ports(self) -> Path:
        return self.root / "ports.json"

    @property
    def secrets(self) -> Path:
        return self.root / "secrets"

    @property
    def cluster(self) -> Path:
        return self.root / "cluster"

    @property
    def pooler(self) -> Path:
        return self.root / "pooler"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def run(self) -> Path:
        """What only exists while the stack runs: in the home, or elsewhere if its path is long."""
        inside = self.root / "run"
        if len(os.fsencode(inside)) <= LONGEST_RUN_DIRECTORY:
            return inside
        return Path(f"/tmp/howdah-{os.geteuid()}-{_digest(self.root)}")  # noqa: S108  (ours alone)

    @property
    def sockets(self) -> Path:
        """Where PostgreSQL and PgBouncer put their sockets."""
        return self.run / "db"

    @property
    def supervisor_conf(self) -> Path:
        return self.root / "supervisord.conf"

    @property
    def supervisor_socket(self) -> Path:
        return self.run / "supervisor.sock"

    @property
    def metrics(self) -> Path:
        """Where the API processes, which share a port, add up what they count."""
        return self.root / "metrics"

    @property
    def guided_run(self) -> Path:
        """What the guided run found, once every proof held."""
        return self.root / "guided-run.json"

    @property
    def code_stamp(self) -> Path:
        """Tells which code the running processes were started from."""
        return self.root / "code.sha256"

    def create(self) -> None:
        """Makes the directories, each with the owner and the permissions that it needs."""
        me, server = accounts.operator(), accounts.server()
        self.root.mkdir(parents=True, exist_ok=True)
        me.own(self.root, 0o711 if server.is_other else 0o700)
        for directory, owner, mode in (
            (self.secrets, me, 0o700),
            (self.logs, me, 0o750),
            (self.metrics, me, 0o700),
            (self.pooler, server, 0o700),
            (self.run, me, 0o711 if server.is_other else 0o700),
            (self.sockets, server, 0o755),
        ):
            directory.mkdir(exist_ok=True)
            if directory.is_symlink() or directory.stat().st_uid not in (me.uid, server.uid):
                raise StackError(f"{directory} belongs to somebody else.", "Remove it first.")
            owner.own(directory, mode)
        if not server.can_enter(self.pooler):
            raise StackError(
                f"The account {server.name!r}, which runs the database server, cannot enter "
                f"{self.root}.",
                "Set HOWDAH_HOME to a directory that it can reach.",
            )

    def erase(self) -> None:
        """Deletes the home and all data in it. Nothing may be running in it."""
        shutil.rmtree(self.run, ignore_errors=True)
        shutil.rmtree(self.root, ignore_errors=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Holds the home for one command that changes it; others wait for their turn."""
        self.root.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def default_home() -> Home:
    """The home of this checkout's stack: HOWDAH_HOME, or `.howdah` in the checkout.

    When root runs the command in a place that the server's account cannot enter, the files go to
    /var/lib/howdah and `.howdah` is a link to them.
    """
    if chosen := os.environ.get("HOWDAH_HOME"):
        return Home(Path(chosen).expanduser().resolve())
    link, outside = CHECKOUT / ".howdah", SYSTEM_STATE / _digest(CHECKOUT)
    if link.is_symlink() and link.readlink().parent == SYSTEM_STATE and link.readlink() != outside:
        link.unlink()  # it came along when another checkout was copied
    server = accounts.server()
    if not link.exists() and server.is_other and not server.can_enter(CHECKOUT):
        outside.mkdir(parents=True, exist_ok=True)
        link.unlink(missing_ok=True)
        link.symlink_to(outside)
    return Home(link.resolve())
