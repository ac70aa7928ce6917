"""The calendar of duties: the six examples, what absences move, and 400 days in four zones on which everything is told exactly once."""

import unicodedata
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from bole.mentoring.rules.calendar import (
    Laid,
    Open,
    due_day,
    due_tellings,
    lay,
    nominal_days,
    opens_on,
    overdue_day,
    reminder_day,
    week_day,
)
from bole.mentoring.rules.slots import Slot, free_slots
from bole.notices.kinds import kind_of, said
from bole.values.workdays import is_published, is_working_day

A_DAY = timedelta(days=1)
# Spec 2.3 and the table of stories: nominal day, due, reminder, days, overdue warning.
EXAMPLES = {
    "2026-12": (date(2026, 12, 15), date(2026, 12, 15), date(2026, 12, 10), 5, date(2026, 12, 16)),
    "2026-10": (date(2026, 10, 15), date(2026, 10, 15), date(2026, 10, 10), 5, date(2026, 10, 16)),
    "2026-02": (date(2026, 2, 15), date(2026, 2, 24), date(2026, 2, 14), 10, date(2026, 2, 25)),
    "2026-05": (date(2026, 5, 15), date(2026, 5, 15), date(2026, 5, 9), 6, date(2026, 5, 18)),
    "2026-11": (date(2026, 11, 15), date(2026, 11, 16), date(2026, 11, 11), 5, date(2026, 11, 17)),
    "2025-08": (date(2025, 8, 15), date(2025, 8, 15), date(2025, 8, 8), 7, date(2025, 8, 18)),
}
ZONES = ("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Pacific/Auckland")


def at(day: date, hour: int = 9, minute: int = 30) -> datetime:
    """Return a local moment."""
    return datetime.combine(day, time(hour, minute))


@pytest.mark.parametrize("month", EXAMPLES)
class TestTheExamples:
    def test_are_due_as_the_spec_says(self, month: str) -> None:
        nominal, due, _reminder, _days, _warning = EXAMPLES[month]

        assert due_day(nominal, is_working_day) == due

    def test_remind_on_the_day_with_the_true_number(self, month: str) -> None:
        _nominal, due, reminder, days, _warning = EXAMPLES[month]

        told = due_tellings(Open("meeting", due), (), local=at(reminder))

        assert reminder_day(due) == reminder
        assert [(one.what, one.days_left) for one in told] == [("due", days)]

    def test_warn_on_the_first_working_day_after(self, month: str) -> None:
        _nominal, due, _reminder, _days, warning = EXAMPLES[month]

        assert overdue_day(due) == warning

    def test_say_the_sentence_of_the_article(self, month: str) -> None:
        days = EXAMPLES[month][3]

        with override("zh-hans"):
            sentence = said(kind_of("mentoring.remind_due"), {"name": "李四", "n": days})

        wanted = f"您与李四的辅导沟通将于{days}天后到期，请提前安排时间。"
        assert unicodedata.normalize("NFKC", sentence) == unicodedata.normalize("NFKC", wanted)


class TestTheCadence:
    def test_of_meetings_is_the_15th(self) -> None:
        found = nominal_days("meeting", 1, date(2026, 5, 26), date(2026, 9, 1))

        assert found == [date(2026, 6, 15), date(2026, 7, 15), date(2026, 8, 15)]

    def test_leaves_two_weeks_before_the_first(self) -> None:
        assert nominal_days("meeting", 1, date(2025, 12, 1), date(2026, 1, 1)) == [date(2025, 12, 15)]
        assert nominal_days("meeting", 1, date(2025, 12, 2), date(2026, 1, 31)) == [date(2026, 1, 15)]

    def test_of_tests_and_reports_counts_from_the_first_day(self) -> None:
        assert nominal_days("test", 3, date(2026, 5, 26), date(2027, 5, 17)) == [date(2026, 8, 26), date(2026, 11, 26), date(2027, 2, 26)]
        assert nominal_days("report", 6, date(2026, 5, 26), date(2027, 5, 17)) == [date(2026, 11, 26)]

    def test_keeps_to_the_end_of_short_months(self) -> None:
        assert nominal_days("test", 3, date(2026, 11, 30), date(2027, 6, 1)) == [date(2027, 2, 28), date(2027, 5, 30)]

    def test_can_be_never(self) -> None:
        assert nominal_days("test", 0, date(2026, 5, 26), date(2027, 5, 17)) == []


