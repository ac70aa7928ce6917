"""What the stories plant into the level of somebody's work: a good mentor's mentees rise, another's fall behind, three are rated well."""

from collections.abc import Mapping
from datetime import date

from bole.sandbox.rules.days import Almanac
from bole.sandbox.rules.mentoring_cast import (
    CHEN_WENBO,
    JIANG_JIAYI,
    LEFT_THEN,
    LUO_JIANHUI,
    XIAO_YING,
    XU_SHOUZHENG,
    XU_WENXUAN,
    YU_XINYI,
    ZHOU_YUTING,
)
from bole.sandbox.rules.mentoring_mentors import WU_ZHENG, XU_JIA, ZHOU_YU

# Own levels, from 0 to 100, in place of chance: an S, and two who were rated A twice.
LEVELS: Mapping[str, float] = {WU_ZHENG: 95.5, ZHOU_YU: 84.0, XU_JIA: 85.0}
WELL, BADLY, MONTHS = 9.0, -13.0, 2
_BEGAN: Mapping[str, tuple[date, float]] = {
    XU_SHOUZHENG: (date(2025, 7, 14), WELL),
    XIAO_YING: (date(2025, 7, 16), WELL),
    YU_XINYI: (date(2025, 8, 4), WELL),
    JIANG_JIAYI: (date(2026, 1, 19), WELL),
    ZHOU_YUTING: (date(2026, 1, 21), WELL),
    LUO_JIANHUI: (date(2026, 2, 9), WELL),
    CHEN_WENBO: (date(2025, 7, 21), BADLY),
    XU_WENXUAN: (date(2026, 1, 12), BADLY),
    LEFT_THEN: (date(2026, 1, 26), BADLY),
}
_AFTER = 8  # months after the beginning in which a bad turn is over


def lift_of(number: str, first_day: date, almanac: Almanac) -> float:
    """Return by how much somebody works better or worse in a month than otherwise: fully from the third month on."""
    planted = _BEGAN.get(number)
    if planted is None:
        return 0.0
    began = almanac.at(planted[0])
    months = (first_day.year - began.year) * 12 + first_day.month - began.month + 1
    if months <= 0 or (planted[1] < 0 and months > _AFTER):
        return 0.0
    return planted[1] * min(months / MONTHS, 1.0)
