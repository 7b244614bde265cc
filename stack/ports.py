"""The TCP ports of a stack: chosen once, remembered, and never another program's."""

from __future__ import annotations

import json
import random
import socket
from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from stack.errors import StackError

LABELS = {
    "http": "the API",
    "pool": "PgBouncer",
    "postgres": "PostgreSQL",
    "metrics": "the workers' metrics",
}
# Below the kernel's ephemeral range, so that no outgoing connection takes one in between.
PRIVATE_RANGE = range(20_000, 32_000)


@dataclass(frozen=True)
class Ports:
    """The ports of one stack. Worker number n serves its metrics on `metrics` + n - 1."""

    http: int = 8080
    pool: int = 6432
    postgres: int = 5433
    metrics: int = 9464


def is_free(port: int) -> bool:
    """Whether nobody listens on this port of the loopback address or of all addresses."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def preferred() -> Ports:
    """The usual ports, each moved up to the next one that is free."""
    usual = asdict(Ports())
    return Ports(**{name: _first_free(range(port, port + 200)) for name, port in usual.items()})


def private() -> Ports:
    """Random free ports, for stacks that live beside others."""
    shuffled = iter(random.sample(PRIVATE_RANGE, k=500))
    return Ports(**{name: _first_free(shuffled) for name in asdict(Ports())})


def _first_free(candidates: Iterable[int]) -> int:
    for port in candidates:
        if is_free(port):
            return port
    raise StackError("No free port was found on 127.0.0.1.", "Stop some of what listens there.")


def load(file: Path) -> Ports | None:
    """The ports remembered in the file, if there are any."""
    try:
        return Ports(**json.loads(file.read_text()))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        raise StackError(f"{file} is damaged.", "Delete it; new ports are chosen then.") from None


def save(file: Path, ports: Ports) -> None:
    """Remembers the ports in the file."""
    file.write_text(json.dumps(asdict(ports), indent=2) + "\n")


def refuse_taken(ports: Ports, file: Path) -> None:
    """Raises StackError, naming the first port that somebody else listens on."""
    for name, port in asdict(ports).items():
        if not is_free(port):
            raise StackError(
                f"Port {port}, where {LABELS[name]} should listen, is taken by another program.",
                f"Stop that program, or choose new ports with `./howdah up --new-ports` "
                f"(they are remembered in {file}).",
            )
