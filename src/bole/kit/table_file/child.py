"""Reads a table in a process of its own with bounded memory and time: `child.py xlsx|csv`, the file on standard input, JSON on output.

Nothing of the product is imported here, and nothing that the file holds is run: a formula's cell is the text it last showed.
"""

import csv
import io
import json
import resource
import sys

MEMORY = 512 * 1024 * 1024
# The libraries map files of their own beside what they use.
ADDRESSES = 3 * MEMORY
SECONDS = 20
MOST_ROWS = 100_000
MOST_COLUMNS = 200
LONGEST_CELL = 32_767
MOST_LETTERS = 50_000_000
# Rows above the headings (a title, a date) are taken along; the reader finds the headings.
MOST_ABOVE = 20


class CannotRead(Exception):  # noqa: N818
    """The table cannot be taken; says why in one word, and where."""

    def __init__(self, why: str, where: str = "") -> None:
        """Keep both."""
        super().__init__(why)
        self.why, self.where = why, where


def limit() -> None:
    """Bound memory and time of this process."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def sheet_of(body: bytes) -> tuple[str, list[list[str]]]:
    """Return name and rows of the first sheet that holds anything."""
    import fastexcel

    try:
        book = fastexcel.read_excel(body)
        for name in book.sheet_names[:20]:
            sheet = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
            if not sheet.width or not sheet.height:
                continue
            measured(sheet.height, sheet.width)
            return name, [[cell or "" for cell in row] for row in sheet.to_polars().iter_rows(buffer_size=500)]
    except fastexcel.FastExcelError as broken:
        raise CannotRead("broken", str(broken).splitlines()[0][:200]) from None
    raise CannotRead("empty")


def text_of(body: bytes) -> str:
    """Return the text of a CSV file in the encoding that it is in: UTF-8, UTF-16 with its mark, or GB 18030."""
    has_mark = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ["utf-16"] if has_mark else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise CannotRead("encoding")


def rows_of(text: str) -> list[list[str]]:
    """Return the rows of a CSV file, parted by whichever of comma, tab and semicolon its first lines hold most."""
    head = text[:4000]
    mark = max(",\t;", key=head.count)
    csv.field_size_limit(LONGEST_CELL * 4)
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        for row in reader:
            rows.append(row)
            measured(len(rows), len(row))
    except csv.Error:
        raise CannotRead("quotes", str(reader.line_num)) from None
    return rows


def measured(rows: int, columns: int) -> None:
    """Refuse more rows or columns than a people file may have."""
    if rows > MOST_ROWS + MOST_ABOVE:
        raise CannotRead("rows", str(rows))
    if columns > MOST_COLUMNS:
        raise CannotRead("columns", str(columns))


def weighed(rows: list[list[str]]) -> list[list[str]]:
    """Refuse cells that are too long, and more text than can be handed on."""
    letters = 0
    for n, row in enumerate(rows, 1):
        for cell in row:
            letters += len(cell)
            if len(cell) > LONGEST_CELL:
                raise CannotRead("cell", str(n))
    if letters > MOST_LETTERS:
        raise CannotRead("letters", str(letters))
    return rows


def main() -> None:
    """Read, and answer."""
    limit()
    body = sys.stdin.buffer.read()
    try:
        sheet, rows = sheet_of(body) if sys.argv[1] == "xlsx" else ("", rows_of(text_of(body)))
        answer: dict[str, object] = {"sheet": sheet, "rows": weighed(rows)}
    except CannotRead as problem:
        answer = {"why": problem.why, "where": problem.where}
    sys.stdout.buffer.write(json.dumps(answer).encode())


if __name__ == "__main__":
    main()
