"""Meetings: what the two wrote, what others know of it, how far the core topics are, what comes next."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from bole.mentoring.models import AgendaPoint, Agreed, Duty, Meeting, Mentorship, PrivateNote
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.permissions import is_of_pair
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.queries.plans import running_topics
from bole.mentoring.rules.coverage import Coverage, coverage, month_of, next_topics
from bole.mentoring.rules.dates import TO_CORRECT, months_later
from bole.mentoring.rules.plan import PlanTopic
from bole.mentoring.rules.talks import minutes_talked, talk_key
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.values.workdays import working_day_at

NOTHING = Coverage(())


@dataclass(frozen=True, slots=True, kw_only=True)
class WasHeld:
    """What a record said of day, length and place until it was corrected."""

    held_on: date
    minutes: int
    place: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A meeting as managers and HR know it: that it took place, and when; `was` is what was recorded of that before."""

    ref: str
    number: int
    held_on: date
    minutes: int
    was: tuple[WasHeld, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedRow:
    """What was agreed: who does what by when."""

    ref: str
    meeting_ref: str
    owner_id: int
    words: str
    due_on: date | None
    done_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingText:
    """A meeting as the two read it."""

    row: MeetingRow
    place: str
    codes: tuple[str, ...]
    advice: str
    agreed: tuple[AgreedRow, ...]
    next_on: date | None
    shared_with: tuple[int, ...]
    by_id: int
    corrected_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """What one of the two wants to talk about."""

    ref: str
    by_id: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What comes next: core topics that are left, what was agreed and is open, what each wants to talk about."""

    number: int
    topics: tuple[PlanTopic, ...]
    left: tuple[PlanTopic, ...]
    agreed: tuple[AgreedRow, ...]
    points: tuple[PointRow, ...]


def coverages(pair_ids: Collection[int]) -> dict[int, Coverage]:
    """Return how far the topics of each pair are covered (four queries whatever their number), counting what was before a hand-over."""
    pairs_of = _with_former(pair_ids)
    met: defaultdict[int, dict[date, list[str]]] = defaultdict(dict)
    for former, held_on, codes in Meeting.objects.filter(mentorship__in=pairs_of).values_list("mentorship_id", "held_on", "codes"):
        for pair in pairs_of[former]:
            met[pair].setdefault(held_on, []).extend(codes)
    return {pair: coverage(topics, met.get(pair, {})) for pair, topics in running_topics(pair_ids).items()}


def _with_former(pair_ids: Collection[int]) -> dict[int, list[int]]:
    """Return these pairs and those that they follow, each with the pairs for which its topics count (a query a hand-over)."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    leads_to = {pair: [pair] for pair in pair_ids}
    while leads_to:
        for former, pairs in leads_to.items():
            found[former].extend(pairs)
        rows = Mentorship.objects.filter(pk__in=leads_to).exclude(follows=None).values_list("pk", "follows_id")
        behind: defaultdict[int, list[int]] = defaultdict(list)
        for pair, former in rows:
            if former is not None:
                behind[former].extend(leads_to[pair])
        leads_to = dict(behind)
    return found


def meetings_of(pair_ids: Collection[int]) -> dict[int, tuple[MeetingRow, ...]]:
    """Return on which days each pair met, the newest first (one query). No word of it: whoever may know the days may have this."""
    found: defaultdict[int, list[MeetingRow]] = defaultdict(list)
    for one in Meeting.objects.filter(mentorship__in=pair_ids).defer("advice").order_by("-held_on", "-number"):
        found[one.mentorship_id].append(_row(one))
    return {pair: tuple(rows) for pair, rows in found.items()}


def texts_of(pair_id: int) -> tuple[MeetingText, ...]:
    """Return the records of a pair, the newest first (two queries), for the two alone or for an opening that HR gave a reason for."""
    rows = list(Meeting.objects.filter(mentorship=pair_id).order_by("-number"))
    agreed: defaultdict[int, list[AgreedRow]] = defaultdict(list)
    for one in Agreed.objects.filter(meeting__mentorship=pair_id).select_related("meeting").order_by("due_on", "id"):
        agreed[one.meeting_id].append(agreed_row(one))
    return tuple(_text(one, tuple(agreed[one.pk])) for one in rows)


def meeting_for(viewer: Viewer, ref: str) -> tuple[Meeting, MeetingText]:
    """Return a record to one of the two, or to whom they let read this one (three queries).

    :raises NotFound: for everybody else
    """
    one = Meeting.objects.filter(ref=ref).select_related("mentorship__framework").first()
    if one is None or not (is_of_pair(viewer, one.mentorship) or viewer.person_id in one.shared_with):
        raise NotFound
    rows = tuple(agreed_row(each) for each in Agreed.objects.filter(meeting=one).select_related("meeting").order_by("due_on", "id"))
    return one, _text(one, rows)


def same_talk(found: Meeting, *, day: date) -> QuerySet[Meeting]:
    """Return the records of one talk, of all who came and whose records may be corrected: a group's talk is one form."""
    open_pairs = Q(mentorship__state__in=ALIVE) | Q(mentorship__ended_on__gte=day - TO_CORRECT) & ~Q(mentorship__ended_why="mistake")
    talk = Meeting.objects.filter(once=found.once, held_on=found.held_on, mentorship__mentor=found.mentorship.mentor_id)
    return talk.filter(open_pairs)


def agenda_of(pair: PairRow, found: Coverage, *, day: date) -> Agenda:
    """Return what comes next for a pair (three queries); it is the two's to see."""
    count = Meeting.objects.filter(mentorship=pair.id).count()
    open_ = Agreed.objects.filter(meeting__mentorship=pair.id, done_at=None).select_related("meeting").order_by("due_on", "id")
    points = AgendaPoint.objects.filter(mentorship=pair.id, meeting=None).order_by("at", "id")
    return Agenda(
        number=count + 1,
        topics=next_topics(found, month=month_of(max(day, pair.first_day), first_day=pair.first_day)),
        left=found.left,
        agreed=tuple(agreed_row(one) for one in open_),
        points=tuple(PointRow(ref=one.ref, by_id=one.by_id, words=str(one.words)) for one in points),
    )


def next_day(pair: PairRow, *, held_on: date, every: int) -> date | None:
    """Return the day that the cadence gives for the meeting after one (one query): of the next duty, else some months later.

    It lies within the pair's days; after a meeting on the last one there is none.
    """
    if held_on >= pair.ends_on:
        return None
    duty = Duty.objects.filter(mentorship=pair.id, kind="meeting", done_on=None, dropped_at=None, due_on__gt=held_on)
    due = list(duty.order_by("due_on").values_list("due_on", flat=True)[:2])
    # The first open one is what this meeting is done for, if it is held before its day.
    return min(due[-1] if due else working_day_at(months_later(held_on, max(every, 1)), 0), pair.ends_on)


def private_note_of(viewer: Viewer, pair: PairRow) -> str:
    """Return the viewer's own note of a pair (one query); nobody else's is ever read."""
    found = PrivateNote.objects.filter(mentorship=pair.id, by=viewer.person_id).first()
    return str(found.words) if found else ""


def minutes_of_mentor(pair_ids: Collection[int]) -> int:
    """Return how many minutes a mentor talked in these pairs, a group's talk once (one query)."""
    rows = Meeting.objects.filter(mentorship__in=pair_ids).values_list("ref", "mentorship__group", "held_on", "minutes")
    return minutes_talked((talk_key(ref, group=group, day=day), minutes) for ref, group, day, minutes in rows)


def _row(one: Meeting) -> MeetingRow:
    was = tuple(
        WasHeld(
            held_on=date.fromisoformat(row["held_on"]),
            minutes=row["minutes"],
            place=row["place"],
            until=datetime.fromisoformat(row["at"]),
        )
        for row in one.was
    )
    return MeetingRow(ref=one.ref, number=one.number, held_on=one.held_on, minutes=one.minutes, was=was)


def _text(one: Meeting, agreed: tuple[AgreedRow, ...]) -> MeetingText:
    return MeetingText(
        row=_row(one),
        place=one.place,
        codes=tuple(one.codes),
        advice=str(one.advice),
        agreed=agreed,
        next_on=one.next_on,
        shared_with=tuple(one.shared_with),
        by_id=one.by_id,
        corrected_at=one.corrected_at,
        version=one.version,
    )


def agreed_row(one: Agreed) -> AgreedRow:
    """Return what was agreed as a row."""
    return AgreedRow(
        ref=one.ref, meeting_ref=one.meeting.ref, owner_id=one.owner_id, words=str(one.words), due_on=one.due_on, done_at=one.done_at
    )
