"""What feedback and talks need of alerts: one that may be written about, those that two people see."""

from dataclasses import dataclass
from datetime import date, datetime

from bole.people.queries import numbers_of
from bole.reviews.rules.about import About
from bole.signals.models import ALIVE, Alert
from bole.signals.permissions import can_handle, can_read, is_shown_to_others
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Handled:
    """Whose alert it is: what a page that begins with it needs."""

    person_id: int
    number: str
    indicator: str


@dataclass(frozen=True, slots=True)
class AlertRow:
    """An alert that is open: by its ref, which indicator, since when."""

    ref: str
    indicator: str
    noticed_on: date


def alert_seen(viewer: Viewer, person_id: int, ref: str, *, at: datetime) -> About | None:
    """Return an alert of somebody as what feedback is about; nothing if the viewer may not read it (one query)."""
    found = Alert.objects.filter(ref=ref, person=person_id).first()
    if found is None or not can_read(viewer, found, at=at):
        return None
    return About(kind="alert", person_id=person_id, code=found.indicator, ref=found.ref)


def alert_to_handle(viewer: Viewer, ref: str, *, at: datetime) -> Handled:
    """Return whose alert it is, for whoever may do something about it (two queries).

    :raises NotFound: for everybody else
    """
    found = Alert.objects.filter(ref=ref).first()
    if found is None or not can_handle(viewer, found, at=at):
        raise NotFound
    return Handled(found.person_id, numbers_of([found.person_id])[found.person_id], found.indicator)


def open_alerts(person_id: int, *, at: datetime) -> list[AlertRow]:
    """Return the alerts of a person that the manager sees too, the newest first (one query)."""
    rows = Alert.objects.filter(person=person_id, state__in=ALIVE).order_by("-noticed_on", "-id")
    return [AlertRow(one.ref, one.indicator, one.noticed_on) for one in rows if is_shown_to_others(one, at=at)]
