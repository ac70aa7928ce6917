"""Why these two: the parts of a value as codes and numbers, and which three of them are said.

Past effect and the wishes of the two are in the value, but are never said to the other one of the pair.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bole.mentoring.rules.matching import Mentee, Mentor, Weights, parts_of, seat_points, served, style_points

SAID: Final = ("skills", "place", "load", "role", "hours", "style")
MOST_SAID: Final = 3
ORDER: Final = ("skills", "role", "effect", "load", "place", "hours", "wanted_by_mentee", "wanted_by_mentor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A part of the value: its points of the most there are, and what the data says."""

    code: str
    points: int
    most: int
    numbers: tuple[tuple[str, object], ...] = ()

    @property
    def kept(self) -> dict[str, object]:
        """The reason as it is kept."""
        return {"code": self.code, "numbers": {"points": self.points, "most": self.most, **dict(self.numbers)}}


def reasons_of(mentee: Mentee, mentor: Mentor, weights: Weights, *, seat: int = 0) -> tuple[Reason, ...]:
    """Return all parts, in the order of the weights, and style where the two have something in common."""
    points = parts_of(mentee, mentor, weights)
    points["load"] = seat_points(mentor.capacity, mentor.taken, seat, weights.load)
    found = [
        Reason(code=code, points=points[code], most=getattr(weights, code), numbers=tuple(_numbers(code, mentee, mentor))) for code in ORDER
    ]
    alike = style_points(mentee, mentor)
    if alike:
        shared = [f"{name}.{way}" for name, way in sorted(mentee.style.items()) if mentor.style.get(name) == way]
        found.append(Reason(code="style", points=0, most=0, numbers=(("ways", shared),)))
    return tuple(found)


def _numbers(code: str, mentee: Mentee, mentor: Mentor) -> Sequence[tuple[str, object]]:
    """Return what the data says of a part."""
    if code == "skills":
        levels = ((served(own, mentor.skills.get(one, 0)), one) for one, own in mentee.wants.items())
        held = sorted(levels, key=lambda pair: (-pair[0], pair[1]))
        return (("skills", [one for level, one in held if level]), ("wanted", len(mentee.wants)))
    if code == "load":
        return (("taken", mentor.taken), ("capacity", mentor.capacity))
    if code == "place":
        return (("place", mentor.place if mentor.place == mentee.place else ""),)
    if code == "hours":
        return (("hours", sorted(mentee.hours & mentor.hours)),)
    if code == "role":
        same = mentee.family != "" and mentee.family == mentor.family
        knows = mentee.framework if mentee.framework in mentor.frameworks else ""
        return (("family", mentor.family if same else ""), ("framework", knows), ("above", mentor.grade > mentee.grade))
    return ()


def said(kept: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    """Return the three reasons that are said to the two: those that give at least half of their points, in one order; then style."""
    found = []
    for code in SAID:
        one = next((reason for reason in kept if reason["code"] == code), None)
        if one is not None and _speaks(one):
            found.append(one)
    return found[:MOST_SAID]


def _speaks(reason: dict[str, object]) -> bool:
    numbers = reason["numbers"]
    if not isinstance(numbers, dict):
        return False
    if reason["code"] == "role":
        return bool(numbers.get("family") or numbers.get("framework")) and 2 * int(numbers["points"]) >= int(numbers["most"])
    content = {"skills": "skills", "place": "place", "hours": "hours", "style": "ways"}.get(str(reason["code"]))
    return (content is None or bool(numbers.get(content))) and 2 * int(numbers["points"]) >= int(numbers["most"])
