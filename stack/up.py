"""`./howdah up`: everything running, and shown to work on real input."""

from __future__ import annotations

import shlex

from rich.console import Console

from stack import guided, migrate, ports
from stack.display import Steps
from stack.home import CHECKOUT, Home
from stack.passwords import OPERATOR_KEY
from stack.stack import Stack


def up(home: Home, *, new_ports: bool, run: bool | None, leave: bool, as_json: bool) -> bool:
    """Starts the stack and does the guided run. Tells whether all was in order.

    Without a word about `run` the guided run is done unless it was done before.

    With `leave` everything is stopped at the end; with `as_json` standard output is one JSON line.
    """
    console = Console(stderr=as_json)
    with home.locked():
        stack = _start(home, console, new_ports=new_ports)
    try:
        key = stack.operator_key()
        is_ok = _guided(stack, key, console, run=run, as_json=as_json)
    finally:
        if leave:
            with home.locked():
                stack.stop()
    if not leave:
        _print_addresses(stack, console)
    return is_ok


def _start(home: Home, console: Console, *, new_ports: bool) -> Stack:
    with Steps(console) as steps:
        stack = Stack(home, report=steps)
        if new_ports:
            stack.stop()
            ports.save(home.ports, ports.preferred())
        stack.start()
    with stack.connect() as connection:
        edited = migrate.edited_changes(connection)
    if edited:
        console.print(
            f"Edited since their deployment, and not deployed again: {', '.join(edited)}.\n"
            "`./howdah sqitch rebase` does that, and deletes their data.",
            style="yellow",
        )
    return stack


def _guided(stack: Stack, key: str, console: Console, *, run: bool | None, as_json: bool) -> bool:
    if run or (run is None and not guided.is_done(stack)):
        return guided.run(stack, key, console, as_json=as_json)
    if guided.is_done(stack):
        guided.recall(stack, console, as_json=as_json)
    return True


def _print_addresses(stack: Stack, console: Console) -> None:
    key_file = stack.home.secrets / OPERATOR_KEY
    if key_file.is_relative_to(CHECKOUT):
        key_file = key_file.relative_to(CHECKOUT)
    url = stack.base_url
    console.print(f"\nAPI            {url}", highlight=False)
    console.print(f"Documentation  {url}/docs", highlight=False)
    console.print("Try it:", highlight=False)
    console.print(
        f'  curl -H "Authorization: Bearer $(cat {shlex.quote(str(key_file))})" {url}/v1/whoami',
        highlight=False,
        soft_wrap=True,
    )
