"""The life of an alert: who sees it from when, how long it lives, which steps there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from bole.values.workdays import is_working_day, working_day_at, working_days

# One decline raises one alert: none again for the same person and indicator in these days.
ONCE_IN: Final = timedelta(days=60)
GRACE_DAYS: Final = 1
MOST_GRACE_DAYS: Final = 5
# An alert without any step for so many working days is seen by the next manager too.
ESCALATES_AFTER: Final = 5
SNOOZE: Final = timedelta(days=7)
# What is said to be now is the mean of so many working days with records, the detector's least.
SAID_DAYS: Final = 5
OPENS: Final = time(9, 0)
# A day is looked at when its work is over.
LOOKS_AT: Final = time(19, 0)

Step = Literal[
    "noticed", "context", "seen", "talk", "advice", "workload", "target", "snooze", "not_a_problem", "taken_back", "useful",
    "look_again", "recovered", "withdrawn", "source", "moved", "talk_off", "talk_on", "target_asked", "target_declined",
]  # fmt: skip
# What a manager or an HR partner does about an alert, in any order.
DONE: Final = frozenset({"talk", "advice", "workload", "target", "look_again", "seen"})
# What counts as help that was given; a talk that was called off is none.
HELP: Final = frozenset({"talk", "advice", "workload", "target", "look_again"})
# What whoever the alert is about may read; a talk's notes are those of the feedback room.
SHOWN_TO_SELF: Final = frozenset(
    {"noticed", "context", "talk", "talk_off", "talk_on", "advice", "workload", "target", "recovered", "withdrawn", "source", "moved"}
)


@dataclass(frozen=True, slots=True)
class Watching:
    """How an indicator is watched."""

    is_on: bool = True
    grace_days: int = GRACE_DAYS


def manager_sees_at(told_at: datetime, grace_days: int, zone: ZoneInfo) -> datetime:
    """Return from when on the manager sees what the person was told at a moment: whole working days later, when work begins."""
    if grace_days == 0:
        return told_at
    day = working_day_at(told_at.astimezone(zone).date(), grace_days)
    return datetime.combine(day, OPENS, zone)


def escalates_at(seen_at: datetime, zone: ZoneInfo) -> datetime:
    """Return from when on the next manager sees an alert about which nobody did anything."""
    return datetime.combine(working_day_at(seen_at.astimezone(zone).date(), ESCALATES_AFTER), OPENS, zone)


def days_to_look_at(moment: datetime, last_looked: date | None, zone: ZoneInfo, *, most: int = 10) -> list[date]:
    """Return the working days that are over and were not looked at yet, the latest `most`; only the last one if none ever was."""
    local = moment.astimezone(zone)
    last = local.date() if local.time() >= LOOKS_AT else local.date() - timedelta(days=1)
    while not is_working_day(last):
        last -= timedelta(days=1)
    if last_looked is None:
        return [last]
    days: list[date] = []
    while last > last_looked and len(days) < most:
        days.append(last)
        last = working_day_at(last, -1)
    return days[::-1]


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """Return the moment at which a day is looked at."""
    return datetime.combine(day, LOOKS_AT, zone)


def talks_off(steps: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the talks that were called off and stayed so, of steps in order: kind, and of which talk."""
    last = {talk: kind for kind, talk in steps if kind in {"talk_off", "talk_on"}}
    return frozenset(talk for talk, kind in last.items() if kind == "talk_off")


def days_between(moved_on: date, closed_on: date) -> int:
    """Count the working days after one day, up to another."""
    return working_days(moved_on + timedelta(days=1), closed_on)
