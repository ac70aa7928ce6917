"""What happened in growth."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExamTaken:
    """Somebody's try at an exam was marked."""

    ref: str
    person_id: int
    exam: str
    passed: bool


@dataclass(frozen=True, slots=True)
class CourseFinished:
    """Somebody finished a course."""

    person_id: int
    course: str


@dataclass(frozen=True, slots=True)
class CertificateGranted:
    """Somebody was given a certificate or a letter."""

    ref: str
    person_id: int


@dataclass(frozen=True, slots=True)
class CertificateRevoked:
    """A certificate or a letter holds no more."""

    ref: str
    person_id: int


@dataclass(frozen=True, slots=True)
class BehaviourNoted:
    """What is remembered of somebody changed, or what they said of recommendations: what is recommended is worked out again."""

    person_id: int
