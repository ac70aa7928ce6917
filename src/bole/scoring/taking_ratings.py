"""A file of earlier ratings: looked at first, every problem by its row, then taken as a whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bole.kit.clock import local_day
from bole.kit.table_file.sheet import Column, Problem, SheetRow, opened_look, problem, read_sheet, sealed_look
from bole.people.queries import ids_of
from bole.scoring.actions.years import GivenRating, take_ratings
from bole.scoring.models import YearResult
from bole.scoring.refusals import GivenTwice, NumberUnknown, OwnRating, RatedDifferently
from bole.scoring.rules.rating_file import Given, given_in
from bole.values.refusal import Invalid, say
from bole.values.viewer import Viewer

WHAT = "ratings"
COLUMNS = (
    Column("number", say("Staff number"), ("工号", "员工编号", "staff number", "number", "employee id"), is_needed=True),
    Column("year", say("Year"), ("年度", "年份", "考核年度", "year"), is_needed=True),
    Column("score", say("Score"), ("评分", "绩效评分", "分数", "得分", "score")),
    Column("level", say("Level"), ("等级", "绩效等级", "考核等级", "level", "rating")),
    Column("note", say("Source"), ("来源", "说明", "备注", "source", "note")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingLook:
    """What a file would do: what it gives, what is there already, and every problem by its row."""

    rows: int
    new: tuple[GivenRating, ...]
    same: int
    years: tuple[int, ...]
    problems: tuple[Problem, ...]
    sealed: str


def look_at_ratings(*, body: bytes, name: str, most: int, by: Viewer, at: datetime) -> RatingLook:
    """Look at a file without taking anything (three queries).

    :raises Invalid: if it cannot be read as a table
    """
    sheet = read_sheet(body, name, COLUMNS)
    people = ids_of([row.cells["number"] for row in sheet])
    read, problems = _read(sheet, people, most=most, by=by, at=at)
    had = _had({one.year for _row, _key, one in read})
    new, same = [], 0
    for row, key, one in read:
        standing = had.get((key, one.year))
        if standing is None:
            new.append(GivenRating(person_id=key, year=one.year, score=one.score, level=one.level, note=one.note))
        elif _is_same(standing, one):
            same += 1
        else:
            problems.append(problem(row.number, RatedDifferently(year=one.year, number=row.cells["number"])))
    kept = [] if problems else [[one.person_id, one.year, one.score, one.level, one.note] for one in new]
    return RatingLook(
        rows=len(sheet), new=tuple(new), same=same, years=tuple(sorted({one.year for one in new})),
        problems=tuple(sorted(problems, key=lambda one: one.row)), sealed=sealed_look(WHAT, by.account_id, kept) if kept else "",
    )  # fmt: skip


def take_looked_at(*, sealed: str, by: Viewer, at: datetime) -> int:
    """Take what was looked at; everything is checked again.

    :raises LookedTooLongAgo: if the look is old
    """
    rows: list[list[Any]] = opened_look(WHAT, by.account_id, sealed)
    given = [GivenRating(person_id=row[0], year=row[1], score=row[2], level=row[3], note=row[4]) for row in rows]
    return take_ratings(rows=given, by=by, at=at)


def _read(
    sheet: Sequence[SheetRow], people: dict[str, int], *, most: int, by: Viewer, at: datetime
) -> tuple[list[tuple[SheetRow, int, Given]], list[Problem]]:
    read: list[tuple[SheetRow, int, Given]] = []
    problems: list[Problem] = []
    first: dict[tuple[int, int], int] = {}
    for row in sheet:
        try:
            key = people.get(row.cells["number"])
            if key is None:
                raise NumberUnknown(number=row.cells["number"][:40] or "–")
            if key == by.person_id:
                raise OwnRating
            one = given_in(row.cells, most=most, this_year=local_day(at).year)
            if (key, one.year) in first:
                raise GivenTwice(row=first[key, one.year], year=one.year)
            first[key, one.year] = row.number
            read.append((row, key, one))
        except Invalid as refused:
            problems.append(problem(row.number, refused))
    return read, problems


def _had(years: set[int]) -> dict[tuple[int, int], tuple[int | None, str]]:
    rows = YearResult.objects.filter(year__in=years, is_last=True).values_list("person_id", "year", "score", "level")
    return {(person, year): (score, str(level)) for person, year, score, level in rows}


def _is_same(standing: tuple[int | None, str], one: Given) -> bool:
    return standing[0] == one.score and (not one.level or standing[1] == one.level)
