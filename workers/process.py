"""One worker process: its parts, its signals, its end."""

import asyncio
import gc
import logging
import os
import secrets
import signal
import socket
from collections.abc import Mapping
from contextlib import aclosing
from wsgiref.simple_server import WSGIServer

from prometheus_client import CollectorRegistry

from common.database import Database
from common.listener import Listener
from common.rings import Rings
from common.settings import Settings, SettingsError
from common.telemetry import configure_logging, fields, new_registry
from workers.claims import Claims
from workers.cpu import CpuPool
from workers.executor import Executor
from workers.health import Pulse, serve
from workers.holds import Holds
from workers.leases import ServerClock
from workers.loop import Loop
from workers.maintenance import Maintenance
from workers.metrics import Metrics
from workers.push import Push
from workers.registry import Handler
from workers.schedules import Schedules
from workers.slots import Slots
from workers.wakeups import Wakeups

log = logging.getLogger(__name__)

ROLE = "howdah_worker"
_CONTROL_CONNECTIONS = 4
_CONTROL_DEADLINE = 15.0
_WORK_PATIENCE = 30.0
_TOPICS = ("event", "queue")  # to which a handler's transaction may have added


def worker_name() -> str:
    """Make a name for this process that no other process will ever have."""
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"


async def run(settings: Settings, handlers: Mapping[str, Handler]) -> None:
    """Work until SIGTERM or SIGINT, then drain; a second signal cuts the drain short.

    Claims, heartbeats and settles have connections of their own, so that handlers which use all
    of theirs can't make the worker lose its leases. While the database is away, handlers wait for
    it rather than fail one after the other. Raises SettingsError.
    """
    name = worker_name()
    configure_logging("howdah-worker", name, settings.log_level)
    gc.freeze()  # what is there now stays to the end: no collection need look at it
    registry = new_registry()
    metrics = Metrics(registry)
    pulse = Pulse()
    server = _serve(settings, registry, pulse)
    control = Database(settings, ROLE, size=_CONTROL_CONNECTIONS, deadline=_CONTROL_DEADLINE)
    rings = Rings(control, "queue.ring")
    work = Database(
        settings,
        ROLE,
        size=settings.pool_size,
        patience=_WORK_PATIENCE,
        committed=lambda: rings.add(_TOPICS),
    )
    cpu = CpuPool(settings.cpu_processes, name, settings.log_level, *settings.handlers)
    async with control, work, aclosing(cpu), aclosing(Push()) as push:
        clock = ServerClock(control)
        wakeups = Wakeups(lambda: listener.connected)
        executor = Executor(handlers, work, clock, cpu, push, settings.job_timeout)
        slots = Slots(settings.concurrency, executor, lambda: loop.progressed())
        holds = Holds(control, clock, slots, rings, metrics)
        claims = Claims(executor, work, metrics)
        loop = Loop(name, settings.queues, control, clock, claims, slots, holds, wakeups, metrics)
        bells = {"howdah_wake": wakeups.notified, "howdah_cancel": holds.notified}
        listener = Listener(
            settings,
            list(bells),
            lambda channel, payload: bells[channel](payload),
            wakeups.wake,
        )
        metrics.running.set_function(lambda: slots.running)
        metrics.waiting.set_function(lambda: slots.waiting)
        metrics.listening.set_function(lambda: float(listener.connected))
        log.info(
            "worker started",
            extra=fields(
                queues=settings.queues, kinds=sorted(handlers), slots=settings.concurrency
            ),
        )
        async with asyncio.TaskGroup() as group:
            upkeep = Maintenance(control)
            schedules = Schedules(control, rings, metrics)
            parts = [
                group.create_task(part.run())
                for part in (listener, clock, rings, pulse, upkeep, schedules)
            ]
            await _until_signalled(loop, settings.drain_seconds)
            await rings.flush()
            for part in parts:
                part.cancel()
    if server is not None:
        server.shutdown()
    log.info("worker stopped")


def _serve(settings: Settings, registry: CollectorRegistry, pulse: Pulse) -> WSGIServer | None:
    if settings.metrics_port is None:
        return None
    try:
        return serve(settings.http_host, settings.metrics_port, registry, pulse)
    except OSError as error:
        raise SettingsError(f"HOWDAH_METRICS_PORT={settings.metrics_port}: {error}") from error


async def _until_signalled(loop: Loop, grace: float) -> None:
    working = asyncio.create_task(loop.run(grace))
    events = asyncio.get_running_loop()

    def signalled(number: signal.Signals) -> None:
        if loop.is_stopping:
            log.warning("stopping at once", extra=fields(signal=number.name))
            working.cancel()
            for one in (signal.SIGTERM, signal.SIGINT):
                events.remove_signal_handler(one)
        else:
            log.info("stopping", extra=fields(signal=number.name))
            loop.stop()

    for number in (signal.SIGTERM, signal.SIGINT):
        events.add_signal_handler(number, signalled, number)
    await working
