"""Writing the points of past days: when history is brought in, nobody was there to see the scores move."""

from collections.abc import Sequence
from datetime import date, datetime

from bole.access.rules import may_company
from bole.kit.action import action, on_record
from bole.kit.bulk import merge_rows
from bole.scoring.actions.scores import scored_people
from bole.scoring.computing import compute
from bole.scoring.models import ScorePoint
from bole.scoring.past import totals_at
from bole.scoring.rules.explanation import as_json
from bole.values.period import Period
from bole.values.refusal import NotYours
from bole.values.viewer import Viewer

COLUMNS = ("person_id", "day", "period", "score", "parts")
KEY = ("person_id", "day", "period")


@action("scoring.keep_past_points")
def keep_past_points(*, period: Period, days: Sequence[date], by: Viewer, at: datetime, with_parts: bool = False) -> int:
    """Write the score of a period as it stands at the end of each of these days (in order); `with_parts` also how it was made.

    :raises NotYours: unless HR admin or the system does it
    """
    if not may_company(by, "change", "closing"):
        raise NotYours
    rows: list[tuple[int, date, str, int | None, dict[str, object]]] = []
    for day, totals in {} if with_parts else totals_at(None, period, days).items():
        people = scored_people(list(totals), period, day)
        rows += [(person, day, period.code, totals[person], {}) for person in sorted(people)]
    for day in days if with_parts else ():
        known = min(day, period.last_day)
        people = scored_people(None, period, known)
        for person, one in compute(people, period, until=known).items():
            if one.explanation and one.state == "scored":
                rows.append((person, day, period.code, one.score, as_json(one.explanation)))
    merge_rows(ScorePoint, COLUMNS, rows, key=KEY)
    on_record(thing=f"period {period.code}", fields=("points",))
    return len(rows)
