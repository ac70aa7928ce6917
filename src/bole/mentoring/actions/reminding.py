"""Telling people of duties: reminders, next week's talk, warnings, a nudge. What was told is kept, so that nothing is told twice."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.models import Duty, Mentorship, Reminder
from bole.mentoring.permissions import can_read_overdue
from bole.mentoring.queries.tests import exam_of_pair
from bole.mentoring.refusals import NotOverdue, NudgedAlready
from bole.mentoring.rules.calendar import Open, Telling, due_tellings
from bole.notices.actions import tell
from bole.people.models import Person
from bole.people.queries import managers_on, zones_on
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

ROLES: Mapping[str, tuple[str, ...]] = {"due": ("mentor", "mentee"), "week": ("mentor", "mentee"), "overdue": ("mentor", "manager")}


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody who may be told of a duty, and in which part."""

    to: str
    person_id: int
    name: str
    account_id: int | None
    zone: ZoneInfo


def tell_what_is_due(*, by: Viewer, at: datetime) -> int:
    """Tell everybody what is due now, duty by duty, each in a transaction of its own; return how many notices went out."""
    duties = list(
        Duty.objects.filter(done_on=None, dropped_at=None, mentorship__state="running").select_related("mentorship").order_by("pk")
    )
    parts = parts_of({one.pk: one.mentorship for one in duties}, at=at)
    told = _told([one.pk for one in duties])
    due = [one for one in duties if _tellings(one, parts[one.pk], told[one.pk], at=at)]
    return sum(remind(duty_id=one.pk, parts=parts[one.pk], by=by, at=at) for one in due)


@action("mentoring.remind")
def remind(*, duty_id: int, parts: Sequence[Part], by: Viewer, at: datetime) -> int:
    """Tell of one duty what is to be told now and was not; return how many notices went out."""
    duty = Duty.objects.select_for_update(of=("self",)).select_related("mentorship").get(pk=duty_id)
    if duty.done_on is not None or duty.dropped_at is not None or duty.mentorship.state != "running":
        return 0
    named = {part.to: part for part in parts}
    count = 0
    for part, telling in _tellings(duty, parts, _told([duty.pk])[duty.pk], at=at):
        Reminder.objects.create(duty=duty, what=telling.what, day=telling.day, to=part.to, told_at=at)
        count += _tell(duty, part, telling, named, by=by, at=at)
    on_record(thing=f"duty {duty.ref}")
    return count


def parts_of(pairs: Mapping[int, Mentorship], *, at: datetime) -> dict[int, list[Part]]:
    """Return who may be told of each thing that a pair has to do, by its key (six queries)."""
    day = local_day(at)
    mentors = {one.mentor_id for one in pairs.values()}
    bosses = managers_on(mentors, day)
    people = mentors | {one.mentee_id for one in pairs.values()} | {boss for boss in bosses.values() if boss is not None}
    zones = zones_on(people, day)
    rows = {key: (name, account) for key, name, account in Person.objects.filter(pk__in=people).values_list("pk", "name", "account_id")}
    found = {}
    for key_of, pair in pairs.items():
        stand = (("mentor", pair.mentor_id), ("mentee", pair.mentee_id), ("manager", bosses.get(pair.mentor_id)))
        found[key_of] = [
            Part(to, key, *rows[key], ZoneInfo(zones.get(key) or settings.TIME_ZONE))
            for to, key in stand
            if key is not None and key in rows
        ]
    return found


def _told(duty_ids: Sequence[int]) -> defaultdict[int, set[tuple[str, str, date]]]:
    found: defaultdict[int, set[tuple[str, str, date]]] = defaultdict(set)
    for duty, to, what, day in Reminder.objects.filter(duty__in=duty_ids).values_list("duty_id", "to", "what", "day"):
        found[duty].add((to, what, day))
    return found


def _tellings(duty: Duty, parts: Sequence[Part], told: set[tuple[str, str, date]], *, at: datetime) -> list[tuple[Part, Telling]]:
    state = Open(duty.kind, duty.due_on, duty.set_for)  # type: ignore[arg-type]  # the kinds are the column's
    return tellings_of(state, parts, told, roles=ROLES, at=at)


