"""Follows the tenants' streams, and comes back when a connection is lost."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import orjson

from demo.client import AWAY, Client
from demo.ledger import Account, Ledger, Streamed
from demo.messages import Refused
from demo.sse import Message, Parser

READY_SECONDS = 60.0
PAUSE = 0.2  # seconds before a lost stream is opened again


@asynccontextmanager
async def following(client: Client, ledger: Ledger) -> AsyncIterator[None]:
    """Follows all streams while the block runs, which begins when each of them is open.

    Raises Refused when one can't be opened.
    """
    followers = [Follower(client, ledger, account) for account in ledger.accounts.values()]
    tasks = [asyncio.create_task(follower.run()) for follower in followers]
    try:
        await _until_open(followers)
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


async def _until_open(followers: "list[Follower]") -> None:
    try:
        async with asyncio.timeout(READY_SECONDS):
            await asyncio.gather(*(follower.opened.wait() for follower in followers))
    except TimeoutError:
        raise Refused(f"the streams did not open within {READY_SECONDS:g} s") from None
    if troubles := [trouble for follower in followers for trouble in follower.account.troubles]:
        raise Refused(troubles[0])


class Follower:
    """One tenant's subscriber. `opened` is set once nothing that happens can be missed."""

    def __init__(self, client: Client, ledger: Ledger, account: Account) -> None:
        self.opened = asyncio.Event()
        self._client = client
        self._ledger = ledger
        self.account = account
        self._last_id: str | None = None

    async def run(self) -> None:
        """Follows until it is cancelled, or the stream can't be resumed."""
        while True:
            try:
                await self._follow()
            except (aiohttp.ClientError, OSError):
                pass  # the connection is lost: what was missed comes after Last-Event-ID
            except (Refused, ValueError, KeyError, TypeError) as error:
                self.account.troubles.append(f"the stream broke for good: {error}")
                self.opened.set()
                return
            self._ledger.reconnects += self.opened.is_set()
            await asyncio.sleep(PAUSE)

    async def _follow(self) -> None:
        """Reads one connection to its end."""
        key = self.account.tenant.api_key
        parser = Parser(self._last_id)
        async with self._client.stream("/v1/stream", key, self._last_id) as response:
            if response.status in AWAY:
                return
            if response.status != 200:
                text = await response.text()
                raise Refused(f"GET /v1/stream was answered {response.status}: {text}")
            async for chunk in response.content.iter_any():
                for message in parser.feed(chunk):
                    self._note(message)
                self._last_id = parser.last_id
                if self._last_id is not None:
                    self.opened.set()

    def _note(self, message: Message) -> None:
        """Notes an event of the log; what the server says about the stream itself has no id."""
        if message.id is None:
            return
        event = orjson.loads(message.data)
        ended_job = event["data"]["job_id"] if event["type"].startswith("job.") else None
        streamed = Streamed(message.id, event["event_id"], event["type"])
        self._ledger.stream(self.account.tenant.name, streamed, ended_job)
