"""A spell of absence as it comes from outside, and the days that it holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bole.attendance.refusals import LastBeforeFirst, TooLongAbsence, UnknownAbsenceKind
from bole.work.rules.place import Place
from bole.work.rules.refusals import UnknownField

KINDS = ("leave", "travel", "sick", "marriage", "parental", "other")
MOST_DAYS = 800
FIELDS = ("person", "first_day", "last_day", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Somebody was, or will be, away from a first to a last day, both included."""

    number: str
    first_day: date
    last_day: date
    kind: str


def read_absence(value: object, *, where: str) -> Told:
    """Read one absence that a program sent.

    :raises Invalid: at the field that cannot be taken
    """
    place = Place.of(value, pointer=where, field="absence")
    _known_fields(place.fields, where=where)
    number = place.key("person")
    for name in FIELDS[1:]:
        place.must_have(name)
    first, last = place.day("first_day"), place.day("last_day")
    assert first is not None  # noqa: S101  (`must_have` saw them)
    assert last is not None  # noqa: S101
    told = Told(number=number, first_day=first, last_day=last, kind=place.text("kind"))
    insist(told.first_day, told.last_day, told.kind, where=where + "/")
    return told


def insist(first_day: date, last_day: date, kind: str, *, where: str = "") -> None:
    """Let pass a spell that can be.

    :raises LastBeforeFirst: if it ends before it begins
    :raises TooLongAbsence: if nobody is away that long
    :raises UnknownAbsenceKind: if there is no such kind
    """
    if last_day < first_day:
        raise LastBeforeFirst(where=f"{where}last_day")
    if (last_day - first_day).days >= MOST_DAYS:
        raise TooLongAbsence(most=MOST_DAYS, where=f"{where}last_day")
    if kind not in KINDS:
        raise UnknownAbsenceKind(text=kind[:60], choices=", ".join(KINDS), where=f"{where}kind")


def days_of(first_day: date, last_day: date) -> Iterator[date]:
    """Yield the days of a spell, both ends included."""
    for n in range((last_day - first_day).days + 1):
        yield first_day + timedelta(days=n)


def _known_fields(fields: Mapping[str, object], *, where: str) -> None:
    unknown = next((name for name in fields if name not in FIELDS), None)
    if unknown is not None:
        raise UnknownField(field=unknown[:60], fields=", ".join(FIELDS), where=f"{where}/{unknown[:60]}")
