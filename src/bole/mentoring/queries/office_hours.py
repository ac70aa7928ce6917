"""Office hours: which are to come, one of them, one's own; how long mentors were there."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import Coalesce

from bole.access.rules import insist_on_taking_part
from bole.growth.queries import SkillRow, catalogue
from bole.kit.clock import local_day
from bole.mentoring.models import MentorRole, OfficeHours, OfficePlace
from bole.mentoring.rules.growth_figures import WINDOW_MONTHS, months_later
from bole.mentoring.rules.office_hours import TO_MARK
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

A_DAY = timedelta(days=1)

MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRow:
    """Office hours of a mentor. `mine` is when the viewer's own place begins, if there is one."""

    ref: str
    mentor_id: int
    begins_at: datetime
    ends_at: datetime
    place: str
    minutes: int
    skills: tuple[str, ...]
    is_off: bool
    is_marked: bool
    all: int
    free: int
    mine: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A place. The words are the mentor's and the guest's to read; to others a place is free or not."""

    ref: str
    number: int
    begins_at: datetime
    person_id: int | None
    words: str
    came: bool | None
    is_free: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeList:
    """What is to come, soonest first; `own` are the viewer's as mentor, `asked` skill and mentor by which it was chosen."""

    rows: tuple[OfficeRow, ...]
    own: tuple[OfficeRow, ...]
    skills: tuple[SkillRow, ...]
    mentors: tuple[int, ...]
    skill: str
    mentor: str
    may_open: bool
    people: dict[int, Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePage:
    """One of them with its places."""

    row: OfficeRow
    places: tuple[PlaceRow, ...]
    skills: tuple[SkillRow, ...]
    is_own: bool
    may_mark: bool
    people: dict[int, Card]


def office_list(viewer: Viewer, *, skill: str, mentor: str, at: datetime) -> OfficeList:
    """Return the office hours that are to come, by skill and by mentor (seven queries).

    :raises NotFound: unless the viewer takes part
    """
    me, day = insist_on_taking_part(viewer), local_day(at)
    coming = _rows(OfficeHours.objects.filter(ends_at__gt=at, called_off_at=None), me)
    people = cards({one.mentor_id for one in coming}, day)
    numbers = {person: card.number for person, card in people.items()}
    others = [one for one in coming if one.mentor_id != me]
    own = [one for one in coming if one.mentor_id == me] + _to_mark(me, at)
    known = {one.code: one for one in catalogue(offered_only=False)}
    chosen = (one for one in others if (not skill or skill in one.skills) and (not mentor or numbers.get(one.mentor_id) == mentor))
    return OfficeList(
        rows=tuple(chosen)[:MOST],
        own=tuple(own),
        skills=tuple(known[code] for code in dict.fromkeys(code for one in others for code in one.skills) if code in known),
        mentors=tuple(dict.fromkeys(one.mentor_id for one in others)),
        skill=skill,
        mentor=mentor,
        may_open=_holds_role(me, day),
        people=people | (cards([me], day) if own else {}),
    )


def _to_mark(me: int, at: datetime) -> list[OfficeRow]:
    """Return those that are over, had guests, and where nobody noted who came."""
    over = OfficeHours.objects.filter(mentor=me, ends_at__lte=at, ends_at__gt=at - TO_MARK, called_off_at=None, marked_at=None)
    return [one for one in _rows(over, me) if one.free < one.all]


def _holds_role(person_id: int, day: date) -> bool:
    return MentorRole.objects.filter(person=person_id, first_day__lte=day).exclude(last_day__lt=day).exists()


def may_open_office(viewer: Viewer, *, day: date) -> tuple[SkillRow, ...]:
    """Return the skills that office hours may be about, to a mentor (two queries).

    :raises NotFound: to everybody else
    """
    if not _holds_role(insist_on_taking_part(viewer), day):
        raise NotFound
    return catalogue()


def office_for(viewer: Viewer, ref: str, *, at: datetime) -> OfficePage:
    """Return one of them (five queries): to the mentor with who booked and about what, to a guest the own place, to others what is free.

    :raises NotFound: unless the viewer takes part and there is such a one
    """
    me, day = insist_on_taking_part(viewer), local_day(at)
    row = next(iter(_rows(OfficeHours.objects.filter(ref=ref), me)), None)
    if row is None:
        raise NotFound
    is_own = row.mentor_id == me
    places = OfficePlace.objects.filter(session__ref=ref).order_by("number")
    found = tuple(_place(one, is_open=is_own or one.person_id == me) for one in places)
    known = {one.code: one for one in catalogue(offered_only=False)}
    return OfficePage(
        row=row,
        places=found,
        skills=tuple(known[code] for code in row.skills if code in known),
        is_own=is_own,
        may_mark=is_own and not row.is_off and row.begins_at <= at < row.ends_at + TO_MARK and row.free < row.all,
        people=cards({row.mentor_id, *(one.person_id for one in found if one.person_id)}, day),
    )


def own_bookings(person_id: int, *, at: datetime) -> list[tuple[OfficeRow, datetime]]:
    """Return where somebody has a place that is to come, with when it begins (one query)."""
    held = OfficePlace.objects.filter(person=person_id, session__ends_at__gt=at, session__called_off_at=None)
    return [(_row(one.session, 0, 0, one.begins_at), one.begins_at) for one in held.select_related("session").order_by("begins_at")]


def own_office(person_id: int, *, at: datetime) -> list[OfficeRow]:
    """Return a mentor's own office hours that are to come (one query)."""
    return _rows(OfficeHours.objects.filter(mentor=person_id, ends_at__gt=at, called_off_at=None), person_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Office hours that somebody came to: the minutes of their places."""

    mentor_id: int
    ref: str
    day: date
    minutes: int
    came: int


def office_given(first_day: date, last_day: date, *, mentor_ids: Collection[int] | None = None) -> list[Given]:
    """Return the office hours of these days to which somebody came, the earliest first (one query); None: of every mentor."""
    around = datetime.combine(first_day, time(), UTC) - A_DAY, datetime.combine(last_day, time(), UTC) + 2 * A_DAY
    rows = OfficePlace.objects.filter(came=True, session__begins_at__range=around).order_by("session__begins_at", "session")
    if mentor_ids is not None:
        rows = rows.filter(session__mentor__among=list(mentor_ids))
    told = rows.values_list("session__mentor", "session__ref", "session__begins_at").annotate(Sum("session__minutes"), Count("id"))
    found = [Given(mentor_id=row[0], ref=row[1], day=local_day(row[2]), minutes=row[3], came=row[4]) for row in told]
    return [one for one in found if first_day <= one.day <= last_day]


def office_minutes(mentor_ids: Collection[int], *, day: date) -> dict[int, int]:
    """Return how many minutes mentors gave in office hours in the last twelve months, by the places whose guests came (one query)."""
    total: defaultdict[int, int] = defaultdict(int)
    for one in office_given(months_later(day, -WINDOW_MONTHS) + A_DAY, day, mentor_ids=mentor_ids):
        total[one.mentor_id] += one.minutes
    return dict(total)


def office_minutes_ever(mentor_id: int) -> int:
    """Return how many minutes a mentor ever gave in office hours (one query)."""
    found = OfficePlace.objects.filter(session__mentor=mentor_id, came=True)
    minutes: int = found.aggregate(sum=Coalesce(Sum("session__minutes"), 0))["sum"]
    return minutes


def _rows(found: QuerySet[OfficeHours], me: int) -> list[OfficeRow]:
    """Read office hours with how many places are free, soonest first (two queries)."""
    rows = list(found.order_by("begins_at", "pk"))
    places: defaultdict[int, list[tuple[int | None, datetime]]] = defaultdict(list)
    for session, person, begins_at in OfficePlace.objects.filter(session__in=rows).values_list("session_id", "person_id", "begins_at"):
        places[session].append((person, begins_at))
    return [_counted(one, places[one.pk], me) for one in rows]


def _counted(one: OfficeHours, places: list[tuple[int | None, datetime]], me: int) -> OfficeRow:
    free = sum(person is None for person, _begins_at in places)
    return _row(one, len(places), free, next((begins_at for person, begins_at in places if person == me), None))


def _row(one: OfficeHours, count: int, free: int, mine: datetime | None) -> OfficeRow:
    return OfficeRow(
        ref=one.ref, mentor_id=one.mentor_id, begins_at=one.begins_at, ends_at=one.ends_at, place=one.place, minutes=one.minutes,
        skills=tuple(one.skills), is_off=one.called_off_at is not None, is_marked=one.marked_at is not None, all=count,
        free=free, mine=mine,
    )  # fmt: skip


def _place(one: OfficePlace, *, is_open: bool) -> PlaceRow:
    return PlaceRow(
        ref=one.ref,
        number=one.number,
        begins_at=one.begins_at,
        person_id=one.person_id if is_open else None,
        words=str(one.words) if is_open else "",
        came=one.came if is_open else None,
        is_free=one.person_id is None,
    )


def free_starts(places: Iterable[PlaceRow], *, at: datetime) -> list[PlaceRow]:
    """Return the places that can still be booked."""
    return [one for one in places if one.is_free and one.begins_at > at]
