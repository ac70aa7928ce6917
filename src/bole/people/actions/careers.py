"""Steps of a career that no change of post tells: a long leave, a return."""

from datetime import date, datetime

from bole.kit.action import action
from bole.people.actions._holding import lock_people, note, refuse_others
from bole.people.models import CAREER_KINDS, CareerEvent
from bole.people.permissions import can_change_employment
from bole.people.rules.entries import known, short_text
from bole.values.viewer import Viewer


@action("people.add_career_event")
def add_career_event(
    *, person_id: int, kind: str, day: date, by: Viewer, at: datetime, before: str = "", after: str = "", text: str = ""
) -> CareerEvent:
    """Add a step to somebody's career.

    :raises NotYours: if the person is not in the care of `by`
    :raises UnknownKind: if there is no such kind of step
    """
    people = lock_people([person_id])
    refuse_others(people, can_change_employment, by)
    note(people.values(), fields=("career",))
    return CareerEvent.objects.create(
        person_id=person_id,
        kind=known(kind, CAREER_KINDS, where="kind"),
        day=day,
        before=short_text(before, where="before", limit=250),
        after=short_text(after, where="after", limit=250),
        note=short_text(text, where="note", limit=2000),
        recorded_at=at,
    )
