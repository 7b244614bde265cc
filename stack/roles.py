"""The login roles' passwords and the databases of a cluster."""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64decode

import psycopg
from psycopg import sql

from stack.postgres import DATABASE


def ensure_database(connection: psycopg.Connection, name: str = DATABASE) -> None:
    """Creates an empty database of this name, if there is none."""
    query = "select from pg_catalog.pg_database where datname = %s"
    if connection.execute(query, [name]).fetchone() is None:
        connection.execute(sql.SQL("create database {}").format(sql.Identifier(name)))


def clone_database(connection: psycopg.Connection, name: str, template: str) -> None:
    """Creates a database as a copy of a template that nobody is connected to, closed to the same
    roles: PostgreSQL itself does not copy the rights on a database."""
    statement = "create database {} template {} strategy file_copy"
    connection.execute(sql.SQL(statement).format(sql.Identifier(name), sql.Identifier(template)))
    connection.execute(
        sql.SQL("revoke all on database {} from public").format(sql.Identifier(name))
    )
    rights = connection.execute(
        "select a.privilege_type, coalesce(r.rolname, 'public')"
        " from pg_catalog.pg_database as d"
        " cross join lateral pg_catalog.aclexplode(d.datacl) as a"
        " left join pg_catalog.pg_roles as r on r.oid = a.grantee"
        " where d.datname = %s",
        [template],
    )
    for privilege, role in rights.fetchall():
        grantee = sql.SQL("public") if role == "public" else sql.Identifier(role)
        connection.execute(
            sql.SQL("grant {} on database {} to {}").format(
                sql.SQL(privilege), sql.Identifier(name), grantee
            )
        )


def set_passwords(connection: psycopg.Connection, passwords: dict[str, str]) -> None:
    """Lets the roles log in with these passwords. Nothing is written when they already can.

    The server is only told the SCRAM verifier, so that no password appears in its log.
    """
    query = "select rolpassword from pg_catalog.pg_authid where rolname = %s and rolcanlogin"
    for role, password in passwords.items():
        row = connection.execute(query, [role]).fetchone()
        if row is None or row[0] is None or not _verifies(row[0], password):
            verifier = connection.pgconn.encrypt_password(
                password.encode(), role.encode(), b"scram-sha-256"
            )
            statement = sql.SQL("alter role {} login password {}")
            connection.execute(
                statement.format(sql.Identifier(role), sql.Literal(verifier.decode()))
            )


def _verifies(verifier: str, password: str) -> bool:
    """Whether a SCRAM verifier (RFC 5803: scheme$rounds:salt$stored:server) is of this password."""
    _, parameters, keys = verifier.split("$")
    rounds, salt = parameters.split(":")
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), b64decode(salt), int(rounds))
    client_key = hmac.digest(salted, b"Client Key", "sha256")
    stored_key = hashlib.sha256(client_key).digest()
    return hmac.compare_digest(stored_key, b64decode(keys.split(":")[0]))
