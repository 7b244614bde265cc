"""Tells whether the code that the processes run is still the code in the checkout."""

from __future__ import annotations

import hashlib

from stack.home import CHECKOUT

PACKAGES = ("api", "common", "demo", "workers")


def code_fingerprint() -> str:
    """A digest of everything that API and worker processes load from the checkout."""
    digest = hashlib.sha256((CHECKOUT / "requirements.lock").read_bytes())
    for package in PACKAGES:
        for file in sorted((CHECKOUT / package).rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(f"{file.relative_to(CHECKOUT)}\0".encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()
