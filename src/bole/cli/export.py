"""`bole export`: people or scores into a file. It stands on the record who took it out."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bole.cli.command import Command, answer, declare_data, declare_json, make_ready, operator, say, take_place

if TYPE_CHECKING:
    from bole.connect.exporting import Table

_PEOPLE = "who works here, with posts; `bole import people` reads it again"


def declare(reader: ArgumentParser) -> None:
    """Read what goes out, as of when, and where to."""
    wanted = reader.add_subparsers(title="what", metavar="WHAT", required=True)
    people = wanted.add_parser("people", help=_PEOPLE, description=f"{_PEOPLE.capitalize()}.")
    people.add_argument("--day", type=date.fromisoformat, metavar="DAY", help="as of this day (2026-11-23); today if not said")
    people.set_defaults(do=_people)
    scores = wanted.add_parser("scores", help="everybody's score of a period")
    scores.add_argument("period", metavar="PERIOD", help="a month (2026-11), a quarter (2026-Q4), a half (2026-H2) or a year (2026)")
    scores.set_defaults(do=_scores)
    for one in wanted.choices.values():
        one.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a .csv or .xlsx file; standard output if not said")
        declare_data(one)
        declare_json(one)


def run(options: Namespace) -> int:
    """Export."""
    if options.file is not None and options.file.suffix not in {".csv", ".xlsx"}:
        say(f"{options.file.name}: the name has to end with .csv or .xlsx.")
        return 2
    take_place(options)
    make_ready()
    table: Table = options.do(options)
    if options.file is None:
        answer(table.as_records(), as_json=options.json, words=table.as_csv().decode("utf-8-sig").rstrip())
        return 0
    options.file.write_bytes(table.as_xlsx() if options.file.suffix == ".xlsx" else table.as_csv())
    facts = {"file": str(options.file), "rows": len(table.rows)}
    answer(facts, as_json=options.json, words=f"{len(table.rows)} rows are in {options.file}.")
    return 0


def _people(options: Namespace) -> "Table":
    """Return the people of the day."""
    from bole.connect.exporting import export_people
    from bole.kit.clock import now, today

    return export_people(day=options.day or today(), by=operator(), at=now())


def _scores(options: Namespace) -> "Table":
    """Return the scores of the period."""
    from bole.connect.exporting import export_scores
    from bole.kit.clock import now
    from bole.values.period import Period

    return export_scores(period=Period.parse(options.period), by=operator(), at=now())


COMMAND = Command(
    name="export",
    words="write people or scores into a file",
    declare=declare,
    run=run,
    more="Private contact never leaves this way. Each export stands on the record with the account of this machine.",
)
