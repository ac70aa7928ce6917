"""Hours of mentors: what the company grants for them, last month's proposals, and Zhang San's, which He Jia approved."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from bole.mentoring.actions.hours import FROM_WORKING_DAY, approve_hours, propose_hours
from bole.mentoring.actions.hours_terms import save_hours_terms
from bole.mentoring.models import HoursProposal
from bole.mentoring.rules.hours import HoursTerms
from bole.sandbox.actions.mentoring_deeds import Deed
from bole.sandbox.actions.mentoring_hands import Hands
from bole.sandbox.rules.days import moment, step
from bole.sandbox.rules.mentoring import Mentoring
from bole.sandbox.rules.mentoring_mentors import ZHANG_SAN
from bole.values.period import Period
from bole.values.viewer import SYSTEM

# Talks of an hour or so: a mentor of two or three comes to one or two percent of a month.
TERMS = HoursTerms(
    reduces=True, least_share=1, most_reduction=10, rate=10_000, most_allowance=80_000, most_hours=8, usual_minutes=60, hour_cost=12_000
)


def hours_deeds(hands: Hands, plan: Mentoring) -> Iterator[Deed]:
    """Yield the terms, the proposals of the last month that is over long enough, and one decision the day after."""
    anchor = plan.plan.almanac.anchor
    month = Period.of("month", anchor)
    on = step(month.first_day, FROM_WORKING_DAY - 1)
    if step(on, 1) >= anchor:
        month = month.before
        on = step(month.first_day, FROM_WORKING_DAY - 1)
    told, made, decided = moment(on, 5.0), moment(on, 6.2), moment(step(on, 1), 14.5)
    yield told, partial(save_hours_terms, terms=TERMS, version=0, by=hands.hr("hr_admin"), at=told)
    yield made, partial(propose_hours, month=month.before, by=SYSTEM, at=made)
    yield decided, partial(_approve, hands, month.before, decided)


def _approve(hands: Hands, month: Period, at: datetime) -> None:
    """Let He Jia approve what Zhang San's hours come to, where they come to something."""
    rows = HoursProposal.objects.filter(month=month.first_day, person=hands.keys[ZHANG_SAN])
    versions = dict(rows.values_list("ref", "version"))
    if versions:
        approve_hours(versions=versions, by=hands.hr_for(ZHANG_SAN, at.date()), at=at)
