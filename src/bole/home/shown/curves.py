"""How a value became a score, in words."""

from django.utils.translation import gettext as _

from bole.home.shown.amounts import amount
from bole.scoring.rules.curves import Capped, Curve, Line, Linear, Steps, Veto
from bole.scoring.rules.explanation import LeafPart
from bole.scoring.rules.indicator import IndicatorRule

_AS_IT_IS = ((0.0, 0.0), (100.0, 100.0))
_WHAT_IS_LEFT = ((0.0, 100.0), (100.0, 0.0))


def curve_words(indicator: IndicatorRule, leaf: LeafPart) -> str:
    """Return the rule that made the score out of the value."""
    if leaf.read is None:
        return ""
    return _by_curve(indicator.curve, indicator, leaf, leaf.read)


def _by_curve(curve: Curve, indicator: IndicatorRule, leaf: LeafPart, read: float) -> str:
    match curve:
        case Linear(points) if points == _AS_IT_IS:
            return _("the value is the score")
        case Linear(points) if points == _WHAT_IS_LEFT:
            return _("100 less the value is the score")
        case Linear(points):
            said = [
                _("%(value)s gives %(score)s") % {"value": amount(indicator.unit, at), "score": amount("count", to)} for at, to in points
            ]
            return _("%(points)s, straight between") % {"points": _(", ").join(said)}
        case Steps(steps, above):
            bound = next(((at, to) for at, to in steps if read <= at), None)
            if bound is None:
                return _gives(_("over %(value)s gives %(score)s"), indicator, (steps[-1][0], above))
            return _gives(_("up to %(value)s gives %(score)s"), indicator, bound)
        case Capped(cap):
            said_ = {"target": amount(leaf.unit, leaf.target), "cap": amount("count", cap)}
            return _("compared with the target of %(target)s, %(cap)s at most") % said_
        case Veto(limit):
            return _("a limit of %(value)s: past it the score stops") % {"value": amount(indicator.unit, limit)}


def _gives(words: str, indicator: IndicatorRule, line: Line) -> str:
    return words % {"value": amount(indicator.unit, line[0]), "score": amount("count", line[1])}
