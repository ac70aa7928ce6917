"""Kinds of series, what each stands for in a diagnosis, and reading values that somebody sends."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal

from bole.values.refusal import Invalid, say

Cause = Literal["target", "resource", "capability", "market"]
CAUSES: tuple[Cause, ...] = ("target", "resource", "capability", "market")
THOUSAND = 1000
MOST = 10**12
_MONTH = re.compile(r"^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of series. `good`: 1 where more of it helps, -1 where less of it does, 0 where it only counts with another.

    What is `is_own` the system counts and nobody gives; what `is_counted` it counts where nobody gives it.
    """

    code: str
    cause: Cause
    good: int
    zh: str
    en: str
    is_own: bool = False
    is_counted: bool = False


# Posts that are planned count by how many of them are filled: `rules.diagnosis_inputs`.
_ALL = (
    Kind(code="market", cause="market", good=1, zh="市场指数", en="Market index"),
    Kind(code="demand", cause="market", good=1, zh="客户需求", en="Customers' demand"),
    Kind(code="budget", cause="resource", good=1, zh="预算", en="Budget"),
    Kind(code="establishment", cause="resource", good=0, zh="编制", en="Establishment"),
    Kind(code="vacancies", cause="resource", good=0, zh="空缺", en="Vacancies"),
    Kind(code="hours", cause="resource", good=1, zh="工时", en="Hours"),
    Kind(code="tools", cause="resource", good=1, zh="工具", en="Tools"),
    Kind(code="skills", cause="capability", good=1, zh="技能测试", en="Skill tests"),
    Kind(code="training", cause="capability", good=1, zh="人均培训时长", en="Training hours a head", is_counted=True),
    Kind(code="exams", cause="capability", good=1, zh="考试通过率", en="Exams passed", is_counted=True),
    Kind(code="held_skills", cause="capability", good=1, zh="技能达标率", en="Skills held", is_counted=True),
    Kind(code="headcount", cause="resource", good=1, zh="在岗人数", en="Headcount", is_own=True),
    Kind(code="staffing", cause="resource", good=1, zh="编制到岗率", en="Posts filled", is_own=True),
    Kind(code="work_a_head", cause="resource", good=-1, zh="人均工作量", en="Work a head", is_own=True),
    Kind(code="attendance", cause="resource", good=1, zh="出勤率", en="Attendance", is_own=True),
    Kind(code="tenure", cause="capability", good=1, zh="平均司龄", en="Mean tenure", is_own=True),
    Kind(code="staying", cause="capability", good=1, zh="留任率", en="People who stayed", is_own=True),
)
KINDS: Mapping[str, Kind] = {one.code: one for one in _ALL}
GIVEN = tuple(one for one in _ALL if not one.is_own)


class UnknownKind(Invalid):
    """There is no such kind of series."""

    code = "unknown_series"
    sentence = say("There is no series “{kind}”. Choose from: {choices}.")


class CountedBySystem(Invalid):
    """The system counts this itself."""

    code = "counted_by_system"
    sentence = say("The system counts “{kind}” itself; it cannot be sent.")


class BadMonth(Invalid):
    """The text is no month."""

    code = "bad_month"
    sentence = say("“{text}” is no month. Write 2026-11.")


class MonthAhead(Invalid):
    """The month has not begun."""

    code = "month_ahead"
    sentence = say("{month} has not begun. Only what is known can be given.")


class BadAmount(Invalid):
    """The text is no number that can be kept."""

    code = "bad_amount"
    sentence = say("“{text}” is no number from 0 to {most} with at most three decimals.")


def kind_of(code: str, *, where: str = "kind") -> Kind:
    """Return a kind whose values can be given.

    :raises UnknownKind: if there is none
    :raises CountedBySystem: if the system counts it itself
    """
    found = KINDS.get(code)
    if found is None:
        raise UnknownKind(kind=code[:40], choices=", ".join(one.code for one in GIVEN), where=where)
    if found.is_own:
        raise CountedBySystem(kind=code, where=where)
    return found


def month_of(text: str, *, today: date, where: str = "month") -> date:
    """Return the first day of a month written 2026-11.

    :raises BadMonth, MonthAhead: if it is none, or has not begun
    """
    if not _MONTH.match(text):
        raise BadMonth(text=text[:20], where=where)
    month = date(int(text[:4]), int(text[5:]), 1)
    if month > today:
        raise MonthAhead(month=text, where=where)
    return month


def amount_of(text: str, *, where: str = "value") -> int:
    """Return an amount in thousandths.

    :raises BadAmount: if it is no such number
    """
    try:
        value = Decimal(text.strip().replace(",", "").removesuffix("%"))
    except InvalidOperation as broken:
        raise BadAmount(text=text[:20], most=MOST // THOUSAND, where=where) from broken
    scaled = value * THOUSAND if value.is_finite() else Decimal("-1")
    if not 0 <= scaled <= MOST or scaled != scaled.to_integral_value():
        raise BadAmount(text=text[:20], most=MOST // THOUSAND, where=where)
    return int(scaled)
