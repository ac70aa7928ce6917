"""When somebody may be disturbed: never in quiet hours, never on a day off, and managers on Monday at 9:30."""

from datetime import datetime, time

import pytest

from bole.notices.rules.hours import Hours, digest_at, opening
from bole.values.workdays import is_working_day

USUAL = Hours()


@pytest.mark.parametrize(
    ("told", "goes_out"),
    [
        ("2026-11-20 12:00", "2026-11-20 12:00"),  # Friday noon: at once
        ("2026-11-20 08:29", "2026-11-20 08:30"),  # before the quiet ends
        ("2026-11-20 08:30", "2026-11-20 08:30"),  # the minute at which it ends is not quiet
        ("2026-11-20 19:59", "2026-11-20 19:59"),  # the last minute
        ("2026-11-20 20:00", "2026-11-23 08:30"),  # Friday evening: Monday morning
        ("2026-11-19 23:30", "2026-11-20 08:30"),  # a night in the week
        ("2026-11-21 12:00", "2026-11-23 08:30"),  # Saturday
        ("2026-10-10 12:00", "2026-10-10 12:00"),  # a Saturday that is worked
        ("2026-10-01 09:00", "2026-10-08 08:30"),  # the week of the national day
        ("2026-12-31 20:01", "2027-01-01 08:30"),  # 2027 is not published: weekends alone are days off
    ],
)
def test_waits_for_the_next_hour_of_work(told, goes_out):
    moment = opening(datetime.fromisoformat(told), USUAL, is_working_day)

    assert moment == datetime.fromisoformat(goes_out)


@pytest.mark.parametrize(
    ("start", "end", "told", "goes_out"),
    [
        ("22:00", "07:00", "2026-11-20 21:00", "2026-11-20 21:00"),
        ("12:00", "14:00", "2026-11-20 12:30", "2026-11-20 14:00"),  # a quiet noon
        ("12:00", "14:00", "2026-11-20 20:30", "2026-11-20 20:30"),
        ("00:00", "00:00", "2026-11-20 03:00", "2026-11-20 03:00"),  # no quiet hours
        ("00:00", "00:00", "2026-11-21 03:00", "2026-11-23 00:00"),  # days off stay days off
        ("18:00", "00:00", "2026-11-20 18:00", "2026-11-23 00:00"),
    ],
)
def test_keeps_the_hours_that_somebody_chose(start, end, told, goes_out):
    hours = Hours(time.fromisoformat(start), time.fromisoformat(end))

    moment = opening(datetime.fromisoformat(told), hours, is_working_day)

    assert moment == datetime.fromisoformat(goes_out)


@pytest.mark.parametrize(
    ("told", "goes_out"),
    [
        ("2026-11-20 12:00", "2026-11-23 09:30"),  # Friday: next Monday
        ("2026-11-23 09:00", "2026-11-23 09:30"),  # Monday before it
        ("2026-11-23 09:30", "2026-11-30 09:30"),  # too late for this one
        ("2026-02-13 12:00", "2026-02-24 09:30"),  # the spring festival takes a week and a Monday
        ("2026-04-03 12:00", "2026-04-07 09:30"),  # Monday 6 April is a day off
    ],
)
def test_gathers_for_the_first_working_morning_of_a_week(told, goes_out):
    moment = digest_at(datetime.fromisoformat(told), USUAL, is_working_day)

    assert moment == datetime.fromisoformat(goes_out)
