"""Routes that a test adds to a running platform, in the way that everybody adds one: by SQL."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg

from stack.stack import Stack

DEFINITION = """
    create function public.{name}({arguments}) returns jsonb
    language sql stable security definer set search_path = '' as $$ {body} $$
"""


@dataclass
class Newcomer:
    """A function of the administrator's that can be exposed and withdrawn."""

    connection: psycopg.Connection
    name: str
    path: str

    def expose(self, summary: str = "New here") -> None:
        """Makes it a route."""
        self.connection.execute(
            "select gateway.expose('GET', %s, %s::regproc, %s)",
            (self.path, f"public.{self.name}", summary),
        )

    def withdraw(self) -> None:
        """Takes the route away."""
        self.connection.execute("select gateway.withdraw('GET', %s)", (self.path,))


@contextmanager
def newcomer_of(
    platform: Stack, body: str, arguments: str = "", variables: str = ""
) -> Iterator[Newcomer]:
    """A function with this body while the block lasts, and not a route yet."""
    name = f"newcomer_{secrets.token_hex(4)}"
    path = f"/v1/newcomers/{name.replace('_', '-')}{variables}"
    definition = DEFINITION.format(name=name, arguments=arguments, body=body)
    with platform.connect() as connection:
        connection.execute("grant usage on schema public to gateway_owner")
        connection.execute(definition.encode())
        connection.execute(f"grant execute on function public.{name} to gateway_owner".encode())
        made = Newcomer(connection, name, path)
        try:
            yield made
        finally:
            made.withdraw()
            connection.execute(f"drop function public.{name}".encode())
            connection.execute("revoke usage on schema public from gateway_owner")
