"""Groups: the mentees of one mentor who learn together, how far each is, and who came to which talk."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from bole.mentoring.models import Meeting, Mentorship
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.queries.meetings import next_day
from bole.mentoring.queries.own import PairNow, pairs_now
from bole.mentoring.queries.pairs import PairRow, rows_of
from bole.mentoring.queries.plans import running_topics
from bole.mentoring.rules.plan import PlanTopic
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST_TALKS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTalkRow:
    """A talk of the group and who came (keys of people)."""

    held_on: date
    came: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group as its mentor sees it."""

    ref: str
    members: tuple[PairNow, ...]
    talks: tuple[GroupTalkRow, ...]
    topics: tuple[PlanTopic, ...]
    held_on: date
    next_on: date | None
    people: dict[int, Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """One's own groups, and the mentees who are in none."""

    groups: tuple[tuple[str, tuple[PairRow, ...]], ...]
    alone: tuple[PairRow, ...]
    people: dict[int, Card]


def groups_for(viewer: Viewer, *, day: date) -> Groups:
    """Return the viewer's groups and single mentees (two queries).

    :raises NotFound: unless the viewer mentors somebody
    """
    pairs = rows_of(Mentorship.objects.filter(mentor=viewer.person_id or 0))
    if not pairs:
        raise NotFound
    found: defaultdict[str, list[PairRow]] = defaultdict(list)
    for one in pairs:
        found[one.group].append(one)
    groups = tuple((ref, tuple(rows)) for ref, rows in found.items() if ref)
    return Groups(groups=groups, alone=tuple(found.get("", ())), people=cards({one.mentee_id for one in pairs}, day))


def group_for(viewer: Viewer, ref: str, *, day: date) -> Group:
    """Return a group to its mentor (some fifteen queries, whatever the number of members).

    :raises NotFound: for everybody else
    """
    rows = Mentorship.objects.filter(mentor=viewer.person_id or 0, group=ref, state__in=ALIVE) if ref else Mentorship.objects.none()
    pairs = rows_of(rows)
    if not pairs:
        raise NotFound
    every = rows.values_list("framework__meeting_every", flat=True)[0]
    topics: dict[str, PlanTopic] = {}
    for one in running_topics([one.id for one in pairs]).values():
        topics |= {topic.code: topic for topic in one}
    longest = max(pairs, key=lambda one: one.ends_on)
    return Group(
        ref=ref, members=tuple(pairs_now(list(pairs))), talks=_talks(pairs), topics=tuple(topics.values()), held_on=day,
        next_on=next_day(longest, held_on=day, every=every), people=cards({one.mentee_id for one in pairs}, day),
    )  # fmt: skip


def _talks(pairs: list[PairRow]) -> tuple[GroupTalkRow, ...]:
    """Return the talks that at least two of the pairs have of one form, the newest first (one query)."""
    mentees = {one.id: one.mentee_id for one in pairs}
    came: defaultdict[tuple[date, str], set[int]] = defaultdict(set)
    for pair, held_on, once in Meeting.objects.filter(mentorship__in=mentees).values_list("mentorship_id", "held_on", "once"):
        came[held_on, once].add(mentees[pair])
    found = [GroupTalkRow(held_on=day, came=frozenset(who)) for (day, _once), who in sorted(came.items(), reverse=True) if len(who) > 1]
    return tuple(found[:MOST_TALKS])
