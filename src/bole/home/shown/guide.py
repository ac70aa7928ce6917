"""绩效目标解读: the text, filled with one's own dimensions, indicators and targets."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.home.queries.guide import Guide
from bole.home.shown.amounts import amount, named, share
from bole.home.shown.counts import bottom, top
from bole.kit.ui.languages import listed
from bole.scoring.queries import OWN_DAYS
from bole.scoring.rules.indicator import IndicatorRule


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionShown:
    """A dimension with its weight and what its indicators are."""

    name: str
    weight: str
    swatch: int
    indicators: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideShown:
    """All words of the page."""

    title: str
    paragraphs: tuple[str, ...]
    dimensions: tuple[DimensionShown, ...] = ()
    weights: tuple[float, ...] = ()
    label: str = ""


def guide_shown(guide: Guide) -> GuideShown:
    """Return the text; without a model only what holds for everybody."""
    manager = guide.manager or _("HR")
    if not guide.is_scored:
        return GuideShown(title=_("What is kept of your work, and what it is for"), paragraphs=_unscored(manager))
    title = _("Your performance goals explained")
    common = (
        _(
            "The data comes from the tools you use anyway; there is no extra form. Tap any score to see the records behind it, "
            "and “This is wrong” where one is."
        ),
        _(
            "For the first %(days)s days only you see it, to learn the rules; it does not count. Probation is decided by the conditions "
            "you confirmed when you joined, not by this live score, and your meeting records are not used for it."
        )
        % {"days": OWN_DAYS},
        _(
            "You and %(manager)s set the targets together. If one is too high or too low, say so; a change is on record and never touches "
            "months that are over."
        )
        % {"manager": manager},
    )
    if guide.model is None:
        return GuideShown(title=title, paragraphs=common)
    dimensions = guide.model.rule.tree.dimensions
    by_code = {one.code: one for one in guide.model.rule.indicators}
    first = by_code[next(dimensions[0].leaves).indicator]
    sides = _(
        "Your job is looked at from %(n)s sides: %(dimensions)s. Each is made of one or two indicators; "
        "“%(indicator)s”, for example, is %(plain)s."
    ) % {
        "n": len(dimensions),
        "dimensions": listed(named(one.zh, one.en) for one in dimensions),
        "indicator": named(first.zh, first.en),
        "plain": plain_words(first),
    }
    rows = tuple(
        DimensionShown(
            name=named(one.zh, one.en),
            weight=share(one.weight),
            swatch=min(n, 5),
            indicators=tuple(_indicator(by_code[leaf.indicator]) for leaf in one.leaves),
        )
        for n, one in enumerate(dimensions, 1)
    )
    label = _(", ").join(f"{row.name} {row.weight}" for row in rows)
    weights = tuple(one.weight / 100 for one in dimensions)
    return GuideShown(title=title, paragraphs=(sides, *common), dimensions=rows, weights=weights, label=label)


def _unscored(manager: str) -> tuple[str, ...]:
    """Return what holds for somebody whose kind of contract has no score."""
    return (
        _("Your kind of contract has no performance score. Targets, weights and reviews of this company do not concern you."),
        _(
            "Tasks, tickets and changes that you work on come from the tools you use anyway; there is no extra form. "
            "You find the open ones on your home."
        ),
        _("What is counted of them is work that the company had done. It makes no number about you, and nobody can open one."),
        _("If you need something, ask on your home: %(manager)s reads it. What is kept about you, you can take out under “Me”.")
        % {"manager": manager},
    )


def _indicator(one: IndicatorRule) -> tuple[str, str, str]:
    target = "" if one.target is None else amount(one.unit, one.target)
    words = _("target at most %(value)s") if one.direction == "down" else _("target %(value)s")
    return named(one.zh, one.en), plain_words(one), words % {"value": target} if target else ""


def plain_words(one: IndicatorRule) -> str:
    """Return in plain words what an indicator looks at."""
    match one.how:
        case "ratio":
            return _("“%(top)s” as a share of “%(bottom)s”") % {"top": top(one), "bottom": bottom(one)}
        case "mean":
            return _("the mean of “%(top)s”") % {"top": top(one)}
        case "sum":
            return _("how many “%(top)s” there are in a month") % {"top": top(one)}
