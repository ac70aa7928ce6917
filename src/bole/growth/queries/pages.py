"""A page of growth: one's own, or of somebody whom the viewer looks after."""

from dataclasses import dataclass
from datetime import date

from bole.access.rules import insist_on_taking_part
from bole.growth.permissions import can_confirm, can_read_growth, can_read_growth_papers
from bole.growth.queries.certificates import CertificateRow, certificates_of
from bole.growth.queries.courses import CourseRow, courses_of
from bole.growth.queries.exams import ExamResult, ExamRow, exam_results, exam_rows, exams_offered
from bole.growth.queries.skills import HeldRow, SkillRow, catalogue, held_by
from bole.people.queries import Card, cards, get_person_for
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """Skills, courses, exams and certificates of one person."""

    card: Card
    is_own: bool
    may_confirm: bool
    skills: tuple[HeldRow, ...]
    courses: tuple[CourseRow, ...]
    results: tuple[ExamResult, ...]
    exams: dict[str, ExamRow]
    certificates: tuple[CertificateRow, ...]
    has_papers: bool
    catalogue: tuple[SkillRow, ...]


def growth_of(viewer: Viewer, *, day: date) -> Growth:
    """Return the viewer's own page (fourteen queries at most).

    :raises NotFound: unless the viewer learns here
    """
    me = insist_on_taking_part(viewer)
    return _growth(viewer, cards([me], day)[me], day=day)


def growth_for(viewer: Viewer, number: str, *, day: date) -> Growth:
    """Return the page of somebody else (sixteen queries at most).

    :raises NotFound: unless it is open to the viewer
    """
    card = get_person_for(viewer, number, day)
    if not can_read_growth(viewer, card.person_id):
        raise NotFound
    if card.person_id == viewer.person_id:
        insist_on_taking_part(viewer)
    return _growth(viewer, card, day=day)


def _growth(viewer: Viewer, card: Card, *, day: date) -> Growth:
    person_id, is_own = card.person_id, card.person_id == viewer.person_id
    results = tuple(reversed(exam_results([person_id])[person_id]))
    offered = {one.code: one for one in exams_offered()} if is_own else {}
    missing = {one.exam for one in results} - set(offered)
    has_papers = can_read_growth_papers(viewer, person_id)
    return Growth(
        card=card,
        is_own=is_own,
        may_confirm=can_confirm(viewer, person_id),
        skills=held_by(person_id),
        courses=tuple(one for one in courses_of(person_id) if one.began_at is not None),
        results=results,
        exams={**offered, **(exam_rows(missing) if missing else {})},
        certificates=certificates_of([person_id], day)[person_id] if has_papers else (),
        has_papers=has_papers,
        catalogue=catalogue() if is_own or can_confirm(viewer, person_id) else (),
    )
