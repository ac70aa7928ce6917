"""Who stands behind a figure of the company: the people with a live score of a unit, of a class, who went up or down."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import may, may_company
from bole.home.queries.company import BOUNDS, STEP, sees_all
from bole.home.queries.people import looked_as
from bole.kit.action import look_at_each
from bole.people.queries import Card, UnitRow, directory, people_in_units, unit_rows
from bole.scoring.queries import Standing, closed_to_others, standings
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST = 50
WAYS = frozenset({"", "up", "down"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which scores are asked for: of a unit with all below it, from a bound up to another (whole points), that went up or down."""

    unit: str = ""
    low: str = ""
    high: str = ""
    moved: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A page of those whom a figure counts, in order of names, how many there are, and the units to choose from."""

    unit: UnitRow | None
    units: tuple[UnitRow, ...]
    rows: tuple[tuple[Card, Standing], ...]
    count: int
    after: str


def scored_people(viewer: Viewer, asked: Asked, *, day: date, at: datetime) -> Scored:
    """Return the people behind a figure, and put on record whose scores were seen (thirteen queries).

    :raises NotFound: unless the company's figures are open to the viewer, and there are such a unit and such bounds
    """
    if not may_company(viewer, "read", "company") or asked.moved not in WAYS:
        raise NotFound
    low, high = _bound(asked.low), _bound(asked.high)
    units = unit_rows(day, unit_ids=None if sees_all(viewer) else viewer.units)
    unit = next((one for one in units if one.ref == asked.unit), None)
    if asked.unit and unit is None:
        raise NotFound(where="unit")
    inside = [one.id for one in units if unit is None or one.path.startswith(unit.path)]
    where = people_in_units(inside, day)
    closed = closed_to_others(list(where), day=day)
    seen = [person for person in where if person not in closed and may(viewer, "read", "score", person)]
    known = {one.person_id: one for one in standings(viewer, seen, day=day) if _fits(one, low, high, asked.moved)}
    page = directory(viewer, day, among=list(known), after=asked.after, limit=MOST + 1)
    rows = tuple((card, known[card.person_id]) for card in page[:MOST])
    _note(viewer, [card for card, _ in rows], at=at)
    after = page[MOST - 1].number if len(page) > MOST else ""
    return Scored(unit=unit, units=tuple(units), rows=rows, count=len(known), after=after)


def _bound(text: str) -> int | None:
    """Return a bound of the classes in hundredths, None for none.

    :raises NotFound: for any other number: what is between the bounds is nobody's figure
    """
    if not text:
        return None
    found = next((one for one in BOUNDS if str(one // 100) == text), None)
    if found is None:
        raise NotFound(where="bound")
    return found


def _fits(one: Standing, low: int | None, high: int | None, moved: str) -> bool:
    change = 0 if one.before is None else one.score - one.before
    if (moved == "up" and change < STEP) or (moved == "down" and change > -STEP):
        return False
    return (low is None or one.score >= low) and (high is None or one.score < high)


def _note(viewer: Viewer, seen: Sequence[Card], *, at: datetime) -> None:
    """Put on record whose scores stood on the page: a line for each, as if each had been opened."""
    by_role = defaultdict[str, list[str]](list)
    for card in seen:
        by_role[looked_as(viewer, card.person_id)].append(card.ref)
    for role, refs in by_role.items():
        if role:
            look_at_each(what="score.look", by=viewer, at=at, fields_of=dict.fromkeys(refs, ("score", "list", f"as:{role}")))
