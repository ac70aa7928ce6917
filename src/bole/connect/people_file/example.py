"""An empty people file to fill in: the headings, one row that shows how, and a page that explains each column."""

from collections.abc import Sequence
from io import BytesIO

from django.utils.translation import gettext

from bole.connect.people_file.headings import FIELDS

WIDTH = 18


def example_workbook() -> bytes:
    """Return the workbook in the reader's language. All cells are text, so that leading zeros stay."""
    import xlsxwriter  # here: a tenth of a second, for a file that few ask for

    made = BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    text, head = book.add_format({"num_format": "@"}), book.add_format({"num_format": "@", "bold": True, "bottom": 1})
    sheet = book.add_worksheet(gettext("Roster"))
    sheet.set_column(0, len(FIELDS) - 1, WIDTH, text)
    sheet.freeze_panes(1, 1)
    for n, field in enumerate(FIELDS):
        sheet.write_string(0, n, gettext(field.name), head)
        sheet.write_string(1, n, field.example, text)
    notes = book.add_worksheet(gettext("About the columns"))
    notes.set_column(0, 3, 2 * WIDTH)
    for n, line in enumerate(_notes()):
        for column, cell in enumerate(line):
            notes.write_string(n, column, cell, head if n == 0 else text)
    book.close()
    return made.getvalue()


def _notes() -> Sequence[Sequence[str]]:
    needed, free = gettext("for somebody new"), ""
    return [
        [gettext("Column"), gettext("Needed"), gettext("Example"), gettext("Also understood")],
        *([gettext(field.name), needed if field.is_needed else free, field.example, "、".join(field.aliases)] for field in FIELDS),
        [],
        [gettext("An empty cell leaves what is known as it is; a single hyphen (-) empties it.")],
        [gettext("A manager is named by staff number, or by a name that only one person has.")],
    ]
