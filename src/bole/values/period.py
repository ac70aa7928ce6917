"""Periods: a month, a quarter, a half, a year, as local days."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self

from bole.values.refusal import Invalid, say

Kind = Literal["month", "quarter", "half", "year"]
MONTHS: dict[Kind, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_CODE = re.compile(r"^(?P<year>[12]\d{3})(?:-(?:(?P<month>0[1-9]|1[0-2])|Q(?P<quarter>[1-4])|H(?P<half>[12])))?$")


class UnknownPeriod(Invalid):
    """The text names no period."""

    code = "unknown_period"
    sentence = say("“{text}” is no period. Write a month (2026-11), a quarter (2026-Q4), a half (2026-H2) or a year (2026).")


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A span of whole months that starts on a border of its kind. `code` is its only outside form."""

    first_day: date
    kind: Kind

    @classmethod
    def of(cls, kind: Kind, day: date) -> Self:
        """Return the period of this kind that holds `day`."""
        months = MONTHS[kind]
        return cls(date(day.year, (day.month - 1) // months * months + 1, 1), kind)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2026-11`, `2026-Q4`, `2026-H2` or `2026`.

        :raises UnknownPeriod: if the text is none of these
        """
        found = _CODE.match(text)
        if found is None:
            raise UnknownPeriod(text=text, where="period")
        year = int(found["year"])
        if found["month"]:
            return cls(date(year, int(found["month"]), 1), "month")
        if found["quarter"]:
            return cls(date(year, int(found["quarter"]) * 3 - 2, 1), "quarter")
        if found["half"]:
            return cls(date(year, int(found["half"]) * 6 - 5, 1), "half")
        return cls(date(year, 1, 1), "year")

    @property
    def last_day(self) -> date:
        """The last day, inclusive."""
        month = self.first_day.month + MONTHS[self.kind] - 1
        return date(self.first_day.year, month, calendar.monthrange(self.first_day.year, month)[1])

    @property
    def code(self) -> str:
        """The text that `parse` reads back."""
        year, month = self.first_day.year, self.first_day.month
        return {
            "month": f"{year}-{month:02d}",
            "quarter": f"{year}-Q{(month + 2) // 3}",
            "half": f"{year}-H{(month + 5) // 6}",
            "year": f"{year}",
        }[self.kind]

    @property
    def before(self) -> Self:
        """The period before this one."""
        return type(self).of(self.kind, self.first_day - timedelta(days=1))

    @property
    def after(self) -> Self:
        """The period after this one."""
        return type(self).of(self.kind, self.last_day + timedelta(days=1))

    def __contains__(self, day: date) -> bool:
        """Test if the day lies in the period."""
        return self.first_day <= day <= self.last_day

    def days(self) -> Iterator[date]:
        """Yield each day."""
        for n in range((self.last_day - self.first_day).days + 1):
            yield self.first_day + timedelta(days=n)
