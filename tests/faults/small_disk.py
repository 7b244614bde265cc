"""A disk that can be full: a small file system that only some processes see.

It is mounted in a namespace of its own, so it is gone with the last of them, whatever happens.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from stack import accounts

Answer = TypeVar("Answer")

CLONE_NEWNS = 0x20000
CHUNK = bytes(64 * 1024)


class SmallDisk:
    """A thread that sees a small file system where others see an empty directory."""

    def __init__(self, place: Path, mebibytes: int) -> None:
        self.place = place
        self._inside = ThreadPoolExecutor(max_workers=1)
        self.do(self._make, mebibytes)

    def do(self, call: Callable[..., Answer], *arguments: object) -> Answer:
        """Calls a function there. Processes that it starts see the file system too."""
        return self._inside.submit(call, *arguments).result()

    def fill(self) -> None:
        """Leaves no byte free."""
        self.do(self._fill)

    def clear(self) -> None:
        """Frees what filling took."""
        self.do((self.place / "ballast").unlink)

    def _make(self, mebibytes: int) -> None:
        if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNS) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number))
        _mount("--make-rprivate", "/")
        _mount("-t", "tmpfs", "-o", f"size={mebibytes}m", "none", str(self.place))
        accounts.server().own(self.place, 0o700)

    def _fill(self) -> None:
        with (self.place / "ballast").open("ab", buffering=0) as ballast:
            try:
                while ballast.write(CHUNK):
                    pass
            except OSError:
                return


def _mount(*arguments: str) -> None:
    result = accounts.operator().run(["/bin/mount", *arguments])
    if result.returncode != 0:
        raise OSError(result.stderr.strip())
