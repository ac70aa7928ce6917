"""To whom somebody may write: whom one works with first, anybody by search; and who may read along."""

from dataclasses import dataclass
from datetime import date

from bole.access.rules import insist_on_taking_part
from bole.people.queries import Card, cards, employments_on, find_people, get_person_for, managers_on, people_in_units
from bole.reviews.models import Draft
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

EXTERNAL = "outsourced"
MOST = 12
MOST_FOUND = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody to write to; `manager` may read along if the sender says so (nobody where the sender leads them, or nobody does)."""

    card: Card
    is_external: bool
    is_own: bool
    manager: Card | None
    draft_kind: str = ""
    draft_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Whom one may choose: the manager, those one leads, the unit; or whom a search found."""

    manager: Card | None
    reports: tuple[Card, ...]
    others: tuple[Card, ...]
    has_searched: bool = False


def recipient_for(viewer: Viewer, number: str, *, day: date) -> Recipient:
    """Return whom the viewer writes to (eight queries at most).

    :raises NotFound: if there is nobody whom the viewer may see
    """
    me = insist_on_taking_part(viewer)
    card = get_person_for(viewer, number, day)
    manager = card.manager_id if card.manager_id not in {None, me} else None
    draft = Draft.objects.filter(person=me, recipient=card.person_id).first()
    return Recipient(
        card=card,
        is_external=externals([card.person_id], day=day) != frozenset(),
        is_own=card.person_id == me,
        manager=cards([manager], day).get(manager) if manager is not None else None,
        draft_kind=draft.kind if draft else "",
        draft_words=str(draft.words) if draft else "",
    )


def people_to_choose(viewer: Viewer, text: str, *, day: date) -> People:
    """Return whom the viewer may write to (eight queries at most).

    :raises NotFound: unless the viewer takes part
    """
    me = insist_on_taking_part(viewer)
    if text:
        found = find_people(viewer, text, day, limit=MOST_FOUND)
        outside = externals([one.person_id for one in found], day=day)
        fitting = tuple(one for one in found if one.is_here and one.person_id != me and one.person_id not in outside)
        return People(manager=None, reports=(), others=fitting, has_searched=True)
    manager = managers_on([me], day).get(me)
    near = _beside(me, day=day)
    known = cards({*viewer.reports, *near, *([manager] if manager else [])}, day)
    outside = externals(list(known), day=day)
    inside = {person: card for person, card in known.items() if person not in outside and card.is_here}
    return People(
        manager=inside.get(manager) if manager is not None else None,
        reports=tuple(card for person, card in inside.items() if person in viewer.reports),
        others=tuple(card for person, card in inside.items() if person in near and person not in viewer.reports and person != manager)[
            :MOST
        ],
    )


def _beside(me: int, *, day: date) -> frozenset[int]:
    """Return those who work in the same unit."""
    own = cards([me], day).get(me)
    if own is None or own.unit_id is None:
        return frozenset()
    return frozenset(person for person in people_in_units([own.unit_id], day) if person != me)


def externals(person_ids: list[int], *, day: date) -> frozenset[int]:
    """Return who of these works here for another company (one query)."""
    return frozenset(person for person, row in employments_on(person_ids, day).items() if row.kind == EXTERNAL)


def insist_on_person(viewer: Viewer, number: str, *, day: date) -> int:
    """Return the key of somebody's number.

    :raises NotFound: if there is nobody whom the viewer may see
    """
    insist_on_taking_part(viewer)
    if not number:
        raise NotFound
    return get_person_for(viewer, number, day).person_id
