"""What the page about one person's performance shows."""

from dataclasses import dataclass
from datetime import date

from bole.people.queries import cards, managers_on
from bole.scoring.queries import MyScore, SupportRow, my_score, support_of
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.queries import OpenWork, open_work, records_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """A score, the work in progress beside it, and support. `records` counts what has come while there is no score yet."""

    score: MyScore
    work: OpenWork | None
    support: tuple[SupportRow, ...]
    records: int = 0


def own_person(viewer: Viewer) -> int:
    """Return the viewer's own person.

    :raises NotFound: if the account has none
    """
    if viewer.person_id is None:
        raise NotFound
    return viewer.person_id


def performance_of(viewer: Viewer, person_id: int, *, day: date, period: str = "", revision: int = 0) -> Performance:
    """Return everything about one person's performance (seven queries for a live score).

    :raises NotFound: if it is not open to the viewer
    """
    score = my_score(viewer, person_id, day=day, period=period, revision=revision)
    is_own = viewer.person_id == person_id
    return Performance(
        score=score,
        work=open_work(viewer, person_id, day=day) if score.is_live or score.sheet is None else None,
        support=tuple(support_of(viewer, person_id, day=day)) if is_own or person_id in viewer.reports else (),
        records=records_so_far(score),
    )


def records_so_far(score: MyScore) -> int:
    """Count the records of a period that has too few working days for a score (one query then, none else)."""
    sheet = score.sheet
    if sheet is None or sheet.state != "not_enough":
        return 0
    return records_of(score.person_id, sheet.period.first_day, min(sheet.period.last_day, score.day))


def manager_of(person_id: int, *, day: date) -> tuple[int | None, str]:
    """Return the person's manager on the day: key and name (a few queries)."""
    manager = managers_on([person_id], day).get(person_id)
    return (manager, cards([manager], day)[manager].name) if manager is not None else (None, "")
