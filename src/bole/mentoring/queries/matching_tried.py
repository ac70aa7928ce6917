"""What another capacity of one mentor would change in a draft, as a run worked it out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bole.access.rules import insist
from bole.mentoring.models import MatchRun
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """How many have a mentor, how many wait, and what all pairs are worth."""

    matched: int
    waiting: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedRow:
    """What would change; `changes`: who would have whom instead, the first of `count`. `is_current`: the draft is still the one tried."""

    ref: str
    mentor: Card
    capacity: int
    former: int
    before: Sums
    after: Sums
    changes: tuple[tuple[int, int | None, int | None], ...]
    count: int
    people: Mapping[int, Card]
    is_current: bool


def tried_for(viewer: Viewer, ref: str, *, day: date) -> TriedRow:
    """Return what a try came to (four queries).

    :raises NotFound: if there is none of this ref, or matching is not open to the viewer
    """
    insist(viewer, "read", "matching")
    run = MatchRun.objects.select_related("round").filter(ref=ref, work="try").first()
    if run is None or run.came is None or run.round is None:
        raise NotFound
    tried, came, made = run.settings["tried"], run.came, run.round
    changes = tuple((person, was, now) for person, was, now in came["changes"])
    known = cards({tried["mentor"]} | {one for row in changes for one in row if one}, day)
    if tried["mentor"] not in known:
        raise NotFound
    return TriedRow(
        ref=run.ref, mentor=known[tried["mentor"]], capacity=tried["capacity"], former=tried["former"], before=Sums(**came["before"]),
        after=Sums(**came["after"]), changes=changes, count=came["count"], people=known,
        is_current=made.state == "draft" and made.version == run.version,
    )  # fmt: skip
