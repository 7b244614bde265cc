"""What a worker tells about itself at `/metrics`."""

from bisect import bisect_left
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Metric
from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily
from prometheus_client.registry import Collector

_BUCKETS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1e3, 3e3)
_BOUNDS = (*(str(bound) for bound in _BUCKETS), "+Inf")


class Tally:
    """Counts the attempts of one kind: what they came to, and how long they took.

    Plain numbers, added to in the event loop and read when `/metrics` is: a job pays for no
    more than an addition.
    """

    __slots__ = ("buckets", "outcomes", "seconds", "succeeded")

    def __init__(self) -> None:
        self.succeeded = 0
        self.outcomes: dict[str, int] = {}
        self.seconds = 0.0
        self.buckets = [0] * len(_BOUNDS)

    def finished(self, outcome: str, jobs: int = 1) -> None:
        """Count attempts that ended so; those that succeeded by adding to `succeeded`."""
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + jobs

    def took(self, seconds: float) -> None:
        """Record the run time of a handler."""
        self.buckets[bisect_left(_BUCKETS, seconds)] += 1
        self.seconds += seconds


class _Attempts(Collector):
    def __init__(self) -> None:
        self.tallies: dict[str, Tally] = {}

    def collect(self) -> Iterator[Metric]:
        """Give the tallies of all kinds as they are now."""
        jobs = CounterMetricFamily(
            "howdah_worker_jobs",
            "Attempts finished by this worker, by kind and outcome.",
            labels=["kind", "outcome"],
        )
        seconds = HistogramMetricFamily(
            "howdah_worker_job_seconds",
            "Run time of handlers in seconds, by kind.",
            labels=["kind"],
        )
        for kind, tally in list(self.tallies.items()):
            jobs.add_metric([kind, "succeeded"], tally.succeeded)
            for outcome, count in list(tally.outcomes.items()):
                jobs.add_metric([kind, outcome], count)
            seconds.add_metric([kind], _cumulated(tally.buckets), tally.seconds)
        yield jobs
        yield seconds


class Metrics:
    """The metrics of one worker process. The label `kind` takes registered kinds only."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._attempts = _Attempts()
        registry.register(self._attempts)
        self.running = Gauge(
            "howdah_worker_running", "Slots that are running a job now.", registry=registry
        )
        self.waiting = Gauge(
            "howdah_worker_waiting", "Claimed jobs that wait for a slot.", registry=registry
        )
        self.claims = Counter(
            "howdah_worker_claims",
            "Claims by what came of them: work, nothing, error.",
            ["result"],
            registry=registry,
        )
        self.pages = Counter(
            "howdah_worker_pages",
            "Pages by how they ended: settled, lost, uncertain, failed.",
            ["end"],
            registry=registry,
        )
        self.listening = Gauge(
            "howdah_worker_listening", "1 while notifications are heard.", registry=registry
        )
        self._fires = Counter(
            "howdah_worker_schedule_fires",
            "Jobs that this worker enqueued because a schedule was due.",
            registry=registry,
        )
        self._lateness = Histogram(
            "howdah_worker_schedule_lateness_seconds",
            "How much later than their time schedules fired.",
            buckets=_BUCKETS,
            registry=registry,
        )

    def of(self, kind: str) -> Tally:
        """Give the tally of a kind."""
        tally = self._attempts.tallies.get(kind)
        if tally is None:
            tally = self._attempts.tallies[kind] = Tally()
        return tally

    def fired(self, lateness: float) -> None:
        """Count a job that a schedule made, so many seconds after its time."""
        self._fires.inc()
        self._lateness.observe(lateness)


def _cumulated(counts: list[int]) -> list[tuple[str, float]]:
    total = 0
    found: list[tuple[str, float]] = []
    for bound, count in zip(_BOUNDS, counts, strict=True):
        total += count
        found.append((bound, total))
    return found
