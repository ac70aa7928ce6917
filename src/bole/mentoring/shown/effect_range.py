"""An effect in its range, for words and for the picture."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.kit.ui.words import shown
from bole.mentoring.queries.effect import ScoreRow
from bole.mentoring.rules.mentor_score import is_wide

SCALE = 80  # hundredths of a point of 5 on either side of the picture


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeShown:
    """An effect in its range, for the picture: places between 0 and 1; the middle is what similar colleagues gained."""

    words: str
    mid: float
    low: float
    high: float
    is_wide: bool


def range_shown(score: ScoreRow | None) -> RangeShown | None:
    """Return the adjusted effect with its range."""
    if score is None or score.adjusted is None or score.low is None or score.high is None:
        return None
    facts = {"lo": signed(score.low), "hi": signed(score.high), "x": shown(abs(score.adjusted), 2)}
    words = (
        _("Compared with similar colleagues without a mentor: %(x)s points higher (likely %(lo)s to %(hi)s)") % facts
        if score.adjusted >= 0
        else _("Compared with similar colleagues without a mentor: %(x)s points lower (likely %(lo)s to %(hi)s)") % facts
    )
    return RangeShown(
        words=words,
        mid=_place(score.adjusted),
        low=_place(score.low),
        high=_place(score.high),
        is_wide=is_wide(low=score.low, high=score.high),
    )


def _place(value: int) -> float:
    return min(max((value + SCALE) / (2 * SCALE), 0.0), 1.0)


def signed(value: int) -> str:
    """Write hundredths of a point with their sign."""
    return f"+{shown(value, 2)}" if value > 0 else shown(value, 2)
