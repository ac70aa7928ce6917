"""How a change of post is told in somebody's career."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """A post in words, with the rank of its grade."""

    unit: str
    position: str
    family: str
    grade: str
    rank: int
    manager: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: kind, and what it was before and after."""

    kind: str
    before: str = ""
    after: str = ""


def steps(before: Standing, after: Standing) -> list[Step]:
    """Return the steps between two posts; several may fall on one day."""
    found = []
    if after.rank > before.rank:
        found.append(Step("promoted", before.grade, after.grade))
    if after.unit != before.unit:
        found.append(Step("moved", before.unit, after.unit))
    if (after.position, after.family) != (before.position, before.family):
        found.append(Step("transferred", before.position, after.position))
    elif after.rank < before.rank:
        found.append(Step("transferred", f"{before.position} {before.grade}", f"{after.position} {after.grade}"))
    if after.manager != before.manager:
        found.append(Step("manager_changed", before.manager, after.manager))
    return found
