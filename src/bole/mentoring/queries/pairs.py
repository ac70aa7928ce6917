"""Pairs as rows: of mentors, of mentees, one for whoever may see it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from bole.mentoring.models import Mentorship
from bole.mentoring.models.pairs import ALIVE, LEAVING
from bole.mentoring.permissions import can_read_days, is_of_pair
from bole.mentoring.rules.dates import may_still_correct
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """A mentorship. `is_alive`: planned, running or paused; the framework is the version that the pair began with."""

    id: int
    ref: str
    mentor_id: int
    mentee_id: int
    framework_id: int
    framework_code: str
    framework_zh: str
    framework_en: str
    form: str
    group: str
    state: str
    source: str
    why_so: tuple[dict[str, object], ...]
    first_day: date
    last_day: date
    ended_on: date | None
    ended_why: str
    follows_id: int | None
    hours: int | None
    verified_by_id: int | None
    version: int

    @property
    def is_alive(self) -> bool:
        """Test if the pair is not over."""
        return self.state in ALIVE

    @property
    def is_left(self) -> bool:
        """Test if its mentor leaves, or ends as a mentor, on a day that is known."""
        return self.ended_why in LEAVING

    @property
    def ends_on(self) -> date:
        """The last day as it is known now: the one on which it ends early, else the planned one."""
        return self.ended_on or self.last_day

    def may_be_corrected(self, day: date) -> bool:
        """Test if what was recorded of it may be corrected: while it is not over, and some time longer."""
        return self.is_alive or may_still_correct(self.ends_on, self.ended_why, day)

    def other(self, me: int | None) -> int:
        """Return the other one of the two."""
        return self.mentee_id if me == self.mentor_id else self.mentor_id


def pairs_of_mentors(person_ids: Collection[int], *, alive_only: bool = True) -> dict[int, tuple[PairRow, ...]]:
    """Return the pairs of these mentors, those that began first coming first (one query); mentors without one are left out."""
    found: defaultdict[int, list[PairRow]] = defaultdict(list)
    for row in rows_of(Mentorship.objects.filter(mentor__in=person_ids), alive_only=alive_only):
        found[row.mentor_id].append(row)
    return {person: tuple(rows) for person, rows in found.items()}


def pairs_of_mentees(person_ids: Collection[int], *, alive_only: bool = True) -> dict[int, tuple[PairRow, ...]]:
    """Return the pairs of these mentees, those that began first coming first (one query); mentees without one are left out."""
    found: defaultdict[int, list[PairRow]] = defaultdict(list)
    for row in rows_of(Mentorship.objects.filter(mentee__in=person_ids), alive_only=alive_only):
        found[row.mentee_id].append(row)
    return {person: tuple(rows) for person, rows in found.items()}


def loads_of(mentor_ids: Collection[int]) -> dict[int, int]:
    """Return how many mentees each mentor has now (one query); 0 is left out."""
    found = Mentorship.objects.filter(mentor__in=mentor_ids, state__in=ALIVE).values("mentor_id").annotate(count=Count("pk"))
    return {row["mentor_id"]: row["count"] for row in found}


def pair_for(viewer: Viewer, ref: str) -> PairRow:
    """Return a pair to one of the two (one query).

    :raises NotFound: for everybody else
    """
    found = _one(ref)
    if not is_of_pair(viewer, found):
        raise NotFound
    return found


def pair_seen_by(viewer: Viewer, ref: str) -> PairRow:
    """Return a pair to whoever may know who the two are and on which days they meet (one query).

    :raises NotFound: for everybody else
    """
    found = _one(ref)
    if not can_read_days(viewer, found):
        raise NotFound
    return found


def _one(ref: str) -> PairRow:
    found = Mentorship.objects.filter(ref=ref).select_related("framework").first()
    if found is None:
        raise NotFound
    return pair_row(found)


def rows_of(found: QuerySet[Mentorship], *, alive_only: bool = True) -> list[PairRow]:
    """Read mentorships as rows (one query)."""
    rows = found.filter(state__in=ALIVE) if alive_only else found
    return [pair_row(one) for one in rows.select_related("framework").order_by("first_day", "id")]


def pair_row(one: Mentorship) -> PairRow:
    """Return a mentorship as a row; its framework was read with it."""
    return PairRow(
        id=one.pk,
        ref=one.ref,
        mentor_id=one.mentor_id,
        mentee_id=one.mentee_id,
        framework_id=one.framework_id,
        framework_code=one.framework.code,
        framework_zh=one.framework.name_zh,
        framework_en=one.framework.name_en,
        form=one.framework.form,
        group=one.group,
        state=one.state,
        source=one.source,
        why_so=tuple(one.why_so),
        first_day=one.first_day,
        last_day=one.last_day,
        ended_on=one.ended_on,
        ended_why=one.ended_why,
        follows_id=one.follows_id,
        hours=one.hours,
        verified_by_id=one.verified_by_id,
        version=one.version,
    )
