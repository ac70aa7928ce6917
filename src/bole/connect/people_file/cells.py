"""Text of a cell as a value: days, kinds of employment, the manager as people write one."""

import re
import unicodedata
from datetime import date

from bole.connect.people_file.refusals import BadDay
from bole.kit.table_file.cells import day_in
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
_NUMBER_IN_BRACKETS = re.compile(r".*[(（\[【]\s*([0-9A-Za-z][0-9A-Za-z._-]*)\s*[)）\]】]\s*")


def day_of(text: str) -> date:
    """Read a day: 2026-11-23, 2026/11/23, 2026.11.23, 2026年11月23日, 20261123, or Excel's own number of it.

    :raises BadDay: if the text is none, or lies before 1900 or after 2200
    """
    day = day_in(text)
    if day is None:
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
