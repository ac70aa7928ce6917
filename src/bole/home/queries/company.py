"""The company for HR: units with their medians, how scores are spread, who moved, how the sources are."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bole.access.rules import may_company
from bole.home.queries.company_kept import Kept, Scope, kept_company
from bole.home.queries.exported import may_leave
from bole.home.queries.floors import FEWEST, Bar, Hidden, bars_of
from bole.home.rules.levels import Level, level_of
from bole.home.rules.tally import Figures, Held, middle
from bole.people.queries import Card, cards
from bole.people.queries.choosing import UnitChoice, units_named, units_there
from bole.scoring.queries import Standing
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

    `staff` counts those whose kind of employment is scored; `hidden` says why the figures are not shown, if they are not; `opens` that
    the units below it are on a page of their own.
    """

    unit: UnitChoice
    staff: int
    scored: int
    hidden: Hidden | None
    median: int | None
    before: int | None
    opens: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedPerson:
    """Somebody whose score changed clearly within the week."""

    card: Card
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """The company as HR sees it. `spread` counts the scores of each class; empty where they are too few to draw.

    Of the people in these units `staff` are scored, among them `new` ones whose first days are not over; `others` are from outside, or
    interns. `exported` counts the lines of the file of scores, 0 for whoever may take none out. `units` are those of the upper levels, or
    of a unit that was `opened`; the next page of them begins after the code `after`.
    """

    units: tuple[UnitFigures, ...]
    opened: UnitChoice | None
    after: str
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


def company_of(viewer: Viewer, *, day: date, at: datetime, unit: str = "", after: str = "", with_sources: bool = True) -> Company:
    """Return the company's figures, of the units that the viewer looks after (six queries; three without the sources).

    `unit` is the ref of a unit to open, `after` the code after which its next units come. After a change of scores it takes three
    queries more, after one of units, posts or contracts six.

    :raises NotFound: if they are not open to the viewer, or the unit is not there
    """
    if not may_company(viewer, "read", "company"):
        raise NotFound
    units = None if sees_all(viewer) else viewer.units
    opened = units_there(day, units).filter(ref=unit).values_list("id", flat=True).first() if unit else None
    if unit and opened is None:
        raise NotFound(where="unit")
    with kept_company(day) as kept:
        scope = kept.scope(units)
        if opened is not None and opened not in scope.tree.paths:
            raise NotFound(where="unit")
        level, tops = level_of(scope.tree, opened, after=after), scope.tree.tops
        figures = kept.tally.of(tops)
        bound, clear = _clear(figures)
        changes = {person: change_shown(kept.tally.held[person]) or 0 for person in clear}
        names = units_named(units_there(day), level.units)
        found = Company(
            units=tuple(_figures(kept, scope, level, names)),
            opened=names.get(opened) if opened is not None else None,
            after=level.after,
            staff=sum(kept.staff[one] for one in tops),
            new=sum(kept.new[one] for one in tops),
            others=sum(kept.others[one] for one in tops),
            scored=len(figures.now),
            exported=_exported(viewer, kept, scope, len(figures.now)),
            median=_median(figures.now),
            spread=bars_of(figures.counts(BOUNDS), BOUNDS),
            up=figures.risen(STEP),
            down=figures.fallen(STEP),
            moved=(),
            moved_by=bound,
            sources=None,
        )
    moved = tuple(MovedPerson(card=card, change=changes[person]) for person, card in cards(clear, day).items())
    sources = sources_for(viewer, at=at) if with_sources and may_company(viewer, "read", "connections") else None
    return replace(found, moved=moved, sources=sources)


def change_shown(one: Standing | Held) -> int | None:
    """Return by how much the shown score changed since last week, in hundredths: the difference of what is shown; None without a past."""
    return None if one.before is None else (to_tenths(one.score) - to_tenths(one.before)) * 10


def _clear(figures: Figures) -> tuple[int, list[int]]:
    """Return who moved clearly, and by how much at least."""
    bound = next((one for one in CLEAR if figures.risen(one) + figures.fallen(one) <= MOST_MOVED), CLEAR[-1])
    return bound, figures.moved(bound, most=MOST_MOVED)


def _exported(viewer: Viewer, kept: Kept, scope: Scope, scored: int) -> int:
    """Count whose score the viewer may take out, without asking for each of a whole company: an admin everybody's but the own."""
    held = kept.tally.held
    if viewer.has_role("hr_admin"):
        own = held.get(viewer.person_id) if viewer.person_id is not None else None
        return scored - (own is not None and own.unit_id in scope.tree.paths)
    theirs: Collection[int] = viewer.partnered
    return sum(may_leave(viewer, person) for person in theirs if person in held and held[person].unit_id in scope.tree.paths)


def _figures(kept: Kept, scope: Scope, level: Level, names: Mapping[int, UnitChoice]) -> Iterator[UnitFigures]:
    """Return each unit's figures, those below it included."""
    for key in [unit for unit in level.units if unit in names]:
        figures, hidden = kept.tally.of([key]), scope.hidden.get(key)
        yield UnitFigures(
            unit=names[key],
            staff=kept.staff[key],
            scored=len(figures.now),
            hidden=hidden,
            median=None if hidden else _median(figures.now),
            before=None if hidden else _median(figures.before),
            opens=key in level.opens,
        )


def _median(scores: Sequence[int]) -> int | None:
    """Return the median; None where so few would tell of one person."""
    return middle(scores) if len(scores) >= FEWEST else None
