"""A process answers soon: what is heavy and rare is imported where it is used."""

import os
import subprocess
import sys

# Each takes a tenth of a second or more, and no page that is opened first needs it; psycopg is for the other database.
HEAVY = ("aiohttp", "httpx", "icalendar", "jieba", "polars", "psycopg", "pypinyin", "pywebpush", "reportlab", "rich", "scipy", "xlsxwriter")
TELL = f"import sys; print(*(one for one in {HEAVY} if one in sys.modules))"


def loaded_by(statement: str, **surroundings: str) -> list[str]:
    """Return which of the heavy packages stand in memory after the statement, in a process of its own."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")}
    program = (sys.executable, "-c", f"{statement}; {TELL}")
    return subprocess.run(program, env=clean | surroundings, capture_output=True, text=True, check=True).stdout.split()


def test_a_door_on_the_embedded_database_loads_nothing_heavy_before_its_first_page(tmp_path):
    ready = "import bole.config.asgi, bole.config.urls"

    assert loaded_by(ready, BOLE_DATA=str(tmp_path), BOLE_KIND="demo") == []


def test_the_command_loads_neither_django_nor_a_room_before_it_knows_what_is_asked():
    program = "import sys, bole.cli.program; print(*(one for one in ('django', 'bole.kit', 'bole.sandbox') if one in sys.modules))"

    assert loaded_by(program) == []
