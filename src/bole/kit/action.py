"""`@action`: a change says what, who and when, in one transaction, and stays on the record."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import ParamSpec, Protocol, TypeVar

from django.db import transaction

from bole.values.viewer import Viewer

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(slots=True)
class Line:
    """One line of the record while its action runs."""

    what: str
    by: Viewer
    at: datetime
    subject: str = ""
    things: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    reason: str = ""


class Recorder(Protocol):
    """What the audit room fills in: it writes the lines, in the same transaction."""

    def __call__(self, *lines: Line) -> None:
        """Write the lines, one after the other."""


_line: ContextVar[Line | None] = ContextVar("line", default=None)
_recorders: list[Recorder] = []
NAMES: set[str] = set()


def record_with(recorder: Recorder) -> None:
    """Let `recorder` write the lines of all actions."""
    if recorder not in _recorders:
        _recorders.append(recorder)


def on_record(*, subject: str = "", thing: str = "", fields: tuple[str, ...] = (), reason: str = "") -> None:
    """Add to the line of the running action: whose data, which thing, which fields (names only, never values), why."""
    line = _line.get()
    if line is None:
        return
    line.subject = subject or line.subject
    line.reason = reason or line.reason
    line.fields.extend(fields)
    if thing:
        line.things.append(thing)


def action(name: str, *, is_noted_later: bool = False) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function an action named `room.verb_thing`: keyword-only with `by` and `at`, one transaction, one line on the record.

    An action called by another joins its transaction and its line. One that `is_noted_later` writes no line by itself: its place in the
    chain would tell the hour of what is promised to be known by day alone; its room notes it with `keep_lines`.
    """

    def wrap(change: Callable[P, R]) -> Callable[P, R]:
        NAMES.add(name)

        @wraps(change)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            if _line.get() is not None:
                return change(*args, **kwargs)
            by, at = kwargs["by"], kwargs["at"]
            assert isinstance(by, Viewer)  # noqa: S101  (a guarantee for the type checker)
            assert isinstance(at, datetime)  # noqa: S101
            with transaction.atomic(), _recording(Line(name, by, at)) as line:
                result = change(*args, **kwargs)
                if not is_noted_later:
                    keep_lines(line)
            return result

        return run

    return wrap


@contextmanager
def _recording(line: Line) -> Iterator[Line]:
    token = _line.set(line)
    try:
        yield line
    finally:
        _line.reset(token)


def keep_lines(*lines: Line) -> None:
    """Put lines on the record, in the running transaction."""
    for recorder in _recorders if lines else ():
        recorder(*lines)


def look(*, what: str, by: Viewer, at: datetime, subject: str, fields: tuple[str, ...] = (), reason: str = "") -> None:
    """Put a look at someone's sensitive data on the record."""
    look_at_each(what=what, by=by, at=at, fields_of={subject: fields}, reason=reason)


def look_at_each(*, what: str, by: Viewer, at: datetime, fields_of: Mapping[str, tuple[str, ...]], reason: str = "") -> None:
    """Put a look at several people's data on the record: a line for each, so that each of them reads it (so many queries as for one)."""
    lines = [Line(what, by, at, subject=subject, fields=list(fields), reason=reason) for subject, fields in fields_of.items()]
    if lines:
        with transaction.atomic():
            keep_lines(*lines)
