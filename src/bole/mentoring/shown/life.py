"""Requests and the life of a pair in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bole.kit.clock import local_day
from bole.kit.ui.days import brief_day
from bole.kit.ui.days import day as day_words
from bole.mentoring.queries.life import PairOfHr, RequestRow, Requests
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.shown.left_topics import LeftLine, left_line
from bole.mentoring.shown.naming import framework_name, joined, listed, name_of, topic_name
from bole.mentoring.shown.signing import stands_words
from bole.people.queries import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestShown:
    """A request in words."""

    ref: str
    url: str
    title: str
    note: str
    words: str
    answer: str
    state: str
    tone: str
    is_open: bool
    wants_answer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PairShown:
    """A pair as HR changes it."""

    ref: str
    title: str
    note: str
    state: tuple[str, str]
    days: tuple[str, str]
    is_alive: bool
    is_paused: bool
    waits: bool
    agreement: tuple[str, str] | None
    open_topics: str
    left: LeftLine | None
    requests: tuple[RequestShown, ...]
    mentors: tuple[tuple[int, str], ...]


def state_words(pair: PairRow) -> str:
    """Return how a pair stands."""
    return {
        "planned": _("waits for its plan"), "running": _("running"), "paused": _("paused"), "ended": _("has ended"),
    }[pair.state]  # fmt: skip


def pair_title(pair: PairRow, people: Mapping[int, Card]) -> str:
    """Return who the two are."""
    names = {"mentor": name_of(people.get(pair.mentor_id)), "mentee": name_of(people.get(pair.mentee_id))}
    return _("%(mentor)s and %(mentee)s") % names


def request_shown(one: RequestRow, people: Mapping[int, Card], *, day: date, is_own: bool = False) -> RequestShown:
    """Return a request in words, for HR or for the mentee who asked."""
    mentee = name_of(people.get(one.pair.mentee_id))
    for_hr = {
        "help": _("%(name)s would like help"),
        "rematch": _("%(name)s would like another mentor"),
        "left": _("%(name)s needs another mentor: the mentor leaves"),
        "stepped": _("%(name)s needs another mentor: the mentor stops mentoring"),
        "line": _("%(name)s needs another mentor: the two are in one reporting line"),
    }
    own = {"help": _("You asked for help"), "rematch": _("You asked for another mentor")}
    is_open, late = one.answered_at is None, one.answered_at is None and one.answer_by < day
    by = _("answer by %(day)s") if is_open else _("answered on %(day)s")
    when = brief_day(one.answer_by if one.answered_at is None else local_day(one.answered_at))
    return RequestShown(
        ref=one.ref,
        url=f"/company/mentoring/pairs/{one.pair.ref}/",
        title=own.get(one.kind, "") if is_own else for_hr[one.kind] % {"name": mentee},
        note=joined(_("asked on %(day)s") % {"day": brief_day(local_day(one.asked_at))}, by % {"day": when}),
        words=one.words,
        answer=one.answer,
        state=_("late") if late else "",
        tone="watch" if late else "wait",
        is_open=is_open,
        wants_answer=is_open and one.by_id is not None,
    )


def requests_shown(found: Requests, *, day: date) -> dict[str, list[RequestShown]]:
    """Return the list of HR in words."""
    return {
        "open": [request_shown(one, found.people, day=day) for one in found.open],
        "answered": [request_shown(one, found.people, day=day) for one in found.answered],
    }


def pair_shown(found: PairOfHr, *, day: date) -> PairShown:
    """Return a pair as HR changes it."""
    pair = found.pair
    last = pair.ended_on or pair.last_day
    return PairShown(
        ref=pair.ref,
        title=pair_title(pair, found.people),
        note=framework_name(pair),
        state=(_("State"), state_words(pair)),
        days=(_("Programme"), _("%(first)s to %(last)s") % {"first": day_words(pair.first_day), "last": day_words(last)}),
        is_alive=pair.is_alive,
        is_paused=pair.state == "paused",
        waits=not pair.is_alive and any(one.kind == "left" and one.answered_at is None for one in found.requests),
        agreement=(_("Mentoring agreement"), stands_words(pair, found.agreement)) if found.agreement else None,
        open_topics=listed(topic_name(one) for one in found.open),
        left=left_line(pair.ref, found.left),
        requests=tuple(request_shown(one, found.people, day=day) for one in found.requests),
        mentors=tuple(
            (
                one.person_id,
                _("%(name)s (%(load)s of %(most)s)")
                % {"name": name_of(found.people.get(one.person_id)), "load": one.load, "most": one.capacity},
            )
            for one in found.mentors
        ),
    )
