"""Tables of the room."""

from bole.growth.models.behaviour import Behaviour, Learned, LessOf, Recommended, WithoutRecommendations
from bole.growth.models.certificates import Certificate
from bole.growth.models.courses import Course, CourseStep, Enrolment, StepDone
from bole.growth.models.exams import Attempt, Drawn, Exam, Question
from bole.growth.models.joining import NewcomerDone, NewcomerStep, Training, TrainingSeat
from bole.growth.models.library import LibraryItem, LibraryReading, LibraryVersion, ReadCount
from bole.growth.models.paths import CareerStep, LearningPath
from bole.growth.models.skills import Skill, SkillEvidence

__all__ = [
    "Attempt",
    "Behaviour",
    "CareerStep",
    "Certificate",
    "Course",
    "CourseStep",
    "Drawn",
    "Enrolment",
    "Exam",
    "Learned",
    "LearningPath",
    "LessOf",
    "LibraryItem",
    "LibraryReading",
    "LibraryVersion",
    "NewcomerDone",
    "NewcomerStep",
    "Question",
    "ReadCount",
    "Recommended",
    "Skill",
    "SkillEvidence",
    "StepDone",
    "Training",
    "TrainingSeat",
    "WithoutRecommendations",
]
