"""What happened in reviews; never what was said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedbackSent:
    """Somebody sent a piece of feedback, or said more to one."""

    ref: str
    person_id: int


@dataclass(frozen=True, slots=True)
class OneToOneHeld:
    """Two people talked."""

    ref: str
    manager_id: int
    report_id: int
