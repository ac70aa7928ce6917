"""When duties of a pair are due, and when somebody is told of one. Days and hours in, days and hours out; docs/domain/cadence.md says why.

Hours are local ones of whoever is told. `is_working` is the company's calendar; where a year's holidays are not published yet, it knows
weekends alone, and days move by themselves once they are.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from bole.mentoring.rules.dates import months_later
from bole.values.workdays import is_working_day

Kind = Literal["meeting", "test", "report"]
Due = Kind | Literal["plan"]  # a plan is handed in once, by its own rule
What = Literal["due", "week", "overdue"]
IsFree = Callable[[date], bool]

DAY_OF_MONTH = 15
LEAST_BEFORE_FIRST = timedelta(days=14)
AHEAD = timedelta(days=5)
MORNING, AFTERNOON, EVENING = time(9, 30), time(16), time(20)
A_DAY, A_MONTH = timedelta(days=1), timedelta(days=31)  # what ended longer ago is told nobody any more
MERGED = {"merged": True}  # why a duty fell away that lay too near the one before
LONGEST = 1000  # no absence lasts longer; behind it the day itself is taken


def nominal_days(kind: Kind, every: int, begins: date, last_day: date) -> list[date]:
    """Return the days by the cadence, every so many months: of meetings the 15th, of tests and reports counted from the first day.

    The first 15th comes two weeks after the beginning at the earliest. `every` 0 is never.
    """
    if every <= 0:
        return []
    if kind != "meeting":
        return _until(last_day, lambda n: months_later(begins, n * every), start=1)
    first = begins.replace(day=DAY_OF_MONTH)
    while first < begins + LEAST_BEFORE_FIRST:
        first = months_later(first, 1)
    return _until(last_day, lambda n: months_later(first, n * every), start=0)


def _until(last_day: date, nth: Callable[[int], date], *, start: int) -> list[date]:
    found, n = list[date](), start
    while nth(n) <= last_day:
        found.append(nth(n))
        n += 1
    return found


def due_day(nominal: date, is_free: IsFree) -> date:
    """Return the first day from `nominal` on that is free: the company works, neither of the two is away, the pair does not rest."""
    for n in range(LONGEST):
        if is_free(nominal + n * A_DAY):
            return nominal + n * A_DAY
    return nominal


@dataclass(frozen=True, slots=True)
class Laid:
    """A duty's day by the cadence and the day that it is due. `is_merged`: it moved so far that the next one takes its place."""

    nominal_on: date
    due_on: date
    is_merged: bool


def lay(nominals: Sequence[date], is_free: IsFree) -> list[Laid]:
    """Return the due days of one kind, in order. Of duties that a long absence moves to one day, the last alone stays."""
    days = [due_day(one, is_free) for one in nominals]
    following = [*days[1:], None]
    return [
        Laid(nominal, due, next_due is not None and due >= next_due)
        for nominal, due, next_due in zip(nominals, days, following, strict=True)
    ]


def reminder_day(due_on: date, is_working: IsFree = is_working_day) -> date:
    """Return the day of the reminder: 5 calendar days before, or the working day before that."""
    return _working_day_from(due_on - AHEAD, is_working)


def _working_day_from(day: date, is_working: IsFree) -> date:
    """Return the day itself, or the working day before it."""
    for n in range(LONGEST):
        if is_working(day - n * A_DAY):
            return day - n * A_DAY
    return day


def week_day(day: date, is_working: IsFree = is_working_day) -> date | None:
    """Return the last working day of the week before `day`'s; None if that whole week is off (then “next week” would be said too early)."""
    monday = day - day.weekday() * A_DAY
    return next((monday - n * A_DAY for n in range(1, 8) if is_working(monday - n * A_DAY)), None)


def overdue_day(due_on: date, is_working: IsFree = is_working_day) -> date:
    """Return the first working day after the due day."""
    return due_day(due_on + A_DAY, is_working)


