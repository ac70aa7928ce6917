"""What the company grants for hours of mentoring, and how many hours mentors plan."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from bole.access.rules import insist, may_company
from bole.mentoring.models import MentoringTerms, Mentorship
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.rules.hours import HoursTerms, planned_minutes, seats_in_hours
from bole.values.viewer import Viewer

NAMES = ("reduces", "least_share", "most_reduction", "rate", "most_allowance", "most_hours", "usual_minutes", "hour_cost")


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsPage:
    """The terms as HR changes them; version 0: nobody changed the shipped ones yet."""

    terms: HoursTerms
    version: int
    changed_at: datetime | None
    changed_by: str
    may_change: bool


def hours_terms() -> HoursTerms:
    """Return what holds now (one query)."""
    row = MentoringTerms.objects.first()
    return terms_of(row) if row is not None else HoursTerms()


def terms_of(row: MentoringTerms) -> HoursTerms:
    """Return the terms of a row."""
    return HoursTerms(**{name: getattr(row, name) for name in NAMES})


def terms_for(viewer: Viewer) -> TermsPage:
    """Return the terms to HR (one query).

    :raises NotFound: for everybody else
    """
    insist(viewer, "read", "mentoring_terms")
    row = MentoringTerms.objects.first()
    return TermsPage(
        terms=terms_of(row) if row is not None else HoursTerms(),
        version=row.version if row is not None else 0,
        changed_at=row.changed_at if row is not None else None,
        changed_by=row.changed_by if row is not None else "",
        may_change=may_company(viewer, "change", "mentoring_terms"),
    )


def planned_of(mentor_ids: Collection[int], *, usual: int) -> dict[int, Fraction]:
    """Return how many minutes each of these mentors talks in a month by the frameworks of the pairs that live (one query)."""
    return {mentor: planned_minutes(pairs, usual=usual) for mentor, pairs in _pairs_of(mentor_ids).items()}


def _pairs_of(mentor_ids: Collection[int]) -> defaultdict[int, list[tuple[str, int]]]:
    """Return each mentor's living pairs: what tells them apart, a group being one, and the months between two talks (one query)."""
    found: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    rows = Mentorship.objects.filter(mentor__among=list(mentor_ids), state__in=ALIVE)
    for mentor, ref, group, every in rows.values_list("mentor_id", "ref", "group", "framework__meeting_every"):
        found[mentor].append((group or ref, every))
    return found


def seats_left_in_hours(mentor_ids: Collection[int], *, every: Collection[int]) -> dict[int, int]:
    """Return how many more mentees fit into each mentor's hours, each counted as the most frequent cadence of those who wait (two queries).

    Nobody where hours bound nobody.
    """
    terms, months = hours_terms(), [one for one in every if one > 0]
    if not terms.most_hours or not months:
        return {}
    planned, each = planned_of(mentor_ids, usual=terms.usual_minutes), Fraction(terms.usual_minutes, min(months))
    left = {one: seats_in_hours(planned.get(one, Fraction(0)), each=each, most_hours=terms.most_hours) for one in mentor_ids}
    return {one: seats for one, seats in left.items() if seats is not None}


def hours_full(mentor_id: int, *, every: int, group: str = "") -> tuple[Fraction, int] | None:
    """Return the minutes that a mentor plans a month and the most hours, if one more pair does not fit into them (two queries)."""
    terms = hours_terms()
    if not terms.most_hours:
        return None
    pairs = _pairs_of([mentor_id])[mentor_id]
    planned, then = (planned_minutes(rows, usual=terms.usual_minutes) for rows in (pairs, [*pairs, (group or "new", every)]))
    return (planned, terms.most_hours) if then > max(planned, Fraction(terms.most_hours * 60)) else None
