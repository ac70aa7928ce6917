"""What the stories plant into the level of somebody's work: a good mentor's mentees rise, another's fall behind, three are rated well."""

from collections.abc import Mapping
from datetime import date

from bole.sandbox.rules.days import Almanac
from bole.sandbox.rules.mentoring_cast import (
    ALIKE,
    BEGAN,
    LUO_JIANHUI,
    XIAO_YING,
    XU_SHOUZHENG,
    YU_XINYI,
    begins_on,
)
from bole.sandbox.rules.mentoring_mentors import WU_ZHENG, XU_JIA, ZHOU_YU

# Own levels, from 0 to 100, in place of chance: an S, and two who were rated A twice.
LEVELS: Mapping[str, float] = {WU_ZHENG: 95.5, ZHOU_YU: 84.0, XU_JIA: 85.0}
WELL, BADLY, MONTHS = 9.0, -13.0, 2
_LEARNED = (XU_SHOUZHENG, XIAO_YING, YU_XINYI, LUO_JIANHUI, *ALIKE)
_AFTER = 8  # months after the beginning in which a bad turn is over


def lift_of(number: str, first_day: date, almanac: Almanac) -> float:
    """Return by how much somebody works better or worse in a month than otherwise: fully from the third month on."""
    if number not in BEGAN:
        return 0.0
    began, most = begins_on(almanac)[number], WELL if number in _LEARNED else BADLY
    months = (first_day.year - began.year) * 12 + first_day.month - began.month + 1
    if months <= 0 or (most < 0 and months > _AFTER):
        return 0.0
    return most * min(months / MONTHS, 1.0)
