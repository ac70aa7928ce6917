"""Reading: what people really send, and what hostile files try."""

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from bole.connect.people_file.example import example_workbook
from bole.connect.people_file.headings import FIELDS, ColumnTwice, Field, UnknownColumn, UnknownField, chosen, propose
from bole.connect.people_file.reading import read_table
from bole.kit.table_file import child
from bole.kit.table_file.reading import LARGEST_FILE
from bole.kit.table_file.refusals import BrokenFile, EmptyFile, FileTooBig, TooMuchInside, WrongKind
from tests.connect.people_file.roster import HEADINGS, as_csv, as_xlsx, rows_for

PACK = zipfile.ZIP_DEFLATED


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a zip of these parts, with what makes it look like a workbook."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", PACK) as book:
        for name, body in {"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>", **parts}.items():
            book.writestr(name, body)
    return made.getvalue()


def workbook(write: object) -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    write(book)
    book.close()
    return made.getvalue()


class TestReadTable:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
    @pytest.mark.parametrize("mark", [",", "\t", ";"])
    def test_csv_in_every_encoding_and_with_every_mark(self, encoding: str, mark: str) -> None:
        rows = rows_for(3)

        table = read_table(as_csv(rows, encoding=encoding, mark=mark), "员工.csv")

        assert table.headings == tuple(HEADINGS)
        assert [(row.number, list(row.cells)) for row in table.rows] == [(n, row) for n, row in enumerate(rows, 2)]

    def test_excel_gives_the_same_as_csv(self) -> None:
        rows = rows_for(5)

        assert read_table(as_xlsx(rows), "a.xlsx").rows == read_table(as_csv(rows), "a.csv").rows

    def test_excel_keeps_what_was_typed(self) -> None:
        def write(book: xlsxwriter.Workbook) -> None:
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, ["工号", "姓名", "入职日期", "手机", "部门"])
            sheet.write_string(1, 0, "007")
            sheet.write_formula(1, 1, '=HYPERLINK("http://example.com")', None, "张三")
            sheet.write_datetime(1, 2, __import__("datetime").datetime(2022, 3, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
            sheet.write_number(1, 3, 13800138000)
            sheet.write_string(1, 4, "=1+1")

        (row,) = read_table(workbook(write), "a.xlsx").rows

        assert row.cells == ("007", "张三", "2022-03-01 00:00:00", "13800138000", "=1+1")

    def test_finds_the_headings_under_a_title_and_keeps_the_numbers_of_rows(self) -> None:
        body = as_csv(
            [
                ["花名册", "", ""],
                ["2026年11月", "", ""],
                ["", "", ""],
                ["工号", "姓名", ""],
                ["A1", "甲", ""],
                ["", "", ""],
                ["A2", "乙", "x"],
            ],
            [""],
        )

        table = read_table(body, "a.csv")

        assert table.headings == ("工号", "姓名")
        assert [(row.number, row.cells) for row in table.rows] == [(6, ("A1", "甲")), (8, ("A2", "乙"))]

    def test_tells_doubled_and_empty_headings_apart(self) -> None:
        table = read_table(as_csv([["1", "a", "b", "c"]], ["工号", "备注", "", "备注"]), "a.csv")

        assert table.headings == ("工号", "备注", "[C]", "备注 (2)")

    def test_the_example_can_be_read_again(self) -> None:
        table = read_table(example_workbook(), "example.xlsx")

        assert len(table.headings) == len(FIELDS)
        assert all(propose(table.headings).fields)


class TestRefusals:
    def test_a_file_that_is_too_big(self) -> None:
        with pytest.raises(FileTooBig) as refused:
            read_table(b"x" * (LARGEST_FILE + 1), "a.csv")

        assert refused.value.facts == {"size": "10.0 MB", "max": "10 MB"}

    @pytest.mark.parametrize(
        "body,name",
        [
            (b"PK\x03\x04rest", "a.csv"),
            (b"a,b\n", "a.xlsx"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xls"),
            (b"%PDF-1.7", "a.csv"),
            (b"<html>", "a.html"),
        ],
    )
    def test_content_that_is_not_what_the_name_says(self, body: bytes, name: str) -> None:
        with pytest.raises(WrongKind):
            read_table(body, name)

    def test_a_zip_that_is_no_workbook(self) -> None:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as book:
            book.writestr("readme.txt", b"hello")

        with pytest.raises(WrongKind):
            read_table(made.getvalue(), "a.xlsx")

    @pytest.mark.parametrize(
        "parts",
        [
            {"xl/bomb.xml": b"0" * (20 * 1024 * 1024)},
            {f"xl/{n}.xml": b"x" for n in range(201)},
            {"../../etc/passwd": b"x"},
            {"/etc/passwd": b"x"},
        ],
    )
    def test_a_workbook_that_would_do_harm(self, parts: dict[str, bytes]) -> None:
        with pytest.raises(TooMuchInside):
            read_table(packed(parts), "a.xlsx")

    def test_a_workbook_that_lies_about_its_size(self) -> None:
        body = bytearray(packed({"xl/bomb.xml": b"0" * (60 * 1024 * 1024)}))
        size = (60 * 1024 * 1024).to_bytes(4, "little")
        while (at := body.find(size)) >= 0:
            body[at : at + 4] = (100).to_bytes(4, "little")

        with pytest.raises((TooMuchInside, BrokenFile)):
            read_table(bytes(body), "a.xlsx")

    @pytest.mark.parametrize("cut", [30, 200, -40])
    def test_a_damaged_workbook(self, cut: int) -> None:
        with pytest.raises(BrokenFile):
            read_table(as_xlsx(rows_for(3))[:cut], "a.xlsx")

    def test_sheets_that_are_no_sheets(self) -> None:
        with pytest.raises(BrokenFile):
            read_table(packed({}), "a.xlsx")

    @pytest.mark.parametrize(
        "body",
        [b"a,b\n" * 100_030, b",".join([b"a"] * 201), b"a," + b"x" * 40_000, b'"a,b\nc'],
    )
    def test_tables_beyond_the_limits(self, body: bytes) -> None:
        with pytest.raises((TooMuchInside, BrokenFile, EmptyFile)):
            read_table(body, "a.csv")

    def test_text_in_no_known_encoding(self) -> None:
        with pytest.raises(BrokenFile):
            read_table("工号".encode() + b"\xff\xff\xff", "a.csv")

    @pytest.mark.parametrize("body", [b"", b"\n\n", "工号,姓名\n".encode(), "工号,姓名\n,\n".encode()])
    def test_files_without_rows(self, body: bytes) -> None:
        with pytest.raises(EmptyFile):
            read_table(body, "a.csv")

    def test_a_child_that_dies_is_a_refusal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("bole.kit.table_file.reading.PATIENCE", 0.001)

        with pytest.raises(TooMuchInside):
            read_table(as_csv(rows_for(1)), "a.csv")


class TestMapping:
    def test_knows_headings_in_both_languages_and_with_marks(self) -> None:
        found = propose(["工号*", "姓 名", "所属部门（必填）", "Job Title", "Hire Date", "直接上级工号", "E-mail", "爱好", "工号"])

        assert found.fields == ("number", "name", "unit", "position", "first_day", "manager", "work_email", "", "")
        assert found.unused == ("爱好", "工号")

    def test_a_person_may_choose_otherwise(self) -> None:
        mapping = chosen(("编码", "名"), {"编码": "number", "名": "name"})

        assert mapping.as_choices() == {"编码": "number", "名": "name"}

    @pytest.mark.parametrize(
        "choices,refusal",
        [
            ({"没有": "number"}, UnknownColumn),
            ({"编码": "salary"}, UnknownField),
            ({"编码": "number", "名": "number"}, ColumnTwice),
        ],
    )
    def test_but_not_what_cannot_be(self, choices: dict[str, str], refusal: type[Exception]) -> None:
        with pytest.raises(refusal):
            chosen(("编码", "名"), choices)


def test_the_child_bounds_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(child.resource, "setrlimit", lambda what, limit: limits.update({what: limit}))

    child.limit()

    assert limits[child.resource.RLIMIT_DATA] == (512 * 1024 * 1024,) * 2
    assert limits[child.resource.RLIMIT_CPU] == (20, 20)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.code)
def test_the_page_of_the_docs_tells_each_field(field: Field) -> None:
    page = (Path(__file__).resolve().parents[3] / "docs/people-file.md").read_text(encoding="utf-8")

    (line,) = [line for line in page.splitlines() if line.startswith("| `") and f"`{field.code}`" in line.split("|")[1]]

    assert line.rstrip("| ").endswith("yes") == field.is_needed
