"""Methods: what the records of pairs hold, the cards that HR shows, and what became of those who adopted one."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bole.mentoring.models import Agreed, Meeting, MentorRole, MethodCard, MethodUse
from bole.mentoring.queries.effect_adoption import Solved, solved_since
from bole.mentoring.queries.effect_rows import MenteeRow, mentee_rows
from bole.mentoring.rules.methods import Record, interval, net_gains
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

POINTS = 2000.0  # hundredths of 100 in a point of 5
AFTER = timedelta(days=90)  # from when on something can be said of who adopted a method
LEAST_ADOPTED = 5  # people on each side, for the difference to be shown


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterUse:
    """Three months on: what the mentees of adopters gained beside the others' since, in hundredths of a point of 5, with its range."""

    mentors: int
    mentees: int
    others: int
    difference: int
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodRow:
    """A card. Numbers in hundredths of a point of 5."""

    ref: str
    code: str
    zh: str
    en: str
    whose: Card | None
    pairs: int
    difference: int
    low: int
    high: int
    found_on: date
    is_shown: bool
    since: date | None  # the viewer uses it
    users: int
    after: AfterUse | None
    solved: Solved | None = None


def records_of(*, day: date) -> list[Record]:
    """Return the structure of all pairs whose mentee has a score before and after (some fifteen queries); no word is read."""
    rows = [one for found in mentee_rows(None, day=day).values() for one in found if one.before is not None and one.after is not None]
    ids = [one.pair.id for one in rows]
    days: defaultdict[int, list[date]] = defaultdict(list)
    nexts: defaultdict[int, int] = defaultdict(int)
    topics: defaultdict[int, int] = defaultdict(int)
    meetings: dict[int, int] = {}
    for key, pair, held_on, next_on, codes in Meeting.objects.filter(mentorship__in=ids).values_list(
        "id", "mentorship_id", "held_on", "next_on", "codes"
    ):
        meetings[key] = pair
        days[pair].append(held_on)
        nexts[pair] += next_on is not None
        topics[pair] += bool(codes)
    steps: defaultdict[int, set[int]] = defaultdict(set)
    agreed: defaultdict[int, list[bool]] = defaultdict(list)
    for meeting, done in Agreed.objects.filter(meeting__mentorship__in=ids).values_list("meeting_id", "done_at"):
        steps[meetings[meeting]].add(meeting)
        agreed[meetings[meeting]].append(done is not None)
    gains = net_gains([((one.before or 0) / POINTS, (one.after or 0) / POINTS) for one in rows])
    return [
        Record(
            pair=one.pair.id,
            mentor=one.pair.mentor_id,
            days=tuple(days[one.pair.id]),
            with_next=nexts[one.pair.id],
            with_step=len(steps[one.pair.id]),
            with_topics=topics[one.pair.id],
            done_steps=sum(agreed[one.pair.id]) / len(agreed[one.pair.id]) if agreed[one.pair.id] else 0.0,
            gain=gain,
        )
        for one, gain in zip(rows, gains, strict=True)
    ]


def methods_for(viewer: Viewer, *, day: date) -> list[MethodRow]:
    """Return the cards: those that HR shows to mentors, all of them to HR (some queries for each day, not for each card).

    :raises NotFound: for everybody else
    """
    is_hr = viewer.has_role("hr", "hr_partner", "hr_admin")
    if not is_hr and not is_mentor(viewer, day=day):
        raise NotFound
    shown = MethodCard.objects.all() if is_hr else MethodCard.objects.filter(is_shown=True)
    rows = list(shown.order_by("-is_shown", "found_on", "id"))
    uses: defaultdict[int, dict[int, date]] = defaultdict(dict)
    for card, person, since in MethodUse.objects.filter(card__in=rows).values_list("card_id", "person_id", "since"):
        uses[card][person] = since
    people = cards({one.whose_id for one in rows if one.whose_id is not None}, day)
    after = _after(uses, day) if any(since + AFTER <= day for card in uses.values() for since in card.values()) else {}
    solved = solved_since(uses, viewer, day=day)
    found = [_row(one, uses[one.pk], people, after.get(one.pk), me=viewer.person_id) for one in rows]
    return [replace(row, solved=solved.get(one.pk)) for row, one in zip(found, rows, strict=True)]


def is_mentor(viewer: Viewer, *, day: date) -> bool:
    """Test if the viewer is a mentor now (one query)."""
    found = MentorRole.objects.filter(person=viewer.person_id, first_day__lte=day).exclude(last_day__lt=day)
    return viewer.person_id is not None and found.exists()


def _row(one: MethodCard, uses: Mapping[int, date], people: Mapping[int, Card], after: AfterUse | None, *, me: int | None) -> MethodRow:
    numbers = one.numbers
    return MethodRow(
        ref=one.ref, code=one.code, zh=one.zh, en=one.en, whose=people.get(one.whose_id) if one.whose_id is not None else None,
        pairs=int(numbers.get("pairs", 0)), difference=int(numbers.get("difference", 0)), low=int(numbers.get("low", 0)),
        high=int(numbers.get("high", 0)), found_on=one.found_on, is_shown=one.is_shown, since=uses.get(me) if me is not None else None,
        users=len(uses), after=after,
    )  # fmt: skip


def _after(uses: Mapping[int, Mapping[int, date]], day: date) -> dict[int, AfterUse]:
    """Compare what mentees gained, three months after a method was adopted: of adopters and of all others, over the same pairs' time."""
    rows = mentee_rows(None, day=day)
    found = {}
    for card, people in uses.items():
        adopters = {person for person, since in people.items() if since + AFTER <= day}
        first, second = _gains(rows, adopters, set(people))
        if min(len(first), len(second)) < LEAST_ADOPTED:
            continue
        low, high = interval(first, second)
        found[card] = AfterUse(
            mentors=len(adopters), mentees=len(first), others=len(second),
            difference=round(100 * (sum(first) / len(first) - sum(second) / len(second))), low=round(100 * low), high=round(100 * high),
        )  # fmt: skip
    return found


def _gains(rows: Mapping[int, Collection[MenteeRow]], adopters: Collection[int], users: Collection[int]) -> tuple[list[float], list[float]]:
    """Return what mentees of running pairs gained: of the adopters, and of mentors who never adopted it."""
    known = [
        (mentor, one.before / POINTS, one.after / POINTS)
        for mentor, own in rows.items()
        for one in own
        if one.pair.is_alive and one.before is not None and one.after is not None
    ]
    gains = list(zip((mentor for mentor, _b, _a in known), net_gains([(b, a) for _m, b, a in known]), strict=True))
    return [gain for mentor, gain in gains if mentor in adopters], [gain for mentor, gain in gains if mentor not in users]
