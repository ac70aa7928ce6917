"""What an item stands for: every fact, computed from the item alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bole.values.workdays import NOON, working_seconds
from bole.work.rules.item import FactValue, ItemVersion, Kind
from bole.work.rules.measures import measure_of
from bole.work.rules.refusals import OutOfRange

WorkingTime = Callable[[datetime, datetime, ZoneInfo], int]
REUSE = frozenset({"reuse", "复用"})


def facts_of(item: ItemVersion, *, zone: ZoneInfo, hours: WorkingTime = working_seconds) -> tuple[FactValue, ...]:
    """Return all facts of the item, sorted. `zone` is the credited person's; `hours` counts working time.

    An item that is retracted, dropped or credited to nobody stands for nothing. A due day to come gives a fact on that day: who sums up to
    today leaves it out.

    :raises UnknownMeasure: if the item carries a value of a measure that does not exist
    :raises OutOfRange: if a value is not one that its measure can have
    """
    if item.is_retracted or item.state == "dropped" or item.account is None:
        return ()
    drafts = sorted(_BY_KIND[item.kind](_Look(item, zone, hours)))
    return tuple(
        FactValue(draft.measure, ordinal, draft.moment, draft.day, draft.value)
        for _, same in groupby(drafts, key=lambda draft: draft.measure)
        for ordinal, draft in enumerate(same)
    )


class _Draft(NamedTuple):
    """A fact before it is numbered."""

    measure: str
    moment: datetime
    day: date
    value: int


@dataclass(frozen=True, slots=True)
class _Look:
    """An item, seen in the zone and by the working hours of whom it is credited to."""

    item: ItemVersion
    zone: ZoneInfo
    hours: WorkingTime

    @property
    def closed_at(self) -> datetime | None:
        """When it was done."""
        return self.item.closed_at if self.item.state == "done" else None

    def day(self, moment: datetime) -> date:
        """Return the local day of a moment."""
        return moment.astimezone(self.zone).date()

    def noon(self, day: date) -> datetime:
        """Return a moment that stands for a whole local day."""
        return datetime.combine(day, NOON, self.zone).astimezone(UTC)

    def marks(self, name: str) -> list[datetime]:
        """Return when this happened to the item, earliest first."""
        return sorted(mark.moment for mark in self.item.marks if mark.name == name)

    def fact(self, measure: str, moment: datetime, value: int = 1) -> _Draft:
        """Draft a fact on the local day of the moment."""
        known = measure_of(measure)
        if not known.least <= value <= known.most:
            raise OutOfRange(value=value, least=known.least, most=known.most, where=measure)
        return _Draft(measure, moment, self.day(moment), value)


def _change(look: _Look) -> Iterator[_Draft]:
    if look.closed_at is None:
        return
    yield look.fact("changes_merged", look.closed_at)
    if not REUSE.isdisjoint(label.strip().casefold() for label in look.item.labels):
        yield look.fact("changes_reusing", look.closed_at)


def _defect(look: _Look) -> Iterator[_Draft]:
    yield from _opened(look, "defects_found")
    yield from _delays(look)


def _rework(look: _Look) -> Iterator[_Draft]:
    yield from _opened(look, "reworks")
    yield from _delays(look)


def _opened(look: _Look, measure: str) -> Iterator[_Draft]:
    if look.item.opened_at is not None:
        yield look.fact(measure, look.item.opened_at)


def _task(look: _Look) -> Iterator[_Draft]:
    yield from _delays(look)
    closed_at, due_on = look.closed_at, look.item.due_on
    if closed_at is not None:
        yield look.fact("tasks_done", closed_at)
        if due_on is None or look.day(closed_at) <= due_on:
            yield look.fact("tasks_due", closed_at)
            yield look.fact("tasks_on_time", closed_at)
            return
    if due_on is not None:
        yield look.fact("tasks_due", look.noon(due_on))


def _delays(look: _Look) -> Iterator[_Draft]:
    for moment in look.marks("postponed"):
        yield look.fact("delays", moment)
    if look.closed_at is not None and look.item.due_on is not None and look.day(look.closed_at) > look.item.due_on:
        yield look.fact("delays", look.closed_at)


def _delivery(look: _Look) -> Iterator[_Draft]:
    yield from _delays(look)
    if look.closed_at is None:
        return
    yield look.fact("acceptances", look.closed_at)
    if not look.marks("reopened"):
        yield look.fact("first_passes", look.closed_at)


def _review(look: _Look) -> Iterator[_Draft]:
    moment = look.closed_at or look.item.opened_at
    if moment is not None:
        yield look.fact("reviews_given", moment)


def _ticket(look: _Look) -> Iterator[_Draft]:
    opened_at = look.item.opened_at
    responded_at = _first_response(look)
    if opened_at is not None and responded_at is not None:
        yield look.fact("responses", responded_at, look.hours(opened_at, responded_at, look.zone))
        for measure, value in look.item.values:
            yield look.fact(measure, responded_at, value)
    solved_at = _solved_at(look)
    if solved_at is None:
        return
    yield look.fact("tickets_solved", solved_at)
    if opened_at is not None:
        yield look.fact("resolutions", solved_at, look.hours(opened_at, solved_at, look.zone))


def _first_response(look: _Look) -> datetime | None:
    if look.item.responded_at is not None:
        return look.item.responded_at
    return next(iter(look.marks("responded")), None)


def _solved_at(look: _Look) -> datetime | None:
    """Return when the work was done: the first “resolved” since the last reopening, else the closing."""
    closed_at = look.closed_at
    if closed_at is None:
        return None
    reopened = look.marks("reopened")
    since = reopened[-1] if reopened else None
    return next((moment for moment in look.marks("resolved") if moment <= closed_at and (since is None or moment > since)), closed_at)


def _values(look: _Look) -> Iterator[_Draft]:
    """Draft what the item says itself: pushes, answers, facts sent by another system."""
    moment = look.closed_at or look.item.opened_at
    if moment is not None:
        for measure, value in look.item.values:
            yield look.fact(measure, moment, value)


_BY_KIND: dict[Kind, Callable[[_Look], Iterator[_Draft]]] = {
    "task": _task,
    "change": _change,
    "defect": _defect,
    "review": _review,
    "push": _values,
    "ticket": _ticket,
    "rating": _values,
    "delivery": _delivery,
    "rework": _rework,
    "fact": _values,
}
