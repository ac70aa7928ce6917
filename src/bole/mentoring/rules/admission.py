"""Admission: the time that somebody has mentored, and the rule sets that ship."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from bole.mentoring.rules.dates import months_later

DAYS_A_MONTH: Final = 31  # so that no run that is short of a month by a day makes one
EXCELLENT, SCORE = "scoring.excellent_running", "scoring.score_at_least"
MENTEES, MONTHS, LIFT = "mentoring.mentees_ended", "mentoring.months_mentored", "mentoring.mentees_lifted"
GRADE, TENURE = "people.grade_at_least", "people.tenure_months"
CERTIFICATE, EXAM = "growth.certificate", "growth.exam"
MENTORING_SKILLS, MENTOR_CERTIFICATE = "mentoring_skills", "mentor"


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """From a first to a last day, both included."""

    first: date
    last: date


def joined(spans: Sequence[Days]) -> tuple[Days, ...]:
    """Return the days that lie in at least one of the spans, as spans with a gap between them."""
    found: list[Days] = []
    for span in sorted(spans):
        if found and span.first <= found[-1].last + timedelta(days=1):
            found[-1] = Days(found[-1].first, max(found[-1].last, span.last))
        else:
            found.append(span)
    return tuple(found)


def whole_months(spans: Sequence[Days]) -> int:
    """Count the months of the days that lie in at least one of the spans: calendar months of each run, and 31 days left over make one."""
    months = days = 0
    for span in joined(spans):
        after = span.last + timedelta(days=1)
        here = (after.year - span.first.year) * 12 + after.month - span.first.month
        if months_later(span.first, here) > after:
            here -= 1
        months += here
        days += (after - months_later(span.first, here)).days
    return months + days // DAYS_A_MONTH


def months_since(first_day: date, day: date) -> int:
    """Count the whole months from a first day: on the same day of the next month there is one."""
    months = (day.year - first_day.year) * 12 + day.month - first_day.month
    return months if months_later(first_day, months) <= day else months - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A rule set that ships, in both languages."""

    code: str
    zh: str
    en: str
    tree: Mapping[str, Any]


PRESETS: Final[tuple[Preset, ...]] = (
    Preset(
        code="general",
        zh="通用：连续3年优秀、2年带教经验、导师认证",
        en="General: 3 excellent years, 2 years of mentoring, certified",
        tree={
            "all": [
                {"clause": EXCELLENT, "years": 3, "gap": "breaks"},
                {"clause": MONTHS, "months": 24},
                {"clause": CERTIFICATE, "certificate": MENTOR_CERTIFICATE},
            ]
        },
    ),
    Preset(
        code="bank",
        zh="银行：近3年每年不低于4.5分、2名学员提升20%、通过考试",
        en="Bank: 4.5 of 5 for 3 years, 2 mentees up by 20 %, exam",
        tree={
            "all": [
                {"clause": SCORE, "score": 450, "years": 3, "how": "each", "gap": "breaks"},
                {"clause": LIFT, "mentees": 2, "lift": 2000, "how": "each"},
                {"clause": EXAM, "exam": MENTORING_SKILLS},
            ]
        },
    ),
    Preset(
        code="firm",
        zh="科技公司：连续2年优秀、带教过1名学员、导师认证",
        en="Technology firm: 2 excellent years, 1 mentee, certified",
        tree={
            "all": [
                {"clause": EXCELLENT, "years": 2, "gap": "breaks"},
                {"clause": MENTEES, "mentees": 1},
                {"clause": CERTIFICATE, "certificate": MENTOR_CERTIFICATE},
            ]
        },
    ),
)
