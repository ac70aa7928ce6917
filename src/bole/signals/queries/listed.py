"""The list of alerts, a page at a time: what wants to be looked at, then what was put aside, then what came of the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When

from bole.kit.clock import local_day
from bole.people.queries import Card, cards
from bole.scoring.queries import closed_among, closed_to_others
from bole.signals.models import ALIVE, Alert, AlertStep
from bole.signals.queries.alerts import (
    CLOSED_FOR,
    REMINDED_FOR,
    AlertRow,
    Reminder,
    StepRow,
    lately,
    looks_after_somebody,
    reminders_in,
    rows_of,
    stage_of,
    steps_of,
    visible_to,
)
from bole.signals.rules.life import HELP
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.vault.sealing import Unreadable, seal, unseal
from bole.work.queries import BadCursor

PAGE, MOST_REMINDED = 25, 25
STAGES = ("open", "snoozed", "closed")  # in which order they are listed
CLOSED = STAGES.index("closed")
_CURSOR = "signals_alert.place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerts:
    """A page of what a manager or HR has to look at, and of what came of what they looked at.

    `waiting` counts all that want to be looked at, on whatever page; `reminders` stand on the first page.
    """

    open: tuple[AlertRow, ...]
    snoozed: tuple[AlertRow, ...]
    closed: tuple[AlertRow, ...]
    reminders: tuple[Reminder, ...]
    steps: Mapping[str, tuple[StepRow, ...]]
    cards: Mapping[int, Card]
    waiting: int
    is_first: bool
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a page begins: after this row, wherever that one stands by now."""

    stage: int
    noticed_on: date
    key: int


def alerts_for(viewer: Viewer, *, at: datetime, after: str = "") -> Alerts:
    """Return a page of the alerts of those whom the viewer looks after (sixteen queries at most).

    :raises NotFound: if the viewer looks after nobody
    :raises BadCursor: if `after` is no place in the list
    """
    if not looks_after_somebody(viewer):
        raise NotFound
    day, place, seen = local_day(at), _read(after), visible_to(viewer, at=at)
    alive = seen.filter(state__in=ALIVE)
    kept = closed_among(alive.values("person"), day=day)
    alive = alive.exclude(person__among=sorted(kept)) if kept else alive
    aside = Q(snoozed_until__gt=day)
    found = _listed(alive, aside, seen.filter(state="closed", noticed_on__gt=day - CLOSED_FOR), place)
    due = _due(seen.filter(lately(at)), day=day) if place is None else []
    open_to = _open_to_others([*found[:PAGE], *due], day=day)
    steps = steps_of([one.pk for one in open_to])
    by_ref = {one.ref: steps.get(one.pk, ()) for one in open_to}
    every = {row.ref: row for row in rows_of(open_to, at=at)}
    rows = [every[one.ref] for one in found[:PAGE] if one.ref in every]
    return Alerts(
        open=tuple(one for one in rows if one.stage == "open"),
        snoozed=tuple(one for one in rows if one.stage == "snoozed"),
        closed=tuple(one for one in rows if one.stage == "closed"),
        reminders=tuple(reminders_in([every[one.ref] for one in due if one.ref in every], by_ref, day=day)),
        steps=by_ref,
        cards=cards({one.person_id for one in every.values()}, day),
        waiting=alive.exclude(aside).count(),
        is_first=place is None,
        after=_place(found[PAGE - 1], at=at) if len(found) > PAGE else "",
    )


def _listed(alive: QuerySet[Alert], aside: Q, closed: QuerySet[Alert], place: _Place | None) -> list[Alert]:
    """Return the rows of a page and one more, if there is one; `aside` parts the living ones."""
    rows: list[Alert] = []
    if place is None or place.stage < CLOSED:
        if place is not None:
            alive = alive.filter(aside & _later(place) if place.stage else aside | _later(place))
        rows = list(alive.order_by(Case(When(aside, then=1), default=0), "-noticed_on", "-id")[: PAGE + 1])
    else:
        closed = closed.filter(_later(place))
    if len(rows) <= PAGE:
        rows += closed.order_by("-noticed_on", "-id")[: PAGE + 1 - len(rows)]
    return rows


def _later(place: _Place) -> Q:
    return Q(noticed_on__lte=place.noticed_on) & ~Q(noticed_on=place.noticed_on, pk__gte=place.key)


def _due(seen: QuerySet[Alert], *, day: date) -> list[Alert]:
    """Return those to which advice was given whose day to look again has come, the newest first."""
    advice = AlertStep.objects.filter(
        alert=OuterRef("pk"), kind__in=[*sorted(HELP), "not_a_problem"], look_again_on__lte=day, look_again_on__gt=day - REMINDED_FOR
    )
    return list(seen.filter(Exists(advice)).order_by("-noticed_on", "-id")[:MOST_REMINDED])


def _open_to_others(found: list[Alert], *, day: date) -> list[Alert]:
    """Return each once, without those whose score is closed to others."""
    closed = closed_to_others({one.person_id for one in found}, day=day) if found else {}
    return list({one.pk: one for one in found if one.person_id not in closed}.values())


def _place(row: Alert, *, at: datetime) -> str:
    return seal(f"{STAGES.index(stage_of(row, at=at))} {row.noticed_on} {row.pk}", place=_CURSOR)


def _read(after: str) -> _Place | None:
    """Return where the page begins; None at the top."""
    if not after:
        return None
    try:
        stage, day, key = unseal(after, place=_CURSOR).split(" ")
    except (Unreadable, ValueError) as problem:
        raise BadCursor(where="after") from problem
    return _Place(stage=int(stage), noticed_on=date.fromisoformat(day), key=int(key))
