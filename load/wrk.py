"""wrk, an HTTP load generator that takes little of the machine for itself."""

from __future__ import annotations

import re
import shutil
import subprocess

from stack.errors import StackError

_RATE = re.compile(r"^Requests/sec:\s+([0-9.]+)", re.MULTILINE)
_REFUSED = re.compile(r"Non-2xx or 3xx responses: ([0-9]+)")
_BROKEN = re.compile(r"Socket errors: (.*)")


def run(url: str, *, connections: int, seconds: float, secret: str) -> float:
    """Repeats a GET for so many seconds; gives the requests per second.

    Raises StackError when wrk is not installed, RuntimeError when anything but a 2xx came back.
    """
    program = shutil.which("wrk")
    if program is None:
        raise StackError("This benchmark needs wrk.", "Install it: apt-get install wrk")
    result = subprocess.run(  # noqa: S603  (arguments made here)
        [
            program,
            f"--connections={connections}",
            "--threads=1",
            f"--duration={max(1, round(seconds))}s",
            f"--header=Authorization: Bearer {secret}",
            url,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    wrong = _REFUSED.search(result.stdout) or _BROKEN.search(result.stdout)
    rate = _RATE.search(result.stdout)
    if wrong or rate is None:
        raise RuntimeError(f"wrk did not get its answers: {result.stdout[-2000:]}")
    return float(rate[1])
