"""What one's own page shows: who one is, who looked at one's data, which records one questioned."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bole.audit.queries import Look, who_looked
from bole.home.queries.exported import EVERYBODY
from bole.people.queries import Card, cards
from bole.values.viewer import Viewer
from bole.work.queries import ObjectionRow, own_objections

SEEN_FOR = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """One's own card (an account without a person has none), looks and objections of the last 90 days."""

    card: Card | None
    looks: tuple[Look, ...]
    objections: tuple[ObjectionRow, ...]


def mine_of(viewer: Viewer, *, day: date, at: datetime) -> Mine:
    """Return what one's own page shows (six queries)."""
    card = cards([viewer.person_id], day, with_managers=True).get(viewer.person_id) if viewer.person_id is not None else None
    looks = who_looked(card.ref, since=at - SEEN_FOR) if card else []
    # An export of everybody's scores was a look at each of them.
    looks += [one for one in who_looked(EVERYBODY, since=at - SEEN_FOR) if card and one.by != viewer.name]
    objections = own_objections(viewer, since=at - SEEN_FOR)
    return Mine(card=card, looks=tuple(sorted(looks, key=lambda one: one.at, reverse=True)), objections=tuple(objections))
