"""Chances of targets in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.signals.queries.foresight import ForesightRow
from bole.signals.shown.amounts import amount_words, percent_words
from bole.signals.shown.values import is_english, name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ForesightShown:
    """A unit's target with its chance, in words."""

    unit: str
    indicator: str
    target: str
    chance: str
    likely: str
    tone: str
    flag: str


def foresight_shown(one: ForesightRow) -> ForesightShown:
    """Return a row in words."""
    seen, unit = one.foresight, one.rule.unit
    likely = ""
    if seen.low is not None:
        said = {"low": amount_words(unit, seen.low), "high": amount_words(unit, seen.high)}
        likely = _("likely %(low)s to %(high)s") % said
    tone, flag = {
        "hard": ("watch", _("too hard")), "easy": ("watch", _("too easy")), "": ("plain", _("within reach")),
        "unknown": ("wait", _("not enough months known")), "later": ("wait", _("worked out tonight")),
    }[seen.flag]  # fmt: skip
    return ForesightShown(
        unit=(one.unit_en or one.unit) if is_english() else one.unit, indicator=name_of(one.rule), target=amount_words(unit, one.target),
        chance="–" if seen.chance is None else percent_words(seen.chance), likely=likely, tone=tone, flag=flag,
    )  # fmt: skip


def title_of_foresight(rows: list[ForesightRow]) -> str:
    """Return how many targets are too hard or too easy."""
    count = sum(one.foresight.flag in {"hard", "easy"} for one in rows)
    if not count:
        return _("No target of a unit is too hard or too easy")
    return ngettext("%(count)s target is too hard or too easy", "%(count)s targets are too hard or too easy", count) % {"count": count}
