"""Contracts that end, and contracts that become others."""

from collections.abc import Sequence
from datetime import date, datetime

from bole.kit.action import action
from bole.people.actions._holding import lock_lines, lock_people, refuse_others, refuse_stale, tell, touch
from bole.people.actions._joining import write_career
from bole.people.actions._lines import refuse_circles
from bole.people.actions._posts import release_reports, rows_of
from bole.people.events import EmploymentsEnded
from bole.people.models import EMPLOYMENT_KINDS, Assignment, Employment, Headship
from bole.people.permissions import can_change_employment
from bole.people.rules.entries import Conversion, known, short_text
from bole.people.rules.spells import day_after, day_before
from bole.values.viewer import Viewer


@action("people.end_employment")
def end_employment(*, person_id: int, last_day: date, reason: str, by: Viewer, at: datetime, version: int | None = None) -> None:
    """Let the day be somebody's last one: contract, posts and headships end; reports go to the heads of their units.

    :raises NotYours: if the person is not in the care of `by`
    :raises ChangedMeanwhile: if someone else changed the person first, with both texts
    :raises NotEmployed: if there is no contract on that day
    :raises Circle: if a reporting line would run in a circle without this person
    """
    lock_lines()
    people = lock_people([person_id])
    refuse_others(people, can_change_employment, by)
    person = people[person_id]
    contract = rows_of([person_id]).contract_on(person, last_day)
    refuse_stale(person, version, yours=lambda: {"last_day": str(last_day)}, theirs=lambda: {"last_day": str(contract.last_day or "")})
    why = short_text(reason, where="reason", limit=40)
    Employment.objects.on(last_day).filter(person=person_id).update(last_day=last_day, reason_ended=why)
    for kind in (Employment, Assignment, Headship):
        rows = kind.objects.known().filter(person=person_id)
        rows.filter(first_day__gt=last_day).update(withdrawn_at=at)
        rows.exclude(last_day__lte=last_day).filter(first_day__lte=last_day).update(last_day=last_day)
    release_reports(person_id, day_after(last_day), by=by, at=at)
    refuse_circles(day_after(last_day), {})
    write_career([(person_id, "left", last_day)], at=at)
    touch([person], by=by, at=at, fields=("employment", "assignment"))
    tell(EmploymentsEnded, [(person_id, last_day.isoformat())], at=at)


@action("people.convert_contracts")
def convert_contracts(*, conversions: Sequence[Conversion], by: Viewer, at: datetime) -> None:
    """Let contracts become ones of another kind from a day on, such as regular after probation, without a break.

    :raises NotYours: if one of the people is not in the care of `by`
    :raises NotEmployed: if there is no contract on that day
    """
    lock_lines()  # who keeps the headcount in memory sees that it is old
    people = lock_people([one.person_id for one in conversions])
    refuse_others(people, can_change_employment, by)
    rows = rows_of(list(people))
    for one in conversions:
        rows.contract_on(people[one.person_id], one.first_day)
        known(one.kind, EMPLOYMENT_KINDS, where="kind")
    for one in conversions:
        old = Employment.objects.on(one.first_day).get(person=one.person_id)
        if old.kind == one.kind:
            continue
        ends = {"last_day": day_before(one.first_day), "reason_ended": "converted"}
        Employment.objects.filter(pk=old.pk).update(**(ends if old.first_day < one.first_day else {"withdrawn_at": at}))
        Employment.objects.create(
            person_id=one.person_id,
            employer_id=old.employer_id,
            kind=one.kind,
            first_day=one.first_day,
            last_day=old.last_day,
            reason_ended=old.reason_ended,
            recorded_at=at,
        )
    touch(people.values(), by=by, at=at, fields=("employment",))
