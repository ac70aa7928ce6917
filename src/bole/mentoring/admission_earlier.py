"""A file of mentoring from before the system: looked at first, every problem by its row, then taken as a whole or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bole.kit.clock import local_day
from bole.kit.table_file.cells import day_in
from bole.kit.table_file.sheet import Column, Problem, SheetRow, opened_look, problem, read_sheet, sealed_look
from bole.mentoring.actions.admission_earlier import Earlier, take_earlier_mentoring
from bole.mentoring.models import Mentorship
from bole.mentoring.refusals import (
    EarlierDayWrong,
    EarlierHoursWrong,
    EarlierNumberUnknown,
    EarlierOverlaps,
    EarlierOwn,
    SelfMentoring,
)
from bole.people.queries import ids_of
from bole.values.refusal import Invalid, say
from bole.values.viewer import Viewer

WHAT = "earlier mentoring"
MOST_HOURS = 5000
COLUMNS = (
    Column("mentor", say("Mentor"), ("导师工号", "导师", "mentor", "mentor number"), is_needed=True),
    Column("mentee", say("Mentee"), ("学员工号", "学员", "mentee", "mentee number"), is_needed=True),
    Column("first_day", say("First day"), ("开始日期", "开始", "起始日期", "first day", "start", "from"), is_needed=True),
    Column("last_day", say("Last day"), ("结束日期", "结束", "last day", "end", "to"), is_needed=True),
    Column("hours", say("Hours"), ("时长", "小时", "带教时长", "hours")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierLook:
    """What a file would do: how many pairs it gives, how many are here already, and every problem by its row."""

    rows: int
    new: tuple[Earlier, ...]
    same: int
    problems: tuple[Problem, ...]
    sealed: str


def look_at_earlier(*, body: bytes, name: str, framework: str, by: Viewer, at: datetime) -> EarlierLook:
    """Look at a file without taking anything (four queries).

    :raises Invalid: if it cannot be read as a table
    """
    sheet = read_sheet(body, name, COLUMNS)
    people = ids_of({row.cells[side] for row in sheet for side in ("mentor", "mentee")})
    held = _held(people.values())
    new: list[Earlier] = []
    problems: list[Problem] = []
    same = 0
    for row in sheet:
        try:
            one = _read(row, people, by=by, today=local_day(at))
            if one.pair in {other.pair for other in held.get(one.mentee_id, [])}:
                same += 1
                continue
            _insist_apart(one, row, held)
            held.setdefault(one.mentee_id, []).append(one)
            new.append(one)
        except Invalid as refused:
            problems.append(problem(row.number, refused))
    kept = (
        [] if problems else [[one.mentor_id, one.mentee_id, one.first_day.isoformat(), one.last_day.isoformat(), one.hours] for one in new]
    )
    return EarlierLook(
        rows=len(sheet), new=tuple(new), same=same, problems=tuple(problems),
        sealed=sealed_look(WHAT, by.account_id, [framework, kept]) if kept else "",
    )  # fmt: skip


def take_looked_at(*, sealed: str, by: Viewer, at: datetime) -> int:
    """Take what was looked at; everything is checked again.

    :raises LookedTooLongAgo: if the look is old
    """
    framework, rows = opened_look(WHAT, by.account_id, sealed)
    return take_earlier_mentoring(rows=[_of(row) for row in rows], framework=framework, by=by, at=at)


def _kept(one: Earlier) -> list[Any]:
    return [one.mentor_id, one.mentee_id, one.first_day.isoformat(), one.last_day.isoformat(), one.hours]


def _of(row: Sequence[Any]) -> Earlier:
    first, last = date.fromisoformat(row[2]), date.fromisoformat(row[3])
    return Earlier(mentor_id=row[0], mentee_id=row[1], first_day=first, last_day=last, hours=row[4])


def _read(row: SheetRow, people: Mapping[str, int], *, by: Viewer, today: date) -> Earlier:
    mentor, mentee = (_person(row.cells[side], people) for side in ("mentor", "mentee"))
    if mentor == mentee:
        raise SelfMentoring
    if by.person_id in {mentor, mentee}:
        raise EarlierOwn
    first, last = _day(row.cells["first_day"], today), _day(row.cells["last_day"], today)
    if last < first:
        raise EarlierDayWrong(text=row.cells["last_day"][:40])
    return Earlier(mentor_id=mentor, mentee_id=mentee, first_day=first, last_day=last, hours=_hours(row.cells.get("hours", "")))


def _person(number: str, people: Mapping[str, int]) -> int:
    found = people.get(number)
    if found is None:
        raise EarlierNumberUnknown(number=number[:40] or "–")
    return found


def _day(text: str, today: date) -> date:
    """Return a day that is over: what runs is begun here, not taken over."""
    day = day_in(text)
    if day is None or day >= today:
        raise EarlierDayWrong(text=text[:40] or "–")
    return day


def _hours(text: str) -> int:
    plain = text.removesuffix("小时").removesuffix(".0").strip()
    if not plain:
        return 0
    if not (plain.isascii() and plain.isdigit() and int(plain[:6]) <= MOST_HOURS and len(plain) < 6):
        raise EarlierHoursWrong(text=text[:40], most=MOST_HOURS)
    return int(plain)


def _held(person_ids: Any) -> dict[int, list[Earlier]]:  # noqa: ANN401  (keys of a mapping)
    rows = Mentorship.objects.filter(mentee__among=sorted(set(person_ids))).order_by("first_day")
    found: dict[int, list[Earlier]] = {}
    for mentor, mentee, first, last, ended in rows.values_list("mentor_id", "mentee_id", "first_day", "last_day", "ended_on"):
        found.setdefault(mentee, []).append(Earlier(mentor_id=mentor, mentee_id=mentee, first_day=first, last_day=ended or last, hours=0))
    return found


def _insist_apart(one: Earlier, row: SheetRow, held: Mapping[int, list[Earlier]]) -> None:
    for other in held.get(one.mentee_id, []):
        if other.first_day <= one.last_day and one.first_day <= other.last_day:
            raise EarlierOverlaps(number=row.cells["mentee"], first=other.first_day, last=other.last_day)
