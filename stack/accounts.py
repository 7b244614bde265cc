"""The operating system accounts involved: who runs the command, and who runs the servers.

PostgreSQL and PgBouncer refuse to run as root. When root runs the command they run as the account
`postgres` of the Debian package; otherwise everything runs as the user who typed the command.
"""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stack.errors import StackError

SERVER_ACCOUNT = "postgres"


@dataclass(frozen=True)
class Account:
    """A user of the operating system."""

    name: str
    uid: int
    gid: int

    @property
    def is_other(self) -> bool:
        """Whether this account is not the one that runs the command."""
        return self.uid != os.geteuid()

    def own(self, path: Path, mode: int) -> None:
        """Gives a path to this account with these permission bits."""
        if self.is_other:
            os.chown(path, self.uid, self.gid)
        path.chmod(mode)

    def run(
        self, command: list[str], *, env: dict[str, str] | None = None, given: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Runs a program as this account in `/`; returns its output whatever its exit code is.

        `given` is its standard input.
        """
        return subprocess.run(
            command,
            cwd="/",
            env=env,
            input=given,
            capture_output=True,
            text=True,
            check=False,
            user=self.uid if self.is_other else None,
            group=self.gid if self.is_other else None,
            extra_groups=[] if self.is_other else None,
        )

    def write(self, file: Path, text: str) -> None:
        """Replaces a file's content as this account, which alone may read it.

        Root never writes by itself into a directory of another account, who could have put a link
        to any file of the system there.
        """
        result = self.run(["/bin/sh", "-c", 'umask 077; cat >"$1"', "sh", str(file)], given=text)
        if result.returncode != 0:
            raise StackError(f"{file} could not be written: {result.stderr.strip()}")

    def can_enter(self, directory: Path) -> bool:
        """Whether this account may reach what lies in the directory."""
        return self.run(["/usr/bin/test", "-x", str(directory)]).returncode == 0


@cache
def operator() -> Account:
    """The account that runs the command."""
    uid = os.geteuid()
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        raise StackError(
            f"User id {uid} has no name on this system, and PostgreSQL needs one.",
            "Add the user to /etc/passwd, or run the command as another user.",
        ) from None
    return Account(entry.pw_name, uid, entry.pw_gid)


@cache
def server() -> Account:
    """The account that runs PostgreSQL and PgBouncer."""
    if os.geteuid() != 0:
        return operator()
    try:
        entry = pwd.getpwnam(SERVER_ACCOUNT)
    except KeyError:
        raise StackError(
            f"There is no account {SERVER_ACCOUNT!r} to run the database server under.",
            "It comes with Debian's postgresql-common: reinstall that package.",
        ) from None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
