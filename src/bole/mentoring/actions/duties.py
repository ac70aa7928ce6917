"""Duties of a pair: laid when its plan is approved, moved by absences, set for another day by the two, done."""

from datetime import date, datetime

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.settling import settle_days
from bole.mentoring.models import Duty, Mentorship
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.permissions import can_read_overdue, is_of_pair
from bole.mentoring.queries.slots import first_day_of
from bole.mentoring.refusals import AfterTheProgramme, BeforeItsTime, DayOver, DutyDone, PairOver
from bole.mentoring.rules.calendar import Kind, counts_for, nominal_days
from bole.mentoring.rules.dates import months_later
from bole.mentoring.rules.slots import HALVES
from bole.notices.actions import tell
from bole.people.models import Person
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

KINDS: tuple[Kind, ...] = ("meeting", "test", "report")


@action("mentoring.lay_duties")
def lay_duties(*, mentorship_id: int, by: Viewer, at: datetime) -> int:
    """Lay the duties of a pair by its framework's cadence and return how many are new; what is laid already stays as it is.

    The cadence begins on the day that the plan is approved, not before the first day.
    """
    pair = Mentorship.objects.select_for_update(of=("self",)).select_related("framework").get(pk=mentorship_id)
    begins = max(pair.first_day, local_day(at))
    every = {
        "meeting": pair.framework.meeting_every,
        "test": pair.framework.test_every,
        "report": pair.framework.report_every,
    }
    laid = list(Duty.objects.filter(mentorship=pair).order_by("kind", "ordinal"))
    new = [
        Duty(mentorship=pair, kind=kind, ordinal=ordinal, nominal_on=day, due_on=day)
        for kind in KINDS
        for ordinal, day in _missing(kind, every[kind], begins, pair.last_day, [one for one in laid if one.kind == kind])
    ]
    Duty.objects.bulk_create(new)
    settle_days([pair], at=at)
    on_record(thing=f"mentorship {pair.ref}")
    return len(new)


def _missing(kind: Kind, every: int, begins: date, last_day: date, laid: list[Duty]) -> list[tuple[int, date]]:
    """Return ordinals and days that are not laid yet: all, or those behind the last one where the programme grew longer."""
    if not laid:
        return list(enumerate(nominal_days(kind, every, begins, last_day), start=1))
    last = laid[-1]
    found, n = list[tuple[int, date]](), 1
    while every > 0 and months_later(last.nominal_on, every * n) <= last_day:
        found.append((last.ordinal + n, months_later(last.nominal_on, every * n)))
        n += 1
    return found


@action("mentoring.mark_done")
def mark_done(*, mentorship_id: int, kind: Kind, on: date, by: Viewer, at: datetime) -> Duty | None:
    """Note that something that was due took place, and return the duty; None if it came too early to count for one.

    It counts for the first duty that is open and whose time has begun: a second meeting within the month does not use up the next one.
    """
    duties = list(
        Duty.objects.select_for_update().filter(mentorship=mentorship_id, kind=kind, dropped_at=None).order_by("nominal_on", "pk")
    )
    first_day = Mentorship.objects.filter(pk=mentorship_id).values_list("first_day", flat=True)[0]
    place = counts_for([(duty.nominal_on, duty.done_on is not None) for duty in duties], on, first_day=first_day, kind=kind)
    if place is None:
        return None
    duty = duties[place]
    duty.done_on = on
    duty.save(update_fields=["done_on"])
    on_record(thing=f"duty {duty.ref}")
    return duty


@action("mentoring.set_for")
def set_for(*, ref: str, day: date, half: str = "", by: Viewer, at: datetime) -> Duty:
    """Set a duty for another day, or a half of it; either of the two may, the other one is told. A warning that is sent later says the day.

    :raises NotFound, NotYours: unless the viewer is one of the two, and the half is one of a day
    :raises DutyDone: if it is done, or dropped
    :raises DayOver: if the day lies behind
    :raises BeforeItsTime: if the one before it comes first
    :raises AfterTheProgramme: if the pair is over by then
    """
    duty = _own(ref, by)
    pair = duty.mentorship
    if pair.state not in ALIVE:
        raise PairOver(name=_name(pair.mentee_id if by.person_id == pair.mentor_id else pair.mentor_id), date=pair.ended_on)
    if duty.done_on is not None or duty.dropped_at is not None:
        raise DutyDone
    if day < local_day(at):
        raise DayOver(where="day")
    first = first_day_of(pair.pk, duty.kind, duty.nominal_on, begins=pair.first_day)
    if day < first:
        raise BeforeItsTime(first=first, where="day")
    if day > pair.ends_on:
        raise AfterTheProgramme(last=pair.ends_on, where="day")
    if half and half not in HALVES:
        raise NotFound(where="half")
    duty.set_for, duty.set_half = day, half
    duty.save(update_fields=["set_for", "set_half"])
    on_record(thing=f"duty {duty.ref}", fields=("set_for", "set_half"))
    _tell_the_other(duty, by=by, at=at)
    return duty


def _own(ref: str, by: Viewer) -> Duty:
    duty = Duty.objects.select_for_update(of=("self",)).select_related("mentorship").filter(ref=ref).first()
    if duty is None or not can_read_overdue(by, duty.mentorship):
        raise NotFound
    if not is_of_pair(by, duty.mentorship):
        raise NotYours
    return duty


def _tell_the_other(duty: Duty, *, by: Viewer, at: datetime) -> None:
    pair, me = duty.mentorship, by.person_id
    other = Person.objects.get(pk=pair.mentee_id if me == pair.mentor_id else pair.mentor_id)
    if other.account_id is None or duty.set_for is None or me is None:
        return
    params = {"name": _name(me), "duty": duty.kind, "date": duty.set_for.isoformat(), "half": duty.set_half}
    key, address = f"{duty.ref}:{duty.set_for}:{at:%Y%m%d%H%M}", f"/mentoring/duties/{duty.ref}/"
    kind = "mentoring.set_for_half" if duty.set_half else "mentoring.set_for"
    tell(accounts=[other.account_id], kind=kind, key=key, params=params, address=address, by=by, at=at)


def _name(person_id: int) -> str:
    return Person.objects.values_list("name", flat=True).get(pk=person_id)
