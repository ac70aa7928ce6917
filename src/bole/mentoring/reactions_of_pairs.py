"""What becomes of pairs and their duties when something happened to their people."""

from datetime import date, datetime

from bole.attendance.events import AbsencesChanged
from bole.kit.announce import on
from bole.kit.clock import local_day
from bole.mentoring.actions.agreements import make_agreement
from bole.mentoring.actions.leaving import note_leaving, note_lines
from bole.mentoring.actions.seats import suggest_waiting
from bole.mentoring.actions.settling import settle_duties
from bole.mentoring.actions.stepping_down import end_role_when_free
from bole.mentoring.actions.waiting_again import WAITS, wait_again
from bole.mentoring.events import MentorAdmitted, MentorshipEnded, PlanApproved, SeatsOpened
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


@on(PlanApproved, name="mentoring.make_agreement")
def let_the_two_agree(event: PlanApproved, at: datetime) -> None:
    """Make the agreement of a plan that runs from now on."""
    make_agreement(plan_ref=event.plan_ref, by=SYSTEM, at=at)


@on(MentorshipEnded, name="mentoring.propose_waiting")
def move_the_waiting_list_up(event: MentorshipEnded, at: datetime) -> None:
    """Suggest who waits to the mentor who has a seat again, if that mentor stays."""
    if event.why not in KEEP_A_SEAT:
        suggest_waiting(mentor_id=event.mentor_id, by=SYSTEM, at=at)


@on(MentorshipEnded, name="mentoring.wait_again")
def let_the_mentee_wait_again(event: MentorshipEnded, at: datetime) -> None:
    """Put whoever lost a mentor on the waiting list, unless another one took over."""
    if event.why in WAITS:
        wait_again(mentorship_id=event.mentorship_id, by=SYSTEM, at=at)


@on(MentorshipEnded, name="mentoring.end_role_when_free")
def let_who_steps_down_go(event: MentorshipEnded, at: datetime) -> None:
    """End the role of a mentor who steps down once no pair runs any more."""
    end_role_when_free(person_id=event.mentor_id, by=SYSTEM, at=at)


@on(SeatsOpened, name="mentoring.fill_opened_seats")
def fill_opened_seats(event: SeatsOpened, at: datetime) -> None:
    """Suggest who waits to a mentor who takes more."""
    suggest_waiting(mentor_id=event.mentor_id, by=SYSTEM, at=at)


@on(MentorAdmitted, name="mentoring.fill_first_seats")
def fill_first_seats(event: MentorAdmitted, at: datetime) -> None:
    """Suggest who waits to somebody who is a mentor from now on."""
    suggest_waiting(mentor_id=event.person_id, by=SYSTEM, at=at)
