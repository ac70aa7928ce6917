"""How the programme does, in words."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from bole.kit.ui.days import brief_day
from bole.mentoring.queries.effect_survey import SurveySeen
from bole.mentoring.queries.health import LISTS, Health, HealthPair
from bole.mentoring.rules.growth_figures import whole_percent
from bole.mentoring.rules.health import Beside
from bole.mentoring.shown.effect import survey_shown
from bole.mentoring.shown.hours_cost import CostShown, cost_shown
from bole.mentoring.shown.naming import framework_name, joined, name_of
from bole.mentoring.words import plan_words


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureShown:
    """A number and where it opens to."""

    name: str
    value: str
    note: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairShown:
    """A pair in the list."""

    names: str
    note: str
    url: str
    trail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthShown:
    """The page."""

    title: str
    figures: tuple[FigureShown, ...]
    beside: tuple[FigureShown, ...]
    satisfaction: str
    satisfaction_note: str
    list_title: str
    pairs: tuple[PairShown, ...]
    cost: CostShown


def _title(*, running: int, stuck: int) -> str:
    said = {"n": running, "stuck": stuck}
    return (_("%(n)s pairs; %(stuck)s could use a hand") if stuck else _("%(n)s pairs, all on their way")) % said


def health_shown(found: Health, *, asked: str) -> HealthShown:
    """Return the page in words; `asked` is the list that is open."""
    code = asked if asked in LISTS else "stuck"
    names = {
        "running": _("Pairs"), "stuck": _("Without a talk for one and a half cadences, or without a plan"), "overdue": _("Overdue duties"),
        "uncovered": _("Core topics still open"), "unexplained": _("Ended with core topics left, no reason given"),
        "unsigned": _("Agreements not signed by both"),
    }  # fmt: skip
    counts = {one: len(found.pairs[one]) for one in LISTS}
    figures = (
        _figure(names["running"], str(counts["running"]), "", "running"),
        _figure(names["stuck"], str(counts["stuck"]), "", "stuck"),
        _figure(_("On time"), _percent(found.on_time), _("of %(n)s duties in half a year") % {"n": found.duties}, "overdue"),
        _figure(names["overdue"], str(counts["overdue"]), "", "overdue"),
        _figure(_("Core topics covered"), _percent(found.covered), "", "uncovered"),
        _figure(names["unsigned"], str(counts["unsigned"]), _("mentoring goes on without it"), "unsigned"),
        _figure(names["unexplained"], str(counts["unexplained"]), "", "unexplained"),
    )
    survey = _survey(found)
    compared = (_beside(_("Promoted within a year"), found.promotion), _beside(_("Still here after a year"), found.retention))
    return HealthShown(
        title=_title(running=counts["running"], stuck=counts["stuck"]),
        figures=figures,
        beside=tuple(one for one in compared if one),
        satisfaction=survey[0],
        satisfaction_note=survey[1],
        list_title=names[code],
        pairs=tuple(_pair(one, found) for one in found.pairs[code]),
        cost=cost_shown(found.cost),
    )


def _survey(found: Health) -> tuple[str, str]:
    """Return what mentees say of the programme as a whole, from five published mentors on."""
    if found.satisfaction is None:
        return _("Too few yet: shown once the results of at least 5 mentors are published."), ""
    said = survey_shown(SurveySeen(found.satisfaction, is_own=True))
    return said.words, said.note


def _figure(name: str, value: str, note: str, code: str) -> FigureShown:
    return FigureShown(name=name, value=value, note=note, url=f"/company/mentoring/?list={code}#list")


def _percent(share: Fraction | None) -> str:
    return "–" if share is None else f"{whole_percent(share)}%"


def _beside(name: str, one: Beside | None) -> FigureShown | None:
    if one is None:
        return None
    note = _("similar colleagues without a mentor: {p} % ({n} people; {m} mentees)").format(
        p=whole_percent(one.share_of_alike), n=one.alike, m=one.mentees
    )
    return FigureShown(name=name, value=_percent(one.share), note=note, url="")


def _pair(one: HealthPair, found: Health) -> PairShown:
    pair = one.pair
    names = _("%(mentor)s and %(mentee)s") % {
        "mentor": name_of(found.people.get(pair.mentor_id)), "mentee": name_of(found.people.get(pair.mentee_id)),
    }  # fmt: skip
    last = _("last talk %(day)s") % {"day": brief_day(one.last)} if one.last else _("no talk yet")
    due = _("was due on %(day)s") % {"day": brief_day(one.due)} if one.due else ""
    if one.plan is not None:
        last = plan_words(one.plan)
    cover = f"{one.all - one.left}/{one.all}" if one.all else ""
    return PairShown(names=names, note=joined(framework_name(pair), last, due), url=f"/company/mentoring/pairs/{pair.ref}/", trail=cover)