class TestAbsences:
    def test_move_the_day_behind_them(self) -> None:
        leave = {date(2026, 11, 16) + n * A_DAY for n in range(5)}

        assert due_day(date(2026, 11, 15), lambda day: is_working_day(day) and day not in leave) == date(2026, 11, 23)

    def test_that_are_long_leave_one_meeting_behind_them(self) -> None:
        leave = {date(2025, 10, 13) + n * A_DAY for n in range(159)}  # to 20 March
        nominals = [date(2025, 10, 15), date(2025, 11, 15), date(2026, 2, 15), date(2026, 3, 15), date(2026, 4, 15)]

        laid = lay(nominals, lambda day: is_working_day(day) and day not in leave)

        assert [one.due_on for one in laid] == [date(2026, 3, 23)] * 4 + [date(2026, 4, 15)]
        assert [one.is_merged for one in laid] == [True, True, True, False, False]

    def test_without_an_end_break_nothing(self) -> None:
        assert lay([date(2026, 5, 15)], lambda _day: False) == [Laid(date(2026, 5, 15), date(2026, 5, 15), is_merged=False)]


class TestYearsWhoseHolidaysAreNotPublished:
    def test_know_weekends_alone(self) -> None:
        assert not is_published(2031)
        assert due_day(date(2031, 2, 15), is_working_day) == date(2031, 2, 17)
        assert reminder_day(date(2031, 2, 17)) == date(2031, 2, 12)


class TestNextWeek:
    def test_is_said_on_the_last_working_day_of_the_week_before_at_four(self) -> None:
        duty = Open("meeting", date(2026, 11, 16), set_for=date(2026, 11, 26))

        told = {("overdue", date(2026, 11, 16)), ("due", date(2026, 11, 26))}

        early = due_tellings(duty, told, local=at(date(2026, 11, 20), 15, 59))
        found = due_tellings(duty, told, local=at(date(2026, 11, 20), 16, 0))

        assert (early, [one.what for one in found]) == ([], ["week"])

    def test_is_said_on_a_saturday_that_is_worked(self) -> None:
        assert week_day(date(2026, 10, 15)) == date(2026, 10, 10)

    def test_is_not_said_when_that_whole_week_is_off(self) -> None:
        assert week_day(date(2026, 2, 24)) is None

    def test_is_of_meetings_alone(self) -> None:
        assert due_tellings(Open("test", date(2026, 12, 15)), {("due", date(2026, 12, 15))}, local=at(date(2026, 12, 11), 16)) == []


class TestALateClock:
    def test_reminds_late_with_the_true_number(self) -> None:
        (found,) = due_tellings(Open("report", date(2026, 12, 15)), (), local=at(date(2026, 12, 14), 11))

        assert (found.what, found.days_left) == ("due", 1)

    def test_never_reminds_of_what_is_past(self) -> None:
        found = due_tellings(Open("meeting", date(2026, 12, 15)), (), local=at(date(2026, 12, 18), 11))

        assert [one.what for one in found] == ["overdue"]

    def test_does_not_wake_anybody(self) -> None:
        duty = Open("meeting", date(2026, 12, 15))

        assert due_tellings(duty, (), local=at(date(2026, 12, 10), 23)) == []
        assert due_tellings(duty, (), local=at(date(2026, 12, 13), 11)) == []  # a Sunday

    def test_warns_once_though_another_day_is_agreed(self) -> None:
        duty = Open("meeting", date(2026, 11, 16), set_for=date(2026, 11, 25))

        first = due_tellings(duty, (), local=at(date(2026, 11, 17)))
        again = due_tellings(duty, {("overdue", date(2026, 11, 16))}, local=at(date(2026, 11, 18)))

        assert ([one.what for one in first], again) == (["overdue"], [])


