"""The configuration of every process: one frozen object, read once from the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_MEBIBYTE = 1024 * 1024


class SettingsError(ValueError):
    """A variable is missing or malformed; the message names it and says what is expected."""


@dataclass(frozen=True)
class Settings:
    """Everything that may differ between two installations. Times are in seconds."""

    pool_host: str = "127.0.0.1"
    pool_port: int = 6432
    pool_size: int = 16
    api_password: str | None = field(default=None, repr=False)
    worker_password: str | None = field(default=None, repr=False)
    listen_password: str | None = field(default=None, repr=False)
    http_host: str = "127.0.0.1"
    http_port: int = 8080
    public_url: str = "http://127.0.0.1:8080"
    body_limit: int = 8 * _MEBIBYTE
    metrics_port: int | None = None
    log_level: str = "INFO"
    handlers: tuple[str, ...] = ("workers.builtin",)
    queues: tuple[str, ...] = ("default",)
    concurrency: int = 16
    cpu_processes: int = len(os.sched_getaffinity(0))
    job_timeout: float | None = None
    drain_seconds: float = 25.0

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Self:
        """Read every `HOWDAH_…` variable; `HOWDAH_…_FILE` names a file that holds the value.

        Raises SettingsError for a malformed value or an unreadable file.
        """
        read = _Reader(os.environ if environment is None else environment)
        host = read.text("HTTP_HOST", cls.http_host)
        port = read.integer("HTTP_PORT", cls.http_port, 1, 65535)
        return cls(
            pool_host=read.text("POOL_HOST", cls.pool_host),
            pool_port=read.integer("POOL_PORT", cls.pool_port, 1, 65535),
            pool_size=read.integer("POOL_SIZE", cls.pool_size, 1, 1000),
            api_password=read.optional("API_PASSWORD"),
            worker_password=read.optional("WORKER_PASSWORD"),
            listen_password=read.optional("LISTEN_PASSWORD"),
            http_host=host,
            http_port=port,
            public_url=read.text("PUBLIC_URL", f"http://{host}:{port}").rstrip("/"),
            body_limit=read.integer("BODY_LIMIT", cls.body_limit, 1024, 64 * _MEBIBYTE),
            metrics_port=read.integer("METRICS_PORT", 0, 0, 65535) or None,
            log_level=read.choice("LOG_LEVEL", cls.log_level, _LEVELS),
            handlers=read.names("HANDLERS", cls.handlers),
            queues=read.names("QUEUES", cls.queues),
            concurrency=read.integer("CONCURRENCY", cls.concurrency, 1, 10_000),
            cpu_processes=read.integer("CPU_PROCESSES", cls.cpu_processes, 1, 1000),
            job_timeout=read.number("JOB_TIMEOUT", 0.0, 0.0, 604_800.0) or None,
            drain_seconds=read.number("DRAIN_SECONDS", cls.drain_seconds, 0.0, 86_400.0),
        )

    def password(self, role: str) -> str:
        """Give the password of `howdah_api`, `howdah_worker` or `howdah_listen`.

        Raises SettingsError when this process was not given it.
        """
        secrets = {
            "howdah_api": self.api_password,
            "howdah_worker": self.worker_password,
            "howdah_listen": self.listen_password,
        }
        password = secrets.get(role)
        if password is None:
            variable = f"{role.upper()}_PASSWORD"
            raise SettingsError(f"set {variable} or {variable}_FILE: the password of role {role}")
        return password


class _Reader:
    """Reads typed values from an environment; an empty variable counts as not set."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment

    def optional(self, name: str) -> str | None:
        """Give a value from the variable or from the file that its `_FILE` variant names."""
        variable = f"HOWDAH_{name}"
        value = self._environment.get(variable) or None
        path = self._environment.get(f"{variable}_FILE") or None
        if path is None:
            return value
        if value is not None:
            raise SettingsError(f"set {variable} or {variable}_FILE, not both")
        try:
            return Path(path).read_text(encoding="utf-8").rstrip("\r\n") or None
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{variable}_FILE: cannot read {path}: {error}") from None

    def text(self, name: str, default: str) -> str:
        """Give a text, or the default when the variable is not set."""
        return self.optional(name) or default

    def integer(self, name: str, default: int, low: int, high: int) -> int:
        """Give a whole number in [low, high]."""
        value = self.optional(name)
        try:
            number = default if value is None else int(value)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            expected = f"a whole number from {low} to {high}"
            raise SettingsError(f"HOWDAH_{name} must be {expected}, not {value!r}")
        return number

    def number(self, name: str, default: float, low: float, high: float) -> float:
        """Give a number in [low, high]."""
        value = self.optional(name)
        try:
            number = default if value is None else float(value)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            raise SettingsError(f"HOWDAH_{name} must be from {low:g} to {high:g}, not {value!r}")
        return number

    def choice(self, name: str, default: str, allowed: tuple[str, ...]) -> str:
        """Give one of the allowed words, in upper case."""
        value = self.text(name, default).upper()
        if value not in allowed:
            raise SettingsError(f"HOWDAH_{name} must be one of {', '.join(allowed)}, not {value!r}")
        return value

    def names(self, name: str, default: tuple[str, ...]) -> tuple[str, ...]:
        """Give a comma-separated list of distinct names, in the order written."""
        parts = (part.strip() for part in self.text(name, ",".join(default)).split(","))
        return tuple(dict.fromkeys(part for part in parts if part)) or default
