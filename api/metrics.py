"""/metrics: what this process counts, and what the database says about the platform."""

import asyncio
import os
from collections.abc import Iterable
from pathlib import Path

import psycopg
from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import Metric
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead
from prometheus_client.registry import Collector

from api.instruments import CONNECTIONS, REGISTRY
from api.services import Services
from common.calls import Row

DATABASE_SECONDS = 5.0
SHARED = "PROMETHEUS_MULTIPROC_DIR"  # a folder that makes processes of one port count together

router = APIRouter()


class Rows(Collector):
    """The rows of `gateway.metrics()` as metric families, with one for whether it answered."""

    def __init__(self, rows: Iterable[Row] | None) -> None:
        self._rows = rows

    def collect(self) -> Iterable[Metric]:
        """Gives the families."""
        up = Metric("howdah_database_up", "Whether the database answered just now.", "gauge")
        up.add_sample("howdah_database_up", {}, 0.0 if self._rows is None else 1.0)
        families: dict[str, Metric] = {"howdah_database_up": up}
        for name, labels, value, text, kind in self._rows or ():
            if name not in families:
                base = name.removesuffix("_total") if kind == "counter" else name
                families[name] = Metric(base, text, kind)
            named = {label: str(content) for label, content in (labels or {}).items()}
            families[name].add_sample(name, named, value)
        return families.values()


@router.api_route("/metrics", methods=["GET", "HEAD"])
async def metrics(request: Request) -> Response:
    """Serves Prometheus' text format; calls `gateway.metrics()`."""
    services: Services = request.app.state.services
    CONNECTIONS.labels("requests").set(services.requests.open_connections)
    CONNECTIONS.labels("own").set(services.own.open_connections)
    try:
        async with asyncio.timeout(DATABASE_SECONDS):
            rows = await services.own.call("gateway.metrics")
    except (psycopg.Error, TimeoutError):
        rows = None
    database = CollectorRegistry()
    database.register(Rows(rows))
    text = generate_latest(_processes()) + generate_latest(database)
    return Response(text, headers={"content-type": CONTENT_TYPE_LATEST})


def forget_dead_processes() -> None:
    """Removes what processes that are gone have left in the shared folder, if there is one."""
    folder = os.environ.get(SHARED)
    for path in Path(folder).glob("gauge_live*_*.db") if folder else ():
        process = path.stem.rpartition("_")[2]
        if not Path("/proc", process).exists():
            mark_process_dead(int(process), folder)  # type: ignore[no-untyped-call]


def _processes() -> CollectorRegistry:
    if SHARED not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return registry