@dataclass(frozen=True, slots=True)
class Open:
    """A duty that is not done: the day it is due, and the day that the two agreed on instead."""

    kind: Due
    due_on: date
    set_for: date | None = None

    @property
    def aim(self) -> date:
        """The day that they are reminded of: the agreed one if it lies behind the due day, else the due day."""
        return max(self.due_on, self.set_for) if self.set_for else self.due_on

    @property
    def meets_on(self) -> date:
        """The day on which they mean to meet."""
        return self.set_for or self.due_on


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told now: of which day, and how many days are left until it (of a warning 0)."""

    what: What
    day: date
    days_left: int = 0


Told = Collection[tuple[What, date]]


def due_tellings(duty: Open, told: Told, *, local: datetime, is_working: IsFree = is_working_day) -> list[Telling]:
    """Return what is to be told of a duty at a local moment, given what was told. Each is told once; what a stopped clock missed is told
    late as long as it is of use: a reminder while days are left, with their true number, a warning at any later time.

    Nothing is told on days off, before 9:30 or after 20:00.
    """
    today, hour = local.date(), local.time()
    if not is_working(today) or not MORNING <= hour < EVENING:
        return []
    found = []
    left = (duty.aim - today).days
    if left > 0 and today >= reminder_day(duty.aim, is_working) and ("due", duty.aim) not in told:
        found.append(Telling("due", duty.aim, left))
    week = ("week", duty.meets_on)
    if duty.kind == "meeting" and hour >= AFTERNOON and today == week_day(duty.meets_on, is_working) and week not in told:
        found.append(Telling("week", duty.meets_on))
    if today >= overdue_day(duty.due_on, is_working) and ("overdue", duty.due_on) not in told:
        found.append(Telling("overdue", duty.due_on))
    return found


def end_tellings(last_day: date, *, since: date, local: datetime, is_working: IsFree = is_working_day) -> list[Telling]:
    """Return what may be told at a local moment of something that was granted until a last day, on the days and hours of a duty.

    That it ends soon: from the day of a duty's reminder until the day before the last one, not on the day it was granted (`since`). That
    it ends: on the last day, or the working day before; late, if a stopped clock missed it. Whoever keeps what was told tells each once.
    """
    today, hour = local.date(), local.time()
    if not is_working(today) or not MORNING <= hour < EVENING:
        return []
    left, ends = (last_day - today).days, _working_day_from(last_day, is_working)
    if max(reminder_day(last_day, is_working), since + A_DAY) <= today < ends:
        return [Telling("due", last_day, left)]
    return [Telling("overdue", last_day, max(left, 0))] if ends <= today < last_day + A_MONTH else []


def opens_on(nominal_on: date, before: date, kind: str) -> date:
    """Return from which day on something that took place counts for a duty; `before` is the duty's predecessor, or the pair's beginning.

    A meeting counts from the day after the last one's day; a test or report in the later half of its time, so that one at the beginning
    (the comparison for later) is not taken for the first that is due.
    """
    if kind == "meeting":
        return before + A_DAY
    return before + (nominal_on - before) / 2


def counts_for(duties: Sequence[tuple[date, bool]], on: date, *, first_day: date, kind: Kind) -> int | None:
    """Return for which duty (its place) something that took place on a day counts; None if it came too early for one, or all are done.

    `duties` are the days by the cadence in their order, each with whether it is done. It counts for the first one that is open, if its
    time has begun: a second meeting within the month does not use up the next one.
    """
    before = first_day - A_DAY
    for place, (nominal_on, is_done) in enumerate(duties):
        if not is_done:
            return place if on >= opens_on(nominal_on, before, kind) else None
        before = nominal_on
    return None


def fell_at_the_end(due_on: date, *, ended_on: date, dropped_on: date, moved_for: Collection[object]) -> bool:
    """Test if a duty that fell away was open when its pair ended: it counts among those that were due."""
    return due_on <= ended_on <= dropped_on and MERGED not in moved_for
