"""Asks the API whether it is ready."""

from __future__ import annotations

import http.client

from stack.ports import Ports


def base_url(ports: Ports) -> str:
    """The address of the stack's API."""
    return f"http://127.0.0.1:{ports.http}"


def is_ready(ports: Ports) -> bool:
    """Whether an API process answers that it, PgBouncer and the database are ready."""
    connection = http.client.HTTPConnection("127.0.0.1", ports.http, timeout=5)
    try:
        connection.request("GET", "/health/ready")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
