"""Mentoring in words, for a manager's team and for a person's page: who with whom, and what is overdue."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.home.shown.people import name_of
from bole.kit.ui.days import brief_day
from bole.mentoring.queries.duties import DutyRow
from bole.mentoring.queries.watched import WatchedPair, WatchedPairs
from bole.mentoring.words import duty_name, plan_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRowShown:
    """A pair in a list."""

    url: str
    face: str
    words: str
    note: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsShown:
    """Pairs of a team, or of one person."""

    title: str
    rows: tuple[PairRowShown, ...]
    effects: tuple[tuple[str, str, str], ...]


def pairs_shown(found: WatchedPairs) -> PairsShown:
    """Return pairs in words."""
    count, late = len(found.rows), found.late
    title = ngettext("%(n)s pair running", "%(n)s pairs running", count) % {"n": count}
    if late:
        title = ngettext("%(n)s pair running, %(late)s overdue", "%(n)s pairs running, %(late)s overdue", count) % {
            "n": count,
            "late": late,
        }
    effects = tuple(
        (f"/mentoring/effect/{card.number}/", card.name, _("%(name)s: effect as mentor") % {"name": name_of(card)})
        for card in (found.people[one] for one in found.effects)
    )
    return PairsShown(title=title, rows=tuple(_row(one, found) for one in found.rows), effects=effects)


def _row(one: WatchedPair, found: WatchedPairs) -> PairRowShown:
    mentor, mentee = (found.people.get(key) for key in (one.pair.mentor_id, one.pair.mentee_id))
    said = {"mentor": name_of(mentor) if mentor else "", "mentee": name_of(mentee) if mentee else ""}
    late = next(iter(one.overdue), None)
    return PairRowShown(
        url=f"/mentoring/pairs/{one.pair.ref}/seen/",
        face=mentee.name if mentee else "",
        words=_("%(mentor)s mentors %(mentee)s") % said,
        note=_due(late) if late else plan_words(one.plan) if one.plan else _next(one),
        state=_("overdue") if late or one.plan else "",
    )


def _due(one: DutyRow) -> str:
    words = _("%(duty)s was due on %(day)s") % {"duty": duty_name(one.kind), "day": brief_day(one.due_on)}
    return words if one.set_for is None else _("%(words)s; now set for %(day)s") % {"words": words, "day": brief_day(one.set_for)}


def _next(one: WatchedPair) -> str:
    if one.pair.state == "paused":
        return _("paused")
    coming = one.coming
    return _("next: %(duty)s, %(day)s") % {"duty": duty_name(coming.kind), "day": brief_day(coming.day)} if coming else ""
