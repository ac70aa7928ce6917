"""Mentoring of the demo as values: who mentors since when, who with whom, what they did on which day. Days are days of the demo."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Answer = tuple[str, str, str]  # on time, fits, solved: yes | partly | no
Source = Literal["match", "request", "hand", "import"]
Ended = Literal["", "done", "rematch", "mentee_left"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A meeting: when, how long, which topics (by their places in the plan), and what was said if the stories tell it.

    `slip`: the minutes that were written first, and corrected the same evening; 0 if nothing was.
    """

    day: date
    hour: float
    minutes: int = 60
    place: str = "face"
    topics: tuple[int, ...] = ()
    advice: str = ""
    to_do: str = ""
    next_on: date | None = None
    slip: int = 0

    @property
    def ends_at(self) -> float:
        """The hour at which it was written down."""
        return self.hour + self.minutes / 60 + 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """A skill test, in points out of 100. `slip`: the points that were written first, and corrected within the hour; 0 if nothing was."""

    day: date
    points: int
    exam: str = ""
    slip: int = 0

    @property
    def hour(self) -> float:
        """The hour at which it was written down."""
        return 17.2


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPlan:
    """A mentor and a mentee (staff numbers) from a first day on. One that is not `approved_on` a day has handed in its plan on `handed_in`.

    `report` is the day on which the mentee sent the report, `draft` that of one that is kept; `answers` are given in the survey whose month
    (counted from the first day) has ended.
    """

    mentor: str
    mentee: str
    framework: str
    first_day: date
    months: int
    source: Source = "match"
    why_so: tuple[Mapping[str, object], ...] = ()
    handed_in: date | None = None
    approved_on: date | None = None
    ended_on: date | None = None
    ended_why: Ended = ""
    hours: int = 0
    talks: tuple[Talk, ...] = ()
    tests: tuple[Test, ...] = ()
    report: date | None = None
    draft: date | None = None
    answers: Mapping[int, Answer] = field(default_factory=dict)

    @property
    def is_imported(self) -> bool:
        """Test if it was before the system."""
        return self.source == "import"

    @property
    def is_over(self) -> bool:
        """Test if it has ended."""
        return self.ended_on is not None

    @property
    def minutes(self) -> int:
        """All minutes of its meetings."""
        return sum(one.minutes for one in self.talks)

    def is_alive_on(self, day: date) -> bool:
        """Test if it takes a seat of the mentor on a day."""
        return self.first_day <= day <= (self.ended_on or date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorPlan:
    """A mentor: since when, with how many seats."""

    number: str
    first_day: date
    has_retired: bool = False
    capacity: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WishPlan:
    """Somebody who waits for a mentor."""

    number: str
    framework: str
    day: date
    skills: tuple[str, ...]
    words: str
