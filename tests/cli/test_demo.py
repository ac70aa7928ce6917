"""The demo's second start: a note in its folder lets the door open at once, and what stands in the database counts."""

import os
import shutil
import subprocess
import sys

import pytest

from bole.cli import made
from bole.cli.greeting import MISSING
from bole.config.environment import Environment


@pytest.fixture
def here(tmp_path):
    (tmp_path / "bole.sqlite3").touch()
    return Environment(kind="demo", data=str(tmp_path))


class TestTheNote:
    def test_is_missing_before_the_first_start(self, here):
        assert not made.is_noted(here)

    def test_holds_for_the_tables_that_it_was_written_for(self, here):
        made.note(here)

        assert made.is_noted(here)

    def test_holds_no_more_when_a_migration_was_changed(self, here, tmp_path, monkeypatch):
        step = tmp_path / "rooms" / "people" / "migrations" / "0001_first.py"
        step.parent.mkdir(parents=True)
        step.write_text("")
        monkeypatch.setattr(made, "ROOMS", tmp_path / "rooms")
        made.note(here)

        step.write_text("operations = []")

        assert not made.is_noted(here)

    def test_holds_no_more_when_a_package_with_tables_is_another(self, here, monkeypatch):
        made.note(here)

        monkeypatch.setattr(made, "version", lambda _name: "99")

        assert not made.is_noted(here)

    def test_holds_for_no_other_database(self, here):
        made.note(here)

        assert not made.is_noted(Environment(kind="demo", data=here.data, database="postgresql://bole@localhost/other"))

    def test_holds_no_more_when_the_database_is_gone(self, here):
        made.note(here)

        (here.folder / "bole.sqlite3").unlink()

        assert not made.is_noted(here)


def test_a_note_without_a_company_is_found_out_and_dropped(tmp_path, migrated):
    shutil.copy(migrated, tmp_path / "bole.sqlite3")
    here = Environment(kind="demo", data=str(tmp_path))
    made.note(here)
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")}

    done = subprocess.run(
        [sys.executable, "-m", "bole.cli.greeting"], env=clean | {"BOLE_DATA": str(tmp_path), "BOLE_KIND": "demo"}, check=False
    )

    assert done.returncode == MISSING
    assert not made.is_noted(here)
