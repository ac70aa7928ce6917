"""Working days by the company calendar, 调休 included."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bole.values.workdays import is_published, is_working_day, working_day_at, working_days, working_seconds

SHANGHAI = ZoneInfo("Asia/Shanghai")


class TestWorkingDayAt:
    @pytest.mark.parametrize(
        ("day", "steps", "found"),
        [
            (date(2026, 11, 20), 1, date(2026, 11, 23)),
            (date(2026, 11, 22), -1, date(2026, 11, 20)),
            (date(2026, 11, 22), 1, date(2026, 11, 23)),
            (date(2026, 11, 22), 0, date(2026, 11, 23)),
            (date(2026, 11, 23), 0, date(2026, 11, 23)),
            (date(2026, 11, 30), 5, date(2026, 12, 7)),
            (date(2026, 2, 14), 1, date(2026, 2, 24)),
            (date(2026, 10, 9), 1, date(2026, 10, 10)),
        ],
    )
    def test_counts_working_days_from_any_day(self, day: date, steps: int, found: date) -> None:
        assert working_day_at(day, steps) == found


class TestWorkingDays:
    def test_knows_holidays_and_worked_weekends(self) -> None:
        assert not is_working_day(date(2026, 2, 17))
        assert is_working_day(date(2026, 10, 10))
        assert working_days(date(2026, 11, 1), date(2026, 11, 30)) == 21

    def test_counts_weekends_where_holidays_are_not_published(self) -> None:
        assert not is_published(2031)
        assert is_working_day(date(2031, 1, 1))
        assert not is_working_day(date(2031, 1, 4))


class TestWorkingSeconds:
    @pytest.mark.parametrize(
        ("start", "end", "hours"),
        [
            (datetime(2026, 11, 20, 9, tzinfo=SHANGHAI), datetime(2026, 11, 20, 10, tzinfo=SHANGHAI), 1),
            (datetime(2026, 11, 20, 11, tzinfo=SHANGHAI), datetime(2026, 11, 20, 14, tzinfo=SHANGHAI), 2),
            (datetime(2026, 11, 20, 17, tzinfo=SHANGHAI), datetime(2026, 11, 23, 10, tzinfo=SHANGHAI), 2),
            (datetime(2026, 11, 21, 10, tzinfo=SHANGHAI), datetime(2026, 11, 22, 10, tzinfo=SHANGHAI), 0),
            (datetime(2026, 11, 20, 10, tzinfo=SHANGHAI), datetime(2026, 11, 20, 9, tzinfo=SHANGHAI), 0),
            (datetime(2026, 11, 20, 1, tzinfo=UTC), datetime(2026, 11, 20, 2, tzinfo=UTC), 1),
        ],
    )
    def test_counts_only_working_time(self, start: datetime, end: datetime, hours: int) -> None:
        assert working_seconds(start, end, SHANGHAI) == hours * 3600
