"""What the API process counts, for /metrics."""

from collections.abc import Callable
from functools import lru_cache

from prometheus_client import Counter, Gauge, Histogram

from common.telemetry import new_registry

REGISTRY = new_registry()
_BUCKETS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)

DURATION = Histogram(
    "howdah_http_request_duration_seconds",
    "Seconds from a request's headers to the end of its answer.",
    ("method", "route", "status"),
    buckets=_BUCKETS,
    registry=REGISTRY,
)
IN_FLIGHT = Gauge(
    "howdah_http_requests_in_flight",
    "Requests being answered now, streams left out.",
    multiprocess_mode="livesum",
    registry=REGISTRY,
)
CONNECTIONS = Gauge(
    "howdah_database_connections",
    "Connections to the pool that are open.",
    ("pool",),
    multiprocess_mode="livesum",
    registry=REGISTRY,
)
SUBSCRIBERS = Gauge(
    "howdah_stream_subscribers",
    "Streams that are open.",
    multiprocess_mode="livesum",
    registry=REGISTRY,
)
STREAMED = Counter("howdah_stream_events_total", "Events handed to subscribers.", registry=REGISTRY)
ENDED = Counter(
    "howdah_stream_ended_total",
    "Streams that ended: cut (too slow), closed (with a reason), ended, aborted.",
    ("how",),
    registry=REGISTRY,
)
RELOADS = Counter(
    "howdah_catalogue_reloads_total",
    "Reloads of the catalogue.",
    ("outcome",),
    registry=REGISTRY,
)


@lru_cache(maxsize=4096)
def observer(method: str, route: str, status: int) -> Callable[[float], None]:
    """The function that records the seconds of a request of this kind."""
    return DURATION.labels(method, route, str(status)).observe
