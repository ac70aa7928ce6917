"""The reason shown with a recommendation: of the part that made it, with the number it speaks of, or plainer where that is too few."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bole.growth.rules.recommend import LEAST_PEOPLE
from bole.growth.rules.recommend_known import Doing, Thing, lately_of

WHAT_OF = {"opened": "opened", "wrote": "wrote_about", "searched": "searched"}
Counts = Mapping[tuple[str, str], int]  # (about, item) → of how many people it was learnt


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is recommended: the part, the topic that it speaks of, and how often or how many people (0: it says no number)."""

    why: str
    topic: str
    count: int


def reason_of(part: str, thing: Thing, *, own: Sequence[Doing], role: str, counts: Counts) -> Reason:
    """Return the reason in values; `own` is what the person did."""
    first = thing.topics[0] if thing.topics else ""
    if part in WHAT_OF:
        topic = max(thing.topics, key=lambda one: lately_of(own, what=WHAT_OF[part], topic=one), default="")
        return Reason(part, topic, lately_of(own, what=WHAT_OF[part], topic=topic))
    if part == "alike":
        people = max((counts.get((f"item:{one.item}", thing.item), 0) for one in own if one.item), default=0)
        return Reason(part, first, people) if people >= LEAST_PEOPLE else Reason("topic", first, 0)
    if part == "role":
        return _of_role(thing, first, role=role, counts=counts)
    if part == "company":
        return Reason(part, first, counts.get(("company", thing.item), 0))
    return Reason(part, first, 0)


def _of_role(thing: Thing, first: str, *, role: str, counts: Counts) -> Reason:
    """Say that many of the role took it in their first month, or read it at all, or that it was made for the role, as far as it is so."""
    for why, about in (("role", f"first:{role}"), ("role_uses", f"role:{role}")):
        people = counts.get((about, thing.item), 0)
        if people >= LEAST_PEOPLE:
            return Reason(why, first, people)
    return Reason("for_role" if role in thing.roles else "topic", first, 0)
