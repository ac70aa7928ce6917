"""The gate of small groups: what may leave closed rounds, and what must wait for more answers.

Answers leave in batches. A batch joins all rounds that wait for one question and passes the floors as a whole; every result is a sum of
whole batches, so that the difference of any two results is one too.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bole.surveys.rules.calendar import is_in_window, is_old_enough
from bole.surveys.rules.questions import Floors

Worths = Mapping[str, Fraction | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedRound:
    """A closed round as the gate sees it: who took part, and how often each choice of a question was made. The two are not joined."""

    key: int
    closed_on: date
    people: frozenset[int]
    counts: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What is joined for one question: the choices of all rounds together, of at least so many people."""

    question: str
    rounds: tuple[int, ...]
    newest: date
    counts: Mapping[str, int]
    counted: int
    people: int


def least_people(took_part: Iterable[frozenset[int]], *, left_out: int) -> int:
    """Return of how many people the answers that count are at least.

    Nobody knows whose answers were left out. At worst they are all the answers of those who gave the fewest.
    """
    given = sorted(Counter(person for people in took_part for person in people).values())
    gone, left = 0, left_out
    while gone < len(given) and given[gone] <= left:
        left -= given[gone]
        gone += 1
    return len(given) - gone


def batch_of(question: str, waiting: Sequence[ClosedRound], *, worths: Worths, floors: Floors) -> Batch | None:
    """Return the batch of all rounds that wait for a question, or None if it does not pass the floors."""
    if not waiting:
        return None
    counts: Counter[str] = Counter()
    for one in waiting:
        counts.update(one.counts.get(question, {}))
    counted = sum(n for choice, n in counts.items() if worths.get(choice) is not None)
    people = least_people((one.people for one in waiting), left_out=sum(counts.values()) - counted)
    if counted < floors.answers or people < floors.people:
        return None
    return Batch(
        question=question,
        rounds=tuple(sorted(one.key for one in waiting)),
        newest=max(one.closed_on for one in waiting),
        counts=dict(counts),
        counted=counted,
        people=people,
    )


def batches_on(
    day: date,
    rounds: Sequence[ClosedRound],
    *,
    joined: Mapping[str, frozenset[int]],
    worths: Mapping[str, Worths],
    floors: Floors,
    months: int,
) -> list[Batch]:
    """Return what is joined on a publication day: for each question all rounds that wait, are old enough and not too old."""
    made = []
    for question, worth in worths.items():
        waiting = [
            one
            for one in rounds
            if one.key not in joined.get(question, frozenset())
            and is_old_enough(one.closed_on, day=day, months=months)
            and is_in_window(one.closed_on, day=day)
        ]
        batch = batch_of(question, waiting, worths=worth, floors=floors)
        if batch is not None:
            made.append(batch)
    return made


def share(counts: Mapping[str, int], *, worths: Worths) -> Fraction:
    """Return the rate of some choices: what they count on average; those that are left out count nowhere.

    :raises ZeroDivisionError: if nothing counts
    """
    worth = [(given, n) for choice, n in counts.items() if (given := worths.get(choice)) is not None]
    return sum((given * n for given, n in worth), Fraction(0)) / sum(n for _given, n in worth)


def floored(count: int, *, of: int, floor: int) -> int | None:
    """Return a count of people that may be shown, or None: neither it nor what is missing to the whole may be a small group."""
    if count < floor or 0 < of - count < floor:
        return None
    return count