class TestWhatCountsForADuty:
    def test_is_a_meeting_after_the_last_ones_day(self) -> None:
        assert opens_on(date(2026, 12, 15), date(2026, 11, 15), "meeting") == date(2026, 11, 16)

    def test_is_a_test_in_the_later_half_of_its_time(self) -> None:
        assert opens_on(date(2026, 8, 26), date(2026, 5, 26), "test") == date(2026, 7, 11)


@pytest.mark.parametrize("zone", ZONES)
def test_everything_is_told_exactly_once_in_400_days_whatever_the_clock_does(zone: str) -> None:
    # A year of made holidays, and a worker that stops for hours, now and then for days, and starts again with nothing but what was kept.
    random, here = Random(zone), ZoneInfo(zone)
    off = {date(2030, 1, 1) + random.randrange(420) * A_DAY for _ in range(40)}

    def works(day: date) -> bool:
        return day.weekday() < 5 and day not in off

    duties = [Open("meeting", one.due_on) for one in lay(nominal_days("meeting", 1, date(2030, 1, 1), date(2031, 2, 4)), works)]
    kept: dict[int, set[tuple[str, date]]] = {n: set() for n in range(len(duties))}
    told, hours, moment = Counter[tuple[int, str]](), list[datetime](), datetime(2029, 12, 31, 16, tzinfo=UTC)
    while moment < datetime(2031, 3, 1, tzinfo=UTC):
        local = moment.astimezone(here)
        for n, duty in enumerate(duties):
            for one in due_tellings(duty, kept[n], local=local.replace(tzinfo=None), is_working=works):
                assert one.days_left == (duty.due_on - local.date()).days if one.what == "due" else one.days_left == 0
                told[n, one.what] += 1
                kept[n].add((one.what, one.day))
                hours.append(local)
        moment += timedelta(minutes=random.choice([15, 15, 15, 15, 15, 15, 240]) if random.random() > 0.001 else 60 * 48)

    assert max(told.values()) == 1
    assert [n for n in range(len(duties)) if told[n, "due"] != 1 or told[n, "overdue"] != 1] == []
    assert all(works(one.date()) and 9 <= one.hour < 20 for one in hours)


@given(
    nominal=st.dates(date(2024, 1, 1), date(2032, 12, 31)),
    away=st.sets(st.integers(0, 60), max_size=40),
)
def test_a_due_day_is_free_and_not_before_its_time(nominal: date, away: set[int]) -> None:
    days = {nominal + n * A_DAY for n in away}

    due = due_day(nominal, lambda day: is_working_day(day) and day not in days)

    assert due >= nominal
    assert is_working_day(due)
    assert due not in days
    assert reminder_day(due) <= due - 5 * A_DAY


class TestFreeSlots:
    def test_are_those_of_both(self) -> None:
        found = free_slots(
            ["mon_am", "wed_pm", "thu_am"], ["wed_pm", "thu_am"], away={date(2026, 11, 25)}, first_day=date(2026, 11, 23),
            last_day=date(2026, 12, 4),
        )  # fmt: skip

        assert found == [Slot(date(2026, 11, 26), "am"), Slot(date(2026, 12, 2), "pm"), Slot(date(2026, 12, 3), "am")]

    def test_leave_out_what_is_set_already(self) -> None:
        first, last, taken = date(2026, 11, 23), date(2026, 11, 24), {Slot(date(2026, 11, 23), "am"), Slot(date(2026, 11, 24), "pm")}

        found = free_slots((), (), away=(), taken=taken, first_day=first, last_day=last)

        assert found == [Slot(date(2026, 11, 23), "pm"), Slot(date(2026, 11, 24), "am")]

    def test_follow_the_one_who_said_something(self) -> None:
        found = free_slots([], ["fri_pm"], away=(), first_day=date(2026, 11, 23), last_day=date(2026, 11, 30))

        assert found == [Slot(date(2026, 11, 27), "pm")]
