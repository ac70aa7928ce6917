"""What a session remembers while somebody is at a provider: one state for each way that was begun, bound, for ten minutes, taken once."""

import secrets
from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.backends.base import SessionBase

KEY = "ways_begun"
HOLDS = timedelta(minutes=10)
MOST = 5  # tabs that wait at once


@dataclass(frozen=True, slots=True)
class Begun:
    """A way that was begun here: with which provider, and where it leads."""

    provider: str
    to: str


def begin(session: SessionBase, *, provider: str, to: str, at: datetime) -> str:
    """Remember that a way begins, and return its state."""
    state = secrets.token_urlsafe(32)
    held = [*_held(session).items(), (state, {"provider": provider, "to": to, "at": at.timestamp()})]
    session[KEY] = dict(held[-MOST:])
    return state


def take(session: SessionBase, *, state: str, provider: str, at: datetime) -> Begun | None:
    """Take a state back, once; None if it was not begun in this session, is too old, or belongs to another provider."""
    held = _held(session)
    found = held.pop(state, None)
    if found is None:
        return None
    session[KEY] = held
    is_fresh = timedelta(0) <= timedelta(seconds=at.timestamp() - found["at"]) < HOLDS
    return Begun(found["provider"], found["to"]) if is_fresh and found["provider"] == provider else None


def _held(session: SessionBase) -> MutableMapping[str, Any]:
    return dict(session.get(KEY) or {})
