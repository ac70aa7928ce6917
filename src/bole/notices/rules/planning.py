"""By which way a notice goes out, and when; or why it stays in the app."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, Literal

from bole.notices.rules.hours import Hours, IsWorkingDay, digest_at, opening

Way = Literal["im", "push", "mail"]
WAYS: Final[tuple[Way, ...]] = ("im", "push", "mail")  # in this order: what does not take is followed by the next
MOST_A_DAY: Final = 3
OLDEST: Final = timedelta(days=7)  # what is older is read in the app: no flood after a long stop

Why = Literal["", "later", "digest", "cap", "no_way", "switched_off", "old"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A notice as the rule sees it; `local` is when it was told, by the clock of whoever it is for."""

    local: datetime
    topic: str
    is_duty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How somebody wants to be told: ways that reach them, what they switched off (`growth:mail`), their hours, one digest for news."""

    ways: Sequence[Way]
    off: frozenset[str] = frozenset()
    hours: Hours = field(default_factory=Hours)
    wants_digest: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done: by which way and when, alone or with others in a digest; without a way it stays in the app, and why."""

    way: Way | None
    due: datetime | None
    why: Why


def open_ways(wish: Wish, topic: str) -> tuple[Way, ...]:
    """Return the ways that reach somebody with this topic, the best first."""
    return tuple(one for one in WAYS if one in wish.ways and f"{topic}:{one}" not in wish.off)


def plan(told: Told, wish: Wish, *, now: datetime, sent_on: Mapping[date, int], is_working_day: IsWorkingDay) -> Plan:
    """Plan one notice. `now` is local too; `sent_on` counts the messages beyond duties by their day.

    Quiet hours and days off hold for everything. At most three messages a working day beyond duties: what is over them stays in the app.
    """
    if now - told.local > OLDEST:
        return Plan(None, None, "old")
    ways = open_ways(wish, told.topic)
    if not ways:
        return Plan(None, None, "switched_off" if wish.ways else "no_way")
    if wish.wants_digest and not told.is_duty:
        return Plan(ways[0], digest_at(told.local, wish.hours, is_working_day), "digest")
    due = opening(max(told.local, now), wish.hours, is_working_day)
    if not told.is_duty and sent_on.get(due.date(), 0) >= MOST_A_DAY:
        return Plan(None, None, "cap")
    return Plan(ways[0], due, "" if due == max(told.local, now) else "later")


def next_way(wish: Wish, topic: str, *, after: Way) -> Way | None:
    """Return the way that is tried when one did not take; None after the last."""
    ways = open_ways(wish, topic)
    return next((one for one in ways if WAYS.index(one) > WAYS.index(after)), None)
