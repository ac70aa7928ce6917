"""What waits for somebody: the rounds in which they are asked. It tells that they answered, never what."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from bole.people.models import Person
from bole.people.queries import Card, cards
from bole.surveys.models import Participation
from bole.surveys.permissions import insist_on_a_person
from bole.surveys.registry import kind_of
from bole.surveys.rules.questions import Kind
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """A round in which the viewer is asked, as long as it can be answered. `person` is who it is about, if it is about somebody."""

    ref: str
    kind: Kind
    about: str
    questions: str
    closes_on: date
    has_answered: bool
    person: Card | None

    @property
    def address(self) -> str:
        """Return where it is answered."""
        return self.kind.address.format(ref=self.ref, about=self.about, group=self.about.partition("/")[0])


def waits_for(viewer: Viewer, *, day: date) -> bool:
    """Test if somebody is asked and has not answered yet (one query)."""
    return viewer.person_id is not None and _open(viewer.person_id, day).filter(answered_on=None).exists()


def rounds_for(viewer: Viewer, *, day: date) -> list[RoundRow]:
    """Return the rounds that wait for the viewer, then those that were answered and can be changed; one for each address (five queries).

    :raises NotFound: for accounts without a person
    """
    me = insist_on_a_person(viewer)
    rows = list(_open(me, day).select_related("round").order_by("round__closes_on", "round_id"))
    people = _people({one.round.about for one in rows}, day)
    found = [_row(one, people) for one in rows]
    waiting = {one.address: one for one in reversed(found) if not one.has_answered}
    answered = {one.address: one for one in reversed(found) if one.has_answered and one.address not in waiting}
    return [*sorted(waiting.values(), key=lambda one: one.closes_on), *sorted(answered.values(), key=lambda one: one.closes_on)]


def round_for(viewer: Viewer, ref: str, *, day: date) -> RoundRow:
    """Return one round in which the viewer is asked (five queries).

    :raises NotFound: unless the viewer is asked, and it can be answered
    """
    me = insist_on_a_person(viewer)
    one = _open(me, day).filter(round__ref=ref).select_related("round").first()
    if one is None:
        raise NotFound
    return _row(one, _people({one.round.about}, day))


def answered_of(viewer: Viewer, refs: Collection[str], *, day: date) -> dict[str, bool]:
    """Return in which of these rounds the viewer is asked as long as they are open, and whether they have answered (one query)."""
    if viewer.person_id is None:
        return {}
    rows = _open(viewer.person_id, day).filter(round__ref__in=list(refs)).values_list("round__ref", "answered_on")
    return {ref: answered_on is not None for ref, answered_on in rows}


def _open(me: int, day: date) -> QuerySet[Participation]:
    return Participation.objects.filter(person=me, round__closed_on=None, round__opens_on__lte=day, round__closes_on__gte=day)


def _people(abouts: Collection[str], day: date) -> dict[str, Card]:
    refs = [one for one in abouts if _is_ref(one)]
    known = {pk: str(ref) for pk, ref in Person.objects.filter(ref__in=refs).values_list("id", "ref")} if refs else {}
    found = cards(known, day) if known else {}
    return {ref: found[pk] for pk, ref in known.items()}


def _is_ref(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _row(one: Participation, people: dict[str, Card]) -> RoundRow:
    return RoundRow(
        ref=one.round.ref,
        kind=kind_of(one.round.kind),
        about=one.round.about,
        questions=one.round.questions,
        closes_on=one.round.closes_on,
        has_answered=one.answered_on is not None,
        person=people.get(one.round.about),
    )
