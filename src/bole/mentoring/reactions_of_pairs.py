"""What becomes of pairs and their duties when something happened to their people."""

from datetime import date, datetime

from bole.attendance.events import AbsencesChanged
from bole.kit.announce import on
from bole.kit.clock import local_day
from bole.mentoring.actions.leaving import note_leaving, note_lines, propose_waiting
from bole.mentoring.actions.settling import settle_duties
from bole.mentoring.events import MentorshipEnded
from bole.people.events import AssignmentsChanged, EmploymentsEnded, HeadChanged
from bole.values.viewer import SYSTEM

KEEP_A_SEAT = ("mentor_left", "retired")


@on(AbsencesChanged, name="mentoring.settle_duties")
def settle_duties_of_the_absent(event: AbsencesChanged, at: datetime) -> None:
    """Move duties behind the days on which somebody is away now, and back if they are not."""
    settle_duties(person_ids=[event.person_id], by=SYSTEM, at=at)


@on(EmploymentsEnded, name="mentoring.note_leaving")
def end_pairs_of_leavers(event: EmploymentsEnded, at: datetime) -> None:
    """Let the pairs of whoever leaves end with them."""
    note_leaving(person_ids=event.person_ids, last_day=date.fromisoformat(event.last_day), by=SYSTEM, at=at)


@on(AssignmentsChanged, name="mentoring.note_lines_of_moved")
def look_at_lines_of_the_moved(event: AssignmentsChanged, at: datetime) -> None:
    """See whether a mentor leads the mentee by now."""
    note_lines(day=max(date.fromisoformat(event.first_day), local_day(at)), by=SYSTEM, at=at)


@on(HeadChanged, name="mentoring.note_lines_of_unit")
def look_at_lines_of_the_unit(event: HeadChanged, at: datetime) -> None:
    """See whether a mentor leads the mentee by now."""
    note_lines(day=max(date.fromisoformat(event.first_day), local_day(at)), by=SYSTEM, at=at)


@on(MentorshipEnded, name="mentoring.propose_waiting")
def move_the_waiting_list_up(event: MentorshipEnded, at: datetime) -> None:
    """Name to HR who is first on the waiting list, if the mentor stays and has a seat."""
    if event.why not in KEEP_A_SEAT:
        propose_waiting(mentorship_id=event.mentorship_id, by=SYSTEM, at=at)
