"""Trainings and the newcomer's list in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.growth.queries.joining import GuideStep, TrainingRow
from bole.growth.rules.joining import is_new
from bole.growth.shown.naming import minutes_words, said
from bole.kit.clock import local_day
from bole.kit.ui.days import day as day_words
from bole.kit.ui.days import hour

STEP_FIELDS = ("ordinal", "day", "title_zh", "title_en", "words_zh", "words_en", "minutes", "address", "is_in", "version")
TRAINING_FIELDS = (
    "title_zh",
    "title_en",
    "words_zh",
    "words_en",
    "place_zh",
    "place_en",
    "begins_at",
    "minutes",
    "for_newcomers",
    "version",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingShown:
    """A training in a list. `goes`: the reader has a seat; `is_expected`: it is for newcomers, of whom the reader is one."""

    ref: str
    url: str
    title: str
    words: str
    note: str
    seats: str
    goes: bool
    is_expected: bool
    has_begun: bool
    is_called_off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """A line of the newcomer's list as HR keeps it."""

    url: str
    title: str
    note: str
    trail: str
    is_in: bool


def trainings_shown(found: Sequence[TrainingRow], *, joined: date | None, at: datetime) -> tuple[TrainingShown, ...]:
    """Return trainings as a reader sees them."""
    return tuple(
        _training(one, at=at, is_expected=one.for_newcomers and joined is not None and is_new(joined, local_day(one.begins_at)))
        for one in found
    )


def kept_trainings_shown(found: Sequence[TrainingRow], *, at: datetime) -> tuple[TrainingShown, ...]:
    """Return trainings as HR keeps them."""
    return tuple(_training(one, at=at, is_expected=one.for_newcomers) for one in found)


def _training(one: TrainingRow, *, at: datetime, is_expected: bool) -> TrainingShown:
    when = _("{day} {hour}").format(day=day_words(one.begins_at), hour=hour(one.begins_at))
    place = said(one.place_zh, one.place_en)
    return TrainingShown(
        ref=one.ref,
        url=f"/company/growth/training/{one.ref}/",
        title=said(one.title_zh, one.title_en),
        words=said(one.words_zh, one.words_en),
        note=_("{when}, {place}, {minutes}").format(when=when, place=place, minutes=minutes_words(one.minutes)),
        seats=ngettext("%(count)s has a seat", "%(count)s have a seat", one.seats) % {"count": one.seats},
        goes=one.is_mine,
        is_expected=is_expected,
        has_begun=one.begins_at <= at,
        is_called_off=one.is_called_off,
    )


def list_shown(found: Sequence[GuideStep]) -> tuple[ListLine, ...]:
    """Return the newcomer's list as HR keeps it."""
    return tuple(
        ListLine(
            url=f"/company/growth/newcomers/{one.ref}/",
            title=said(one.title_zh, one.title_en),
            note=said(one.words_zh, one.words_en),
            trail=_("working day {day}").format(day=one.day),
            is_in=one.is_in,
        )
        for one in found
    )


def initial_of(one: GuideStep | TrainingRow, names: Sequence[str]) -> dict[str, Any]:
    """Return what the form of a line, or of a training, begins with."""
    return {name: getattr(one, name) for name in names}
