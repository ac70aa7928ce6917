"""Text of a cell as a value: days, kinds of employment, the manager as people write one."""

import re
import unicodedata
from datetime import date, timedelta

from bole.connect.people_file.refusals import BadDay
from bole.people.rules.refusals import UnknownKind

CLEARS = "-"
KINDS: dict[str, str] = {
    "regular": "regular",
    "full time": "regular",
    "正式": "regular",
    "正式员工": "regular",
    "全职": "regular",
    "probation": "probation",
    "试用": "probation",
    "试用期": "probation",
    "intern": "intern",
    "实习": "intern",
    "实习生": "intern",
    "dispatched": "dispatched",
    "派遣": "dispatched",
    "劳务派遣": "dispatched",
    "outsourced": "outsourced",
    "外包": "outsourced",
    "驻场外包": "outsourced",
    "外包驻场": "outsourced",
    "rehired": "rehired",
    "返聘": "rehired",
    "退休返聘": "rehired",
    "foreign": "foreign",
    "外籍": "foreign",
}
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")
# Day 1 of Excel is 1900-01-01, and it believes in a 29th of February 1900.
_SERIAL_START = date(1899, 12, 30)
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)
_NUMBER_IN_BRACKETS = re.compile(r".*[(（\[【]\s*([0-9A-Za-z][0-9A-Za-z._-]*)\s*[)）\]】]\s*")


def day_of(text: str) -> date:
    """Read a day: 2026-11-23, 2026/11/23, 2026.11.23, 2026年11月23日, 20261123, or Excel's own number of it.

    :raises BadDay: if the text is none, or lies before 1900 or after 2200
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _DAY.fullmatch(plain) or _PACKED.fullmatch(plain)
    try:
        if found:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        elif _SERIAL.fullmatch(plain):
            day = _SERIAL_START + timedelta(days=int(float(plain)))
        else:
            raise BadDay(text=text[:40])
    except ValueError:
        raise BadDay(text=text[:40]) from None
    if not EARLIEST <= day <= LATEST:
        raise BadDay(text=text[:40])
    return day


def kind_of(text: str) -> str:
    """Read a kind of employment.

    :raises UnknownKind: if it is none
    """
    kind = KINDS.get(unicodedata.normalize("NFKC", text).strip().casefold())
    if kind is None:
        raise UnknownKind(kind=text[:40], known="正式、试用期、实习、劳务派遣、外包、返聘、外籍")
    return kind


def number_in(text: str) -> str:
    """Return the staff number of “张三（BL0064）”; nothing if there is none in brackets."""
    found = _NUMBER_IN_BRACKETS.fullmatch(text)
    return found[1] if found else ""
