"""A whole stack on one machine: cluster, PgBouncer, API and worker processes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import psycopg
from psycopg.conninfo import make_conninfo

from stack import cluster, health, passwords, ports, programs
from stack.home import Home
from stack.postgres import ADMIN, DATABASE, Installation, client_environment, of_cluster
from stack.starting import Starting
from stack.supervision import Supervision


def _silent(_: str) -> None:
    """Reports nothing."""


class Stack:
    """Everything that runs in one home. Starting it again is quick and changes only what differs.

    `api` and `worker` are the numbers of processes of each kind. What is not `durable` is fast and
    may be lost when the machine crashes. `report` is told what is being done.
    """

    def __init__(
        self,
        home: Home,
        *,
        api: int = 2,
        worker: int = 1,
        durable: bool = True,
        report: Callable[[str], None] = _silent,
    ) -> None:
        self.home = home
        self.api = api
        self.worker = worker
        self.durable = durable
        self.report = report
        self.supervision = Supervision(home)

    def choose_ports(self) -> ports.Ports:
        """New ports for this stack."""
        return ports.preferred()

    @cached_property
    def ports(self) -> ports.Ports:
        """The stack's ports: the remembered ones, or new ones that are remembered from now on."""
        remembered = ports.load(self.home.ports)
        if remembered is not None:
            return remembered
        self.home.create()
        chosen = self.choose_ports()
        ports.save(self.home.ports, chosen)
        return chosen

    @property
    def base_url(self) -> str:
        """The address of the API."""
        return health.base_url(self.ports)

    @property
    def installation(self) -> Installation:
        """The PostgreSQL that runs the cluster."""
        return of_cluster(self.home)

    def admin_dsn(self, database: str = DATABASE) -> str:
        """A connection string for the administrator, over the local socket."""
        return make_conninfo(
            host=str(self.home.sockets), port=self.ports.postgres, user=ADMIN, dbname=database
        )

    def pool_dsn(self, login: str) -> str:
        """A connection string, with its password, for a login through its pool of PgBouncer."""
        password = passwords.ensure_passwords(self.home)[login]
        return make_conninfo(
            host="127.0.0.1", port=self.ports.pool, user=login, dbname=login, password=password
        )

    def connect(self, database: str = DATABASE) -> psycopg.Connection:
        """A connection as the administrator, in autocommit mode."""
        return cluster.connect(self.home, self.ports.postgres, database)

    @property
    def client_environment(self) -> dict[str, str]:
        """The environment in which psql, pgbench, sqitch and pg_prove reach the database."""
        return client_environment(self.installation, self.home.sockets, self.ports.postgres)

    @property
    def process_environment(self) -> dict[str, str]:
        """The settings that an API or worker process of this stack runs with."""
        return programs.process_environment(self.home, self.ports)

    @property
    def programs(self) -> list[programs.Program]:
        """All processes of the stack, in the order in which they start."""
        return [
            programs.postgres(self.home, self.installation),
            programs.pooler(self.home),
            *(programs.worker(self.home, self.ports, n + 1) for n in range(self.worker)),
            *(programs.api(self.home, self.ports, n + 1) for n in range(self.api)),
        ]

    def operator_key(self) -> str:
        """The secret of the platform's first operator, made by iam.bootstrap_operator_key()."""
        file = self.home.secrets / passwords.OPERATOR_KEY
        if not file.exists():
            with self.connect() as connection:
                row = connection.execute("select iam.bootstrap_operator_key()").fetchone()
            passwords.write_secret(file, str(row[0]) if row else "")
        return file.read_text()

    def start_supervisor(self) -> None:
        """Starts the supervisor, which has to outlive this process."""
        self.supervision.start()

    def start(self) -> None:
        """Brings everything up and waits until the API is ready."""
        starting = Starting(self)
        starting.database()
        starting.migrations()
        starting.pooler()
        starting.processes()

    def scale(self, *, api: int | None = None, worker: int | None = None) -> None:
        """Changes how many API and worker processes run, and waits until they do."""
        self.api = self.api if api is None else api
        self.worker = self.worker if worker is None else worker
        starting = Starting(self)
        starting.supervisor()
        starting.processes()

    def stop(self) -> None:
        """Stops everything; the data stays."""
        self.supervision.shut_down()
