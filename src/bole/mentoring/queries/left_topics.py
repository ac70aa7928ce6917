"""Core topics that were left when a programme was over, and why: for the two and for HR that looks after the mentee."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from bole.mentoring.models import LeftTopics, Mentorship
from bole.mentoring.permissions import can_change_pair, is_of_pair
from bole.mentoring.queries.meetings import coverages
from bole.mentoring.queries.pairs import PairRow, pair_row
from bole.mentoring.rules.dates import may_still_correct
from bole.mentoring.rules.plan import PlanTopic
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonBefore:
    """A reason until it was corrected."""

    why: str
    words: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftRow:
    """Why core topics were left; `why` is empty while nobody answered. `left` are those that are not covered to this day."""

    left: tuple[PlanTopic, ...]
    asked_at: datetime
    why: str
    words: str
    by_id: int | None
    answered_at: datetime | None
    was: tuple[ReasonBefore, ...]
    version: int

    @property
    def waits(self) -> bool:
        """Test if an answer is still wanted: what a correction covered since needs none."""
        return self.answered_at is None and bool(self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftPage:
    """The page of a reason. `is_hr`: the viewer reads it as HR and not as one of the two."""

    pair: PairRow
    row: LeftRow
    may_write: bool
    is_hr: bool
    people: dict[int, Card]


def left_rows(pair_ids: Collection[int]) -> dict[int, LeftRow]:
    """Return what was left and why, by pair (one query where nobody was asked, else six); the pairs were fetched for who may know it."""
    rows = {one.mentorship_id: one for one in LeftTopics.objects.filter(mentorship__in=pair_ids)}
    covered = coverages(list(rows)) if rows else {}
    return {pair: _row(one, covered[pair].left if pair in covered else ()) for pair, one in rows.items()}


def left_row(pair: PairRow) -> LeftRow | None:
    """Return the same of one pair; none of a pair that does not end as complete (no query then)."""
    return left_rows([pair.id]).get(pair.id) if pair.ended_why == "done" else None


def left_for(viewer: Viewer, ref: str, *, day: date) -> LeftPage:
    """Return the reason of a pair to its two and to HR that looks after the mentee (nine queries).

    :raises NotFound: for everybody else, and where no reason was asked for
    """
    one = Mentorship.objects.filter(ref=ref).select_related("framework").first()
    if one is None or not (is_of_pair(viewer, one) or can_change_pair(viewer, one)):
        raise NotFound
    row = left_rows([one.pk]).get(one.pk)
    if row is None:
        raise NotFound
    pair = pair_row(one)
    return LeftPage(
        pair=pair,
        row=row,
        may_write=viewer.person_id != pair.mentee_id and (row.waits or (bool(row.why) and _may_correct(pair, day))),
        is_hr=not is_of_pair(viewer, pair),
        people=cards({pair.mentor_id, pair.mentee_id, *([row.by_id] if row.by_id else [])}, day),
    )


def _may_correct(pair: PairRow, day: date) -> bool:
    return may_still_correct(pair.ends_on, pair.ended_why, day)


def unanswered() -> list[PairRow]:
    """Return the pairs whose mentor was reminded of a reason and did not give it, also where all is covered by now (one query)."""
    rows = LeftTopics.objects.filter(answered_at=None).exclude(reminded_at=None).order_by("asked_at", "pk")
    return [pair_row(one.mentorship) for one in rows.select_related("mentorship__framework")]


def _row(one: LeftTopics, left: tuple[PlanTopic, ...]) -> LeftRow:
    before = (ReasonBefore(why=row["why"], words=row["words"], until=datetime.fromisoformat(row["at"])) for row in json.loads(str(one.was)))
    return LeftRow(
        left=left,
        asked_at=one.asked_at,
        why=one.why,
        words=str(one.words),
        by_id=one.by_id,
        answered_at=one.answered_at,
        was=tuple(before),
        version=one.version,
    )
