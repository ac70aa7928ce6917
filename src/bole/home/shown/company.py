"""The company in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.home.queries.company import BOUNDS, FEWEST, Company, UnitFigures
from bole.home.shown.amounts import named
from bole.home.shown.people import PersonRow, person_row
from bole.kit.ui.days import moment
from bole.kit.ui.words import points, signed
from bole.work.queries import Sources

INDENT = "\u2060"  # a mark without width, so that the spaces after it are not taken for the ends of the cell


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitShown:
    """One line of the units."""

    name: str
    depth: str
    people: str
    scored: str
    median: str
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceShown:
    """One source and how it is."""

    name: str
    url: str
    tone: str
    words: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyShown:
    """All words of the company's page."""

    title: str
    words: str
    units: tuple[UnitShown, ...]
    spread: tuple[int, ...]
    classes: tuple[str, ...]
    spread_title: str
    moved: tuple[tuple[PersonRow, int], ...]
    moved_title: str
    sources: tuple[SourceShown, ...]
    sources_words: str
    waiting: int


def company_shown(found: Company) -> CompanyShown:
    """Return the company in words."""
    return CompanyShown(
        title=_title(found),
        words=_("This week %(up)s went up and %(down)s went down.") % {"up": found.up, "down": found.down},
        units=tuple(_unit(one) for one in found.units),
        spread=found.spread,
        classes=tuple(f"<{BOUNDS[0] // 100}" if n == 0 else f"{BOUNDS[n - 1] // 100}+" for n in range(len(BOUNDS) + 1)),
        spread_title=_spread_title(found),
        moved=tuple((person_row(one.card), one.change) for one in found.moved),
        moved_title=_moved_title(len(found.moved), found.moved_by // 100),
        sources=_sources(found.sources),
        sources_words=sources_words(found.sources),
        waiting=found.sources.waiting if found.sources else 0,
    )


def _moved_title(count: int, by: int) -> str:
    words = ngettext("%(count)s person moved by %(by)s points or more", "%(count)s people moved by %(by)s points or more", count)
    return words % {"count": count, "by": by}


def _title(found: Company) -> str:
    if found.median is None:
        return ngettext("%(count)s person has a live score", "%(count)s people have a live score", found.scored) % {"count": found.scored}
    said = {"count": found.scored, "median": points(found.median)}
    return _("%(count)s people have a live score, half of them %(median)s or more") % said


def _spread_title(found: Company) -> str:
    if not found.spread:
        return ""
    most = max(range(len(found.spread)), key=lambda n: found.spread[n])
    low = BOUNDS[most - 1] // 100 if most else 0
    high = BOUNDS[most] // 100 if most < len(BOUNDS) else 100
    return _("Most scores lie between %(low)s and %(high)s") % {"low": low, "high": high}


def _unit(one: UnitFigures) -> UnitShown:
    few = f"<{FEWEST}"
    change = one.median - one.before if one.median is not None and one.before is not None else None
    return UnitShown(
        name=named(one.unit.name, one.unit.name_en),
        depth=INDENT + "\u3000" * one.unit.depth,
        people=str(one.unit.people_below),
        scored=str(one.scored) if one.scored >= FEWEST or not one.scored else few,
        median=points(one.median) if one.median is not None else (few if one.scored else "–"),
        change=signed(change) if change is not None else "",
    )


def _sources(sources: Sources | None) -> tuple[SourceShown, ...]:
    if sources is None:
        return ()
    words = {
        "well": ("done", _("well")),
        "new": ("wait", _("nothing has come yet")),
        "quiet": ("watch", _("nothing for a while")),
        "troubled": ("watch", _("the last delivery was refused")),
        "off": ("plain", _("switched off")),
    }
    return tuple(
        SourceShown(
            name=one.name,
            url=f"/company/connections/{one.ref}/",
            tone=words[one.state][0],
            words=words[one.state][1],
            note=_("last %(moment)s") % {"moment": moment(one.last_at)} if one.last_at else "",
        )
        for one in sources.rows
    )


def sources_words(sources: Sources | None) -> str:
    """Return how the sources are, in a sentence."""
    if sources is None:
        return ""
    if not sources.rows:
        return _("No source yet. Connect one and see scores in 10 minutes")
    return _("%(ok)s fine, %(bad)s need a look, %(wait)s records wait for a person") % {
        "ok": sources.well,
        "bad": sources.bad,
        "wait": sources.waiting,
    }
