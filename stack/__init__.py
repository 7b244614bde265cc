"""Runs Howdah on one machine: its own PostgreSQL cluster, PgBouncer, API and workers."""
