"""Secrets of a stack: made once, kept in files that only the operator can read."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from stack.home import Home

LOGINS = {"howdah_api": "api", "howdah_worker": "worker", "howdah_listen": "listen"}
OPERATOR_KEY = "operator-key"


def password_file(home: Home, login: str) -> Path:
    """The file that holds the password of a login role, without a line end."""
    return home.secrets / f"{LOGINS[login]}-password"


def ensure_passwords(home: Home) -> dict[str, str]:
    """Returns the password of each login role, making those that do not exist yet."""
    passwords = {}
    for login in LOGINS:
        file = password_file(home, login)
        if not file.exists():
            write_secret(file, secrets.token_urlsafe(32))
        passwords[login] = file.read_text()
    return passwords


def write_secret(file: Path, secret: str) -> None:
    """Writes a secret so that it is either there as a whole, readable by its owner only, or not."""
    unfinished = file.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(secret)
    unfinished.replace(file)
