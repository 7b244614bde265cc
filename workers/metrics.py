"""What a worker tells about itself at `/metrics`."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

_BUCKETS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000)


class Metrics:
    """The metrics of one worker process. The label `kind` takes registered kinds only."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._jobs = Counter(
            "howdah_worker_jobs",
            "Attempts finished by this worker, by kind and outcome.",
            ["kind", "outcome"],
            registry=registry,
        )
        self._seconds = Histogram(
            "howdah_worker_job_seconds",
            "Run time of handlers in seconds, by kind.",
            ["kind"],
            buckets=_BUCKETS,
            registry=registry,
        )
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
        self._known_jobs: dict[tuple[str, str], Counter] = {}
        self._known_seconds: dict[str, Histogram] = {}

    def finished(self, kind: str, outcome: str, jobs: int = 1) -> None:
        """Count attempts that ended so."""
        counter = self._known_jobs.get((kind, outcome))
        if counter is None:
            counter = self._known_jobs[kind, outcome] = self._jobs.labels(kind, outcome)
        counter.inc(jobs)

    def took(self, kind: str, seconds: float) -> None:
        """Record the run time of a handler."""
        histogram = self._known_seconds.get(kind)
        if histogram is None:
            histogram = self._known_seconds[kind] = self._seconds.labels(kind)
        histogram.observe(seconds)

    def fired(self, lateness: float) -> None:
        """Count a job that a schedule made, so many seconds after its time."""
        self._fires.inc()
        self._lateness.observe(lateness)
