"""An indicator: which measures make its value, what the value is worth, and what counts when there is none."""

from dataclasses import dataclass
from typing import Literal, get_args

from bole.scoring.rules.curves import Capped, Curve, Direction, Veto, check_curve, curve_json, curve_of
from bole.scoring.rules.strict import (
    at,
    plain,
    read_choice,
    read_code,
    read_number,
    read_object,
    read_text,
    read_whole,
    read_yes_or_no,
)
from bole.values.refusal import Invalid, say

How = Literal["ratio", "mean", "sum"]
Missing = Literal["renormalise", "zero", "carry"]
Unit = Literal["percent", "points", "hours", "count", "money", "rating5"]

# How many of the stored smallest units make one unit that pages show. Ratings are stored in hundredths of a 0-100 scale.
SMALLEST: dict[Unit, int] = {"percent": 100, "points": 100, "hours": 3600, "count": 1, "money": 100, "rating5": 2000}
MOST_SAMPLE = 10**6

_NEEDED = ("code", "zh", "en", "how", "numerator", "direction", "unit", "curve", "least_sample", "missing")
_OPTIONAL = ("denominator", "target", "is_long_term", "asks_confirmation")


class DenominatorMissing(Invalid):
    """A ratio has nothing to divide by."""

    code = "denominator_missing"
    sentence = say("A ratio needs the measure that it is divided by.")


class DenominatorUnused(Invalid):
    """A mean is divided by its own number of facts."""

    code = "denominator_unused"
    sentence = say("A mean is divided by its own number of records; leave the second measure out.")


class TargetMissing(Invalid):
    """A curve that compares with a target has none."""

    code = "target_missing"
    sentence = say("This curve compares with a target. Give one above 0.")


class SampleTooSmall(Invalid):
    """A ratio or mean of nothing has no value."""

    code = "sample_too_small"
    sentence = say("A ratio or a mean needs at least 1 record.")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRule:
    """How one indicator is computed.

    `denominator` divides a ratio. For a sum it is the measure that shows that there was anything to count (tasks due, for delays):
    without one a sum of nothing is 0, with one it is missing until `least_sample` of the two together were seen.
    `target` is in the shown unit; that of a sum is for a month. `is_long_term`: what it counts pays off beyond the period.
    `asks_confirmation`: what people hand in themselves counts once who leads them has confirmed it; else at once, with a mark.
    """

    code: str
    how: How
    numerator: str
    direction: Direction
    curve: Curve
    unit: Unit
    denominator: str = ""
    target: float | None = None
    least_sample: int = 1
    missing: Missing = "renormalise"
    zh: str = ""
    en: str = ""
    is_long_term: bool = False
    asks_confirmation: bool = False

    def __post_init__(self) -> None:
        """Refuse what could not be computed.

        :raises Invalid: naming the place
        """
        check_curve(self.curve, self.direction)
        if self.how == "ratio" and not self.denominator:
            raise DenominatorMissing(where="denominator")
        if self.how == "mean" and self.denominator:
            raise DenominatorUnused(where="denominator")
        if isinstance(self.curve, Capped) and not (self.target and self.target > 0):
            raise TargetMissing(where="target")
        if self.how != "sum" and self.least_sample < 1:
            raise SampleTooSmall(where="least_sample")

    @property
    def is_veto(self) -> bool:
        """Test if it can only stop a score, not raise it."""
        return isinstance(self.curve, Veto)

    @property
    def times(self) -> int:
        """By what the numerator is multiplied: a ratio in percent by 100."""
        return 100 if self.how == "ratio" and self.unit == "percent" else 1

    @property
    def scale(self) -> int:
        """By what it is divided: how many stored units make one that is shown."""
        return 1 if self.how == "ratio" and self.unit == "percent" else SMALLEST[self.unit]

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that it reads."""
        return (self.numerator, self.denominator) if self.denominator else (self.numerator,)


def indicator_of(raw: object, *, where: str = "") -> IndicatorRule:
    """Read an indicator.

    :raises Invalid: naming the place, if it is not exactly what `indicator_json` could have written
    """
    given = read_object(raw, where=where, needed=_NEEDED, optional=_OPTIONAL)
    denominator, target = given.get("denominator"), given.get("target")
    code = read_code(given["code"], where=at(where, "code"))
    zh, en = (read_text(given[name], where=at(where, name)) for name in ("zh", "en"))
    how = read_choice(given["how"], get_args(How), where=at(where, "how"))
    numerator = read_code(given["numerator"], where=at(where, "numerator"))
    divisor = read_code(denominator, where=at(where, "denominator")) if denominator else ""
    direction = read_choice(given["direction"], get_args(Direction), where=at(where, "direction"))
    unit = read_choice(given["unit"], get_args(Unit), where=at(where, "unit"))
    curve = curve_of(given["curve"], where=at(where, "curve"))
    aim = None if target is None else read_number(target, where=at(where, "target"))
    least_sample = read_whole(given["least_sample"], where=at(where, "least_sample"), low=0, high=MOST_SAMPLE)
    missing = read_choice(given["missing"], get_args(Missing), where=at(where, "missing"))
    is_long_term = read_yes_or_no(given.get("is_long_term", False), where=at(where, "is_long_term"))
    asks_confirmation = read_yes_or_no(given.get("asks_confirmation", False), where=at(where, "asks_confirmation"))
    try:
        return IndicatorRule(
            code=code,
            zh=zh,
            en=en,
            how=how,
            numerator=numerator,
            denominator=divisor,
            direction=direction,
            unit=unit,
            curve=curve,
            target=aim,
            least_sample=least_sample,
            missing=missing,
            is_long_term=is_long_term,
            asks_confirmation=asks_confirmation,
        )
    except Invalid as refused:
        # The indicator does not know where it stands in what was sent.
        refused.where = at(where, refused.where)
        raise


def indicator_json(indicator: IndicatorRule) -> dict[str, object]:
    """Return what `indicator_of` reads back."""
    return {
        "code": indicator.code,
        "zh": indicator.zh,
        "en": indicator.en,
        "how": indicator.how,
        "numerator": indicator.numerator,
        "denominator": indicator.denominator,
        "direction": indicator.direction,
        "unit": indicator.unit,
        "curve": curve_json(indicator.curve),
        "target": None if indicator.target is None else plain(indicator.target),
        "least_sample": indicator.least_sample,
        "missing": indicator.missing,
        "is_long_term": indicator.is_long_term,
        "asks_confirmation": indicator.asks_confirmation,
    }
