"""The people behind a figure of the company, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.home.queries.company import BOUNDS, change_shown
from bole.home.queries.scored import Asked, Scored
from bole.home.shown.amounts import named
from bole.home.shown.people import person_row
from bole.kit.ui.words import points

Ways = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredRow:
    """Somebody with the live score; `change` is None where last week had none."""

    name: str
    face: str
    note: str
    url: str
    score: str
    change: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredShown:
    """All words of the page."""

    title: str
    rows: tuple[ScoredRow, ...]
    units: Ways
    lows: Ways
    highs: Ways
    moves: Ways
    next_url: str


def scored_shown(found: Scored, asked: Asked) -> ScoredShown:
    """Return the page's words."""
    bounds = tuple((str(one // 100), str(one // 100)) for one in BOUNDS)
    kept = {"unit": asked.unit, "from": asked.low, "to": asked.high, "moved": asked.moved, "after": found.after}
    return ScoredShown(
        title=_title(found, asked),
        rows=tuple(
            ScoredRow(
                name=card.name,
                face=card.name,
                note=person_row(card).note,
                url=f"/people/{card.number}/score/",
                score=points(one.score),
                change=change_shown(one),
            )
            for card, one in found.rows
        ),
        units=(("", _("All units")), *((one.ref, "\u3000" * one.depth + named(one.name, one.name_en)) for one in found.units)),
        lows=(("", "–"), *bounds),
        highs=(("", "–"), *bounds),
        moves=(("", _("All")), ("up", _("went up this week")), ("down", _("went down this week"))),
        next_url=_next(kept) if found.after else "",
    )


def _next(kept: Mapping[str, str]) -> str:
    return "?" + urlencode({key: value for key, value in kept.items() if value})


def _title(found: Scored, asked: Asked) -> str:
    """Return how many there are, and which."""
    words = ngettext("%(count)s person with a live score", "%(count)s people with a live score", found.count) % {"count": found.count}
    parts = [words]
    if found.unit is not None:
        parts.append(named(found.unit.name, found.unit.name_en))
    if asked.low and asked.high:
        parts.append(_("from %(low)s to under %(high)s") % {"low": asked.low, "high": asked.high})
    elif asked.low:
        parts.append(_("%(low)s and more") % {"low": asked.low})
    elif asked.high:
        parts.append(_("under %(high)s") % {"high": asked.high})
    if asked.moved:
        parts.append({"up": _("went up this week"), "down": _("went down this week")}[asked.moved])
    return _(", ").join(parts)
