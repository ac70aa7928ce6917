"""People files for the tests: a roster of any size over a small company, as Excel or CSV."""

import csv
import io
from collections.abc import Sequence
from datetime import date

import xlsxwriter

from tests.people.company import Town, build

DAY = date(2026, 11, 23)
HEADINGS = ["工号", "姓名", "部门", "岗位", "岗位序列", "职级", "直接上级", "入职日期", "雇佣类型", "工作邮箱", "手机", "生日"]
SURNAMES = "赵钱孙李周吴郑王冯陈曾欧区查单解"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英睿雪宁屿铮"

Rows = list[list[str]]


def rows_for(count: int, *, first: int = 1) -> Rows:
    """Return a roster: the first person leads the team, every tenth leads the nine after."""
    return [_row(n) for n in range(first, first + count)]


def _row(n: int) -> list[str]:
    lead = (n - 1) // 10 * 10 + 1
    boss = "" if n == 1 else f"QZ{lead:05d}" if n != lead else "QZ00001"
    return [
        f"QZ{n:05d}",
        SURNAMES[n % len(SURNAMES)] + GIVEN[n * 7 % len(GIVEN)] + GIVEN[n * 3 % len(GIVEN)],
        "解决方案部/交付一组" if n % 2 else "交付二组",
        "解决方案工程师",
        "解决方案",
        f"P{5 + n % 3}",
        boss,
        f"2022-03-{1 + n % 28:02d}" if n != lead else "2021-09-01",
        "正式" if n % 5 else "试用期",
        f"qz{n:05d}@example.com",
        f"138{n:08d}",
        f"199{n % 10}-05-04",
    ]


def put(rows: Rows, row: int, heading: str, text: str) -> None:
    """Write into a cell; `row` is the number that a spreadsheet shows."""
    rows[row - 2][HEADINGS.index(heading)] = text


def cell(rows: Rows, row: int, heading: str) -> str:
    """Read a cell."""
    return rows[row - 2][HEADINGS.index(heading)]


def as_xlsx(rows: Rows, headings: Sequence[str] = HEADINGS) -> bytes:
    """Return the roster as a workbook."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    sheet = book.add_worksheet("花名册")
    for n, row in enumerate([list(headings), *rows]):
        for column, text in enumerate(row):
            sheet.write_string(n, column, text)
    book.close()
    return made.getvalue()


def as_csv(rows: Rows, headings: Sequence[str] = HEADINGS, *, encoding: str = "utf-8", mark: str = ",") -> bytes:
    """Return the roster as CSV."""
    made = io.StringIO()
    csv.writer(made, delimiter=mark).writerows([list(headings), *rows])
    return made.getvalue().encode(encoding)


def town() -> Town:
    """Build the company that the rosters name."""
    return build()
