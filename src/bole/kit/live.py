"""Live streams: names of parts go out, never values. One hub a process; the page fetches each part by its own URL."""

import asyncio
import json
import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs

from asgiref.sync import sync_to_async
from django.conf import settings
from django.core import signing
from django.db import OperationalError, connection
from django.http import parse_cookie
from django.utils.crypto import constant_time_compare, salted_hmac

from bole.kit.clock import now
from bole.kit.models import Announcement
from bole.kit.wake import Waker

log = logging.getLogger("bole.live")
SALT = "bole.live"
RECHECK_SECONDS = 30.0
LONGEST = 12 * 3600
FRESH_SECONDS, SLOWEST_ACTION, MOST_MISSED = 60.0, 2.0, 2000
Check = Any


def ticket(topics: Sequence[str], session: str) -> str:
    """Sign the topics that a page may hear, for this session only. The session's own key never stands in a page or an address."""
    return signing.dumps({"t": sorted(set(topics)), "s": _mark(session), "at": now().timestamp()}, salt=SALT, compress=True)


def _mark(session: str) -> str:
    return salted_hmac(SALT, session, algorithm="sha256").hexdigest()[:32]


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
        waker, last = Waker(), -1
        while True:
            try:
                names = waker.wait(1.0)
                if not settings.ENVIRONMENT.database:
                    last, names = self._news(last)
            except OperationalError:
                log.exception("the database did not answer")
                connection.close()
                time.sleep(1.0)
                continue
            if names and self._loop is not None:
                self._loop.call_soon_threadsafe(self._tell, list(dict.fromkeys(names)))

    @staticmethod
    def _news(last: int) -> tuple[int, list[str]]:
        """Return the newest announcement's id and the topics since `last` (-1: from now on).

        SQLite has one writer: ids are committed in their order, so nothing lies behind `last`.
        """
        if last < 0:
            return Announcement.objects.order_by("-id").values_list("id", flat=True).first() or 0, []
        rows = list(Announcement.objects.filter(pk__gt=last).order_by("id").values_list("id", "topics")[:2000])
        return (rows[-1][0] if rows else last), [name for _, topics in rows for name in topics]


HUB = Hub()


@dataclass(frozen=True, slots=True)
class Granted:
    """What a ticket grants, and how old it is."""

    topics: frozenset[str]
    seconds: float


async def stream(scope: dict[str, Any], receive: Any, send: Any, *, is_alive: Check) -> None:  # noqa: ANN401  (ASGI's callables)
    """Answer `/live/?t=…` with server-sent events until the reader goes or the session ends."""
    session = _session_of(scope)
    granted = _granted(scope, session)
    if granted is None or not await _in_thread(is_alive, session):
        await _refuse(send)
        return
    await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
    await send({"type": "http.response.body", "body": b"retry: 2000\n\n", "more_body": True})
    queue = HUB.join(granted.topics)
    gone = asyncio.ensure_future(_until_gone(receive))
    try:
        for name in await _in_thread(_since, granted):
            queue.put_nowait(name)
        await _pump(queue, send, gone, lambda: _in_thread(is_alive, session))
    finally:
        HUB.leave(queue)
        gone.cancel()


async def _in_thread(work: Callable[..., Any], *given: object) -> Any:  # noqa: ANN401  (what the work returns)
    """Ask the database in a thread, and give its connection back: streams are many and last long, connections are few."""

    def ask() -> Any:  # noqa: ANN401
        try:
            return work(*given)
        finally:
            connection.close()

    return await sync_to_async(ask, thread_sensitive=False)()


def _session_of(scope: dict[str, Any]) -> str:
    """Return the session key that the browser sends with the request."""
    cookies = b"; ".join(value for name, value in scope.get("headers", ()) if name == b"cookie").decode("latin-1")
    return str(parse_cookie(cookies).get(settings.SESSION_COOKIE_NAME, ""))


def _granted(scope: dict[str, Any], session: str) -> Granted | None:
    """Return what the ticket grants; None if it is none of ours, too old, or another session's."""
    text = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("t", [""])[0]
    try:
        told = signing.loads(text, salt=SALT, max_age=LONGEST)
    except signing.BadSignature:
        return None
    if not constant_time_compare(told["s"], _mark(session)):
        return None
    return Granted(frozenset(told["t"]), now().timestamp() - told["at"])


def _since(granted: Granted) -> list[str]:
    """Return the topics that changed between the page and its stream; one that comes back later fetches all its parts anyway."""
    if granted.seconds > FRESH_SECONDS:
        return []
    first = now() - timedelta(seconds=granted.seconds + SLOWEST_ACTION)
    rows = Announcement.objects.filter(at__gte=first).order_by("-id").values_list("topics", flat=True)[:MOST_MISSED]
    return sorted({name for topics in rows for name in topics} & granted.topics)


_SAFE = [
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"referrer-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
]
_HEADERS = [(b"content-type", b"text/event-stream"), (b"x-accel-buffering", b"no"), *_SAFE]


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
            if not await alive():
                return
            await send({"type": "http.response.body", "body": b": still here\n\n", "more_body": True})
            continue
        names = [taken.result()]
        while not queue.empty():
            names.append(queue.get_nowait())
        line = json.dumps(list(dict.fromkeys(names)))
        await send({"type": "http.response.body", "body": f"data: {line}\n\n".encode(), "more_body": True})


async def _until_gone(receive: Any) -> None:  # noqa: ANN401
    while (await receive())["type"] != "http.disconnect":
        pass


async def _refuse(send: Any) -> None:  # noqa: ANN401
    await send({"type": "http.response.start", "status": 404, "headers": [(b"content-type", b"text/plain"), *_SAFE]})
    await send({"type": "http.response.body", "body": b""})
