"""Marketing and Operations gets another head next month: who leads User Operations takes the whole department."""

from datetime import date

from bole.mentoring.rules.dates import months_later
from bole.sandbox.rules.company import CompanyPlan

UNIT, BELOW = "MKT", "MKT-OP"
SAID = -2  # working days before today


def begins_on(today: date) -> date:
    """Return the first day of next month."""
    return months_later(today.replace(day=1), 1)


def next_head(plan: CompanyPlan) -> str:
    """Return who takes over, by staff number."""
    return next(one.number for one in plan.heads if one.unit == BELOW)
