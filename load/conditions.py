"""What a finding was taken on, for its `config`."""

from __future__ import annotations

import os

from stack.cluster_conf import memory_mib
from stack.stack import Stack

SETTINGS = ("server_version", "fsync", "synchronous_commit", "shared_buffers", "max_wal_size")


def conditions(stack: Stack, **parameters: object) -> dict[str, object]:
    """The machine, the load on it by now, the server's settings, and the benchmark's parameters."""
    with stack.connect() as connection:
        settings = connection.execute(
            "select s.name, current_setting(s.name) from unnest(%s::text[]) as s (name)",
            (list(SETTINGS),),
        ).fetchall()
    machine = {
        "cores": os.cpu_count(),
        "memory_mib": memory_mib(),
        "load_average": round(os.getloadavg()[0], 1),
    }
    return parameters | machine | dict(settings)
