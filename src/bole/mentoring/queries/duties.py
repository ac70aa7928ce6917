"""Duties of pairs as rows: what is due when, what is overdue, one for whoever may know of it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from bole.mentoring.models import Duty
from bole.mentoring.permissions import can_read_overdue
from bole.mentoring.queries.pairs import PairRow, pair_row
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.values.workdays import is_published


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRow:
    """A duty. `due_on` is the day after days off and absences were stepped over; `moved_for` says for whom it moved.

    `rests`: its pair rests, so nothing of it is overdue.
    """

    id: int
    ref: str
    mentorship_id: int
    kind: str
    ordinal: int
    nominal_on: date
    due_on: date
    set_for: date | None
    set_half: str
    moved_for: tuple[Mapping[str, object], ...]
    done_on: date | None
    is_dropped: bool
    rests: bool = False

    @property
    def is_open(self) -> bool:
        """Test if it is still to be done."""
        return self.done_on is None and not self.is_dropped

    @property
    def day(self) -> date:
        """The day on which the two mean to do it."""
        return self.set_for or self.due_on

    def is_overdue(self, day: date) -> bool:
        """Test if it should have been done before the day."""
        return self.is_open and not self.rests and self.due_on < day

    @property
    def is_sure(self) -> bool:
        """Test if the holidays of its year are published; else its day may still move."""
        return is_published(self.due_on.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyOfPair:
    """A duty with its pair."""

    duty: DutyRow
    pair: PairRow


def duties_of(mentorship_ids: Collection[int]) -> dict[int, tuple[DutyRow, ...]]:
    """Return the duties of these pairs by day, without dropped ones (one query); pairs without any are left out."""
    found: defaultdict[int, list[DutyRow]] = defaultdict(list)
    rows = Duty.objects.filter(mentorship__in=mentorship_ids, dropped_at=None).select_related("mentorship").order_by("due_on", "id")
    for one in rows:
        found[one.mentorship_id].append(duty_row(one))
    return {pair: tuple(duties) for pair, duties in found.items()}


def overdue_duties(mentorship_ids: Collection[int] | None, *, day: date) -> list[DutyOfPair]:
    """Return what these running pairs (None: all) should have done before the day, the longest overdue first (one query)."""
    rows = Duty.objects.filter(done_on=None, dropped_at=None, due_on__lt=day, mentorship__state="running")
    if mentorship_ids is not None:
        rows = rows.filter(mentorship__in=mentorship_ids)
    found = rows.select_related("mentorship__framework").order_by("due_on", "id")
    return [DutyOfPair(duty=duty_row(one), pair=pair_row(one.mentorship)) for one in found]


def duty_for(viewer: Viewer, ref: str) -> DutyOfPair:
    """Return a duty to the two, those who lead them, and HR that looks after them (one query).

    :raises NotFound: for everybody else
    """
    found = Duty.objects.filter(ref=ref).select_related("mentorship__framework").first()
    if found is None or not can_read_overdue(viewer, found.mentorship):
        raise NotFound
    return DutyOfPair(duty=duty_row(found), pair=pair_row(found.mentorship))


def coming_duties_for(person_id: int) -> list[DutyOfPair]:
    """Return what somebody's own pairs that run have still to do, as mentor and as mentee (two queries)."""
    rows = Duty.objects.filter(done_on=None, dropped_at=None, mentorship__state="running")
    mine = rows.filter(mentorship__mentor=person_id) | rows.filter(mentorship__mentee=person_id)
    found = mine.select_related("mentorship__framework").order_by("due_on", "id")
    return [DutyOfPair(duty=duty_row(one), pair=pair_row(one.mentorship)) for one in found]


def duty_row(one: Duty) -> DutyRow:
    """Return a duty as a row; its pair was read with it."""
    return DutyRow(
        id=one.pk,
        ref=one.ref,
        mentorship_id=one.mentorship_id,
        kind=one.kind,
        ordinal=one.ordinal,
        nominal_on=one.nominal_on,
        due_on=one.due_on,
        set_for=one.set_for,
        set_half=one.set_half,
        moved_for=tuple(one.moved_for),
        done_on=one.done_on,
        is_dropped=one.dropped_at is not None,
        rests=one.mentorship.state == "paused",
    )
