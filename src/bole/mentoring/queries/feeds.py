"""What a calendar address shows: days of mentoring talks and with whom. No plan, no word, nothing of anybody else."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bole.accounts.actions import hashed
from bole.kit.clock import local_day
from bole.mentoring.models import CalendarFeed, Duty
from bole.mentoring.queries.office_hours import own_bookings, own_office
from bole.people.queries import cards, employments_on
from bole.values.refusal import NotFound

LONGEST_SECRET = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedDay:
    """A talk in a calendar."""

    ref: str
    name: str
    day: date
    half: str  # am | pm, if the two named it
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHour:
    """Office hours in a calendar: one's own (no name), or a place in those of a mentor."""

    ref: str
    name: str
    begins_at: datetime
    ends_at: datetime
    since: datetime


def office_of(secret: str, *, at: datetime) -> list[FeedHour]:
    """Return the office hours that are to come of whose address this is, as mentor and as guest (five queries).

    :raises NotFound: as `feed_of` does
    """
    feed, me = _feed(secret, day=local_day(at))
    booked = own_bookings(me, at=at)
    names = cards({one.mentor_id for one, _begins_at in booked}, local_day(at))
    own = [
        FeedHour(ref=one.ref, name="", begins_at=one.begins_at, ends_at=one.ends_at, since=feed.made_at) for one in own_office(me, at=at)
    ]
    return own + [
        FeedHour(
            ref=one.ref, name=names[one.mentor_id].name, begins_at=begins_at, ends_at=begins_at + timedelta(minutes=one.minutes),
            since=feed.made_at,
        )
        for one, begins_at in booked
        if one.mentor_id in names
    ]  # fmt: skip


def feed_of(secret: str, *, day: date) -> list[FeedDay]:
    """Return the talks that are to come, and those of the pairs as they are, of whose address this is (three queries).

    :raises NotFound: if the address is none, was taken back, or its person does not work here or cannot sign in any more
    """
    feed, me = _feed(secret, day=day)
    rows = Duty.objects.filter(kind="meeting", done_on=None, dropped_at=None, mentorship__state="running")
    mine = rows.filter(mentorship__mentor=me) | rows.filter(mentorship__mentee=me)
    found = mine.select_related("mentorship__mentor", "mentorship__mentee").order_by("due_on", "id")
    return [
        FeedDay(ref=one.ref, name=_other(one, me), day=one.set_for or one.due_on, half=one.set_half, since=feed.made_at) for one in found
    ]


def _feed(secret: str, *, day: date) -> tuple[CalendarFeed, int]:
    if not secret or len(secret) > LONGEST_SECRET:
        raise NotFound
    feed = CalendarFeed.objects.filter(hash=hashed(secret), ended_at=None).select_related("person__account").first()
    if feed is None or feed.person.account is None or not feed.person.account.is_active:
        raise NotFound
    if feed.person_id not in employments_on([feed.person_id], day):
        raise NotFound
    return feed, feed.person_id


def _other(one: Duty, me: int) -> str:
    pair = one.mentorship
    return pair.mentee.name if pair.mentor_id == me else pair.mentor.name


def has_feed(person_id: int) -> bool:
    """Test if somebody has a calendar address (one query)."""
    return CalendarFeed.objects.filter(person=person_id, ended_at=None).exists()
