"""By which day a plan is handed in, and by which HR answers it. Days in, days out; docs/domain/cadence.md says why."""

from datetime import date

from bole.values.workdays import working_day_at

WRITE_WITHIN = 10  # working days after the pair's first day
MEND_WITHIN = 5  # working days after HR returned it
ANSWER_WITHIN = 3  # working days after it was handed in


def plan_due(first_day: date, returned_on: date | None = None) -> date:
    """Return the last day on which the mentor hands the plan in: counted from the first day, or from the day HR returned it if later."""
    first = working_day_at(first_day, WRITE_WITHIN)
    return first if returned_on is None else max(first, working_day_at(returned_on, MEND_WITHIN))


def answer_due(submitted_on: date) -> date:
    """Return the last day on which HR answers a plan that was handed in."""
    return working_day_at(submitted_on, ANSWER_WITHIN)
