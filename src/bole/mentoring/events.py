"""What happened in mentoring; ids and plain values, never what was said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MentorshipBegan:
    """Two people are a pair from a first day on."""

    mentorship_id: int
    mentor_id: int
    mentee_id: int


@dataclass(frozen=True, slots=True)
class PlanApproved:
    """A plan runs."""

    mentorship_id: int
    plan_ref: str


@dataclass(frozen=True, slots=True)
class MentorshipEnded:
    """A pair is over; `why` is one of the codes of `Mentorship.ended_why`."""

    mentorship_id: int
    mentor_id: int
    mentee_id: int
    why: str


@dataclass(frozen=True, slots=True)
class MeetingRecorded:
    """Two people met."""

    mentorship_id: int
    meeting_ref: str


@dataclass(frozen=True, slots=True)
class SeatsOpened:
    """A mentor takes more mentees than before, or takes new ones again."""

    mentor_id: int


@dataclass(frozen=True, slots=True)
class MentorAdmitted:
    """Somebody became a mentor."""

    person_id: int
    role_ref: str


@dataclass(frozen=True, slots=True)
class MatchingMoved:
    """A matching began, went on or ended; its page is fetched again."""

    run_ref: str
