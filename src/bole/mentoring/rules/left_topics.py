"""Core topics that were left when a programme was over: when a reason is asked for, which there are, when somebody is reminded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bole.values.workdays import working_day_at

REASONS: tuple[str, ...] = ("no_time", "not_needed", "later", "other")
NEEDS_WORDS = "other"
REMIND_AFTER = 5  # working days
LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Left:
    """Why core topics were left."""

    why: str
    words: str = ""


def wants_reason(why: str, left: Sequence[object]) -> bool:
    """Test if an end wants a reason: one that calls the programme complete while core topics are left."""
    return why == "done" and bool(left)


def remind_on(asked_on: date) -> date:
    """Return from which day on who has not answered is reminded, once."""
    return working_day_at(asked_on, REMIND_AFTER)
