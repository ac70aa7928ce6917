"""Files in and out of the terminal: looked at first, taken whole, and what went out can come in again."""

import json
from pathlib import Path

import pytest

from bole.audit.models import Entry
from bole.cli.program import main
from bole.people.models import Person
from tests.connect.people_file.roster import as_csv, as_xlsx, put, rows_for, town

pytestmark = pytest.mark.django_db
DAY = ("--day", "2026-11-23")


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    town()
    file = tmp_path / "people.csv"
    file.write_bytes(as_csv(rows_for(30)))
    return file


def take(file: Path, *more: str) -> int:
    return main(["import", "people", str(file), *DAY, *more])


class TestImport:
    def test_only_looks_unless_it_is_told_to_take(self, roster, capsys):
        assert take(roster) == 0

        said = capsys.readouterr().out
        assert "30 new" in said
        assert said.endswith("Nothing was written. Add --apply to take the file.\n")
        assert Person.objects.count() == 0

    def test_takes_all_and_proves_it(self, roster, capsys):
        assert take(roster, "--apply", "--json") == 0

        said = json.loads(capsys.readouterr().out)
        assert (said["taken"], said["is_proved"], said["counts"]["new"]) == (True, True, 30)
        assert Person.objects.count() == 30

    def test_lists_every_problem_by_row_and_takes_nothing(self, tmp_path, capsys):
        town()
        rows = rows_for(10)
        put(rows, 4, "职级", "P99")
        put(rows, 7, "入职日期", "soon")
        file = tmp_path / "people.xlsx"
        file.write_bytes(as_xlsx(rows))

        code = take(file, "--apply")

        said = capsys.readouterr().out
        assert code == 1
        assert "2 of 10 rows need a change. Nothing was written." in said
        assert "row 4, 职级:" in said
        assert "row 7, 入职日期:" in said
        assert Person.objects.count() == 0

    def test_lets_a_column_be_named_by_hand(self, roster, capsys):
        text = roster.read_bytes().decode("utf-8-sig").replace("姓名", "称呼", 1)
        roster.write_text(text, encoding="utf-8")

        assert take(roster, "--column", "称呼=name", "--json") == 0

        assert json.loads(capsys.readouterr().out)["mapping"]["称呼"] == "name"

    def test_says_which_file_cannot_be_read(self, tmp_path, capsys):
        assert take(tmp_path / "nothing.csv") == 1

        assert "nothing.csv" in capsys.readouterr().err


class TestExport:
    @pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
    def test_what_went_out_changes_nothing_when_it_comes_in(self, roster, tmp_path, name, capsys):
        take(roster, "--apply")
        out = tmp_path / name

        assert main(["export", "people", str(out), *DAY]) == 0
        capsys.readouterr()
        assert take(out, "--json") == 0

        assert json.loads(capsys.readouterr().out)["counts"] == {
            "new": 0, "returns": 0, "changed": 0, "leaves": 0, "unchanged": 30, "absent": 0,
        }  # fmt: skip

    def test_stands_on_the_record_and_leaves_contacts_inside(self, roster, capsys):
        take(roster, "--apply")
        capsys.readouterr()

        assert main(["export", "people", *DAY]) == 0

        said = capsys.readouterr().out
        assert "138000" not in said
        assert Entry.objects.filter(what="connect.export_people").count() == 1

    def test_gives_an_empty_table_of_a_period_without_scores(self, capsys):
        assert main(["export", "scores", "2026-11", "--json"]) == 0

        assert json.loads(capsys.readouterr().out) == []

    def test_names_the_kinds_of_files(self, tmp_path, capsys):
        assert main(["export", "people", str(tmp_path / "out.pdf")]) == 2

        assert "has to end with .csv or .xlsx" in capsys.readouterr().err
