"""The company for HR: units with their medians, how scores are spread, who moved, how the sources are."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median_low

from bole.access.rules import may_company
from bole.home.queries.exported import may_leave
from bole.home.queries.floors import FEWEST, Bar, Hidden, bars_of, hidden_groups
from bole.people.queries import Card, UnitRow, cards, people_in_units, unit_rows
from bole.scoring.queries import Standing, closed_to_others, standings
from bole.scoring.rules.rounding import to_tenths
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.queries import Sources, sources_for

CLEAR = (500, 1000, 1500, 2000)  # hundredths within a week; the least that leaves a list that one reads
MOST_MOVED = 20
STEP = 50  # hundredths within a week; less is no move
BOUNDS = (6000, 6500, 7000, 7500, 8000, 8500, 9000, 9500)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFigures:
    """A unit with all below it: how many could have a score, how many have one, the median now and last week (None: not shown).

    `staff` counts those whose kind of employment is scored; `hidden` says why the figures are not shown, if they are not.
    """

    unit: UnitRow
    staff: int
    scored: int
    hidden: Hidden | None
    median: int | None
    before: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPerson:
    """Somebody whose score changed clearly within the week."""

    card: Card
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The company as HR sees it. `spread` counts the scores of each class; empty where they are too few to draw.

    Of the people in these units `staff` are scored, among them `new` ones whose first days are not over; `others` are from outside, or
    interns. `exported` counts the lines of the file of scores, 0 for whoever may take none out.
    """

    units: tuple[UnitFigures, ...]
    staff: int
    new: int
    others: int
    scored: int
    exported: int
    median: int | None
    spread: tuple[Bar, ...]
    up: int
    down: int
    moved: tuple[MovedPerson, ...]
    moved_by: int
    sources: Sources | None


def sees_all(viewer: Viewer) -> bool:
    """Test if the viewer's company is the whole of it, not some units."""
    return viewer.has_role("hr", "hr_admin", "auditor")


def company_of(viewer: Viewer, *, day: date, at: datetime, with_sources: bool = True) -> Company:
    """Return the company's figures, of the units that the viewer looks after (fourteen queries; eleven without the sources).

    :raises NotFound: if they are not open to the viewer
    """
    if not may_company(viewer, "read", "company"):
        raise NotFound
    rows = unit_rows(day, unit_ids=None if sees_all(viewer) else viewer.units)
    where = people_in_units([one.id for one in rows], day)
    closed = closed_to_others(list(where), day=day)
    scores = standings(viewer, [person for person in where if person not in closed], day=day)
    staff = {person: unit for person, unit in where.items() if closed.get(person) != "unscored"}
    bound, clear = _clear(scores)
    named = cards([one.person_id for one in clear], day)
    changes = {one.person_id: change_shown(one) or 0 for one in clear}
    up, down = _ways(scores)
    return Company(
        units=tuple(_figures(rows, staff, scores)),
        staff=len(staff),
        new=sum(why == "new" for why in closed.values()),
        others=len(where) - len(staff),
        scored=len(scores),
        exported=sum(may_leave(viewer, one.person_id) for one in scores),
        median=_median([one.score for one in scores]),
        spread=_spread([one.score for one in scores]),
        up=up,
        down=down,
        moved=tuple(MovedPerson(card=card, change=changes[person]) for person, card in named.items()),
        moved_by=bound,
        sources=sources_for(viewer, at=at) if with_sources and may_company(viewer, "read", "connections") else None,
    )


def change_shown(one: Standing) -> int | None:
    """Return by how much the shown score changed since last week, in hundredths: the difference of what is shown; None without a past."""
    return None if one.before is None else (to_tenths(one.score) - to_tenths(one.before)) * 10


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
    return sum(one >= STEP for one in changes), sum(one <= -STEP for one in changes)


def _figures(rows: Sequence[UnitRow], staff: Mapping[int, int], scores: Sequence[Standing]) -> list[UnitFigures]:
    """Return each unit's figures, those below it included."""
    paths = {one.id: one.path for one in rows}
    above = {key: [int(part) for part in path.strip("/").split("/")] for key, path in paths.items()}
    people = Counter(key for unit in staff.values() for key in above[unit])
    now, before = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for one in scores:
        for key in above[staff[one.person_id]]:
            now[key].append(one.score)
            if one.before is not None:
                before[key].append(one.before)
    hidden = hidden_groups(paths, {key: len(now[key]) for key in paths})
    return [
        UnitFigures(
            unit=one,
            staff=people[one.id],
            scored=len(now[one.id]),
            hidden=hidden.get(one.id),
            median=None if one.id in hidden else _median(now[one.id]),
            before=None if one.id in hidden else _median(before[one.id]),
        )
        for one in rows
    ]


def _median(scores: Sequence[int]) -> int | None:
    """Return the median; None where so few would tell of one person."""
    return median_low(scores) if len(scores) >= FEWEST else None


def _spread(scores: Sequence[int]) -> tuple[Bar, ...]:
    counts = [0] * (len(BOUNDS) + 1)
    for score in scores:
        counts[sum(score >= bound for bound in BOUNDS)] += 1
    return bars_of(counts, BOUNDS)
