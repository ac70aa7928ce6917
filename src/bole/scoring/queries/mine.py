"""Everything that a page about one person's score shows."""

from dataclasses import dataclass
from datetime import date

from bole.access.rules import may
from bole.people.queries import CareerRow, careers_of
from bole.scoring.queries.gates import has_scores, is_kept_to_self
from bole.scoring.queries.sheets import (
    LateNote,
    PeriodRow,
    Sheet,
    closed_periods,
    closed_sheet,
    headline_of,
    late_note,
    open_scores,
    sheet_of,
)
from bole.scoring.queries.weeks import Change, Line, changes_of, lines_of
from bole.values.period import Period
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

STEPS = frozenset({"joined", "returned", "moved", "promoted", "transferred"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MyScore:
    """A score with its week, its trend and its other periods. `sheet` is None where there is nothing to score yet."""

    person_id: int
    day: date
    sheet: Sheet | None
    periods: tuple[PeriodRow, ...]
    line: Line | None = None
    change: Change | None = None
    career: tuple[CareerRow, ...] = ()
    late: LateNote | None = None

    @property
    def is_live(self) -> bool:
        """Test if the period is open."""
        return self.sheet is not None and not self.sheet.is_closed


def insist_on_score(viewer: Viewer, person_id: int, *, day: date) -> None:
    """Refuse whoever may not see the person's score.

    :raises NotFound: if it is not open to the viewer
    """
    if not may(viewer, "read", "score", person_id) or is_kept_to_self(viewer, person_id, day=day):
        raise NotFound


def my_score(viewer: Viewer, person_id: int, *, day: date, period: str = "", revision: int = 0) -> MyScore:
    """Return the score of a person: of the headline period, or of the one asked for (five queries, six for a closed period).

    :raises NotFound: if it is not open to the viewer, or there is no such period
    """
    insist_on_score(viewer, person_id, day=day)
    rows, closed = open_scores(person_id), closed_periods(person_id)
    periods = (*(PeriodRow(code=one.period, score=one.score) for one in rows), *closed)
    if period and Period.parse(period).code not in [one.period for one in rows]:
        asked = closed_sheet(person_id, Period.parse(period), revision=revision)
        handles = viewer.person_id != person_id and viewer.has_role("hr", "hr_partner", "hr_admin")
        late = late_note(person_id, asked.period) if handles else None
        return MyScore(person_id=person_id, day=day, sheet=asked, periods=periods, late=late)
    row = next((one for one in rows if one.period == period), None) if period else headline_of(rows)
    if row is None:
        if not has_scores(person_id, day=day):
            raise NotFound
        return MyScore(person_id=person_id, day=day, sheet=None, periods=periods)
    sheet, lines = sheet_of(row), lines_of([person_id], day=day)
    return MyScore(
        person_id=person_id,
        day=day,
        sheet=sheet,
        periods=periods,
        line=lines[person_id],
        change=changes_of({person_id: sheet}, lines).get(person_id),
        career=tuple(step for step in careers_of([person_id]).get(person_id, ()) if step.kind in STEPS),
    )


def my_sheet(viewer: Viewer, person_id: int, *, day: date, period: str = "") -> Sheet:
    """Return the score alone: of the headline period, or of the one asked for (one or two queries).

    :raises NotFound: if it is not open to the viewer, or there is none
    """
    insist_on_score(viewer, person_id, day=day)
    rows = open_scores(person_id)
    wanted = Period.parse(period) if period else None
    found = headline_of(rows) if wanted is None else next((one for one in rows if one.period == wanted.code), None)
    if found is not None:
        return sheet_of(found)
    if wanted is None:
        raise NotFound(where="period")
    return closed_sheet(person_id, wanted)
