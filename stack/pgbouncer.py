"""PgBouncer's configuration: three pools, so that none of them can starve another.

The API and the workers use transaction pools; `howdah_listen` is a session pool for the one LISTEN
connection that each process keeps. Each login may use its own pool only.
"""

from __future__ import annotations

import re
import subprocess
from functools import cache

from stack import accounts
from stack.home import Home
from stack.passwords import LOGINS
from stack.ports import Ports
from stack.postgres import DATABASE

PROGRAM = "/usr/sbin/pgbouncer"
PREPARED_STATEMENTS_SINCE = (1, 21)
# Server connections for each pool; together they stay well below max_connections.
SIZES = {"howdah_api": 20, "howdah_worker": 20, "howdah_listen": 40}


@cache
def version() -> tuple[int, int]:
    """PgBouncer's version, such as (1, 18)."""
    said = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True)
    match = re.search(r"(\d+)\.(\d+)", said.stdout)
    return (int(match[1]), int(match[2])) if match else (0, 0)


def pooler_conf(home: Home, ports: Ports, database: str = DATABASE) -> str:
    """pgbouncer.ini. It asks nothing of PgBouncer 1.18 that it does not know."""
    server = f"host='{home.sockets}' port={ports.postgres} dbname={database}"
    pools = (
        f"{login} = {server} pool_size={size}"
        f" pool_mode={'session' if login == 'howdah_listen' else 'transaction'}"
        for login, size in SIZES.items()
    )
    settings: dict[str, object] = {
        "listen_addr": "127.0.0.1",
        "listen_port": ports.pool,
        "unix_socket_dir": home.sockets,
        "auth_type": "hba",
        "auth_hba_file": home.pooler / "hba.conf",
        "auth_file": home.pooler / "users.txt",
        "max_client_conn": 1000,
        "ignore_startup_parameters": "extra_float_digits",
        "server_reset_query": "discard all",
        # A client that waits this long (seconds) gets an error that it can answer 503 to.
        "query_wait_timeout": 5,
        # How soon (seconds) a server that went away is tried again.
        "server_login_retry": 1,
        "server_connect_timeout": 5,
        "server_check_delay": 5,
        "server_lifetime": 3600,
        # A client that went quiet inside a transaction gives its connection back (seconds).
        "idle_transaction_timeout": 300,
        "tcp_keepalive": 1,
        "log_connections": 0,
        "log_disconnections": 0,
        "stats_period": 300,
    }
    if version() >= PREPARED_STATEMENTS_SINCE:
        settings["max_prepared_statements"] = 200
    lines = (f"{name} = {value}" for name, value in settings.items())
    return "\n".join(["[databases]", *pools, "", "[pgbouncer]", *lines, ""])


def access_conf() -> str:
    """PgBouncer's hba file: each login, its own pool, by password."""
    return "".join(
        f"local {login} {login} scram-sha-256\nhost {login} {login} 127.0.0.1/32 scram-sha-256\n"
        for login in LOGINS
    )


def users(passwords: dict[str, str]) -> str:
    """The file that PgBouncer knows the logins' passwords from."""
    return "".join(f'"{login}" "{password}"\n' for login, password in passwords.items())


def write_configuration(
    home: Home, ports: Ports, passwords: dict[str, str], database: str = DATABASE
) -> bool:
    """Writes PgBouncer's files and tells whether any of them changed."""
    files = {
        "pgbouncer.ini": pooler_conf(home, ports, database),
        "hba.conf": access_conf(),
        "users.txt": users(passwords),
    }
    changed = False
    for name, text in files.items():
        file = home.pooler / name
        if not file.exists() or file.read_text() != text:
            accounts.server().write(file, text)
            changed = True
    return changed
