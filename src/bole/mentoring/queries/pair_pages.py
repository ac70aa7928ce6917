"""What the pages of one pair show to its two."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bole.growth.queries import ExamRow, ItemRow, exam_rows, items_of_stage
from bole.growth.rules.topics import stage_of
from bole.mentoring.actions.reports import files_parent
from bole.mentoring.models import MentorRole
from bole.mentoring.queries.agreements import Stands, agreements_stand, has_agreements
from bole.mentoring.queries.left_topics import LeftRow, left_row
from bole.mentoring.queries.meetings import Agenda, MeetingText, agenda_of, private_note_of, texts_of
from bole.mentoring.queries.openings import OpeningRow, openings_of
from bole.mentoring.queries.own import MenteeNow, PairNow, mentees_now, pairs_now
from bole.mentoring.queries.pairs import PairRow, pair_for, pair_seen_by
from bole.mentoring.queries.plans import PlanPage, PlanStands, plan_page, plans_stand, running_topics
from bole.mentoring.queries.projects import ProjectRow, project_of
from bole.mentoring.queries.tests import ReportRow, reports_for
from bole.mentoring.rules.coverage import month_of
from bole.mentoring.rules.plan import PlanTopic
from bole.people.models import Person
from bole.people.queries import Card, assignments_on, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.vault.files import FileRow, OpenFile, files_of, read_file

MOST_READS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A pair at a glance, for one of the two. `mobile` is empty unless the mentor shows it to mentees."""

    now: PairNow
    plan: PlanPage
    agenda: Agenda
    live: MenteeNow | None
    private: str
    openings: tuple[OpeningRow, ...]
    mobile: str
    is_mentor: bool
    people: dict[int, Card]
    agreement: Stands | None
    has_agreements: bool  # whether the company asks for signatures today
    project: ProjectRow | None  # of a pair that goes along with one
    left: LeftRow | None  # why core topics were left, where the pair ended as complete
    reads: tuple[ItemRow, ...]  # of the mentor's library, for the stage that the pair is in


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The records of a pair, the newest first."""

    pair: PairRow
    texts: tuple[MeetingText, ...]
    topics: tuple[PlanTopic, ...]
    people: dict[int, Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressPage:
    """Tests and reports of a pair; `exams` are those of the company that were taken as tests, by code."""

    now: PairNow
    reports: tuple[ReportRow, ...]
    is_mentor: bool
    people: dict[int, Card]
    files: Mapping[str, tuple[FileRow, ...]]  # by the report that they hang on
    exams: Mapping[str, ExamRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPair:
    """A pair as managers and HR see it: who, how far, on which days; nothing that was written."""

    now: PairNow
    plan: PlanStands | None
    openings: tuple[OpeningRow, ...]
    people: dict[int, Card]


def overview_of(viewer: Viewer, ref: str, *, day: date, at: datetime) -> Overview:
    """Return a pair at a glance (some twenty-five queries, whatever it holds).

    :raises NotFound: unless the viewer is one of the two
    """
    pair = pair_for(viewer, ref)
    now = pairs_now([pair])[0]
    is_mentor = viewer.person_id == pair.mentor_id
    opened = openings_of(pair)
    known = cards({pair.mentor_id, pair.mentee_id, *(one.by_id for one in opened)}, day)
    return Overview(
        now=now,
        plan=plan_page(pair),
        agenda=agenda_of(pair, now.coverage, day=day),
        live=mentees_now(viewer, [pair.mentee_id], day=day, at=at).get(pair.mentee_id) if is_mentor else None,
        private=private_note_of(viewer, pair),
        openings=opened,
        mobile="" if is_mentor else mobile_of(pair.mentor_id),
        is_mentor=is_mentor,
        people=known,
        agreement=agreements_stand([pair.id]).get(pair.id),
        has_agreements=has_agreements(),
        project=project_of(pair),
        left=left_row(pair),
        reads=reads_for(pair, day=day) if is_mentor and pair.is_alive else (),
    )


def reads_for(pair: PairRow, *, day: date) -> tuple[ItemRow, ...]:
    """Return what of the mentor's library helps with the next talk: by stage and by the mentee's job family (three queries)."""
    months = month_of(pair.last_day, first_day=pair.first_day)
    stage = stage_of(month=month_of(max(day, pair.first_day), first_day=pair.first_day), months=months)
    post = assignments_on([pair.mentee_id], day).get(pair.mentee_id)
    return items_of_stage(stage, family=post.family_code if post else "", at_most=MOST_READS, day=day)


def mobile_of(mentor_id: int) -> str:
    """Return the mentor's mobile number if the mentor shows it to mentees (two queries at most)."""
    if not MentorRole.objects.filter(person=mentor_id, last_day=None, shows_mobile=True).exists():
        return ""
    found = Person.objects.filter(pk=mentor_id).first()
    return str(found.mobile) if found else ""


def records_of(viewer: Viewer, ref: str, *, day: date) -> Records:
    """Return the records of a pair (seven queries).

    :raises NotFound: unless the viewer is one of the two
    """
    pair = pair_for(viewer, ref)
    return Records(
        pair=pair, texts=texts_of(pair.id), topics=running_topics([pair.id])[pair.id], people=cards({pair.mentor_id, pair.mentee_id}, day)
    )


def progress_page(viewer: Viewer, ref: str, *, day: date) -> ProgressPage:
    """Return tests and reports of a pair (fifteen queries).

    :raises NotFound: unless the viewer is one of the two
    """
    pair = pair_for(viewer, ref)
    reports = reports_for(viewer, pair)
    kept = files_of([files_parent(one.ref) for one in reports])
    now = pairs_now([pair])[0]
    return ProgressPage(
        now=now,
        reports=reports,
        is_mentor=viewer.person_id == pair.mentor_id,
        people=cards({pair.mentor_id, pair.mentee_id}, day),
        files={one.ref: kept.get(files_parent(one.ref), ()) for one in reports},
        exams=exam_rows({one.mark.exam for one in now.tests}),
    )


def report_file(viewer: Viewer, ref: str, file: str) -> OpenFile:
    """Open a file of a report: the mentor those that were sent, the mentee the draft's too.

    :raises NotFound: unless the viewer is one of the two, and a report of theirs has the file
    """
    report = next((one for one in reports_for(viewer, pair_for(viewer, ref)) if file in one.files), None)
    if report is None:
        raise NotFound
    return read_file(file, parent=files_parent(report.ref))


def seen_pair(viewer: Viewer, ref: str, *, day: date) -> SeenPair:
    """Return a pair to whoever may know its days (fifteen queries).

    :raises NotFound: for everybody else
    """
    pair = pair_seen_by(viewer, ref)
    opened = openings_of(pair)
    return SeenPair(
        now=pairs_now([pair])[0],
        plan=plans_stand([pair]).get(pair.id),
        openings=opened,
        people=cards({pair.mentor_id, pair.mentee_id, *(one.by_id for one in opened)}, day),
    )
