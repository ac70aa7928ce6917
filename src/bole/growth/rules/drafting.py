"""Building a tree of requirements part by part: a draft is a tree as it is kept, except that what was typed may still be wrong."""

import copy
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

Raw = dict[str, Any]
HOWS = ("all", "any", "at_least")
# How many of the smallest unit one typed unit is.
STEPS: Mapping[str, int] = {"whole": 1, "score": 100, "percent": 100}


def blank() -> Raw:
    """Return a draft that asks for nothing yet."""
    return {"all": []}


def is_group(part: Raw) -> bool:
    """Test if a part joins others."""
    return "clause" not in part


def how_of(part: Raw) -> str:
    """Return how a group joins its parts."""
    return "at_least" if "at_least" in part else "any" if "any" in part else "all"


def parts_of(part: Raw) -> list[Raw]:
    """Return the parts of a group."""
    found: list[Raw] = part["of"] if "at_least" in part else part[how_of(part)]
    return found


def part_at(tree: Raw, place: str) -> Raw | None:
    """Return the part at a place: "1" is the whole, "1.2" its second part; None if there is none."""
    part = tree
    for step in place.split(".")[1:]:
        if not is_group(part) or not step.isdecimal() or not 0 < int(step) <= len(parts_of(part)):
            return None
        part = parts_of(part)[int(step) - 1]
    return part


def with_part(tree: Raw, place: str, part: Raw) -> Raw:
    """Return the draft with one more part in the group at a place."""
    made = copy.deepcopy(tree)
    group = part_at(made, place)
    if group is not None and is_group(group):
        parts_of(group).append(part)
    return made


def without(tree: Raw, place: str) -> Raw:
    """Return the draft without the part at a place; the whole stays."""
    made = copy.deepcopy(tree)
    above, _, last = place.rpartition(".")
    group = part_at(made, above) if above else None
    if group is not None and part_at(made, place) is not None:
        del parts_of(group)[int(last) - 1]
    return made


def joined_as(tree: Raw, place: str, how: str, least: int) -> Raw:
    """Return the draft with the group at a place joined in another way."""
    made = copy.deepcopy(tree)
    group = part_at(made, place)
    if group is None or not is_group(group) or how not in HOWS:
        return made
    parts = parts_of(group)
    group.clear()
    group.update({"at_least": least, "of": parts} if how == "at_least" else {how: parts})
    return made


def told(tree: Raw, place: str, name: str, value: object) -> Raw:
    """Return the draft with a value of the clause at a place."""
    made = copy.deepcopy(tree)
    part = part_at(made, place)
    if part is not None and not is_group(part) and name != "clause":
        part[name] = value
    return made


def places_of(tree: Raw, place: str = "1") -> Sequence[str]:
    """Return the places of all parts, each group before its parts."""
    if not is_group(tree):
        return [place]
    return [place, *(one for n, part in enumerate(parts_of(tree), 1) for one in places_of(part, f"{place}.{n}"))]


def typed(text: str, kind: str) -> int | str:
    """Read a number as it is typed, in the smallest unit (4.5 of 5 is 450, 20 % is 2000); what is none stays text."""
    if kind not in STEPS:
        return text.strip()
    try:
        given = Decimal(text.strip().replace("，", ".").replace(",", "."))
    except InvalidOperation:
        return text.strip()
    whole = given * STEPS[kind] if given.is_finite() and abs(given) < 10**9 else Decimal("NaN")
    return int(whole) if whole.is_finite() and whole == whole.to_integral_value() else text.strip()


def shown_as_typed(value: object, kind: str) -> str:
    """Write a value as it is typed."""
    if kind not in STEPS or not isinstance(value, int):
        return str(value)
    return f"{Decimal(value) / STEPS[kind]:f}"
