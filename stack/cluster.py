"""The PostgreSQL cluster of a stack: made once, configured before every start."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import psycopg

from stack import accounts, cluster_conf
from stack.errors import StackError
from stack.home import Home
from stack.postgres import ADMIN, Installation, of_cluster

# An empty cluster, its first write-ahead log and room to work.
NEEDED_MIB = 500
CONF_NAME = "howdah.conf"


def ensure_cluster(home: Home, port: int, *, durable: bool) -> bool:
    """Makes the cluster when there is none, and writes its configuration.

    Tells whether the configuration changed.
    Raises StackError when the disk is too full or the files are of a version that is not installed.
    """
    installation = of_cluster(home)
    if not (home.cluster / "PG_VERSION").exists():
        _initialise(home, installation, durable=durable)
    return _write_configuration(home, installation, port, durable=durable)


def _initialise(home: Home, installation: Installation, *, durable: bool) -> None:
    """Runs initdb beside the final place, so that a half-made cluster is never taken for one."""
    _refuse_full_disk(home.root)
    unfinished = home.root / "cluster.new"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    accounts.server().own(unfinished, 0o700)
    command = [
        installation.program("initdb"),
        f"--pgdata={unfinished}",
        f"--username={ADMIN}",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--data-checksums",
        "--auth-local=peer",
        "--auth-host=scram-sha-256",
        *([] if durable else ["--no-sync"]),
    ]
    result = accounts.server().run(command, env={"LC_ALL": "C.UTF-8", "PATH": os.defpath})
    if result.returncode != 0:
        raise StackError(f"initdb could not make a cluster: {result.stderr.strip()}")
    defaults = (unfinished / "postgresql.conf").read_text()
    accounts.server().write(unfinished / "postgresql.conf", f"{defaults}include = '{CONF_NAME}'\n")
    unfinished.rename(home.cluster)


def _refuse_full_disk(directory: Path) -> None:
    facts = os.statvfs(directory)
    free_mib = facts.f_bavail * facts.f_frsize // cluster_conf.MIB
    if free_mib < NEEDED_MIB:
        raise StackError(
            f"Only {free_mib} MiB are free on the file system of {directory}; "
            f"a cluster needs {NEEDED_MIB} MiB.",
            "Free some space, or set HOWDAH_HOME to a directory on another file system.",
        )


def copy(source: Path, target: Path) -> None:
    """Copies the directory of a stopped cluster. Raises StackError when that fails."""
    command = ["/usr/bin/cp", "--archive", "--reflink=auto", str(source), str(target)]
    result = accounts.operator().run(command)
    if result.returncode != 0:
        raise StackError(f"The cluster could not be copied: {result.stderr.strip()}")


def _write_configuration(
    home: Home, installation: Installation, port: int, *, durable: bool
) -> bool:
    """Writes the configuration files and tells whether any of them changed."""
    files = {
        CONF_NAME: cluster_conf.server_conf(home, installation, port, durable=durable),
        "pg_hba.conf": cluster_conf.access_conf(),
        "pg_ident.conf": cluster_conf.identity_conf(),
    }
    changed = False
    for name, text in files.items():
        file = home.cluster / name
        if not file.exists() or file.read_text() != text:
            accounts.server().write(file, text)
            changed = True
    return changed


def drop_stale_pid_file(home: Home) -> None:
    """Removes a postmaster.pid whose process is gone or is another program by now.

    After a crash of the machine the number in it may belong to anyone, and PostgreSQL would refuse
    to start. Raises StackError when a PostgreSQL server still runs in the directory.
    """
    file = home.cluster / "postmaster.pid"
    try:
        pid = int(file.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        file.unlink(missing_ok=True)
        return
    try:
        directory = Path(f"/proc/{pid}/cwd").readlink()
    except OSError:
        directory = None
    if directory == home.cluster.resolve():
        raise StackError(
            f"A PostgreSQL server (process {pid}) that this stack did not start runs in "
            f"{home.cluster}.",
            f"Stop it with `kill -INT {pid}` and try again.",
        )
    file.unlink()


def connect(home: Home, port: int, database: str = "postgres") -> psycopg.Connection:
    """A connection as the administrator over the local socket, in autocommit mode."""
    return psycopg.connect(
        host=str(home.sockets),
        port=port,
        user=ADMIN,
        dbname=database,
        autocommit=True,
        connect_timeout=5,
    )
