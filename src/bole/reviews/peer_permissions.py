"""Who opens and closes rounds of peer rating, and who sees that they run. Nobody reads a rating."""

from collections.abc import Collection
from datetime import date

from bole.access.rules import may_company
from bole.signals.queries.standing import Standing, standings_to
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer


def can_see(standing: Standing) -> bool:
    """Test if rounds of a unit are shown to somebody: HR that looks after it, who leads it, the auditor."""
    return standing.sees_whole


def can_open(viewer: Viewer, standing: Standing) -> bool:
    """Test if somebody may open and close rounds of a unit: HR that looks after it, or its head."""
    return viewer.is_system or not standing.how.isdisjoint({"hr", "head"})


def takes_part_in_opening(viewer: Viewer) -> bool:
    """Test if there can be rounds that the viewer sees: HR, the auditor, and whoever leads people."""
    return may_company(viewer, "read", "peer_ratings") or bool(viewer.reports)


def standings(viewer: Viewer, unit_ids: Collection[int], *, day: date) -> dict[int, Standing]:
    """Return how somebody stands to units (three queries)."""
    return standings_to(viewer, unit_ids, day)


def insist_on_opening(viewer: Viewer, unit_id: int, *, day: date) -> None:
    """Let pass whoever opens and closes rounds of a unit.

    :raises NotFound: if rounds of the unit are not shown to the viewer
    :raises NotYours: if they are, and no more
    """
    if viewer.is_system:
        return
    standing = standings_to(viewer, [unit_id], day)[unit_id]
    if not can_see(standing):
        raise NotFound
    if not can_open(viewer, standing):
        raise NotYours
