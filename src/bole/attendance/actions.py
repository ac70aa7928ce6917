"""Recording absences and withdrawing what was recorded by mistake."""

from datetime import date, datetime

from bole.attendance.events import AbsencesChanged
from bole.attendance.models import Absence
from bole.attendance.permissions import can_change_absences, can_read_absences
from bole.attendance.refusals import KnownAlready
from bole.attendance.rules.spell import insist
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.people.models import Person
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer


@action("attendance.record_absence")
def record_absence(*, person_id: int, first_day: date, last_day: date, kind: str, by: Viewer, at: datetime) -> Absence:
    """Record that somebody is away from a first to a last day, both included.

    :raises NotFound: if there is no such person, or the person is not the recorder's to look after
    :raises KnownAlready: if the very same absence is on record
    :raises Invalid: if the days or the kind cannot be
    """
    person = Person.objects.select_for_update(no_key=True).filter(pk=person_id).first()
    if person is None or not can_change_absences(by, person_id):
        raise NotFound
    insist(first_day, last_day, kind)
    same = Absence.objects.filter(person=person, first_day=first_day, last_day=last_day, withdrawn_at=None)
    if any(one.kind == kind for one in same):
        raise KnownAlready
    made = Absence.objects.create(person=person, first_day=first_day, last_day=last_day, kind=kind, recorded_at=at, by=by.name)
    on_record(subject=str(person.ref), thing=f"absence {made.ref}", fields=("first_day", "last_day", "kind"))
    announce(AbsencesChanged(person_id, first_day.isoformat(), last_day.isoformat()), at=at)
    return made


@action("attendance.withdraw_absence")
def withdraw_absence(*, ref: str, by: Viewer, at: datetime) -> None:
    """Withdraw an absence that was recorded by mistake; one that is withdrawn already stays so.

    :raises NotFound: if there is none that the viewer may see
    :raises NotYours: if the viewer sees it and may not change it
    """
    found = Absence.objects.select_for_update(of=("self",)).select_related("person").filter(ref=ref).first()
    if found is None or not can_read_absences(by, found.person_id):
        raise NotFound
    if not can_change_absences(by, found.person_id):
        raise NotYours
    if found.withdrawn_at is not None:
        return
    found.withdrawn_at = at
    found.save(update_fields=["withdrawn_at"])
    on_record(subject=str(found.person.ref), thing=f"absence {ref}", fields=("withdrawn_at",))
    announce(AbsencesChanged(found.person_id, found.first_day.isoformat(), found.last_day.isoformat()), at=at)
