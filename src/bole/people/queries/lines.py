"""Reporting lines as of a day: managers, reports, and everybody below."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, Subquery

from bole.people.models import Assignment, Headship, SpellQuerySet, Unit
from bole.people.rules.lines import Over, Seat, UnitNode, below, circles, heads_over, led_of, manager_of, reach

# More keys than this are not sent to the database: all rows are read and sorted out here.
MOST_KEYS = 5000


@dataclass(frozen=True, slots=True)
class Tree:
    """The units with their heads on a day, and who leads the people of each."""

    nodes: Mapping[int, UnitNode]
    over: Mapping[int, Over]
    refs: Mapping[str, int]

    @property
    def heads(self) -> frozenset[int]:
        """All who lead a unit."""
        return frozenset(node.head for node in self.nodes.values() if node.head is not None)

    def with_head(self, unit_id: int, head: int | None) -> "Tree":
        """Return the tree as it would be with another head."""
        nodes = {**self.nodes, unit_id: UnitNode(unit_id, self.nodes[unit_id].parent, head)}
        return Tree(nodes, heads_over(nodes.values()), self.refs)

    def under(self, unit_refs: Collection[str]) -> frozenset[int]:
        """Return the units of these refs and all below them."""
        found = {self.refs[ref] for ref in unit_refs if ref in self.refs}
        parents = {unit: node.parent for unit, node in self.nodes.items()}
        return frozenset(found).union(*(below(unit, parents) for unit in found))


def tree_on(day: date, *, unit_ids: Collection[int] | None = None, paths: Collection[str] = ()) -> Tree:
    """Read the units with their heads on the day: all, or those named, or those under some paths."""
    units = Unit.objects.all()
    if unit_ids is not None:
        units = units.filter(pk__in=unit_ids)
    if paths:
        under = Q()
        for path in paths:
            under |= Q(path__startswith=path)
        units = units.filter(under)
    head = Headship.objects.on(day).filter(unit=OuterRef("pk")).order_by("-first_day", "-id").values("person_id")[:1]
    rows = units.annotate(head_on_day=Subquery(head)).values_list("id", "parent_id", "head_on_day", "ref")
    nodes, refs = {}, {}
    for unit, parent, person, ref in rows:
        nodes[unit], refs[ref] = UnitNode(unit, parent, person), unit
    return Tree(nodes, heads_over(nodes.values()), refs)


def main_seats(day: date) -> SpellQuerySet[Assignment]:
    """Return the main assignments that hold on the day."""
    return Assignment.objects.on(day).filter(is_main=True)


def seats_of(rows: SpellQuerySet[Assignment]) -> list[Seat]:
    """Read assignments as seats."""
    return [Seat(*row) for row in rows.values_list("person_id", "unit_id", "manager_id")]


def managers_on(person_ids: Collection[int], day: date) -> dict[int, int | None]:
    """Return each person's manager on the day (two queries); people without an assignment are left out."""
    rows = list(main_seats(day).filter(person__in=person_ids).values_list("person_id", "unit_id", "manager_id", "unit__path"))
    if not rows:
        return {}
    ancestors = {int(key) for row in rows for key in row[3].strip("/").split("/") if key}
    over = tree_on(day, unit_ids=ancestors).over
    return {row[0]: manager_of(Seat(*row[:3]), over) for row in rows}


def reports_of(person_id: int, day: date) -> frozenset[int]:
    """Return the people whose direct manager this person is on the day (three queries at most)."""
    paths = list(Headship.objects.on(day).filter(person=person_id).values_list("unit__path", flat=True))
    over = tree_on(day, paths=paths).over if paths else {}
    seats = seats_of(main_seats(day).filter(led_by({person_id}, over)))
    return frozenset(seat.person for seat in seats if manager_of(seat, over) == person_id)


def led_by(leaders: Collection[int], over: Mapping[int, Over]) -> Q:
    """Return the condition that an assignment may be led by one of these people; `manager_of` then decides."""
    own = [unit for unit, leads in over.items() if leads.head in leaders]
    next_above = {leads.head for leads in over.values() if leads.above in leaders and leads.head is not None}
    return Q(manager__in=leaders) | Q(manager=None) & (Q(unit__in=own) | Q(person__in=next_above))


def bosses_of_leaders(day: date, tree: Tree, *, also: Iterable[int] = ()) -> dict[int, int | None]:
    """Return the manager of everybody who leads somebody, and of some others; circles and long lines run through these alone."""
    named = main_seats(day).filter(manager__isnull=False).values("manager_id")
    leaders = main_seats(day).filter(Q(person__in=named) | Q(person__in=tree.heads | frozenset(also)))
    return {seat.person: manager_of(seat, tree.over) for seat in seats_of(leaders)}


@dataclass(frozen=True, slots=True)
class Lines:
    """The units, their heads and everybody who leads somebody, on a day."""

    tree: Tree
    led: Mapping[int, Sequence[int]]

    def leaders_under(self, leader: int) -> frozenset[int]:
        """Return the leader and everybody below who leads somebody."""
        return reach(leader, self.led) | {leader}


def lines_on(day: date) -> Lines:
    """Read the lines of a day (two queries)."""
    tree = tree_on(day)
    return Lines(tree, led_of(bosses_of_leaders(day, tree)))


def circles_on(day: date) -> list[tuple[int, ...]]:
    """Return the reporting lines that run in a circle on the day; the actions refuse them, so there should be none."""
    return circles(bosses_of_leaders(day, tree_on(day)))
