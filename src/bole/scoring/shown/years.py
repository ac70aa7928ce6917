"""Ratings of years in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bole.kit.ui.days import day, moment
from bole.kit.ui.languages import listed
from bole.kit.ui.words import points
from bole.scoring.queries.year_pages import CorrectionRow, PersonYear, Revision, YearLine, YearPage
from bole.scoring.rules.ratings import LEVELS
from bole.scoring.rules.rounding import five_point
from bole.scoring.shown.closings import who
from bole.scoring.shown.periods import named, period_words
from bole.scoring.taking_ratings import RatingLook
from bole.values.period import Period

NAMES = {
    "S": gettext_lazy("outstanding"), "A": gettext_lazy("excellent"), "B": gettext_lazy("good"), "C": gettext_lazy("sufficient"),
    "D": gettext_lazy("to improve"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """A year as a line."""

    url: str
    name: str
    note: str
    tone: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageShown:
    """A year."""

    title: str
    words: str
    counts: tuple[tuple[str, str], ...]
    bands: tuple[tuple[str, str], ...]
    excellent: str
    without: tuple[tuple[str, str, str], ...]
    without_words: str
    hinders: str
    is_closed: bool
    can_close: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionShown:
    """A revision as a line."""

    name: str
    note: str
    level: str
    score: str
    is_last: bool
    parts: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionShown:
    """A correction as a block."""

    ref: str
    name: str
    url: str
    words: str
    reason: str
    by: str
    tone: str
    state: str
    decided: str
    is_open: bool
    is_own: bool


def level_words(level: str) -> str:
    """Return a level with its name: A excellent."""
    return _("%(level)s %(name)s") % {"level": level, "name": NAMES[level]} if level else "–"


def of_five(score: int | None) -> str:
    """Return a score on the 5-point scale."""
    return "–" if score is None else points(five_point(score), 2)


def line_shown(one: YearLine) -> LineShown:
    """Return a year as a line."""
    said = ngettext("%(n)s person rated", "%(n)s people rated", one.rated) % {"n": one.rated}
    taken = _("%(n)s imported") % {"n": one.imported} if one.imported else ""
    tone, state = ("done", _("settled")) if one.closed_at else ("wait", _("not settled"))
    if not one.closed_at and one.imported:
        tone, state = "plain", _("imported")
    return LineShown(
        url=f"/company/years/{one.year}/",
        name=str(one.year),
        note=_(", ").join(part for part in (said, taken) if part),
        tone=tone,
        state=state,
    )


def page_shown(found: YearPage) -> PageShown:
    """Return a year in words."""
    closed = found.closed_at is not None
    if closed and found.closed_at:
        title = _("%(year)s is closed") % {"year": found.year}
        words = _("Closed %(day)s, %(name)s") % {"day": day(found.closed_at), "name": who(found.closed_by)}
    else:
        title = _("What closing %(year)s would give") % {"year": found.year}
        words = _("Each rating is the mean of the closed periods, weighed by working days. An imported rating stays.")
    return PageShown(
        title=title,
        words=words,
        counts=tuple((level_words(level), str(found.counts[level])) for level in LEVELS),
        bands=tuple((level_words(level), _("from %(score)s") % {"score": of_five(found.scale.bands[level])}) for level in LEVELS[:-1]),
        excellent=listed(found.scale.excellent),
        without=tuple(
            (card.name, card.number, _joined(named(card.unit_name, card.unit_name_en), _days(days, is_closed=closed)))
            for card, days in found.without
        ),
        without_words=_without(found.without_count),
        hinders=_hinders(found),
        is_closed=closed,
        can_close=found.is_over and not closed and not found.open_periods,
    )  # fmt: skip


def _without(count: int) -> str:
    if not count:
        return ""
    one, more = _("%(n)s person has too few working days for a rating"), _("%(n)s people have too few working days for a rating")
    return (one if count == 1 else more) % {"n": count}


def _days(days: int, *, is_closed: bool) -> str:
    return "" if is_closed else ngettext("%(n)s working day closed", "%(n)s working days closed", days) % {"n": days}


def _hinders(found: YearPage) -> str:
    """Say what must be done before the year can be closed."""
    if found.closed_at is not None:
        return ""
    if not found.is_over:
        return _("The year is not over. What stands here is how it looks so far.")
    if found.open_periods:
        return _("Close first: %(periods)s.") % {"periods": listed(period_words(one) for one in found.open_periods)}
    return ""


def _joined(*parts: str) -> str:
    return _(", ").join(part for part in parts if part)


def revision_shown(one: Revision) -> RevisionShown:
    """Return a revision in words."""
    source = {
        "closed": _("closed by the system's rule"),
        "import": _("imported, verified by %(name)s") % {"name": one.by},
        "correction": _("corrected, approved by %(name)s") % {"name": one.by},
    }[one.source]
    return RevisionShown(
        name=_("Revision %(n)s") % {"n": one.number},
        note=_joined(source, moment(one.made_at), one.note),
        level=level_words(one.level),
        score=of_five(one.score),
        is_last=one.is_last,
        parts=tuple(
            (period_words(Period.parse(code)), of_five(score), ngettext("%(n)s working day", "%(n)s working days", days) % {"n": days})
            for code, score, days in one.parts
        ),
    )


def correction_shown(one: CorrectionRow) -> CorrectionShown:
    """Return a correction in words."""
    tone, state = {
        "proposed": ("wait", _("Waits for a second person")),
        "approved": ("done", _("Approved")),
        "declined": ("plain", _("Declined")),
    }[one.state]
    decided = {"name": one.decided_by, "moment": moment(one.decided_at)} if one.decided_at else {}
    return CorrectionShown(
        ref=one.ref,
        name=one.card.name,
        url=f"/company/years/{one.year}/{one.card.number}/",
        words=_("%(year)s: %(level)s, %(score)s of 5") % {"year": one.year, "level": level_words(one.level), "score": of_five(one.score)},
        reason=one.reason,
        by=_("proposed by %(name)s, %(moment)s") % {"name": one.proposed_by, "moment": moment(one.proposed_at)},
        tone=tone,
        state=state,
        decided=_("decided by %(name)s, %(moment)s") % decided if decided else "",
        is_open=one.state == "proposed",
        is_own=one.is_own,
    )


def person_title(found: PersonYear) -> str:
    """Return what stands for the person and year."""
    last = next(one for one in found.revisions if one.is_last)
    if not last.level:
        return _("%(name)s has no rating of %(year)s") % {"name": found.card.name, "year": found.year}
    return _("%(name)s, %(year)s: %(level)s") % {"name": found.card.name, "year": found.year, "level": level_words(last.level)}


def look_words(look: RatingLook) -> str:
    """Say what a file would do."""
    if look.problems:
        bad = len({one.row for one in look.problems})
        return _("%(bad)s of %(n)s rows need a change; nothing was imported. The reasons are listed by row.") % {"bad": bad, "n": look.rows}
    years = listed(str(one) for one in look.years)
    words = ngettext("%(n)s rating would be taken over (%(years)s)", "%(n)s ratings would be taken over (%(years)s)", len(look.new))
    said = words % {"n": len(look.new), "years": years or "–"}
    same = ngettext("%(n)s is here already", "%(n)s are here already", look.same) % {"n": look.same}
    return _joined(said, same) if look.same else said
