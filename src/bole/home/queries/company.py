"""The company for HR: units with their medians, how scores are spread, who moved, how the sources are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median_low

from bole.access.rules import may_company
from bole.people.queries import Card, UnitRow, cards, people_in_units, unit_rows
from bole.scoring.queries import Standing, closed_to_others, standings
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.queries import Sources, sources_for

FEWEST = 5  # below it a group shows no figure
FEWEST_DRAWN = 10
CLEAR = (500, 1000, 1500, 2000)  # hundredths within a week; the least that leaves a list that one reads
MOST_MOVED = 20
BOUNDS = (6000, 6500, 7000, 7500, 8000, 8500, 9000, 9500)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFigures:
    """A unit with all below it: how many people, how many have a score, the median now and last week (None: too few)."""

    unit: UnitRow
    scored: int
    median: int | None
    before: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPerson:
    """Somebody whose score changed clearly within the week."""

    card: Card
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The company as HR sees it. `spread` counts the scores of each class; empty where they are too few to draw."""

    units: tuple[UnitFigures, ...]
    scored: int
    median: int | None
    spread: tuple[int, ...]
    up: int
    down: int
    moved: tuple[MovedPerson, ...]
    moved_by: int
    sources: Sources | None


def sees_all(viewer: Viewer) -> bool:
    """Test if the viewer's company is the whole of it, not some units."""
    return viewer.has_role("hr", "hr_admin", "auditor")


def company_of(viewer: Viewer, *, day: date, at: datetime) -> Company:
    """Return the company's figures, of the units that the viewer looks after (fourteen queries).

    :raises NotFound: if they are not open to the viewer
    """
    if not may_company(viewer, "read", "company"):
        raise NotFound
    rows = unit_rows(day, unit_ids=None if sees_all(viewer) else viewer.units)
    where = people_in_units([one.id for one in rows], day)
    closed = closed_to_others(list(where), day=day)
    scores = standings(viewer, [person for person in where if person not in closed], day=day)
    bound, clear = _clear(scores)
    named = cards([one.person_id for one in clear], day)
    changes = {one.person_id: one.score - (one.before or 0) for one in clear}
    up, down = _ways(scores)
    return Company(
        units=tuple(_figures(rows, where, scores)),
        scored=len(scores),
        median=_median([one.score for one in scores]),
        spread=_spread([one.score for one in scores]),
        up=up,
        down=down,
        moved=tuple(MovedPerson(card=card, change=changes[person]) for person, card in named.items()),
        moved_by=bound,
        sources=sources_for(viewer, at=at) if may_company(viewer, "read", "connections") else None,
    )


def _clear(scores: Sequence[Standing]) -> tuple[int, list[Standing]]:
    """Return who moved clearly, and by how much at least."""
    found: list[Standing] = []
    for bound in CLEAR:
        found = [one for one in scores if one.before is not None and abs(one.score - one.before) >= bound]
        if len(found) <= MOST_MOVED:
            return bound, found
    return CLEAR[-1], sorted(found, key=lambda one: -abs(one.score - (one.before or 0)))[:MOST_MOVED]


def _ways(scores: Sequence[Standing]) -> tuple[int, int]:
    """Count who went up and down by half a point or more."""
    changes = [one.score - one.before for one in scores if one.before is not None]
    return sum(one >= 50 for one in changes), sum(one <= -50 for one in changes)


def _figures(rows: Sequence[UnitRow], where: dict[int, int], scores: Sequence[Standing]) -> list[UnitFigures]:
    """Return each unit's figures, those below it included."""
    paths = {one.id: one.path for one in rows}
    now, before = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for one in scores:
        for key in paths[where[one.person_id]].strip("/").split("/"):
            now[int(key)].append(one.score)
            if one.before is not None:
                before[int(key)].append(one.before)
    return [UnitFigures(unit=one, scored=len(now[one.id]), median=_median(now[one.id]), before=_median(before[one.id])) for one in rows]


def _median(scores: Sequence[int]) -> int | None:
    """Return the median; None where so few would tell of one person."""
    return median_low(scores) if len(scores) >= FEWEST else None


def _spread(scores: Sequence[int]) -> tuple[int, ...]:
    if len(scores) < FEWEST_DRAWN:
        return ()
    counts = [0] * (len(BOUNDS) + 1)
    for score in scores:
        counts[sum(score >= bound for bound in BOUNDS)] += 1
    return tuple(counts)
