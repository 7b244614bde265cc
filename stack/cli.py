"""The command line."""

from __future__ import annotations

import json
import os
import sys
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from stack import down as stopping
from stack import migrate, suite
from stack import status as states
from stack.errors import StackError
from stack.home import CHECKOUT, default_home
from stack.logs import log_files
from stack.stack import Stack
from stack.up import up as start

app = typer.Typer(
    help="Howdah: the backend foundation for large multi-tenant platforms on PostgreSQL.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
PASS_THROUGH = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}
console = Console()


@app.command()
def up(
    leave: Annotated[bool, typer.Option("--exit", help="Stop everything at the end.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the summary as one JSON line.")
    ] = False,
    run: Annotated[
        bool | None,
        typer.Option("--run/--no-run", help="Do the guided run again, or leave it out."),
    ] = None,
    new_ports: Annotated[
        bool, typer.Option("--new-ports", help="Choose new ports that are free.")
    ] = False,
) -> None:
    """Start everything, show that it works on real input, and leave it running."""
    is_ok = start(default_home(), new_ports=new_ports, run=run, leave=leave, as_json=as_json)
    raise typer.Exit(0 if is_ok else 1)


@app.command()
def down(
    erase: Annotated[bool, typer.Option("--erase", help="Delete all data as well.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before deleting.")] = False,
) -> None:
    """Stop everything; the data stays."""
    home = default_home()
    if erase and home.root.exists() and not yes:
        typer.confirm(f"Delete {home.root} with all its data?", abort=True)
    console.print("Stopped." if stopping.down(home, erase=erase) else "Nothing was running.")
    if erase:
        console.print("The data is deleted.")


@app.command()
def status(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show what runs and where."""
    facts = states.status(Stack(default_home()))
    if as_json:
        sys.stdout.write(json.dumps(facts) + "\n")
    elif not facts["running"]:
        console.print("Nothing runs. ./howdah up starts everything.")
    else:
        console.print(states.status_table(facts))
        console.print("", *states.status_lines(facts), sep="\n", highlight=False)
    raise typer.Exit(0 if facts["running"] and facts["ready"] else 1)


@app.command(context_settings=PASS_THROUGH)
def psql(context: typer.Context) -> None:
    """Open psql as the administrator: psql [ROLE] [OPTIONS of psql]."""
    stack = _running_stack()
    environment, arguments = stack.client_environment, list(context.args)
    if arguments and not arguments[0].startswith("-"):
        environment["PGOPTIONS"] = f"-c role={arguments.pop(0)}"
    _replace_process([stack.installation.program("psql"), *arguments], environment)


@app.command(context_settings=PASS_THROUGH)
def sqitch(context: typer.Context) -> None:
    """Run Sqitch on the stack's database: sqitch status, sqitch log, sqitch rebase…"""
    environment = migrate.sqitch_environment(_running_stack().client_environment)
    _replace_process([migrate.SQITCH, *context.args], environment)


@app.command()
def logs(
    process: Annotated[str, typer.Argument(help="Such as api, worker-1, postgres.")] = "",
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on as it grows.")] = False,
) -> None:
    """Show what the processes say."""
    files = [str(file) for file in log_files(default_home(), process)]
    if not files:
        raise StackError(f"There is no log of {process or 'any process'} in {default_home().logs}.")
    _replace_process(["/usr/bin/tail", "-n", "50", *(["-F"] if follow else []), *files])


@app.command(context_settings=PASS_THROUGH | {"help_option_names": ["-h", "--help"]})
def test(context: typer.Context) -> None:
    """Run all tests, or some: test [lint | pgtap | pytest | PATH…] [OPTIONS of pytest]."""
    raise typer.Exit(suite.run(list(context.args), console))


@app.command(context_settings=PASS_THROUGH)
def bench(context: typer.Context) -> None:
    """Run a benchmark on a stack of its own: bench NAME [--seconds N] [--json]."""
    _replace_process([sys.executable, "-m", "load.bench", *context.args])


def _running_stack() -> Stack:
    stack = Stack(default_home())
    if not stack.supervision.is_running:
        raise StackError("The stack does not run.", "Start it with ./howdah up.")
    return stack


def _replace_process(command: list[str], environment: dict[str, str] | None = None) -> NoReturn:
    os.chdir(CHECKOUT)
    os.execve(command[0], command, environment or dict(os.environ))  # noqa: S606  (no shell wanted)


def main() -> None:
    """Runs the command line; what is in the way is told in a sentence, without a traceback."""
    try:
        app(prog_name="./howdah")
    except StackError as error:
        sys.stderr.write(f"howdah: {error}\n")
        sys.exit(1)
