"""A table whose columns are found by their headings, its problems by row, and what was looked at until it is taken.

Nothing is kept between the look and the taking: the page carries what was read, signed, and whoever takes it checks everything again.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing

from bole.kit.middleware import words_of
from bole.kit.table_file.reading import read_rows
from bole.kit.table_file.refusals import EmptyFile
from bole.values.refusal import Invalid, Refused, Stale, say

MOST_ABOVE = 20
AN_HOUR = 3600


class ColumnMissing(Invalid):
    """A column that is needed has no heading that we know."""

    code = "column_missing"
    sentence = say("No column is headed “{name}”. The headings must be: {names}.")


class LookedTooLongAgo(Stale):
    """What was looked at is old, or was not written by us."""

    code = "looked_too_long_ago"
    sentence = say("This look at the file is too old. Nothing was taken. Send the file again.")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what we call it, how people head it, and whether it must be there."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    is_needed: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: its number as a spreadsheet shows it, and its cells by column."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row, in words."""

    row: int
    words: str


def read_sheet(body: bytes, name: str, columns: Sequence[Column]) -> tuple[SheetRow, ...]:
    """Read the rows under the headings; cells without a column are empty, columns that nobody asked for are left out.

    :raises Invalid: if the file cannot be read as a table
    :raises ColumnMissing: if a column that is needed has no heading
    """
    _sheet, rows = read_rows(body, name)
    known = {bare(word): one.code for one in columns for word in (one.code, one.name, *one.aliases)}
    at = max(
        range(min(len(rows), MOST_ABOVE)), key=lambda n: len({known[bare(cell)] for cell in rows[n] if bare(cell) in known}), default=0
    )
    places: dict[str, int] = {}
    for n, cell in enumerate(rows[at] if rows else []):
        code = known.get(bare(cell), "")
        if code and code not in places:
            places[code] = n
    for one in columns:
        if one.is_needed and one.code not in places:
            raise ColumnMissing(where="file", name=one.aliases[0] if one.aliases else one.name, names="、".join(_heads(columns)))
    found = tuple(
        SheetRow(n, {code: row[place].strip() if place < len(row) else "" for code, place in places.items()})
        for n, row in enumerate(rows[at + 1 :], at + 2)
        if any(cell.strip() for cell in row)
    )
    if not found:
        raise EmptyFile(where="file")
    return found


def _heads(columns: Sequence[Column]) -> list[str]:
    return [one.aliases[0] if one.aliases else one.name for one in columns]


def bare(heading: str) -> str:
    """Return a heading as it is compared: no marks, notes in brackets, spaces or case."""
    text = unicodedata.normalize("NFKC", heading).casefold()
    text = re.sub(r"[(\[【].*?[)\]】]", "", text)
    return re.sub(r"[\s*_:：.\-/]", "", text)


def problem(row: int, refused: Refused) -> Problem:
    """Return what was refused about a row, in the reader's language."""
    return Problem(row, " ".join(part for part in words_of(refused) if part))


def sealed_look(what: str, account_id: int | None, rows: Any) -> str:  # noqa: ANN401  (whatever JSON holds)
    """Return what was read, signed for one account and one purpose."""
    return signing.dumps(rows, salt=f"look {what} {account_id}", compress=True)


def opened_look(what: str, account_id: int | None, text: str) -> Any:  # noqa: ANN401
    """Return what was looked at within the last hour.

    :raises LookedTooLongAgo: if it is older, somebody else's, or was changed
    """
    try:
        return signing.loads(text, salt=f"look {what} {account_id}", max_age=AN_HOUR)
    except signing.BadSignature as broken:
        raise LookedTooLongAgo from broken
