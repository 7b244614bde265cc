"""A process for handlers that compute: takes jobs from its parent, one at a time.

Messages come by the standard input and go by the standard output that the parent gave it; what a
handler itself reads there is empty, and what it prints goes to the log. When the parent is gone,
so is this process and all that its handler started.
"""

import logging
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, BinaryIO

from common.telemetry import configure_logging, fields, scope
from workers.cpu_job import HEAD, Answer, CpuJob, Request
from workers.outcomes import Dead, encoded, result_of
from workers.registry import load

log = logging.getLogger(__name__)

_FAREWELL_SECONDS = 1.0


def main(name: str, level: str, *modules: str) -> None:
    """Run jobs until the parent closes the standard input."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)  # the parent decides when this process ends
    incoming = os.fdopen(os.dup(0), "rb")
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    configure_logging("howdah-worker", name, level)
    handlers = load(modules)
    requests: SimpleQueue[Request | None] = SimpleQueue()
    threading.Thread(target=_read, args=(incoming, requests), daemon=True).start()

    def answer(message: Answer) -> None:
        data = pickle.dumps(message)
        outgoing.write(HEAD.pack(len(data)) + data)
        outgoing.flush()

    while (request := requests.get()) is not None:
        facts, payload = request
        scope.set(facts)
        job = CpuJob(**vars(facts), answer=answer)
        answer(_run(handlers[facts.kind].function, payload, job))


def _run(function: Callable[..., object], payload: Any, job: CpuJob) -> Answer:
    try:
        value = function(payload, job)
    except (Exception, SystemExit) as error:
        log.warning("job did not succeed", extra=fields(error=type(error).__name__), exc_info=error)
        return result_of(job.job_id, error)
    try:
        return None if value is None else encoded(value)
    except ValueError as error:
        return result_of(job.job_id, Dead(str(error)))


def _read(incoming: BinaryIO, requests: "SimpleQueue[Request | None]") -> None:
    """Pass requests on until the parent is gone; then end, in the midst of a job if need be."""
    while len(head := incoming.read(HEAD.size)) == HEAD.size:
        requests.put(pickle.loads(incoming.read(HEAD.unpack(head)[0])))  # noqa: S301 (the parent)
    requests.put(None)
    time.sleep(_FAREWELL_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
