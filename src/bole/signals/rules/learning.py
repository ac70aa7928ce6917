"""What a unit's people learned, by month: hours of courses a head, exams passed, skills held of those that their grades ask.

A month says little of what people can do, so that courses and exams count over half a year. Of fewer than five people nothing is said: a
mean of so few would tell of one of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

SPAN: Final = 6  # months that count together
LEAST_PEOPLE: Final = 5
LEAST_TRIES: Final = 5
LEARNED: Final = ("training", "exams", "held_skills")


@dataclass(slots=True)
class LearningMonth:
    """A unit in a month: who was in it at its end, and what those learned in it. `asked` and `held` count skills of people."""

    people: int = 0
    learners: int = 0
    minutes: int = 0
    finished: int = 0
    tries: int = 0
    passes: int = 0
    asked: int = 0
    held: int = 0


@dataclass(frozen=True, slots=True)
class Since:
    """Since when the company's records of courses and of exams reach back; None: there are none."""

    courses: date | None
    exams: date | None


def learning_values(months: Sequence[tuple[date, LearningMonth]], since: Since) -> dict[str, dict[date, float]]:
    """Return the values of each kind by month: of months one after the other, those that have half a year behind them."""
    found: dict[str, dict[date, float]] = {kind: {} for kind in LEARNED}
    for place in range(SPAN - 1, len(months)):
        month, now = months[place]
        if now.people < LEAST_PEOPLE:
            continue
        window = [one for _, one in months[place - SPAN + 1 : place + 1]]
        first = months[place - SPAN + 1][0]
        if _reaches(since.courses, first):
            found["training"][month] = sum(one.minutes / 60 / one.people for one in window if one.people)
        tries = sum(one.tries for one in window)
        if _reaches(since.exams, first) and tries >= LEAST_TRIES:
            found["exams"][month] = 100 * sum(one.passes for one in window) / tries
        if now.asked:
            found["held_skills"][month] = 100 * now.held / now.asked
    # Where nobody ever learned anything, nothing is known: the company may teach elsewhere.
    return {kind: values for kind, values in found.items() if any(values.values())}


def _reaches(since: date | None, first: date) -> bool:
    return since is not None and since.replace(day=1) <= first


def asked_of(steps: Sequence[tuple[int, Mapping[str, int]]], rank: int) -> Mapping[str, int]:
    """Return the skills that a grade asks: those of its own step, or of the nearest one below."""
    return next((asked for of, asked in reversed(steps) if of <= rank), {})
