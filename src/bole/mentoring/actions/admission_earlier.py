"""Taking over mentoring from before the system, so that nobody starts at zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import may_company
from bole.kit.action import action, on_record
from bole.mentoring.actions.pairs import import_mentorship
from bole.values.refusal import NotYours
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A mentorship that was over before the system."""

    mentor_id: int
    mentee_id: int
    first_day: date
    last_day: date
    hours: int

    @property
    def pair(self) -> tuple[int, int, date]:
        """What makes it the same one."""
        return self.mentor_id, self.mentee_id, self.first_day


@action("mentoring.take_earlier_mentoring")
def take_earlier_mentoring(*, rows: Sequence[Earlier], framework: str, by: Viewer, at: datetime) -> int:
    """Take mentorships over, all or none; whoever takes them has verified them.

    :raises NotYours: unless HR admin takes them, and not their own
    :raises Invalid: if one of them cannot have been so
    """
    if not may_company(by, "change", "imports"):
        raise NotYours
    for one in rows:
        import_mentorship(
            mentor_id=one.mentor_id, mentee_id=one.mentee_id, framework_code=framework, first_day=one.first_day, last_day=one.last_day,
            hours=one.hours, by=by, at=at,
        )  # fmt: skip
    on_record(thing="mentorships of earlier days")
    return len(rows)
