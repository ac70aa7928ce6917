"""What mentors give, as records of work: each talk, programme, promotion and score once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from bole.kit.action import action
from bole.kit.clock import local_day
from bole.mentoring.models import Meeting, MentorScore, Mentorship
from bole.mentoring.rules.growth_figures import is_promoted
from bole.mentoring.rules.talks import talk_key
from bole.people.queries import careers_of
from bole.values.refusal import NotYours
from bole.values.viewer import SYSTEM, Viewer
from bole.work.actions import OwnFact, record_own

LOOK_BACK = timedelta(days=400)  # a promotion within twelve months after a programme counts
OF_LATE = timedelta(days=62)
AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class _Gift:
    """A number that a mentor gave, on a day; None: it turned out that it was not so."""

    key: str
    mentor_id: int
    day: date
    measure: str
    value: int | None


@action("mentoring.record_facts")
def record_mentoring_facts(*, since: date, by: Viewer, at: datetime) -> int:
    """Record what mentors gave since a day; what is recorded already changes nothing. Return how many records are new or changed.

    :raises NotYours: unless the system does it
    """
    if not by.is_system:
        raise NotYours
    until = local_day(at)
    gifts = [*_talks(since, until), *_programmes(since, until), *_scores(since, until)]
    for first in range(0, len(gifts), AT_ONCE):
        made = [_fact(one, at) for one in gifts[first : first + AT_ONCE]]
        record_own(made=made, note=f"mentoring {at.isoformat()} {first}", by=by, at=at)
    return len(gifts)


def record_talks_anew(talk: Sequence[Meeting], *, before: date, at: datetime) -> None:
    """Record a talk that was corrected, from the day `before` to its day of now, and take back what it is no longer (one or two writes).

    Called by the action that corrects it; `talk` are its records with their pairs: one, or those of all who came.
    """
    pairs, days = {one.mentorship_id for one in talk}, {before, *(one.held_on for one in talk)}
    groups = {one.mentorship.group for one in talk} - {""}
    mentor = talk[0].mentorship.mentor_id
    beside = Q(mentorship__in=pairs) | Q(mentorship__mentor=mentor, mentorship__group__in=groups)
    now = list(_lengths(Meeting.objects.filter(beside, held_on__in=days)))
    was = {talk_key(one.ref, group=one.mentorship.group, day=before) for one in talk} - {one.key for one in now}
    gone = [_Gift(key, mentor, before, "mentoring_time", None) for key in sorted(was)]
    record_own(made=[_fact(one, at) for one in (*now, *gone)], note=f"mentoring corrected {at.isoformat()}", by=SYSTEM, at=at)


def record_facts_of_late(at: datetime) -> str:
    """Record what mentors gave of late (a job of the timetable)."""
    return f"{record_mentoring_facts(since=local_day(at) - OF_LATE, by=SYSTEM, at=at)} records of mentoring"


def _talks(since: date, until: date) -> Iterator[_Gift]:
    yield from _lengths(Meeting.objects.filter(held_on__gte=since, held_on__lte=until))


def _lengths(talks: QuerySet[Meeting]) -> Iterator[_Gift]:
    """Yield the length of each talk; a group's talk of a day once, by its longest record."""
    rows = talks.order_by("held_on", "id")
    found: dict[str, _Gift] = {}
    for ref, mentor, group, day, minutes in rows.values_list("ref", "mentorship__mentor_id", "mentorship__group", "held_on", "minutes"):
        key = talk_key(ref, group=group, day=day)
        seconds, kept = minutes * 60, found.get(key)
        if kept is None or seconds > (kept.value or 0):
            found[key] = _Gift(key, mentor, day, "mentoring_time", seconds)
    yield from found.values()


def _programmes(since: date, until: date) -> Iterator[_Gift]:
    """Yield programmes that are over as planned, and promotions during them or within twelve months after."""
    rows = list(
        Mentorship.objects.filter(first_day__lte=until).exclude(state="planned").exclude(ended_why="mistake").exclude(source="import")
        .exclude(ended_on__lt=since - LOOK_BACK).order_by("id")
        .values_list("ref", "mentor_id", "mentee_id", "first_day", "ended_on", "ended_why")
    )  # fmt: skip
    careers = careers_of({mentee for _ref, _mentor, mentee, *_more in rows})
    for ref, mentor, mentee, first, ended, why in rows:
        end = ended if ended is not None and ended <= until else None
        if end is not None and end >= since and why == "done":
            yield _Gift(f"completed {ref}", mentor, end, "mentees_completed", 1)
        for step in careers.get(mentee, ()):
            if step.kind == "promoted" and since <= step.day <= until and is_promoted([step.day], start=first, end=end):
                yield _Gift(f"promoted {ref} {step.day}", mentor, step.day, "mentees_promoted", 1)


def _scores(since: date, until: date) -> Iterator[_Gift]:
    rows = MentorScore.objects.filter(day__gte=since, day__lte=until).exclude(total=None).order_by("day", "person_id")
    for person, day, total in rows.values_list("person_id", "day", "total"):
        yield _Gift(f"score {person} {day}", person, day, "mentor_score", total or 0)


def _fact(one: _Gift, at: datetime) -> OwnFact:
    noon = datetime.combine(one.day, time(12), ZoneInfo(settings.TIME_ZONE))
    values = ((one.measure, one.value),) if one.value is not None else ()
    return OwnFact(key=one.key, person_id=one.mentor_id, kind="fact", title=_titles()[one.measure], moment=min(noon, at), values=values)


def _titles() -> dict[str, str]:
    """Return how the records are called, in the company's language."""
    with override(settings.LANGUAGE_CODE):
        return {
            "mentoring_time": _("Talk with a mentee"),
            "mentees_completed": _("A programme is complete"),
            "mentees_promoted": _("A mentee was promoted"),
            "mentor_score": _("Mentor score of the month"),
        }
