"""Announcements: call down, announce up. A row in the action's transaction; reactions run in the worker, each with one effect."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar, Protocol, TypeVar

from django.db import connection, transaction

from bole.kit.models import Announcement, ReactionMark

log = logging.getLogger("bole.announce")
MOST_TRIES = 8


class Event(Protocol):
    """A frozen dataclass in the past tense; ids and plain values only."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


E = TypeVar("E", bound=Event)
Reaction = Callable[[Any, datetime], None]


@dataclass(frozen=True, slots=True)
class _Heard:
    name: str
    kind: type
    react: Reaction


_heard: dict[str, list[_Heard]] = {}


def announce(event: Event, *, at: datetime, topics: Sequence[str] = ()) -> None:
    """Write down that something happened; `topics` name the parts of open pages that should be fetched again."""
    kind = type(event).__name__
    Announcement.objects.create(
        kind=kind,
        body=asdict(event),
        topics=list(topics),
        at=at,
        is_open=kind in _heard,
    )
    if topics and connection.vendor == "postgresql":
        notify(topics)


def notify(topics: Sequence[str]) -> None:
    """Wake the listening doors on PostgreSQL (a payload holds 8,000 bytes)."""
    with connection.cursor() as cursor:
        for n in range(0, len(topics), 100):
            cursor.execute("SELECT pg_notify('bole_live', %s)", [" ".join(topics[n : n + 100])])


def on(kind: type[E], *, name: str) -> Callable[[Callable[[E, datetime], None]], Callable[[E, datetime], None]]:
    """Register a reaction to an event; `name` is what its mark says (never reuse one)."""

    def wrap(react: Callable[[E, datetime], None]) -> Callable[[E, datetime], None]:
        heard = _heard.setdefault(kind.__name__, [])
        if all(one.name != name for one in heard):
            heard.append(_Heard(name, kind, react))
        return react

    return wrap


def react_to_open(*, at: datetime, most: int = 200) -> int:
    """Run the reactions of announcements that are open, oldest first; return how many announcements were done."""
    ids = list(Announcement.objects.filter(is_open=True).exclude(next_try_at__gt=at).order_by("id").values_list("id", flat=True)[:most])
    return sum(_react(number, at) for number in ids)


def _react(number: int, at: datetime) -> bool:
    """Run all reactions to one announcement, each in its own transaction with its mark: one that fails keeps none of the others waiting.

    It stays open as long as one of them is not done: because it failed, or because another worker has it in hand and may yet die.
    """
    row = Announcement.objects.filter(pk=number, is_open=True).first()
    if row is None:
        return False
    is_done, has_failed = True, False
    for heard in _heard.get(row.kind, []):
        try:
            is_done = _once(row, heard, at) and is_done
        except Exception:
            facts = {"reaction": heard.name, "announcement": row.pk, "tries": row.tries + 1}
            log.exception("reaction failed", extra={"facts": facts})
            has_failed = True
    if has_failed:
        _later(row, at)
    elif is_done:
        Announcement.objects.filter(pk=number).update(is_open=False)
    return is_done and not has_failed


def _once(row: Announcement, heard: _Heard, at: datetime) -> bool:
    """Run a reaction unless its mark is there; return False if another worker has the announcement in hand."""
    with transaction.atomic():
        found = Announcement.objects.filter(pk=row.pk)
        if connection.vendor == "postgresql":
            found = found.select_for_update(skip_locked=True)
        if found.first() is None:
            return False
        _, is_new = ReactionMark.objects.get_or_create(announcement=row, reaction=heard.name, defaults={"at": at})
        if is_new:
            heard.react(heard.kind(**_body(row.body)), at)
    return True


def _body(body: Mapping[str, Any]) -> dict[str, Any]:
    """Turn JSON lists back into tuples, as frozen events hold them."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in body.items()}


def _later(row: Announcement, at: datetime) -> None:
    """Try again with back-off; after the last try lay it aside for the operator."""
    tries = row.tries + 1
    Announcement.objects.filter(pk=row.pk).update(
        tries=tries,
        next_try_at=at + timedelta(seconds=min(2**tries, 300)),
        is_open=tries < MOST_TRIES,
    )
