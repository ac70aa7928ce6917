"""A pair at a glance in words, for one of the two; and its records."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bole.kit.ui.controls import Way
from bole.kit.ui.days import moment, span_words
from bole.mentoring.queries.duties import DutyRow
from bole.mentoring.queries.pair_pages import Overview, Records
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.shown.left_topics import LeftLine, left_line
from bole.mentoring.shown.naming import either, framework_name, joined, listed, name_of, place_of, topic_name
from bole.mentoring.shown.pairs import (
    DutyLine,
    PairLine,
    TopicLine,
    duty_line,
    ends_words,
    names_of_indicators,
    pair_line,
    parts_words,
    topic_lines,
)
from bole.mentoring.shown.records import AgreedLine, agreed_lines, record_line
from bole.mentoring.shown.signing import own_stands


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectShown:
    """The project of a pair; `left` are the milestones that are not covered yet."""

    name: str
    link: str
    has_result: bool
    wants_name: bool
    left: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewShown:
    """The page of a pair."""

    line: PairLine
    ways: tuple[Way, ...]
    title: str
    note: str
    is_mentor: bool
    is_alive: bool
    is_new: bool
    other_number: str
    other_email: str
    other_mobile: str
    help_url: str
    goal: str
    outcomes: tuple[str, ...]
    duties: tuple[DutyLine, ...]
    next_topics: tuple[str, ...]
    agreed: tuple[AgreedLine, ...]
    points: tuple[tuple[str, str], ...]
    topics: tuple[TopicLine, ...]
    parts: tuple[tuple[str, str], ...]
    openings: tuple[tuple[str, str], ...]
    reads: tuple[tuple[str, str, str], ...]
    materials: tuple[tuple[str, str, bool], ...]  # where, what, and whether it is elsewhere
    ended: str
    left: LeftLine | None
    project: ProjectShown | None
    agreement: tuple[str, bool]  # how it stands, and whether the reader has not signed; nothing where there is none
    private: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsShown:
    """The records of a pair."""

    title: str
    note: str
    ways: tuple[Way, ...]
    record_url: str
    is_alive: bool
    rows: tuple[tuple[str, str, str, str], ...]


def ways_of(pair: PairRow, current: str) -> tuple[Way, ...]:
    """Return the four ways to look at a pair."""
    base = f"/mentoring/pairs/{pair.ref}/"
    known = (("", _("Overview")), ("plan", _("Plan")), ("records", _("Records")), ("progress", _("Tests and reports")))
    return tuple(Way(words, f"{base}{name}/" if name else base, is_current=name == current) for name, words in known)


def title_of(pair: PairRow, name: str, *, is_mentor: bool) -> str:
    """Return the name of the page of a pair."""
    return _("Mentoring %(name)s") % {"name": name} if is_mentor else _("Your mentor %(name)s") % {"name": name}


def span_of(pair: PairRow) -> str:
    """Return the framework and the days of a pair."""
    return joined(framework_name(pair), span_words(pair.first_day, pair.ended_on or pair.last_day))


def overview_shown(found: Overview, *, me: int | None, day: date) -> OverviewShown:
    """Return a pair at a glance in words (one query)."""
    pair, people = found.now.pair, found.people
    other = people.get(pair.other(me))
    live = {pair.mentee_id: found.live} if found.live else {}
    names = names_of_indicators(set(found.live.changed) if found.live else set())
    running = found.plan.running
    return OverviewShown(
        line=pair_line(found.now, people, me=me or 0, day=day, live=live, names=names),
        ways=ways_of(pair, ""),
        title=title_of(pair, name_of(other), is_mentor=found.is_mentor),
        note=joined(place_of(other), span_of(pair)),
        is_mentor=found.is_mentor,
        is_alive=pair.is_alive,
        is_new=not found.now.meetings,
        other_number=other.number if other else "",
        other_email=other.work_email if other else "",
        other_mobile=found.mobile,
        help_url=f"/mentoring/pairs/{pair.ref}/help/",
        goal=running.goal if running else either(found.plan.goal_zh, found.plan.goal_en),
        outcomes=running.outcomes if running else (),
        duties=tuple(duty_line(one, pair, day=day) for one in _first_of_each(found.now.coming)),
        next_topics=tuple(topic_name(one) for one in found.agenda.topics),
        agreed=agreed_lines(found.agenda.agreed, people, me=me, day=day if pair.state == "running" else None, may_finish=pair.is_alive),
        points=tuple((one.words, _("You") if one.by_id == me else name_of(people.get(one.by_id))) for one in found.agenda.points),
        topics=topic_lines(found.now.coverage),
        parts=parts_words(found.live) if found.live else (),
        openings=tuple(
            (
                _("%(name)s of HR opened the records, %(when)s") % {"name": name_of(people.get(one.by_id)), "when": moment(one.opened_at)},
                one.reason,
            )
            for one in found.openings
        ),
        reads=tuple(
            (one.address, either(one.title_zh, one.title_en), _("%(minutes)s min") % {"minutes": one.minutes}) for one in found.reads
        ),
        materials=tuple((one["address"], either(one["zh"], one["en"]), not one["address"].startswith("/")) for one in found.plan.materials),
        ended=ends_words(pair, me=me),
        left=left_line(pair.ref, found.left),
        project=_project(found),
        agreement=own_stands(pair, found.agreement, me=me, is_asked=found.has_agreements),
        private=found.private,
    )


def _project(found: Overview) -> ProjectShown | None:
    one = found.project
    if one is None:
        return None
    left = listed(topic_name(topic) for topic in found.now.coverage.left)
    return ProjectShown(name=one.name, link=one.link, has_result=one.has_result, wants_name=not one.name, left=left)


def _first_of_each(coming: tuple[DutyRow, ...]) -> tuple[DutyRow, ...]:
    """Return the next talk, the next test and the next report."""
    first = {one.kind: one for one in reversed(coming)}
    return tuple(sorted(first.values(), key=lambda one: one.due_on))


def records_shown(found: Records, *, me: int | None) -> RecordsShown:
    """Return the records of a pair in words."""
    pair = found.pair
    name = name_of(found.people.get(pair.other(me)))
    return RecordsShown(
        title=title_of(pair, name, is_mentor=me == pair.mentor_id),
        note=span_of(pair),
        ways=ways_of(pair, "records"),
        record_url=f"/mentoring/pairs/{pair.ref}/record/",
        is_alive=pair.is_alive,
        rows=tuple(record_line(one, pair, found.topics) for one in found.texts),
    )
