"""Text of a cell as a day."""

import re
import unicodedata
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")
# Day 1 of Excel is 1900-01-01, and it believes in a 29th of February 1900.
_SERIAL_START = date(1899, 12, 30)
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)


def day_in(text: str) -> date | None:
    """Read a day: 2026-11-23, 2026/11/23, 2026.11.23, 2026年11月23日, 20261123, or Excel's own number of it; None if the text is none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _DAY.fullmatch(plain) or _PACKED.fullmatch(plain)
    try:
        if found:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        elif _SERIAL.fullmatch(plain):
            day = _SERIAL_START + timedelta(days=int(float(plain)))
        else:
            return None
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None
