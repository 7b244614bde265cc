"""The steps in which a stack comes up. Each leaves alone what is already as it should be."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import psycopg

from stack import cluster, fingerprint, health, migrate, passwords, pgbouncer, ports, roles
from stack.logs import last_words
from stack.supervisor_conf import supervisor_conf
from stack.waiting import wait_until

if TYPE_CHECKING:
    from stack.stack import Stack

# Recovery after a crash may have to read a lot of write-ahead log.
DATABASE_SECONDS = 300
PROCESS_SECONDS = 30


class Starting:
    """Starts one stack, step by step."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.home = stack.home
        self.supervision = stack.supervision
        self.report = stack.report

    def supervisor(self) -> None:
        """Makes the supervisor know the stack's programs; starts it when it does not run."""
        conf = supervisor_conf(self.home, self.stack.programs)
        self.home.supervisor_conf.write_text(conf)
        if self.supervision.is_running:
            self.supervision.apply()
            return
        cluster.drop_stale_pid_file(self.home)
        ports.refuse_taken(self.stack.ports, self.home.ports)
        self.stack.start_supervisor()

    def database(self) -> None:
        """Makes the cluster and starts the database server."""
        self.report("cluster")
        self.home.create()
        port = self.stack.ports.postgres
        is_changed = cluster.ensure_cluster(self.home, port, durable=self.stack.durable)
        self.supervisor()
        was_running = self.supervision.states()["postgres"].is_running
        self._await_database()
        if was_running and is_changed:
            self._take_over_settings()

    def _await_database(self) -> None:
        self.supervision.start_process("postgres")
        wait_until(
            self._accepts_connections,
            DATABASE_SECONDS,
            "PostgreSQL did not start.",
            lambda: last_words(self.home, "postgres"),
        )

    def _accepts_connections(self) -> bool:
        try:
            self.stack.connect("postgres").close()
        except psycopg.OperationalError:
            return False
        return True

    def _take_over_settings(self) -> None:
        """Reloads the configuration, and restarts the server where reloading is not enough."""
        with self.stack.connect("postgres") as connection:
            connection.execute("select pg_reload_conf()")
        with self.stack.connect("postgres") as connection:
            query = "select from pg_settings where pending_restart"
            if connection.execute(query).fetchone() is None:
                return
        self.supervision.restart_process("postgres")
        self._await_database()

    def migrations(self) -> None:
        """Deploys what is missing in the database and lets the login roles in."""
        self.report("migrations")
        with self.stack.connect("postgres") as connection:
            roles.ensure_database(connection)
        migrate.deploy(
            self.stack.client_environment, lambda name: self.report(f"migrations {name}")
        )
        self.logins()

    def logins(self) -> None:
        """Gives the login roles, which the migrations have made, their passwords."""
        with self.stack.connect("postgres") as connection:
            roles.set_passwords(connection, passwords.ensure_passwords(self.home))

    def pooler(self) -> None:
        """Starts PgBouncer, or has it read its configuration again when that changed."""
        self.report("pooler")
        secrets = passwords.ensure_passwords(self.home)
        is_changed = pgbouncer.write_configuration(self.home, self.stack.ports, secrets)
        if self.supervision.states()["pgbouncer"].is_running:
            if is_changed:
                self.supervision.signal_process("pgbouncer", "HUP")
            return
        self.supervision.start_process("pgbouncer")
        wait_until(
            self._pooler_listens,
            PROCESS_SECONDS,
            "PgBouncer did not start.",
            lambda: last_words(self.home, "pgbouncer"),
        )

    def _pooler_listens(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.stack.ports.pool), timeout=1).close()
        except OSError:
            return False
        return True

    def processes(self) -> None:
        """Starts API and workers. Those that run another code than the checkout's are replaced one
        after the other."""
        self.report("processes")
        current = fingerprint.code_fingerprint()
        stamp = self.home.code_stamp
        is_new = not stamp.exists() or stamp.read_text() != current
        states = self.supervision.states()
        for program in self.stack.programs:
            if not program.name.startswith(("api-", "worker-")):
                continue
            state = states[program.name]
            if is_new or not state.is_running:
                self.supervision.stop_process(program.name)
                self.supervision.start_process(program.name, wait=state.is_running)
        stamp.write_text(current)
        self._await_readiness()

    def _await_readiness(self) -> None:
        self.report("health")
        for program in self.stack.programs:
            self.supervision.await_running(program.name, PROCESS_SECONDS)
        if self.stack.api:
            wait_until(
                lambda: health.is_ready(self.stack.ports),
                PROCESS_SECONDS,
                "The API did not become ready.",
                lambda: last_words(self.home, "api-1"),
            )
