"""`./howdah up`: everything running, and shown to work on real input."""

from __future__ import annotations

import asyncio
import json
import shlex
import sys

from rich.console import Console

from stack import migrate, ports
from stack.display import Steps
from stack.home import CHECKOUT, Home
from stack.passwords import OPERATOR_KEY
from stack.stack import Stack


def up(home: Home, *, new_ports: bool, run: bool, leave: bool, as_json: bool) -> bool:
    """Starts the stack and, with `run`, does the guided run. Tells whether all was in order.

    With `leave` everything is stopped at the end; with `as_json` standard output is one JSON line.
    """
    console = Console(stderr=as_json)
    with home.locked():
        stack = _start(home, console, new_ports=new_ports)
    try:
        key = stack.operator_key()
        is_ok = not run or _guided_run(stack, key, console, as_json=as_json)
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


def _guided_run(stack: Stack, key: str, console: Console, *, as_json: bool) -> bool:
    from demo.run import guided_run

    summary = asyncio.run(guided_run(base_url=stack.base_url, admin_key=key, console=console))
    if as_json:
        sys.stdout.write(json.dumps(summary.as_json()) + "\n")
    else:
        console.print(summary.render())
    return summary.ok


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
