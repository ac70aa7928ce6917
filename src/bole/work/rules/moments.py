"""Moments and days as text or seconds, read strictly; moments come back in UTC."""

import re
from datetime import UTC, date, datetime, timedelta

from bole.work.rules.refusals import BadDay, BadMoment, FromTheFuture, NaiveMoment

TOLERATED = timedelta(minutes=5)
FIRST_YEAR, LAST_YEAR = 1900, 2200
_MOMENT = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)"
    r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def moment_of(text: str, *, where: str) -> datetime:
    """Read a moment such as `2026-11-23T09:30:00+08:00`.

    :raises BadMoment: if the text is none, or outside 1900 to 2200
    :raises NaiveMoment: if it names no zone
    """
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise BadMoment(text=text[:40], where=where)
    if found["zone"] is None:
        raise NaiveMoment(text=text, where=where)
    try:
        moment = datetime.fromisoformat(_padded(found["day"], found["time"], found["zone"])).astimezone(UTC)
    except (ValueError, OverflowError) as broken:
        raise BadMoment(text=text, where=where) from broken
    return _in_range(moment, text, where)


def moment_of_seconds(seconds: int, *, where: str) -> datetime:
    """Read a moment given as seconds since 1970.

    :raises BadMoment: if it lies outside 1900 to 2200
    """
    try:
        return _in_range(_EPOCH + timedelta(seconds=seconds), str(seconds), where)
    except OverflowError as broken:
        raise BadMoment(text=str(seconds), where=where) from broken


def day_of(text: str, *, where: str) -> date:
    """Read a day such as `2026-11-23`.

    :raises BadDay: if the text is none, or outside 1900 to 2200
    """
    if not _DAY.fullmatch(text):
        raise BadDay(text=text[:40], where=where)
    try:
        day = date.fromisoformat(text)
    except ValueError as broken:
        raise BadDay(text=text, where=where) from broken
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadDay(text=text, where=where)
    return day


def microseconds(moment: datetime) -> int:
    """Count the microseconds since 1970: the usual `version` of an item."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def refuse_future(moment: datetime, *, at: datetime, field: str, where: str) -> None:
    """Let pass what has happened by `at`, with 5 minutes for clocks that differ.

    :raises FromTheFuture: if the moment lies further ahead
    """
    if moment > at + TOLERATED:
        raise FromTheFuture(field=field, where=where)


def _padded(day: str, time: str, zone: str) -> str:
    """Write fractions with six digits: `fromisoformat` of Python 3.11 takes three or six only."""
    whole, point, fraction = time.partition(".")
    return f"{day}T{whole}{point}{fraction.ljust(6, '0') if point else ''}{zone}"


def _in_range(moment: datetime, text: str, where: str) -> datetime:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise BadMoment(text=text, where=where)
    return moment
