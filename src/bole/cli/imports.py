"""`bole import`: look at a file from all sides, then take all of it or nothing."""

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bole.cli.answers import in_words
from bole.cli.command import Command, answer, declare_data, declare_json, make_ready, operator, take_place

if TYPE_CHECKING:
    from bole.connect.people_file.actions import Report
    from bole.connect.people_file.plan import Plan

SHOWN = 30


def declare(reader: ArgumentParser) -> None:
    """Read which file, how its columns are meant, and whether to take it."""
    wanted = reader.add_subparsers(title="what", metavar="WHAT", required=True)
    words = "people, their contracts and posts, from Excel or CSV"
    people = wanted.add_parser("people", help=words, description=f"Take {words}.")
    people.add_argument("file", type=Path, metavar="FILE", help="an .xlsx or .csv file")
    people.add_argument("--apply", action="store_true", help="take the file; without this it is only looked at")
    people.add_argument("--day", type=date.fromisoformat, metavar="DAY", help="as of this day (2026-11-23); today if not said")
    people.add_argument("--column", action="append", default=[], type=_pair, metavar="HEADING=FIELD", help="take a column for a field")
    people.add_argument("--mapping", type=_mapping_file, metavar="JSON", help='a file with {"heading": "field"}, for all columns')
    people.add_argument("--create", action="store_true", help="make units, positions, families and grades that are missing")
    declare_data(people)
    declare_json(people)


def _pair(text: str) -> tuple[str, str]:
    """Read HEADING=FIELD."""
    heading, sign, field = text.rpartition("=")
    if not sign:
        raise ArgumentTypeError(f"“{text}” is not HEADING=FIELD")
    return heading, field


def _mapping_file(path: str) -> dict[str, str]:
    """Read a file with {"heading": "field"}."""
    try:
        read = json.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise ArgumentTypeError(f"{path} cannot be read: {problem}") from problem
    if not isinstance(read, dict) or not all(isinstance(field, str) for field in read.values()):
        raise ArgumentTypeError(f'{path} does not hold {{"heading": "field"}}')
    return read


def run(options: Namespace) -> int:
    """Look at the file; take it if that was asked and nothing is wrong. Exit 1 if rows need a change."""
    take_place(options)
    make_ready()
    from bole.connect.people_file.actions import apply_import
    from bole.connect.people_file.planning import plan_import
    from bole.kit.clock import now, today

    by = operator()
    plan = plan_import(options.file, day=options.day or today(), mapping=_mapping(options), creates=options.create, by=by)
    if not plan.is_clean or not options.apply:
        more = "\nNothing was written. Add --apply to take the file." if plan.is_clean else ""
        answer(_facts(plan), as_json=options.json, words=_words(plan) + more)
        return 0 if plan.is_clean else 1
    report = apply_import(plan=plan, by=by, at=now())
    answer(_facts(plan) | _proof(report), as_json=options.json, words=f"{_words(plan)}\n{_proof_words(report)}")
    return 0


def _mapping(options: Namespace) -> dict[str, str] | None:
    """Return what the person said about columns, laid over what the headings say; None if nothing was said."""
    if options.mapping:
        return dict(options.mapping) | dict(options.column)
    if not options.column:
        return None
    from bole.connect.people_file.headings import propose
    from bole.connect.people_file.reading import read_table

    said = dict(options.column)
    proposed = propose(read_table(options.file.read_bytes(), options.file.name).headings).as_choices()
    # A field that was given a column by hand is taken away from the column that only looked like it.
    return {heading: field for heading, field in proposed.items() if field not in said.values()} | said


def _facts(plan: "Plan") -> dict[str, Any]:
    """Return the plan for a program."""
    problems = [{"row": one.row, "column": one.column, "field": one.field} | in_words(one.refused) for one in plan.problems]
    return {
        "file": plan.file_name,
        "sha256": plan.file_hash,
        "day": plan.day.isoformat(),
        "rows": len(plan.table.rows),
        "mapping": plan.mapping.as_choices(),
        "unused": list(plan.mapping.unused),
        "counts": plan.counts,
        "problems": problems,
        "people": [asdict(one) for one in plan.people if one.what != "unchanged"],
        "created": [asdict(one) for one in plan.created],
        "absent": [asdict(one) for one in plan.absent],
        "taken": False,
    }


def _words(plan: "Plan") -> str:
    """Return the plan for a person: problems first, all of them; of the changes the first."""
    lines = [f"{plan.file_name}: {len(plan.table.rows)} rows, as of {plan.day}"]
    lines += [f"  {heading} → {field}" for heading, field in plan.mapping.as_choices().items()]
    lines += [f"  {heading}: not used" for heading in plan.mapping.unused]
    if plan.problems:
        lines.append(f"{plan.bad_rows} of {len(plan.table.rows)} rows need a change. Nothing was written.")
        for one in plan.problems:
            said = in_words(one.refused)
            lines.append(f"  row {one.row}, {one.column or one.field}: {said['message']} {said['hint']}".rstrip())
        return "\n".join(lines)
    lines.append(", ".join(f"{count} {what}" for what, count in plan.counts.items()))
    lines += [f"  made: {one.thing} {one.name or one.code}" for one in plan.created]
    moved = [one for one in plan.people if one.what != "unchanged"]
    for person in moved[:SHOWN]:
        changes = "; ".join(f"{one.field}: {one.before or '–'} → {one.after or '–'}" for one in person.changes)
        lines.append(f"  row {person.row}, {person.name} ({person.number}), {person.what}{': ' if changes else ''}{changes}")
    if len(moved) > SHOWN:
        lines.append(f"  and {len(moved) - SHOWN} more (--json lists all)")
    return "\n".join(lines)


def _proof(report: "Report") -> dict[str, Any]:
    """Return what went in, for a program."""
    return {"taken": True, "is_proved": report.is_proved, "columns": [asdict(one) | {"is_equal": one.is_equal} for one in report.columns]}


def _proof_words(report: "Report") -> str:
    """Return what went in, and that the database says the same as the file."""
    lines = [f"Taken: {report.rows} rows, all of them. Read back and compared with the file, column by column:"]
    lines += [
        f"  {one.heading}: {one.filled} cells, {'equal' if one.is_equal else 'NOT equal'} ({one.file_hash[:12]})" for one in report.columns
    ]
    return "\n".join(lines)


COMMAND = Command(
    name="import",
    words="look at a people file, list every problem, take all of it or nothing",
    declare=declare,
    run=run,
    more="Without --apply nothing is written. With it, everything is read back and compared before it counts.",
)
