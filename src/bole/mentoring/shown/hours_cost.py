"""What a point of effect costs, in words, with its parts, or why nothing is said."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.kit.ui.words import shown
from bole.mentoring.queries.hours_cost import Cost
from bole.mentoring.shown.hours import hours_words, yuan


@dataclass(frozen=True, slots=True, kw_only=True)
class CostShown:
    """The figure and what it is made of."""

    value: str
    note: str
    parts: tuple[tuple[str, str], ...]


def cost_shown(found: Cost) -> CostShown:
    """Return the cost in words."""
    whole = yuan(int(found.per_point / 100 + 0.5) * 100) if found.per_point is not None else ""
    value = _("%(amount)s for a point of 5") % {"amount": whole} if whole else "–"
    parts = [
        (_("Hours of mentors and mentees"), _("%(hours)s h") % {"hours": hours_words(found.minutes)}),
        (_("Cost of an hour"), yuan(found.hour_cost) if found.hour_cost else "–"),
        (_("Approved allowances"), yuan(found.allowances)),
        (_("Points of adjusted effect, all mentees together"), "–" if found.lift is None else shown(found.lift, 2)),
    ]
    return CostShown(value=value, note=_why(found), parts=tuple(parts))


def _why(found: Cost) -> str:
    """Return on how many mentees the figure rests, or why there is none."""
    if found.lift is None:
        return _("Too few to compare: shown as soon as the adjusted effect is.")
    if not found.hour_cost:
        return _("HR has not set what an hour costs.")
    if found.lift <= 0:
        return _("The effect is not above that of similar colleagues: a cost per point would say nothing.")
    return _("rests on %(n)s mentees") % {"n": found.mentees}
