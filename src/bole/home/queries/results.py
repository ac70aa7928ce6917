"""Handing in a result: what it would count for, who will read it; and the pages of results with the people of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bole.access.rules import insist_on_taking_part, relations
from bole.kit.action import look
from bole.mentoring.queries.handing_in import OwnPair, own_pair
from bole.people.queries import Card, cards, managers_on
from bole.scoring.queries import CountedBy, counted_by
from bole.values.viewer import Viewer
from bole.vault.files import FileRow
from bole.work.queries import ResultRow, draft_files, last_kind, own_results, result_for, results_of, results_waiting

LATELY = timedelta(days=90)
LOOKED_AS = ("hr_partner", "hr_admin", "chain")


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What the page of a new result needs. `counted` says by which indicator each measure of the person's model counts."""

    kind: str
    counted: Mapping[str, CountedBy]
    manager: Card | None
    mentor: Card | None
    pair: OwnPair | None
    kept: tuple[FileRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneResult:
    """A result with whose it is, and by which indicator it counts."""

    row: ResultRow
    person: Card
    is_own: bool
    counted: Mapping[str, CountedBy]


def writing(viewer: Viewer, *, kind: str, kept: Sequence[str], day: date) -> Writing:
    """Return what the page of a new result needs (some fifteen queries, whatever there is).

    :raises NotFound: unless the viewer takes part
    """
    me = insist_on_taking_part(viewer)
    manager, pair = managers_on([me], day).get(me), own_pair(me, day=day)
    known = cards({one for one in (manager, pair.pair.mentor_id if pair else None) if one is not None}, day)
    return Writing(
        kind=kind or last_kind(viewer) or "project_report",
        counted=counted_by(me, day=day),
        manager=known.get(manager) if manager is not None else None,
        mentor=known.get(pair.pair.mentor_id) if pair else None,
        pair=pair,
        kept=draft_files(viewer, kept),
    )


def results_page(viewer: Viewer) -> tuple[ResultRow, ...]:
    """Return the viewer's own results (one query).

    :raises NotFound: unless the viewer takes part
    """
    insist_on_taking_part(viewer)
    return own_results(viewer)


def one_result(viewer: Viewer, ref: str, *, day: date, at: datetime) -> OneResult:
    """Return a result; a look of somebody who neither leads nor mentors the person goes on the record.

    :raises NotFound: if it is not open to the viewer
    """
    row = result_for(viewer, ref)
    person = cards([row.person_id], day)[row.person_id]
    stands = relations(viewer, row.person_id)
    role = "" if stands & {"self", "manager", "mentor"} else next((one for one in LOOKED_AS if one in stands), "")
    if role:
        look(what="result.look", by=viewer, at=at, subject=person.ref, fields=(f"as:{role}",))
    return OneResult(
        row=row, person=person, is_own=viewer.person_id == row.person_id, counted=counted_by(row.person_id, day=row.day)
    )  # fmt: skip


def waiting_in_team(viewer: Viewer, *, day: date) -> tuple[tuple[ResultRow, ...], dict[int, Card]]:
    """Return what waits of those whom the viewer leads, with whose it is (one query, four if something waits)."""
    rows = results_waiting(viewer, viewer.reports)
    return rows, cards({one.person_id for one in rows}, day) if rows else {}


def handed_in_lately(viewer: Viewer, person_id: int, *, day: date) -> tuple[ResultRow, ...]:
    """Return what somebody handed in within ninety days, if that is open to the viewer (one query)."""
    return results_of(viewer, person_id, since=day - LATELY)
