"""Handlers that are reached by HTTP: each of their jobs is one POST.

| answer | the job |
| --- | --- |
| 2xx | has succeeded; an answer of JSON up to 64 KiB is its result |
| 410, or anything else with `Howdah-Retry: no` | is dead |
| anything else, redirects too, and no answer in time | has failed; `Retry-After` names the wait |

That other 4xx are tried again is on purpose: they are what a handler answers that is being
deployed or has lost its secret, and attempts are limited anyway. Retry policies of the queue may
say otherwise by the type of the error: `http_404`, `http_timeout`, `http_unreachable`.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime

import aiohttp
import orjson

from common.telemetry import TRACEPARENT
from workers.job import Job
from workers.outcomes import Dead, encoded
from workers.signatures import signature

log = logging.getLogger(__name__)

_LONGEST_ANSWER = 64 * 1024
_EXCERPT = 512
_DEFAULT_TIMEOUT = 30.0
_LONGEST_WAIT = 86_400.0
_TRIES = 2


class DeliveryFailed(Exception):
    """The handler did not say that it did the job."""

    def __init__(self, error_type: str, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.error_type = error_type
        self.retry_after = retry_after


class DeliveryRefused(Dead):
    """The handler said that it will never do the job."""

    def __init__(self, error_type: str, reason: str) -> None:
        super().__init__(reason)
        self.error_type = error_type


@dataclass(frozen=True)
class Endpoint:
    """Where the jobs of a kind go; `timeout` in seconds, for all of one delivery."""

    url: str
    timeout: float
    secret: str | None = field(repr=False)

    @classmethod
    def of(cls, http_handler: Mapping[str, object]) -> Endpoint:
        """Read what `queue.claim_slices` says of a handler."""
        timeout = http_handler.get("timeout")
        secret = http_handler.get("secret")
        return cls(
            str(http_handler.get("url")),
            float(timeout) if isinstance(timeout, int | float) else _DEFAULT_TIMEOUT,
            str(secret) if secret else None,
        )


class Push:
    """Delivers jobs, over connections that are used again."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    async def deliver(self, endpoint: Endpoint, job: Job) -> object:
        """Deliver a job and give its result; raises DeliveryFailed or DeliveryRefused.

        A connection that turns out to be dead before there is an answer is replaced once: the
        `Idempotency-Key` tells the handler what it had already.
        """
        body = job.slice.payloads.text(job.place).encode()
        headers = _headers(endpoint, job, body)
        try:
            async with asyncio.timeout(endpoint.timeout):
                for tries in range(1, _TRIES + 1):
                    try:
                        return await self._post(endpoint.url, headers, body)
                    except (aiohttp.ServerDisconnectedError, ConnectionResetError):
                        if tries == _TRIES:
                            raise
        except TimeoutError:
            reason = f"the endpoint did not answer within {endpoint.timeout:g} s"
            raise DeliveryFailed("http_timeout", reason) from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            log.info("endpoint not reached", exc_info=error)
            reason = f"the endpoint could not be reached ({type(error).__name__})"
            raise DeliveryFailed("http_unreachable", reason) from None
        raise AssertionError

    async def aclose(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()

    async def _post(self, url: str, headers: Mapping[str, str], body: bytes) -> object:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=0),
                timeout=aiohttp.ClientTimeout(total=None),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
            )
        async with self._session.post(
            url, data=body, headers=headers, allow_redirects=False
        ) as response:
            answer = await _read(response)
        if 200 <= response.status < 300:
            return _result(response, answer)
        raise _refusal(response, answer)


def _headers(endpoint: Endpoint, job: Job, body: bytes) -> dict[str, str]:
    headers = {
        "Content-Type": "application/json",
        "Accept-Encoding": "identity",
        "User-Agent": "Howdah",
        "Howdah-Job-Id": str(job.job_id),
        "Howdah-Attempt": str(job.attempt),
        "Howdah-Kind": job.kind,
        "Howdah-Queue": job.queue,
        "Idempotency-Key": f'"{job.job_id}"',
    }
    if job.trace and TRACEPARENT.fullmatch(job.trace):
        headers["traceparent"] = job.trace
    if endpoint.secret:
        now = int(time.time())
        headers["webhook-id"] = str(job.job_id)
        headers["webhook-timestamp"] = str(now)
        headers["webhook-signature"] = signature(endpoint.secret, str(job.job_id), now, body)
    return headers


async def _read(response: aiohttp.ClientResponse) -> bytes:
    """Give the answer; of one that is too long only a part, and its connection is closed."""
    answer = bytearray()
    async for part in response.content.iter_any():
        answer += part
        if len(answer) > _LONGEST_ANSWER:
            response.close()
            break
    return bytes(answer)


def _result(response: aiohttp.ClientResponse, answer: bytes) -> object:
    """Give the result that an answer holds; what can't be kept is none."""
    is_json = response.content_type == "application/json" or response.content_type.endswith("+json")
    if not is_json or len(answer) > _LONGEST_ANSWER:
        return None
    try:
        value = orjson.loads(answer)
        return None if value is None else orjson.Fragment(encoded(value))
    except ValueError:
        return None


def _refusal(response: aiohttp.ClientResponse, answer: bytes) -> Exception:
    error_type = f"http_{response.status}"
    reason = f"the endpoint answered {response.status}"
    if answer:
        reason += f": {answer[:_EXCERPT].decode(errors='replace')}"
    if response.status == 410 or response.headers.get("Howdah-Retry", "").lower() == "no":
        return DeliveryRefused(error_type, reason)
    return DeliveryFailed(error_type, reason, _wait(response.headers.get("Retry-After")))


def _wait(retry_after: str | None) -> float | None:
    """Read `Retry-After`, seconds or a date; a day is the longest that it may ask for."""
    if retry_after is None:
        return None
    try:
        seconds = float(int(retry_after))
    except ValueError:
        try:
            moment = parsedate_to_datetime(retry_after)
        except ValueError:
            return None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        seconds = moment.timestamp() - time.time()
    return min(max(seconds, 0.0), _LONGEST_WAIT)
