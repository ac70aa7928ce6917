"""Mentors as HR sees the whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.words import points
from bole.mentoring.queries.effect import MentorLine
from bole.mentoring.rules.mentor_score import is_low
from bole.mentoring.shown.effect_range import RangeShown, range_shown
from bole.mentoring.shown.naming import joined, name_of, place_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """A mentor in HR's list."""

    name: str
    note: str
    url: str
    total: str
    range: RangeShown | None
    state: str
    tone: str


def lines_shown(found: Sequence[MentorLine]) -> list[LineShown]:
    """Return the mentors in the order of their names."""
    return [_line(one) for one in found]


def _line(one: MentorLine) -> LineShown:
    score = one.score
    counted = score.mentees if score else 0
    mentees = ngettext("%(n)s mentee counted, %(r)s running", "%(n)s mentees counted, %(r)s running", counted) % {
        "n": counted,
        "r": one.running,
    }
    state, tone = "", "plain"
    if not one.is_mentor:
        state, tone = _("no longer a mentor"), "plain"
    elif one.is_helped:
        state, tone = _("being coached"), "wait"
    elif score and is_low(high=score.high, mentees=score.mentees):
        state, tone = _("help comes first"), "act"
    return LineShown(
        name=name_of(one.card), note=joined(place_of(one.card), mentees), url=f"/mentoring/effect/{one.card.number}/",
        total=points(score.total) if score else "–", range=range_shown(score), state=state, tone=tone,
    )  # fmt: skip
