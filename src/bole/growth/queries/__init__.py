"""Reads of growth."""

from bole.growth.queries.certificates import (
    CertificateRow,
    Verified,
    certificates_for,
    certificates_of,
    pdf_for,
    pdf_of,
    verified,
)
from bole.growth.queries.courses import (
    CourseRow,
    CourseToGrow,
    StepRow,
    course_for,
    course_that_raises,
    courses_for,
    courses_of,
    finished_on,
    minutes_left,
)
from bole.growth.queries.exams import ExamResult, ExamRow, attempt_for, exam_for, exam_results, exam_rows, exams_offered
from bole.growth.queries.joining import GuideStep, NewcomerGuide, TrainingRow, joined_on, newcomer_guide, trainings_between
from bole.growth.queries.library import ItemRow, items_of_stage, library_items, reads_by_author, written_by
from bole.growth.queries.recommended import Recommendation, own_behaviour, recommended_for
from bole.growth.queries.skills import HeldRow, SkillRow, catalogue, held_by, skills_of

__all__ = [
    "CertificateRow",
    "CourseRow",
    "CourseToGrow",
    "ExamResult",
    "ExamRow",
    "GuideStep",
    "HeldRow",
    "ItemRow",
    "NewcomerGuide",
    "Recommendation",
    "SkillRow",
    "StepRow",
    "TrainingRow",
    "Verified",
    "attempt_for",
    "catalogue",
    "certificates_for",
    "certificates_of",
    "course_for",
    "course_that_raises",
    "courses_for",
    "courses_of",
    "exam_for",
    "exam_results",
    "exam_rows",
    "exams_offered",
    "finished_on",
    "held_by",
    "items_of_stage",
    "joined_on",
    "library_items",
    "minutes_left",
    "newcomer_guide",
    "own_behaviour",
    "pdf_for",
    "pdf_of",
    "reads_by_author",
    "recommended_for",
    "skills_of",
    "trainings_between",
    "verified",
    "written_by",
]
