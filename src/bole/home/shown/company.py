"""The company in words."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.home.queries.company import Company, UnitFigures
from bole.home.queries.floors import FEWEST, Bar
from bole.home.shown.amounts import named, sentences
from bole.home.shown.people import PersonRow, person_row
from bole.kit.ui.days import moment
from bole.kit.ui.words import points, signed
from bole.work.queries import Sources

INDENT = "\u2060"  # a mark without width, so that the spaces after it are not taken for the ends of the cell


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitShown:
    """One line of the units: its name leads to the people behind the figures, its head count to the list of people.

    `below_url` leads to the units below it, if they are not on this page.
    """

    name: str
    url: str
    below_url: str
    people_url: str
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
    up: str
    down: str
    counts: str
    exported: str
    units: tuple[UnitShown, ...]
    is_part: bool
    next_url: str
    has_hidden: bool
    spread: tuple[int, ...]
    classes: tuple[str, ...]
    spread_urls: tuple[str, ...]
    spread_title: str
    moved: tuple[tuple[PersonRow, int], ...]
    moved_title: str
    sources: tuple[SourceShown, ...]
    sources_words: str
    waiting: int


def company_shown(found: Company) -> CompanyShown:
    """Return the company in words."""
    top = min((one.unit.depth for one in found.units), default=0)
    return CompanyShown(
        title=_title(found),
        words=_("This week %(up)s went up and %(down)s went down.") % {"up": _few(found.up), "down": _few(found.down)},
        up=ngettext("%(count)s went up this week", "%(count)s went up this week", found.up) % {"count": _few(found.up)} if found.up else "",
        down=ngettext("%(count)s went down this week", "%(count)s went down this week", found.down) % {"count": _few(found.down)}
        if found.down
        else "",
        counts=_counts(found),
        exported=_exported(found),
        units=tuple(_unit(one, top) for one in found.units),
        is_part=found.opened is not None,
        next_url=_next(found) if found.after else "",
        has_hidden=any(one.hidden == "tells" for one in found.units),
        spread=tuple(one.count for one in found.spread),
        classes=tuple(class_words(one) for one in found.spread),
        spread_urls=tuple(_class_url(one) if one.count else "" for one in found.spread),
        spread_title=_spread_title(found),
        moved=tuple((person_row(one.card), one.change) for one in found.moved),
        moved_title=_moved_title(len(found.moved), found.moved_by // 100),
        sources=_sources(found.sources),
        sources_words=sources_words(found.sources),
        waiting=found.sources.waiting if found.sources else 0,
    )


def _few(count: int) -> str:
    """Write a count; under the floor only that it is."""
    return str(count) if count >= FEWEST or not count else _("fewer than %(count)s") % {"count": FEWEST}


def _counts(found: Company) -> str:
    """Return whom the counts of this page count, in whole sentences."""
    said = [
        ngettext(
            "Headcount is %(count)s person whose kind of contract is scored.",
            "Headcount is the %(count)s people whose kind of contract is scored.",
            found.staff,
        )
        % {"count": found.staff}
    ]
    if found.others:
        words = ngettext(
            "%(count)s more from outside, or on an internship, has no score and is not counted.",
            "%(count)s more from outside, or on an internship, have no score and are not counted.",
            found.others,
        )
        said.append(words % {"count": found.others})
    if found.new:
        words = ngettext(
            "%(count)s is in the first 30 days: that score is seen by its person alone.",
            "%(count)s are in their first 30 days: those scores are seen by their people alone.",
            found.new,
        )
        said.append(words % {"count": found.new})
    if found.staff - found.new - found.scored > 0:
        left = found.staff - found.new - found.scored
        words = ngettext("%(count)s has no score yet.", "%(count)s have no score yet.", left)
        said.append(words % {"count": left})
    return sentences(*said)


def _exported(found: Company) -> str:
    """Return whom the file of scores holds."""
    if not found.exported:
        return ""
    words = ngettext("The file holds %(count)s live score.", "The file holds %(count)s live scores.", found.exported)
    own = _("Your own is not among them: somebody else of HR handles your file.") if found.exported < found.scored else ""
    return sentences(words % {"count": found.exported}, own, _("It is put on record, and everybody in it can read that."))


def class_words(bar: Bar) -> str:
    """Return a class of scores: <65, 80+."""
    if bar.low is None:
        return f"<{(bar.high or 10_000) // 100}"
    return f"{bar.low // 100}+"


def _class_url(bar: Bar) -> str:
    asked = {"from": bar.low, "to": bar.high}
    return "/company/scores/?" + urlencode({key: one // 100 for key, one in asked.items() if one is not None})


def _moved_title(count: int, by: int) -> str:
    if not count:
        return _("Nobody moved by %(by)s points or more") % {"by": by}
    words = ngettext("%(count)s person moved by %(by)s points or more", "%(count)s people moved by %(by)s points or more", count)
    return words % {"count": count, "by": by}


def _title(found: Company) -> str:
    if found.median is None:
        words = ngettext("%(count)s person has a live score", "%(count)s people have a live score", found.scored)
        return words % {"count": _few(found.scored)}
    said = {"count": found.scored, "median": points(found.median)}
    return _("%(count)s people have a live score, half of them %(median)s or more") % said


def _spread_title(found: Company) -> str:
    if not found.spread:
        return ""
    most = max(found.spread, key=lambda one: one.count)
    return _("Most scores lie between %(low)s and %(high)s") % {"low": (most.low or 0) // 100, "high": (most.high or 10_000) // 100}


def _next(found: Company) -> str:
    asked = {"unit": found.opened.ref if found.opened else "", "after": found.after}
    return "?" + urlencode({key: value for key, value in asked.items() if value})


def _unit(one: UnitFigures, top: int) -> UnitShown:
    few = f"<{FEWEST}" if one.hidden == "few" else "–"
    change = one.median - one.before if one.median is not None and one.before is not None else None
    return UnitShown(
        name=named(one.unit.name, one.unit.name_en),
        url=f"/company/scores/?unit={one.unit.ref}",
        people_url=f"/company/people/?unit={one.unit.ref}",
        below_url=f"/company/?unit={one.unit.ref}" if one.opens else "",
        depth=INDENT + "\u3000" * (one.unit.depth - top),
        people=str(one.staff),
        scored=few if one.hidden else str(one.scored),
        median=points(one.median) if one.median is not None else few,
        change=signed(change) if change is not None else "",
    )


def _sources(sources: Sources | None) -> tuple[SourceShown, ...]:
    if sources is None:
        return ()
    words = {
        "well": ("done", _("well")),
        "new": ("wait", _("nothing has come yet")),
        "quiet": ("watch", _("nothing for a while")),
        "troubled": ("watch", _("the last delivery was not taken whole")),
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
