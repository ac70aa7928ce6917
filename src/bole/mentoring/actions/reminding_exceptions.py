"""Telling of exceptions that end: the mentor, and the HR that looks after them, a few days before and on the last day; each once."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count, Exists, OuterRef

from bole.kit.clock import local_day
from bole.mentoring.admission_telling import BECOME, hr_accounts_of
from bole.mentoring.models import MentorRole, Mentorship, Retirement
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.rules.calendar import A_MONTH, Telling, end_tellings
from bole.notices.actions import tell
from bole.people.models import Person
from bole.people.queries import zones_on
from bole.values.viewer import Viewer

AHEAD = timedelta(days=20)  # longer than the longest holiday that a reminder is moved over
KINDS = {"due": "exception_soon", "overdue": "exception_ends"}


def tell_what_exceptions_end(*, by: Viewer, at: datetime) -> int:
    """Tell of every mentor's exception what is to be told now; return how many notices went. Notices themselves keep what was told.

    Who steps down, was told by HR that the role ends, or does not work here any more is told nothing of it.
    """
    day = local_day(at)
    granted = MentorRole.objects.filter(how="waiver", steps_down_at=None, last_day__gt=day - A_MONTH, last_day__lte=day + AHEAD)
    roles = list(granted.filter(~_ended_by_hr(), ~_goes_on(), person__account__is_active=True).select_related("person").order_by("pk"))
    if not roles:
        return 0
    people = [one.person_id for one in roles]
    zones, running = zones_on(people, day), _running(people)
    count = 0
    for role in roles:
        here = at.astimezone(ZoneInfo(zones.get(role.person_id) or settings.TIME_ZONE)).replace(tzinfo=None)
        for one in end_tellings(_last_day(role), since=role.first_day, local=here):
            count += _tell(role, role.person, one, running.get(role.person_id, 0), by=by, at=at)
    return count


def _ended_by_hr() -> Exists:
    """Return the condition that HR ended this role; an end before it began was another one's."""
    return Exists(Retirement.objects.filter(person=OuterRef("person"), taken_back_at=None, ends_on__gte=OuterRef("first_day")))


def _goes_on() -> Exists:
    """Return the condition that a later role followed this one."""
    return Exists(MentorRole.objects.filter(person=OuterRef("person"), first_day__gt=OuterRef("first_day")))


def _running(people: Collection[int]) -> dict[int, int]:
    pairs = Mentorship.objects.filter(mentor__in=people, state__in=ALIVE)
    return dict(pairs.order_by("mentor").values_list("mentor").annotate(n=Count("pk")))


def _last_day(role: MentorRole) -> date:
    assert role.last_day is not None  # noqa: S101  (asked for with one)
    return role.last_day


def _tell(role: MentorRole, person: Person, telling: Telling, running: int, *, by: Viewer, at: datetime) -> int:
    kind, key = f"mentoring.{KINDS[telling.what]}", f"{role.ref}:{telling.day}"
    params: dict[str, str | int] = {"n": telling.days_left, "date": telling.day.isoformat()}
    own = [person.account_id] if person.account_id is not None else []
    told = tell(accounts=own, kind=kind, key=key, params=params, address=BECOME, by=by, at=at)
    return told + tell(
        accounts=hr_accounts_of(person, at=at), kind=f"{kind}_of", key=key, params={**params, "name": person.name, "pairs": running},
        address=f"/mentoring/effect/{person.number}/", by=by, at=at,
    )  # fmt: skip
