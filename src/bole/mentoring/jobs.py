"""What the room does by the clock."""

from datetime import datetime

from bole.mentoring.actions.agreements import remind_of_agreements
from bole.mentoring.actions.effect import compute_scores_of_month
from bole.mentoring.actions.facts import record_facts_of_late
from bole.mentoring.actions.left_topics import remind_of_reasons
from bole.mentoring.actions.life import close_what_is_over
from bole.mentoring.actions.mentor_surveys import open_surveys_that_are_due
from bole.mentoring.actions.methods import find_methods_of_month
from bole.mentoring.actions.office_hours import keep_office_hours
from bole.mentoring.actions.reminding import tell_what_is_due
from bole.mentoring.actions.reminding_exceptions import tell_what_exceptions_end
from bole.mentoring.actions.reminding_plans import tell_what_plans_are_due
from bole.mentoring.actions.retiring_pairs import end_pairs_that_are_left
from bole.mentoring.actions.settling import settle_duties
from bole.mentoring.actions.thanks import ask_on_teachers_day
from bole.values.viewer import SYSTEM


def tell_of_duties(at: datetime) -> str:
    """Tell of duties and plans, due and overdue, and of exceptions that end, by the clock of each one's place; remind of reasons and
    agreements that are open, and of office hours; on Teachers' Day ask who says thank you.
    """
    told = tell_what_is_due(by=SYSTEM, at=at) + tell_what_plans_are_due(by=SYSTEM, at=at) + tell_what_exceptions_end(by=SYSTEM, at=at)
    told += keep_office_hours(at)
    told += remind_of_reasons(by=SYSTEM, at=at) + remind_of_agreements(by=SYSTEM, at=at)
    return f"{told + ask_on_teachers_day(by=SYSTEM, at=at)} told"


def keep_pairs(at: datetime) -> str:
    """Close pairs that are over, and let open duties fall where they belong by the calendar as it is known now."""
    closed = close_what_is_over(by=SYSTEM, at=at)
    return f"{closed} closed, {settle_duties(person_ids=None, by=SYSTEM, at=at)} duties moved"


def count_what_came_of_it(at: datetime) -> str:
    """Compute the month's mentor scores once, look for methods with them, and end the pairs of mentors whose role was ended."""
    scores = compute_scores_of_month(at)
    methods = "" if scores.startswith("0 ") else f", {find_methods_of_month(at)}"
    return f"{scores}{methods}, {end_pairs_that_are_left(at)}"


def ask_and_record(at: datetime) -> str:
    """Open the surveys about mentors that are due, and record what mentors gave of late."""
    return f"{open_surveys_that_are_due(at)}, {record_facts_of_late(at)}"
