"""PostgreSQL's programs on this system."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from stack.errors import StackError
from stack.home import Home

INSTALLATIONS = Path("/usr/lib/postgresql")
OLDEST_MAJOR = 15
SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
ADMIN = "howdah_admin"
DATABASE = "howdah"


@dataclass(frozen=True)
class Installation:
    """One major version of PostgreSQL, as Debian's packages install it."""

    major: int

    @property
    def programs(self) -> Path:
        return INSTALLATIONS / str(self.major) / "bin"

    def program(self, name: str) -> str:
        return str(self.programs / name)

    def has_library(self, name: str) -> bool:
        """Whether the server can load this shared library."""
        return (INSTALLATIONS / str(self.major) / "lib" / f"{name}.so").exists()


def installed() -> list[Installation]:
    """The installations that are new enough, the newest first."""
    majors = (int(p.name) for p in INSTALLATIONS.glob("*") if p.name.isdecimal())
    return [
        Installation(major)
        for major in sorted(majors, reverse=True)
        if major >= OLDEST_MAJOR and (INSTALLATIONS / str(major) / "bin" / "postgres").exists()
    ]


def newest() -> Installation:
    """The newest installation. Raises StackError when there is none."""
    for installation in installed():
        return installation
    raise StackError(f"PostgreSQL {OLDEST_MAJOR} or newer is not installed.", "Run ./howdah up.")


def of_cluster(home: Home) -> Installation:
    """The installation that made the home's cluster; the newest one when there is no cluster yet.

    Raises StackError when that version is not installed (any more): another major version cannot
    read the files.
    """
    version_file = home.cluster / "PG_VERSION"
    if not version_file.exists():
        return newest()
    major = int(version_file.read_text())
    if Installation(major) in installed():
        return Installation(major)
    raise StackError(
        f"The cluster in {home.cluster} was made by PostgreSQL {major}, which is not installed; "
        f"installed is PostgreSQL {newest().major}.",
        f"Install postgresql-{major}, or give up the data with `./howdah down --erase`.",
    )


def client_environment(
    installation: Installation, socket_directory: Path, port: int
) -> dict[str, str]:
    """The environment in which psql, sqitch and pg_prove reach a cluster as its administrator.

    Independent of the user's own locale, time zone and PostgreSQL settings. The version's own
    programs come first in PATH, ahead of Debian's slower wrappers.
    """
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PG", "LC_", "SQITCH"))}
    return kept | {
        "PATH": f"{installation.programs}:{SYSTEM_PATH}",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PGHOST": str(socket_directory),
        "PGPORT": str(port),
        "PGUSER": ADMIN,
        "PGDATABASE": DATABASE,
        "PGCLIENTENCODING": "UTF8",
    }
