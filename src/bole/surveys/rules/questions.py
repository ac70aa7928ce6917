"""What is asked: questions with choices, and kinds of surveys with their floors."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Published = Literal["calendar", "closing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer that may be chosen. `worth` is between 0 and 1; None: it is left out of the rate."""

    code: str
    words: str
    worth: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question and what may be answered."""

    code: str
    words: str
    choices: tuple[Choice, ...]

    @property
    def worths(self) -> dict[str, Fraction | None]:
        """Return what each choice counts."""
        return {one.code: one.worth for one in self.choices}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """Questions that are asked together, in order."""

    code: str
    questions: tuple[Question, ...]

    def question(self, code: str) -> Question | None:
        """Return a question by its code."""
        return next((one for one in self.questions if one.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """From how many answers of how many people on something is shown. Never below 3 and 3."""

    answers: int
    people: int

    def __post_init__(self) -> None:
        """Refuse floors that hide nobody."""
        if self.answers < 3 or self.people < 3 or self.people > self.answers:
            raise ValueError(f"floors of {self.answers} answers and {self.people} people hide nobody")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of survey: its words, its floors, and when results leave it.

    On the calendar: on the company's publication days, from rounds that have been closed for `months` months. At the closing: at once.
    `address` is where one answers, with `{ref}` of the round and `{about}`; `help_url` leads to help that does not wait for results.
    """

    code: str
    title: str
    promise: str
    floors: Floors
    urgent: str = ""
    help_url: str = ""
    published: Published = "calendar"
    months: int = 1
    address: str = "/surveys/{ref}/"


def checked(questions: QuestionSet, values: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the values of the questions in their order, and the questions that lack one or have one that is not offered."""
    kept = {one.code: values[one.code] for one in questions.questions if values.get(one.code) in one.worths}
    return kept, tuple(one.code for one in questions.questions if one.code not in kept)
