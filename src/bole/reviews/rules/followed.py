"""When advice is looked at again."""

from datetime import date
from typing import Final

from bole.values.workdays import working_day_at

LOOK_AGAIN_DAYS: Final = 10


def look_again_on(day: date) -> date:
    """Return the working day on which advice that is given today is looked at again: two weeks of work later."""
    return working_day_at(day, LOOK_AGAIN_DAYS)
