"""How a viewer stands to a unit and its diagnoses: its head, a head above, HR, the auditor, or one of its people."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bole.people.models import Unit
from bole.people.queries.lines import Tree, main_seats, tree_on
from bole.values.viewer import Viewer

Stand = Literal["head", "above", "hr", "auditor", "member"]
WHOLE: frozenset[Stand] = frozenset({"head", "above", "hr", "auditor"})


@dataclass(frozen=True, slots=True)
class Standing:
    """How a viewer stands to a unit. `heads` are who leads it and those above, the nearest first."""

    how: frozenset[Stand]
    heads: tuple[int, ...]

    @property
    def sees_whole(self) -> bool:
        """Test if causes and evidence are open to the viewer."""
        return not self.how.isdisjoint(WHOLE)

    @property
    def sees(self) -> bool:
        """Test if there is anything to see."""
        return bool(self.how)


def heads_over(tree: Tree, unit_id: int) -> tuple[int, ...]:
    """Return who leads a unit and the units above it, the nearest first, each once."""
    found: list[int] = []
    at: int | None = unit_id
    while at is not None and at in tree.nodes:
        head = tree.nodes[at].head
        if head is not None and head not in found:
            found.append(head)
        at = tree.nodes[at].parent
    return tuple(found)


def standings_to(viewer: Viewer, unit_ids: Collection[int], day: date) -> dict[int, Standing]:
    """Return how the viewer stands to each unit (three queries)."""
    tree = tree_on(day)
    own = main_seats(day).filter(person=viewer.person_id).values_list("unit__path", flat=True).first() if viewer.person_id else None
    inside = {int(key) for key in own.strip("/").split("/")} if own else set()
    return {unit: _standing(viewer, heads_over(tree, unit), unit, inside) for unit in unit_ids}


def _standing(viewer: Viewer, heads: tuple[int, ...], unit: int, inside: Collection[int]) -> Standing:
    how: set[Stand] = set()
    if viewer.person_id is not None and viewer.person_id in heads:
        how.add("head" if heads[0] == viewer.person_id else "above")
    if viewer.is_system or viewer.has_role("hr", "hr_admin") or (viewer.has_role("hr_partner") and unit in viewer.units):
        how.add("hr")
    if viewer.has_role("auditor"):
        how.add("auditor")
    if unit in inside and not viewer.is_external:
        how.add("member")
    return Standing(frozenset(how), heads)


def can_check(viewer: Viewer, standing: Standing) -> bool:
    """Test if the viewer may be the second person: a head above, or an HR admin."""
    return "above" in standing.how or viewer.has_role("hr_admin")


def unit_names(unit_ids: Collection[int]) -> dict[int, tuple[str, str, str]]:
    """Return name, English name and ref of each unit (one query)."""
    rows = Unit.objects.filter(pk__in=unit_ids).values_list("id", "name", "name_en", "ref")
    return {key: (name, name_en, ref) for key, name, name_en, ref in rows}
