"""The command line of an API process: `python -m api`, configured by HOWDAH_… variables."""

import os
import sys

import uvloop

from api.app import create_app
from api.metrics import forget_dead_processes
from api.server import Server, listen
from api.services import Services
from common.settings import Settings, SettingsError
from common.telemetry import configure_logging


async def serve(settings: Settings) -> None:
    """Serves until SIGTERM or SIGINT."""
    services = Services(settings)
    server = Server(create_app(services), services)
    await server.serve([listen(settings.http_host, settings.http_port)])


def main() -> int:
    """Runs the process; gives its exit code: 0 after a signal, 2 when it can't be set up."""
    try:
        settings = Settings.from_environment()
        configure_logging("howdah-api", f"{os.uname().nodename}-{os.getpid()}", settings.log_level)
        forget_dead_processes()
        uvloop.run(serve(settings))
    except SettingsError as error:
        print(f"api: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"api: can't listen there: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
