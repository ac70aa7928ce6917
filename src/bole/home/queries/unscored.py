"""The home of somebody whose kind of contract has no score: their open work, and the support they asked for."""

from dataclasses import dataclass
from datetime import date

from bole.scoring.queries import SupportRow, support_of
from bole.values.viewer import Viewer
from bole.work.queries import OpenWork, open_work


@dataclass(frozen=True, slots=True)
class Unscored:
    """What there is beside a score."""

    work: OpenWork
    support: tuple[SupportRow, ...]


def unscored_of(viewer: Viewer, *, day: date) -> Unscored | None:
    """Return what somebody without a score works on (two queries); None for everybody else."""
    if viewer.person_id is None or viewer.is_scored:
        return None
    return Unscored(open_work(viewer, viewer.person_id, day=day), tuple(support_of(viewer, viewer.person_id, day=day)))
