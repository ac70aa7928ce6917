"""Ratings of years in words, as the person reads them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bole.kit.ui.days import day
from bole.kit.ui.words import points
from bole.scoring.queries import YearRow

NAMES = {
    "S": gettext_lazy("outstanding"), "A": gettext_lazy("excellent"), "B": gettext_lazy("good"), "C": gettext_lazy("sufficient"),
    "D": gettext_lazy("to improve"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingShown:
    """A person's rating of a year as a line."""

    name: str
    note: str
    level: str


def ratings_shown(rows: Sequence[YearRow]) -> tuple[RatingShown, ...]:
    """Return ratings in words, the latest first."""
    return tuple(_shown(row) for row in rows)


def _shown(row: YearRow) -> RatingShown:
    if not row.is_rated:
        return RatingShown(name=str(row.year), note=_("too few working days for a rating"), level="–")
    source = {
        "closed": _("closed %(day)s") % {"day": day(row.made_at)},
        "import": _("imported, verified by %(name)s") % {"name": row.verified_by},
        "correction": _("corrected, approved by %(name)s") % {"name": row.verified_by},
    }[row.source]
    score = _("%(score)s of 5") % {"score": points(row.score_of_5, 2)} if row.score is not None else ""
    why = row.note if row.source == "correction" else ""
    level = _("%(level)s %(name)s") % {"level": row.level, "name": NAMES[row.level]}
    return RatingShown(name=str(row.year), note=_(", ").join(part for part in (score, source, why) if part), level=level)
