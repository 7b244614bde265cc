"""The configuration files of the cluster."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from stack import accounts
from stack.home import Home
from stack.postgres import ADMIN, Installation

MIB = 1024 * 1024
SINGLE, DOUBLE = "'", '"'
CGROUP_LIMIT = Path("/sys/fs/cgroup/memory.max")

# For clusters whose data need not survive a crash of the machine.
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def memory_mib() -> int:
    """The memory this machine or container has, in MiB."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    if CGROUP_LIMIT.exists() and (limit := CGROUP_LIMIT.read_text().strip()).isdecimal():
        total = min(total, int(limit))
    return total // MIB


def server_conf(home: Home, installation: Installation, port: int, *, durable: bool) -> str:
    """The settings in which this cluster differs from PostgreSQL's defaults."""
    memory = memory_mib()
    buffers = max(128, min(memory // 8, 2048)) if durable else 128
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": str(home.sockets),
        "cluster_name": "howdah",
        "max_connections": "200",
        # A statement over a log locks each of its partitions and their indexes.
        "max_locks_per_transaction": "256",
        "password_encryption": "scram-sha-256",
        "shared_buffers": f"{buffers}MB",
        "effective_cache_size": f"{max(buffers, memory // 2)}MB",
        "max_wal_size": "2GB" if durable else "1GB",
        "wal_compression": "on",
        "default_toast_compression": "lz4",
        "checkpoint_timeout": "15min",
        "random_page_cost": "1.1",
        # Requests are short calls of known functions; compiling them costs more than it saves.
        "jit": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "log_line_prefix": "%m [%p] %q%u@%d ",
        "log_lock_waits": "on",
        "log_min_duration_statement": "1s",
        # Arguments are the customers' data.
        "log_parameter_max_length": "0",
    }
    if installation.has_library("pg_stat_statements"):
        settings["shared_preload_libraries"] = "pg_stat_statements"
    if not durable:
        settings |= NOT_DURABLE
    lines = (f"{name} = {_quoted(value)}" for name, value in settings.items())
    return "# Written by ./howdah up; use `alter system` for settings of your own.\n" + _text(lines)


def access_conf() -> str:
    """pg_hba.conf: the administrator by the local socket only, everybody else by password."""
    return _text(
        [
            "# type  database  user           address       method",
            f"local   all       {ADMIN}                 peer map=howdah",
            "local   all       all                          scram-sha-256",
            f"host    all       {ADMIN}   all           reject",
            "host    all       all            127.0.0.1/32  scram-sha-256",
        ]
    )


def identity_conf() -> str:
    """pg_ident.conf: which accounts of this system may be the cluster's administrator."""
    names = dict.fromkeys(("root", accounts.server().name, accounts.operator().name))
    return _text(f"howdah  {_quoted(name, DOUBLE)}  {ADMIN}" for name in names)


def _quoted(value: str, quote: str = SINGLE) -> str:
    return quote + value.replace(quote, quote * 2) + quote


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"
