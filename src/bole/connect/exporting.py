"""Files out: the people of a day, the scores of a period. Everything that leaves stands on the record."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter

from bole.access.rules import may
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.people.queries import UnitRow, assignments_on, cards, employments_on, numbers_of, unit_rows
from bole.scoring.queries.outgoing import score_lines
from bole.scoring.rules.rounding import five_point
from bole.values.period import Period
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

# The names by which `bole import people` knows the columns, so that what went out can come in again.
PEOPLE = ("number", "name", "name_en", "unit", "position", "family", "grade", "manager", "first_day", "kind", "work_email")
SCORES = ("period", "number", "name", "unit", "model", "state", "score", "score_of_5", "revision")
# A spreadsheet takes a text that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """A table on its way out. All cells are text."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def as_csv(self) -> bytes:
        """Return it as CSV that a spreadsheet opens in the right script and without running anything."""
        made = io.StringIO()
        writer = csv.writer(made, lineterminator="\r\n")
        writer.writerow(self.headings)
        writer.writerows(["'" + cell if cell.startswith(FORMULA) else cell for cell in row] for row in self.rows)
        return made.getvalue().encode("utf-8-sig")

    def as_xlsx(self) -> bytes:
        """Return it as a workbook; every cell is text, so that leading zeros stay and nothing runs."""
        made = io.BytesIO()
        book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        sheet, head = book.add_worksheet(self.name[:31]), book.add_format({"bold": True, "bottom": 1})
        for column, heading in enumerate(self.headings):
            sheet.write_string(0, column, heading, head)
        for n, row in enumerate(self.rows, start=1):
            for column, cell in enumerate(row):
                sheet.write_string(n, column, cell)
        sheet.freeze_panes(1, 1)
        book.close()
        return made.getvalue()

    def as_records(self) -> list[dict[str, str]]:
        """Return it as one mapping a row."""
        return [dict(zip(self.headings, row, strict=True)) for row in self.rows]


@action("connect.export_people")
def export_people(*, day: date, by: Viewer, at: datetime) -> Table:
    """Return the people who work here on the day, with their main posts; private contact stays inside.

    :raises NotFound: unless HR admin asks, or the system
    """
    contracts = employments_on(None, day)
    seen = _allowed("card", contracts, by)
    posts, units = assignments_on(seen, day), {row.id: row for row in unit_rows(day)}
    managers = numbers_of([post.manager_id for post in posts.values() if post.manager_id is not None])
    rows = []
    for person, card in cards(seen, day).items():
        post = posts.get(person)
        rows.append(
            (
                card.number,
                card.name,
                card.name_en,
                path_of(post.unit_id, units) if post else "",
                post.position_name if post else "",
                post.family_name if post else "",
                post.grade_code if post else "",
                managers.get(post.manager_id or 0, "") if post else "",
                contracts[person].joined_on.isoformat(),
                contracts[person].kind,
                card.work_email,
            )
        )
    on_record(thing=f"{len(rows)} people as of {day}", fields=PEOPLE)
    return Table(f"people {day}", PEOPLE, tuple(sorted(rows)))


@action("connect.export_scores")
def export_scores(*, period: Period, by: Viewer, at: datetime) -> Table:
    """Return everybody's score of a period, live or frozen, on both scales.

    :raises NotFound: unless HR admin asks, or the system
    """
    lines = score_lines(period)
    seen = _allowed("score", lines, by)
    people = cards(seen, min(period.last_day, local_day(at)))
    rows = []
    for person in seen:
        card, line = people[person], lines[person]
        score = "" if line.score is None else f"{line.score / 100:.2f}"
        of_five = "" if line.score is None else f"{five_point(line.score) / 100:.2f}"
        rows.append((period.code, card.number, card.name, card.unit_name, line.model, line.state, score, of_five, str(line.revision or "")))
    on_record(thing=f"{len(rows)} scores of {period.code}", fields=SCORES)
    return Table(f"scores {period.code}", SCORES, tuple(sorted(rows)))


def path_of(unit_id: int, units: Mapping[int, UnitRow]) -> str:
    """Return a unit by the names on its way down from the company: 解决方案部/交付一组."""
    names: list[str] = []
    unit = units.get(unit_id)
    while unit is not None and (unit.parent_id is not None or not names):
        names.append(unit.name)
        unit = units.get(unit.parent_id or 0)
    return "/".join(reversed(names))


def _allowed(what: str, people: Mapping[int, object], by: Viewer) -> list[int]:
    """Return those of the people that may leave with this viewer; nobody at all is not told apart from no such file."""
    seen = [person for person in people if may(by, "export", what, person)]
    if people and not seen:
        raise NotFound
    return seen
