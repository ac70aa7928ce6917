"""What a calendar address shows: days of mentoring talks and with whom. No plan, no word, nothing of anybody else."""

from dataclasses import dataclass
from datetime import date, datetime

from bole.accounts.actions import hashed
from bole.mentoring.models import CalendarFeed, Duty
from bole.people.queries import employments_on
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


def feed_of(secret: str, *, day: date) -> list[FeedDay]:
    """Return the talks that are to come, and those of the pairs as they are, of whose address this is (three queries).

    :raises NotFound: if the address is none, was taken back, or its person does not work here or cannot sign in any more
    """
    if not secret or len(secret) > LONGEST_SECRET:
        raise NotFound
    feed = CalendarFeed.objects.filter(hash=hashed(secret), ended_at=None).select_related("person__account").first()
    if feed is None or feed.person.account is None or not feed.person.account.is_active:
        raise NotFound
    if feed.person_id not in employments_on([feed.person_id], day):
        raise NotFound
    me = feed.person_id
    rows = Duty.objects.filter(kind="meeting", done_on=None, dropped_at=None, mentorship__state="running")
    mine = rows.filter(mentorship__mentor=me) | rows.filter(mentorship__mentee=me)
    found = mine.select_related("mentorship__mentor", "mentorship__mentee").order_by("due_on", "id")
    return [
        FeedDay(ref=one.ref, name=_other(one, me), day=one.set_for or one.due_on, half=one.set_half, since=feed.made_at) for one in found
    ]


def _other(one: Duty, me: int) -> str:
    pair = one.mentorship
    return pair.mentee.name if pair.mentor_id == me else pair.mentor.name


def has_feed(person_id: int) -> bool:
    """Test if somebody has a calendar address (one query)."""
    return CalendarFeed.objects.filter(person=person_id, ended_at=None).exists()
