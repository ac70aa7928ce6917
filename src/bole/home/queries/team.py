"""A manager's team at a glance. So many queries whatever the size of the team."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bole.people.queries import Card, cards
from bole.scoring.queries import (
    Change,
    Line,
    Sheet,
    SupportRow,
    changes_of,
    closed_to_others,
    headlines,
    last_sunday,
    lines_of,
    open_support,
)
from bole.signals.queries import AlertRow, open_alerts_of
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.queries import OpenCount, open_counts, totals_of

WEEK_MEASURES = ("tasks_due", "tasks_on_time")
DROP = 20  # tenths of a point in a week
NEEDED = 2  # the greatest need that asks for the manager


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody of the team. `closed` says why there is no score here: new (theirs alone) or unscored; else it is empty."""

    card: Card
    sheet: Sheet | None
    line: Line
    change: Change | None
    open: OpenCount
    due: int
    on_time: int
    support: tuple[SupportRow, ...]
    closed: str
    alerts: tuple[AlertRow, ...] = ()

    @property
    def score(self) -> int | None:
        """The live score."""
        return self.sheet.score if self.sheet else None

    @property
    def is_below(self) -> bool:
        """Test if the score is under what is usual for this person."""
        return self.score is not None and self.line.usual is not None and self.score < self.line.usual.low

    @property
    def is_above(self) -> bool:
        """Test if the score is over what is usual for this person."""
        return self.score is not None and self.line.usual is not None and self.score > self.line.usual.high

    @property
    def is_falling(self) -> bool:
        """Test if the score fell clearly within the week."""
        return self.change is not None and self.change.tenths <= -DROP

    @property
    def need(self) -> int:
        """How soon the manager is needed; 0 comes first. It orders the list and says nothing about the person."""
        if self.support:
            return 0
        if self.alerts or (self.is_below and self.is_falling):
            return 1
        if self.is_below or self.is_falling:
            return 2
        return 3 if self.open.late else 4


@dataclass(frozen=True, slots=True)
class Team:
    """The people who report to a manager, whoever needs them first; names decide the rest."""

    members: tuple[Member, ...]
    day: date
    others: int = 0  # people from outside, interns: they have no score of their own

    @property
    def first(self) -> tuple[Member, ...]:
        """Whom to look at first, on every page: who asked, fell clearly, or is under what is usual."""
        return tuple(one for one in self.members if one.need <= NEEDED)

    @property
    def asking(self) -> tuple[Member, ...]:
        """Who waits for support, the longest wait first."""
        return tuple(sorted((one for one in self.members if one.support), key=lambda one: one.support[0].asked_at))

    @property
    def moves(self) -> tuple[int, int, int]:
        """How many scores went up, down, and stayed (half a point and less)."""
        changes = [one.change.tenths for one in self.members if one.change is not None]
        up, down = sum(one >= 5 for one in changes), sum(one <= -5 for one in changes)
        return up, down, len(changes) - up - down


def monday_of(day: date) -> date:
    """Return the first day of the week of a day."""
    return last_sunday(day) + timedelta(days=1)


def team_at_a_glance(viewer: Viewer, *, day: date, at: datetime | None = None) -> Team:
    """Return the viewer's team (ten queries); at a moment also the alerts that wait (two more, one if there are none).

    :raises NotFound: if nobody reports to the viewer
    """
    if not viewer.reports:
        raise NotFound
    ids = sorted(viewer.reports)
    known, closed = cards(ids, day), closed_to_others(ids, day=day)
    seen = [person for person in ids if person not in closed]
    sheets, lines = headlines(seen, day=day), lines_of(ids, day=day)
    changes = changes_of(sheets, lines)
    work = open_counts(ids, day=day)
    week = totals_of(ids, WEEK_MEASURES, monday_of(day), day)
    asked = open_support(viewer, ids, day=day)
    alerts = open_alerts_of(viewer, ids, at=at) if at else {}
    members = [
        Member(
            card=card,
            sheet=sheets.get(person),
            line=lines[person],
            change=changes.get(person),
            open=work.get(person, OpenCount()),
            due=week.get(person, {}).get("tasks_due", 0),
            on_time=week.get(person, {}).get("tasks_on_time", 0),
            support=asked.get(person, ()),
            closed=closed.get(person, ""),
            alerts=alerts.get(person, ()),
        )
        for person, card in known.items()
    ]
    own = [one for one in members if one.closed != "unscored" or one.support]
    return Team(tuple(sorted(own, key=lambda one: one.need)), day, len(members) - len(own))
