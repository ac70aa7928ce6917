"""Reading values from JSON that a program sends, and from a CSV file."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bole.signals.rules.refusing import (
    EntryNoObject,
    EntryNoText,
    EntryUnknown,
    FileColumns,
    FileHasNul,
    FileNoTable,
    FileNotText,
    FileRows,
    FileTooLarge,
)
from bole.signals.rules.series import BadAmount, amount_of, kind_of, month_of

MOST_ROWS = 5000
MOST_BYTES = 1024 * 1024
_HEADINGS = {
    "kind": ("kind", "序列", "种类", "数据序列"),
    "unit": ("unit", "部门", "部门编码"),
    "month": ("month", "月份"),
    "value": ("value", "数值", "值"),
    "name": ("name", "说明", "名称"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A value as it was sent, read."""

    kind: str
    unit: str
    month: date
    value: int
    name: str
    where: str


def read_entry(raw: object, *, today: date, where: str) -> Entry:
    """Read a value of JSON.

    :raises Invalid: naming the place
    """
    if not isinstance(raw, Mapping):
        raise EntryNoObject(where=where)
    unknown = set(raw) - {"kind", "unit", "month", "value", "name"}
    if unknown:
        raise EntryUnknown(names=_named(sorted(map(str, unknown))), where=where)
    texts = {name: raw.get(name, "") for name in ("kind", "unit", "month", "name")}
    for name, text in texts.items():
        if not isinstance(text, str):
            raise EntryNoText(name=_named([name]), where=f"{where}/{name}")
    value = raw.get("value")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadAmount(text=str(value)[:20], most=10**9, where=f"{where}/value")
    return _entry(texts, str(value), today=today, where=where, apart="/")


def read_csv(body: bytes, *, today: date) -> list[Entry]:
    """Read a CSV file with a line of headings; the first wrong cell is named by its row.

    :raises FileUnread: if it is no such file
    :raises Invalid: naming the row and column
    """
    if len(body) > MOST_BYTES:
        raise FileTooLarge(most=MOST_BYTES // 1024, where="file")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = body.decode("gb18030")
        except UnicodeDecodeError as broken:
            raise FileNotText(where="file") from broken
    if "\x00" in text:
        raise FileHasNul(where="file")
    try:
        rows = list(csv.reader(io.StringIO(text)))
    except csv.Error as broken:
        raise FileNoTable(where="file") from broken
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if len(rows) < 2 or len(rows) > MOST_ROWS + 1:
        raise FileRows(count=max(len(rows) - 1, 0), most=MOST_ROWS, where="file")
    places = _places(rows[0])
    return [_row(row, places, number, today) for number, row in enumerate(rows[1:], start=2)]


def _places(headings: list[str]) -> dict[str, int]:
    known = {word: name for name, words in _HEADINGS.items() for word in words}
    found = {known[cell.strip().lower()]: n for n, cell in enumerate(headings) if cell.strip().lower() in known}
    missing = [name for name in ("kind", "month", "value") if name not in found]
    if missing:
        raise FileColumns(names=_named(missing), where="file")
    return found


def _named(names: Sequence[str]) -> str:
    """Return names as they were written, or are to be: no words of any language."""
    return "".join(f"“{name}”" for name in names)[:80]


def _row(row: list[str], places: Mapping[str, int], number: int, today: date) -> Entry:
    texts = {name: row[n].strip() if n < len(row) else "" for name, n in places.items()}
    return _entry(texts, texts["value"], today=today, where=f"row {number}", apart=" ")


def _entry(texts: Mapping[str, str], value: str, *, today: date, where: str, apart: str) -> Entry:
    return Entry(
        kind=kind_of(texts["kind"].strip(), where=f"{where}{apart}kind").code,
        unit=texts.get("unit", "").strip(),
        month=month_of(texts["month"].strip(), today=today, where=f"{where}{apart}month"),
        value=amount_of(value, where=f"{where}{apart}value"),
        name=texts.get("name", "").strip()[:80],
        where=where,
    )
