"""Pairs as those see them who lead or look after one of the two: who, until when, what is overdue. Never a word of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from bole.mentoring.models import Mentorship
from bole.mentoring.permissions import can_open_effect, can_read_days
from bole.mentoring.queries.duties import DutyRow, duties_of
from bole.mentoring.queries.pairs import PairRow, rows_of
from bole.mentoring.queries.plans import PlanStands, plans_stand
from bole.people.queries import Card, cards
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedPair:
    """A pair with what should have been done, and with what comes next."""

    pair: PairRow
    overdue: tuple[DutyRow, ...]
    coming: DutyRow | None
    plan: PlanStands | None = None  # the mentor's first plan, if it should have been handed in by now


@dataclass(frozen=True, slots=True)
class WatchedPairs:
    """Pairs in which some people are, whoever is overdue first; `effects`: of which of these people the viewer may open what came of it."""

    rows: tuple[WatchedPair, ...]
    people: dict[int, Card]
    effects: tuple[int, ...] = ()

    @property
    def late(self) -> int:
        """How many duties are overdue."""
        return sum(len(one.overdue) for one in self.rows)


def pairs_watched(viewer: Viewer, person_ids: Collection[int], *, day: date) -> WatchedPairs:
    """Return the living pairs of these people, as mentor or as mentee, that the viewer may know of (six queries at most)."""
    found = rows_of(Mentorship.objects.filter(Q(mentor__in=person_ids) | Q(mentee__in=person_ids)))
    pairs = [one for one in found if can_read_days(viewer, one)]
    if not pairs:
        return WatchedPairs((), {})
    duties, plans = duties_of([one.id for one in pairs]), plans_stand(pairs)
    late = {key: one for key, one in plans.items() if not one.is_with_hr and one.is_late(day)}
    rows = [
        WatchedPair(
            pair=one,
            overdue=tuple(duty for duty in duties.get(one.id, ()) if duty.is_overdue(day)),
            coming=next((duty for duty in duties.get(one.id, ()) if duty.is_open and not duty.rests and not duty.is_overdue(day)), None),
            plan=late.get(one.id),
        )
        for one in pairs
    ]
    rows.sort(key=lambda one: (not one.overdue, one.plan is None, one.pair.first_day))
    mentors = dict.fromkeys(one.mentor_id for one in pairs if one.mentor_id in set(person_ids))
    known = cards({key for one in pairs for key in (one.mentor_id, one.mentee_id)}, day)
    return WatchedPairs(tuple(rows), known, tuple(one for one in mentors if one in known and can_open_effect(viewer, one)))
