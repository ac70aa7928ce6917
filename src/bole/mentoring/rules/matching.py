"""What a mentor and a mentee are worth to each other, in whole points of a hundred. Method and examples: docs/domain/matching.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

MOST_LEVEL: Final = 5
MOST_STYLE: Final = 4
EFFECT_SPAN: Final = 1000
ROLE_FAMILY, ROLE_FRAMEWORK, ROLE_GRADE = 8, 4, 3
ROLE_ALL: Final = ROLE_FAMILY + ROLE_FRAMEWORK + ROLE_GRADE
ENOUGH_HOURS: Final = 2
PARTS: Final = ("skills", "role", "effect", "load", "place", "hours", "wanted_by_mentee", "wanted_by_mentor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How many points each part can give at most; together a hundred."""

    skills: int = 40
    role: int = 15
    effect: int = 15
    load: int = 10
    place: int = 6
    hours: int = 4
    wanted_by_mentee: int = 6
    wanted_by_mentor: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """By what a pool is matched: weights; no pair below `least`; a point of a fit below `fair` counts `1 + strictness` times."""

    weights: Weights = field(default_factory=Weights)
    least: int = 20
    fair: int = 50
    strictness: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentee:
    """Who waits for a mentor. `wants` are skills with the mentee's own level, `style` how they would like to work, where they said it."""

    key: int
    wants: Mapping[str, int] = field(default_factory=dict)
    family: str = ""
    grade: int = 0
    framework: str = ""
    place: str = ""
    hours: frozenset[str] = frozenset()
    likes: frozenset[int] = frozenset()
    style: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor:
    """Who takes mentees: `capacity` at most, `taken` today. `effect`: beside similar colleagues, in hundredths; None: not known.

    `in_hours`: planned hours leave fewer seats than the mentor would take.
    """

    key: int
    skills: Mapping[str, int] = field(default_factory=dict)
    family: str = ""
    grade: int = 0
    frameworks: frozenset[str] = frozenset()
    place: str = ""
    hours: frozenset[str] = frozenset()
    likes: frozenset[int] = frozenset()
    capacity: int = 3
    taken: int = 0
    in_hours: bool = False
    effect: int | None = None
    style: Mapping[str, str] = field(default_factory=dict)

    @property
    def seats(self) -> int:
        """How many mentees the mentor can still take."""
        return max(0, self.capacity - self.taken)


def share(weight: int, part: int, whole: int) -> int:
    """Return the part of a weight in whole points, halves up."""
    return (2 * weight * part + whole) // (2 * whole)


def parts_of(mentee: Mentee, mentor: Mentor, weights: Weights) -> dict[str, int]:
    """Return the points of each part but the load, which is of the seat. What is not known counts half."""
    return {
        "skills": _skills(mentee, mentor, weights.skills),
        "role": _role(mentee, mentor, weights.role),
        "effect": effect_points(mentor.effect, weights.effect),
        "place": _place(mentee.place, mentor.place, weights.place),
        "hours": _hours(mentee.hours, mentor.hours, weights.hours),
        "wanted_by_mentee": weights.wanted_by_mentee if mentor.key in mentee.likes else 0,
        "wanted_by_mentor": weights.wanted_by_mentor if mentee.key in mentor.likes else 0,
    }


def fit_of(mentee: Mentee, mentor: Mentor, weights: Weights) -> int:
    """Return how well the two fit: all parts but the load."""
    return sum(parts_of(mentee, mentor, weights).values())


def served(own: int, held: int) -> int:
    """Return the level at which a wanted skill is served: the mentor's, if it is above the mentee's own."""
    return min(held, MOST_LEVEL) if held > own else 0


def _skills(mentee: Mentee, mentor: Mentor, weight: int) -> int:
    if not mentee.wants:
        return share(weight, 1, 2)
    got = sum(served(own, mentor.skills.get(code, 0)) for code, own in mentee.wants.items())
    return share(weight, got, MOST_LEVEL * len(mentee.wants))


def _role(mentee: Mentee, mentor: Mentor, weight: int) -> int:
    got = ROLE_FAMILY * (mentee.family != "" and mentee.family == mentor.family)
    got += ROLE_FRAMEWORK * (mentee.framework in mentor.frameworks)
    got += ROLE_GRADE * (mentor.grade > mentee.grade)
    return share(weight, got, ROLE_ALL)


def effect_points(effect: int | None, weight: int) -> int:
    """Return the points of past effect: half where it is not known or nothing, all from ten points above similar colleagues on."""
    known = max(-EFFECT_SPAN, min(EFFECT_SPAN, effect or 0))
    return share(weight, known + EFFECT_SPAN, 2 * EFFECT_SPAN)


def _place(one: str, other: str, weight: int) -> int:
    if not one or not other:
        return share(weight, 1, 2)
    return weight if one == other else 0


def _hours(one: frozenset[str], other: frozenset[str], weight: int) -> int:
    if not one or not other:
        return share(weight, 1, 2)
    return share(weight, min(len(one & other), ENOUGH_HOURS), ENOUGH_HOURS)


def seat_points(capacity: int, taken: int, seat: int, weight: int) -> int:
    """Return the points of load of the mentor's next seat but `seat` (0: the next): fewer mentees first, by the share that is free."""
    return share(weight, max(0, capacity - taken - seat), max(1, capacity))


def style_points(mentee: Mentee, mentor: Mentor) -> int:
    """Return in how many ways the two like to work alike; it only ever decides between equals."""
    return sum(1 for name, way in mentee.style.items() if mentor.style.get(name) == way)


def counted(fit: int, terms: Terms) -> int:
    """Return what a fit counts in the objective: each point below the fair level once more for each strictness."""
    return fit - terms.strictness * max(0, terms.fair - fit)
