"""Live streams: names of parts go out, never values. One hub a process; the page fetches each part by its own URL."""

import asyncio
import json
import threading
from collections.abc import Sequence
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.core import signing
from django.db import close_old_connections

from bole.kit.models import Announcement
from bole.kit.wake import Waker

SALT = "bole.live"
RECHECK_SECONDS = 30.0
Check = Any


def ticket(topics: Sequence[str], session: str) -> str:
    """Sign the topics that a page may hear, for this session only."""
    return signing.dumps({"t": sorted(set(topics)), "s": session}, salt=SALT, compress=True)


class Hub:
    """Hears what changed and tells the streams that asked for it."""

    def __init__(self) -> None:
        """Start with nobody listening."""
        self._queues: dict[asyncio.Queue[str], frozenset[str]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def join(self, topics: frozenset[str]) -> asyncio.Queue[str]:
        """Return a queue on which the names of changed parts arrive."""
        queue: asyncio.Queue[str] = asyncio.Queue(maxsize=1000)
        self._queues[queue] = topics
        if self._thread is None:
            self._loop = asyncio.get_running_loop()
            self._thread = threading.Thread(target=self._listen, name="live", daemon=True)
            self._thread.start()
        return queue

    def leave(self, queue: asyncio.Queue[str]) -> None:
        """Stop telling this stream."""
        self._queues.pop(queue, None)

    def _tell(self, names: Sequence[str]) -> None:
        for queue, topics in list(self._queues.items()):
            for name in names:
                if name in topics and not queue.full():
                    queue.put_nowait(name)

    def _listen(self) -> None:
        """Follow the database for as long as the process lives; only this thread reads it."""
        waker = Waker()
        last = Announcement.objects.order_by("-id").values_list("id", flat=True).first() or 0
        while True:
            names = waker.wait(1.0)
            if not settings.ENVIRONMENT.database:
                # SQLite has one writer: ids are committed in their order, so nothing lies behind `last`.
                rows = list(Announcement.objects.filter(pk__gt=last).order_by("id").values_list("id", "topics")[:2000])
                names = [name for _, topics in rows for name in topics]
                last = rows[-1][0] if rows else last
            if names and self._loop is not None:
                self._loop.call_soon_threadsafe(self._tell, list(dict.fromkeys(names)))


HUB = Hub()


async def stream(scope: dict[str, Any], receive: Any, send: Any, *, is_alive: Check) -> None:  # noqa: ANN401  (ASGI's callables)
    """Answer `/live/?t=…` with server-sent events until the reader goes or the session ends."""
    query = dict(part.split("=", 1) for part in scope.get("query_string", b"").decode().split("&") if "=" in part)
    try:
        granted = signing.loads(query.get("t", ""), salt=SALT, max_age=12 * 3600)
    except signing.BadSignature:
        await _refuse(send)
        return
    if not await sync_to_async(_alive, thread_sensitive=False)(is_alive, granted["s"]):
        await _refuse(send)
        return
    await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
    await send({"type": "http.response.body", "body": b"retry: 2000\n\n", "more_body": True})
    queue = HUB.join(frozenset(granted["t"]))
    gone = asyncio.ensure_future(_until_gone(receive))
    try:
        await _pump(queue, send, gone, lambda: _alive(is_alive, granted["s"]))
    finally:
        HUB.leave(queue)
        gone.cancel()


_HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
]


async def _pump(queue: asyncio.Queue[str], send: Any, gone: asyncio.Future[None], alive: Any) -> None:  # noqa: ANN401
    while not gone.done():
        taken: asyncio.Future[str] = asyncio.ensure_future(queue.get())
        both: set[asyncio.Future[Any]] = {taken, gone}
        await asyncio.wait(both, timeout=RECHECK_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        if gone.done():
            taken.cancel()
            return
        if not taken.done():
            taken.cancel()
            if not await sync_to_async(alive, thread_sensitive=False)():
                return
            await send({"type": "http.response.body", "body": b": still here\n\n", "more_body": True})
            continue
        names = [taken.result()]
        while not queue.empty():
            names.append(queue.get_nowait())
        line = json.dumps(list(dict.fromkeys(names)))
        await send({"type": "http.response.body", "body": f"data: {line}\n\n".encode(), "more_body": True})


def _alive(is_alive: Check, session: str) -> bool:
    close_old_connections()
    return bool(is_alive(session))


async def _until_gone(receive: Any) -> None:  # noqa: ANN401
    while (await receive())["type"] != "http.disconnect":
        pass


async def _refuse(send: Any) -> None:  # noqa: ANN401
    await send({"type": "http.response.start", "status": 404, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b""})
