"""Tables of the room."""

from bole.growth.models.certificates import Certificate
from bole.growth.models.courses import Course, CourseStep, Enrolment, StepDone
from bole.growth.models.exams import Attempt, Drawn, Exam, Question
from bole.growth.models.skills import Skill, SkillEvidence

__all__ = [
    "Attempt",
    "Certificate",
    "Course",
    "CourseStep",
    "Drawn",
    "Enrolment",
    "Exam",
    "Question",
    "Skill",
    "SkillEvidence",
    "StepDone",
]
