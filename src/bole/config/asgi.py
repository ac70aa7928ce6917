"""One door: `/live/` is native and async, everything else is Django's WSGI application in threads."""

import os
from functools import partial
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bole.config.settings")
django.setup(set_prefix=False)

from a2wsgi import WSGIMiddleware  # noqa: E402  (Django first)
from django.conf import settings  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402

from bole.accounts.queries import is_session_alive  # noqa: E402
from bole.config.depth import with_room  # noqa: E402
from bole.kit.live import stream  # noqa: E402

pages: Any = get_wsgi_application()  # the bridge and the server each have types of their own for the same thing
_pages_in_threads: Any = WSGIMiddleware(partial(with_room, pages), workers=int(settings.ENVIRONMENT.door_threads))


async def door(scope: dict[str, Any], receive: Any, send: Any) -> None:  # noqa: ANN401  (ASGI's callables)
    """Answer a request."""
    if scope["type"] != "http":
        return
    if scope["path"] == "/live/":
        await stream(scope, receive, send, is_alive=is_session_alive)
        return

    async def take() -> Any:  # noqa: ANN401
        return await receive()  # the server hands out futures, the bridge to threads wants coroutines

    async def give(message: Any) -> None:  # noqa: ANN401
        await send(message)

    await _pages_in_threads(scope, take, give)
