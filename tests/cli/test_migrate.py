"""`bole migrate`: an empty database gets its tables at once, and they are those that the migrations make one after the other."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest


def bole_migrate(folder: Path, *more: str) -> list[str]:
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")}
    command = [sys.executable, "-m", "bole", "migrate", "--json", "--data", str(folder), *more]
    ran = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    return next(iter(json.loads(ran.stdout).values()))


def structure(path: Path) -> dict[str, object]:
    """Return everything that holds the rows of each table: columns, links, indexes, named constraints; and which migrations are done."""
    with closing(sqlite3.connect(path)) as database:
        told = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        found: dict[str, object] = {name: (_shape(database, name), sorted(re.findall(r'CONSTRAINT "(\w+)"', sql))) for name, sql in told}
        found["done"] = sorted(database.execute("SELECT app, name FROM django_migrations"))
        found["kinds"] = database.execute("SELECT count(*) FROM django_content_type").fetchone()
    return found


def _shape(database: sqlite3.Connection, table: str) -> list[list[str]]:
    # The order of columns is that in which they came; what they are is the same.
    columns = [repr(row[1:]) for row in database.execute(f'PRAGMA table_info("{table}")')]
    links = [repr(row[2:]) for row in database.execute(f'PRAGMA foreign_key_list("{table}")')]
    names = [(row[1], row[2:]) for row in database.execute(f'PRAGMA index_list("{table}")')]
    indexes = [repr((kind, [row[2:] for row in database.execute(f'PRAGMA index_xinfo("{name}")') if row[2]])) for name, kind in names]
    where = [
        sql for (sql,) in database.execute("SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql > ''", [table])
    ]
    return [sorted(columns), sorted(links), sorted(indexes), sorted(where)]


def test_tables_laid_at_once_are_those_that_the_migrations_make(tmp_path, migrated):
    done = bole_migrate(tmp_path)

    assert "mentoring.0001_first_tables" in done
    assert structure(tmp_path / "bole.sqlite3") == structure(migrated)
    assert bole_migrate(tmp_path) == []


@pytest.mark.full
def test_a_database_with_some_migrations_goes_on_from_there(tmp_path, migrated):
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")} | {"BOLE_DATA": str(tmp_path)}
    subprocess.run([sys.executable, "-m", "django", "migrate", "mentoring", "0004", "--verbosity=0"], env=surroundings, check=True)

    done = bole_migrate(tmp_path)

    assert "mentoring.0005_wish_gains_a_style" in done
    assert "mentoring.0004_reminders_and_calendar_feeds" not in done
    assert structure(tmp_path / "bole.sqlite3") == structure(migrated)
