"""Pairs in other states: at rest, ended, their plan returned, a record shared, a second mentee in the group; a matching under way."""

from collections.abc import Iterator
from datetime import date

from bole.kit.clock import now
from bole.mentoring.actions.pairs import begin_mentorship
from bole.values.viewer import SYSTEM
from tests.trust.company import Firm
from tests.trust.later.moving import Look, all_at, does, led


def help_was_answered(firm: Firm) -> Iterator[Look]:
    """李四 got an answer, and may ask again."""
    does(firm, "partner", "answer_pair_request")
    yield from all_at(firm, "pair_help", "self")


def a_pair_rests(firm: Firm) -> Iterator[Look]:
    """The two, or HR, let a pair that rests go on."""
    does(firm, "self", "pause_pair")
    yield from all_at(firm, "pair_help", "self")
    yield from all_at(firm, "mentoring_pair", "mentor")
    yield from all_at(firm, "pair_of_hr", "partner", "hr_admin")


def a_plan_was_returned(firm: Firm) -> Iterator[Look]:
    """陈澈 writes on at a plan that HR returned."""
    does(firm, "partner", "plan_to_approve")
    yield from all_at(firm, "mentoring_plan", "mentor")


def a_record_is_shared(firm: Firm) -> Iterator[Look]:
    """Each of the two may stop the sharing of a record."""
    does(firm, "self", "share_mentoring_meeting", number=firm.people["manager"].number)
    yield from all_at(firm, "mentoring_meeting", "self", "mentor")


def a_pair_ended(firm: Firm) -> Iterator[Look]:
    """李四 has no mentor any more, and wishes for one."""
    does(firm, "partner", "end_pair", on=now().date().isoformat())
    yield from all_at(firm, "find_mentor", "self")


def a_second_mentee(firm: Firm) -> Iterator[Look]:
    """陈澈 gathers a group anew, and gives all of it one plan."""
    other = begin_mentorship(
        mentor_id=firm.people["mentor"].pk, mentee_id=firm.people["hr"].pk, framework_code="new_graduate", first_day=date(2026, 11, 23),
        months=12, source="hand", why_so=[], by=SYSTEM, at=now(),
    )  # fmt: skip
    yield from all_at(firm, "mentoring_groups", "mentor")
    does(firm, "partner", "plan_to_approve", decision="approve", remark="")
    does(firm, "mentor", "leave_mentoring_group")
    yield "mentor", led(does(firm, "mentor", "mentoring_groups", members=[firm.things["pair"]["li"], other]))


def a_matching_under_way(firm: Firm) -> Iterator[Look]:
    """HR calls a matching off while it runs."""
    run = led(does(firm, "hr_admin", "draft_matching"))
    yield "partner", run
    yield "hr_admin", run


STORIES = (
    help_was_answered, a_pair_rests, a_plan_was_returned, a_record_is_shared, a_pair_ended, a_second_mentee, a_matching_under_way,
)  # fmt: skip
