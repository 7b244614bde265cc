"""The command line of a worker: `python -m workers --queues a,b --concurrency n`."""

import dataclasses
from typing import Annotated

import typer
import uvloop

from common.settings import Settings, SettingsError
from workers.process import run
from workers.registry import HandlerError, load


def main(
    queues: Annotated[
        str | None, typer.Option(help="Queues to serve, comma-separated. [HOWDAH_QUEUES]")
    ] = None,
    concurrency: Annotated[
        int | None, typer.Option(min=1, help="Jobs at a time. [HOWDAH_CONCURRENCY]")
    ] = None,
) -> None:
    """Run jobs of the given queues until SIGTERM or SIGINT; HOWDAH_… variables set the rest."""
    try:
        settings = Settings.from_environment()
        if queues is not None:
            names = tuple(name.strip() for name in queues.split(",") if name.strip())
            if not names:
                raise SettingsError("--queues names no queue")
            settings = dataclasses.replace(settings, queues=names)
        if concurrency is not None:
            settings = dataclasses.replace(settings, concurrency=concurrency)
        handlers = load(settings.handlers)
        uvloop.run(run(settings, handlers))
    except (SettingsError, HandlerError) as error:
        typer.echo(f"workers: {error}", err=True)
        raise typer.Exit(2) from None


if __name__ == "__main__":
    typer.run(main)
