"""From an uploaded file to the headings and rows of a people file."""

from dataclasses import dataclass

from bole.connect.people_file.headings import heading_row, told_apart
from bole.kit.table_file.reading import read_rows
from bole.kit.table_file.refusals import EmptyFile


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the file: its number as a spreadsheet shows it, and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The headings and the rows under them."""

    sheet: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(body: bytes, name: str) -> Table:
    """Read the first table of an .xlsx or .csv file.

    :raises FileTooBig: if the file is larger than 10 MB
    :raises WrongKind: if it is neither, or not what its name says
    :raises TooMuchInside: if it unpacks to more than is safe, or cannot be read within 512 MB and 20 seconds
    :raises BrokenFile: if no table can be read from it
    :raises EmptyFile: if there are no rows under the headings
    """
    sheet, rows = read_rows(body, name)
    at = heading_row(rows)
    if at is None:
        raise EmptyFile(where="file")
    width = max((n for n, cell in enumerate(rows[at], 1) if cell.strip()), default=0)
    found = tuple(
        Row(n, tuple(cell.strip() for cell in [*row, *[""] * width][:width]))
        for n, row in enumerate(rows[at + 1 :], at + 2)
        if any(cell.strip() for cell in row[:width])
    )
    if not found:
        raise EmptyFile(where="file")
    return Table(sheet, told_apart(rows[at][:width]), found)
