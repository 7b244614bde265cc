"""Payloads for jobs: 200 bytes that do not compress well."""

from __future__ import annotations

from pathlib import Path

import psycopg

SCRIPTS = Path(__file__).parent / "scripts"
SAMPLES = 1000
BATCH = 100  # payloads in a sample
PAYLOAD_BYTES = 200


def prepare(connection: psycopg.Connection) -> None:
    """Makes the schema and the table of the samples."""
    connection.execute("create schema bench")
    connection.execute((SCRIPTS / "samples.sql").read_bytes())