def tellings_of(
    state: Open, parts: Sequence[Part], told: set[tuple[str, str, date]], *, roles: Mapping[str, tuple[str, ...]], at: datetime
) -> list[tuple[Part, Telling]]:
    """Return who is told what of a thing to do now, everybody by the clock of the own place; `roles` says who hears which telling."""
    found = []
    for part in parts:
        if part.account_id is None:
            continue
        known = {(what, day) for to, what, day in told if to == part.to}
        here = at.astimezone(part.zone).replace(tzinfo=None)
        found += [(part, one) for one in due_tellings(state, known, local=here) if part.to in roles.get(one.what, ())]  # type: ignore[arg-type]  # read back
    return found


def _tell(duty: Duty, part: Part, telling: Telling, named: Mapping[str, Part], *, by: Viewer, at: datetime) -> int:
    exam = exam_of_pair(duty.mentorship_id) if part.to == "mentee" and duty.kind == "test" and telling.what == "due" else None
    kind = "mentoring.remind_test" if exam else _kind(duty, part, telling, named)
    other = named["mentee" if part.to == "mentor" else "mentor"]
    params: dict[str, str | int] = {"name": other.name, "n": telling.days_left, "duty": duty.kind, "date": duty.due_on.isoformat()}
    if exam:
        params |= {"q": exam.drawn, "m": exam.minutes}
    if telling.what == "overdue":
        manager = named["manager"].name if "manager" in named else ""
        moved = duty.set_for.isoformat() if duty.set_for else ""
        params |= {"mentor": named["mentor"].name, "mentee": named["mentee"].name, "manager": manager, "set_for": moved}
    assert part.account_id is not None  # noqa: S101  (who has none was left out)
    key, address = f"{duty.ref}:{telling.day}:{part.to}", f"/mentoring/duties/{duty.ref}/"
    return tell(accounts=[part.account_id], kind=kind, key=key, params=params, address=address, by=by, at=at)


def _kind(duty: Duty, part: Part, telling: Telling, named: Mapping[str, Part]) -> str:
    """Return which sentence says it."""
    if telling.what == "week":
        return "mentoring.remind_next_week"
    if telling.what == "overdue":
        moved = "_moved" if duty.set_for is not None and duty.set_for > duty.due_on else ""
        if part.to == "mentor" and ("manager" not in named or named["manager"].account_id is None):
            return "mentoring.overdue_mentor_alone"
        return f"mentoring.overdue_{part.to}{moved}"
    if duty.kind == "meeting":
        return "mentoring.remind_due"
    if part.to == "mentor":
        return f"mentoring.remind_{duty.kind}_of"
    return "mentoring.remind_test_plain" if duty.kind == "test" else "mentoring.remind_report"


@action("mentoring.nudge")
def nudge(*, ref: str, by: Viewer, at: datetime) -> None:
    """Remind the mentor of something overdue; whoever leads one of the two may, once a day.

    :raises NotFound: if the duty is not open to the viewer
    :raises NotYours: unless the viewer leads the mentor or the mentee
    :raises NotOverdue: if there is nothing to remind of
    :raises NudgedAlready: if the mentor was reminded today
    """
    duty = Duty.objects.select_for_update(of=("self",)).select_related("mentorship").filter(ref=ref).first()
    if duty is None or not can_read_overdue(by, duty.mentorship):
        raise NotFound
    pair, today = duty.mentorship, local_day(at)
    if not {pair.mentor_id, pair.mentee_id} & by.reports:
        raise NotYours
    if duty.done_on is not None or duty.dropped_at is not None or duty.due_on >= today or pair.state != "running":
        raise NotOverdue
    people = {one.pk: one for one in Person.objects.filter(pk__in=(pair.mentor_id, pair.mentee_id))}
    mentor, mentee = people[pair.mentor_id], people[pair.mentee_id]
    if Reminder.objects.filter(duty=duty, what="nudge", day=today).exists():
        raise NudgedAlready(name=mentor.name)
    Reminder.objects.create(duty=duty, what="nudge", day=today, to="mentor", told_at=at)
    on_record(subject=str(mentor.ref), thing=f"duty {duty.ref}")
    if mentor.account_id is not None:
        params = {"name": by.name, "duty": duty.kind, "mentee": mentee.name, "date": duty.due_on.isoformat()}
        key, address = f"{duty.ref}:{today}", f"/mentoring/duties/{duty.ref}/"
        tell(accounts=[mentor.account_id], kind="mentoring.nudge", key=key, params=params, address=address, by=by, at=at)
