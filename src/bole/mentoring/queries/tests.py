"""Skill tests and reports of a pair, for its two."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from bole.growth.queries import ExamRow, exam_rows
from bole.mentoring.models import Report, SkillTest
from bole.mentoring.permissions import is_of_pair
from bole.mentoring.queries.pairs import PairRow, pair_row
from bole.mentoring.rules.growth_figures import Mark
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class TestRow:
    """A mark. `submission`: handed in by the mentee, its ref; while it `waits` to be confirmed no lift is made of it.

    `was` is what stood there until it was corrected, with the moment and by whom. One `by_hand` is corrected here.
    """

    ref: str
    mark: Mark
    by: str
    submission: str = ""
    waits: bool = False
    by_hand: bool = False
    was: tuple[tuple[Mark, datetime, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report; `sent_at` is None for the draft, which is its writer's alone."""

    ref: str
    words: str
    files: tuple[str, ...]
    saved_at: datetime
    sent_at: datetime | None
    version: int
    submission: str = ""


def tests_of(pair_ids: Collection[int]) -> dict[int, tuple[TestRow, ...]]:
    """Return the skill tests of each pair in the order of their days (one query)."""
    found: defaultdict[int, list[TestRow]] = defaultdict(list)
    for one in SkillTest.objects.filter(mentorship__in=pair_ids).order_by("taken_on", "id"):
        found[one.mentorship_id].append(_row(one))
    return {pair: tuple(rows) for pair, rows in found.items()}


def test_to_correct(viewer: Viewer, ref: str) -> tuple[PairRow, TestRow]:
    """Return a mark that was recorded by hand to the mentor, with its pair (one query).

    :raises NotFound: unless the viewer is one of the two
    :raises NotYours: to the mentee, and of a mark that came from elsewhere
    """
    one = SkillTest.objects.filter(ref=ref).select_related("mentorship__framework").first()
    if one is None or not is_of_pair(viewer, one.mentorship):
        raise NotFound
    row = _row(one)
    if viewer.person_id != one.mentorship.mentor_id or not row.by_hand:
        raise NotYours
    return pair_row(one.mentorship), row


def _row(one: SkillTest) -> TestRow:
    was = tuple(
        (Mark(date.fromisoformat(row["taken_on"]), row["points"], row["most"], row["exam"]), datetime.fromisoformat(row["at"]), row["by"])
        for row in one.was
    )
    return TestRow(
        ref=one.ref,
        mark=Mark(one.taken_on, one.points, one.most, one.exam),
        by=one.by,
        submission=one.submission,
        waits=one.waits,
        by_hand=not (one.attempt or one.submission),
        was=was,
    )


def exam_of_pair(pair_id: int) -> ExamRow | None:
    """Return the exam by which the pair's skill tests are taken here, if the last one was one that may be taken again (two queries)."""
    last = SkillTest.objects.filter(mentorship=pair_id).exclude(exam="").order_by("-taken_on", "-pk").first()
    found = exam_rows([last.exam]).get(last.exam) if last is not None else None
    return found if found is not None and found.is_offered and found.repeats else None


def reports_for(viewer: Viewer, pair: PairRow) -> tuple[ReportRow, ...]:
    """Return the reports of a pair, the newest first (one query): the mentor reads what was sent, the mentee the draft too."""
    rows = Report.objects.filter(mentorship=pair.id)
    if viewer.person_id != pair.mentee_id:
        rows = rows.exclude(sent_at=None)
    return tuple(
        ReportRow(
            ref=one.ref,
            words=str(one.words),
            files=tuple(one.files),
            saved_at=one.saved_at,
            sent_at=one.sent_at,
            version=one.version,
            submission=one.submission,
        )
        for one in rows.order_by("-saved_at")
    )
