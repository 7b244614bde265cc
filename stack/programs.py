"""The processes of a stack, as the supervisor is told about them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from stack import accounts, pgbouncer
from stack.home import CHECKOUT, Home
from stack.passwords import LOGINS, password_file
from stack.ports import Ports
from stack.postgres import Installation

PYTHON = str(CHECKOUT / ".venv" / "bin" / "python")
# What a person may set for the API and worker processes when starting the stack.
TUNABLE = (
    "HOWDAH_BODY_LIMIT",
    "HOWDAH_CONCURRENCY",
    "HOWDAH_HANDLERS",
    "HOWDAH_LOG_LEVEL",
    "HOWDAH_POOL_SIZE",
    "HOWDAH_QUEUES",
)
HANDLERS = "workers.builtin,demo.handlers"
QUEUES = "default,github"


@dataclass(frozen=True)
class Program:
    """A process that is kept running: started again whenever it ends by itself."""

    name: str
    command: tuple[str, ...]
    # Programs start in the order of this number, and stop in the reverse order.
    order: int
    stop_signal: str
    # How long it may take to stop, in seconds, before it is killed.
    stop_seconds: int
    environment: Mapping[str, str] = field(default_factory=dict)
    user: str | None = None


def postgres(home: Home, installation: Installation) -> Program:
    """The database server. SIGINT is its fast shutdown."""
    command = (installation.program("postgres"), "-D", str(home.cluster))
    return Program("postgres", command, 10, "INT", 60, user=_server_user())


def pooler(home: Home) -> Program:
    """PgBouncer. SIGINT lets it finish the queries that run. It would also wait for connections
    that LISTEN, which never end, and answers nobody meanwhile: so it does not get long."""
    command = (pgbouncer.PROGRAM, "-q", str(home.pooler / "pgbouncer.ini"))
    return Program("pgbouncer", command, 20, "INT", 3, user=_server_user())


def worker(home: Home, ports: Ports, number: int) -> Program:
    """A worker process. SIGTERM lets it finish the jobs that it holds."""
    environment = process_environment(home, ports)
    environment["HOWDAH_METRICS_PORT"] = str(ports.metrics + number - 1)
    return Program(
        f"worker-{number}", (PYTHON, "-m", "workers"), 30, "TERM", 40, environment=environment
    )


def api(home: Home, ports: Ports, number: int) -> Program:
    """An API process; all of a stack share one port. SIGTERM lets it finish its requests."""
    return Program(
        f"api-{number}",
        (PYTHON, "-m", "api"),
        40,
        "TERM",
        40,
        environment=process_environment(home, ports)
        | {"PROMETHEUS_MULTIPROC_DIR": str(home.metrics)},
    )


def process_environment(home: Home, ports: Ports) -> dict[str, str]:
    """What API and worker processes read their settings from."""
    passwords = {
        f"HOWDAH_{kind.upper()}_PASSWORD_FILE": str(password_file(home, login))
        for login, kind in LOGINS.items()
    }
    tuned = {name: os.environ[name] for name in TUNABLE if name in os.environ}
    return {
        "HOWDAH_POOL_HOST": "127.0.0.1",
        "HOWDAH_POOL_PORT": str(ports.pool),
        "HOWDAH_HTTP_HOST": "127.0.0.1",
        "HOWDAH_HTTP_PORT": str(ports.http),
        "HOWDAH_PUBLIC_URL": f"http://127.0.0.1:{ports.http}",
        "HOWDAH_HANDLERS": HANDLERS,
        "HOWDAH_QUEUES": QUEUES,
        **passwords,
        **tuned,
    }


def _server_user() -> str | None:
    account = accounts.server()
    return account.name if account.is_other else None
