"""Whoever mentors as an exception, and HR, are told a few days before it ends and on its last day: each once, on days and hours of work."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from bole.mentoring.actions.coaching import retire_mentor
from bole.mentoring.actions.reminding_exceptions import tell_what_exceptions_end
from bole.mentoring.actions.retirement_answers import take_retirement_back
from bole.mentoring.actions.stepping_down import step_down
from bole.mentoring.admission_letters import write_letter
from bole.mentoring.jobs import tell_of_duties
from bole.mentoring.models import MentorRole, Retirement
from bole.mentoring.rules.calendar import end_tellings
from bole.notices.models import Notice
from bole.values.viewer import SYSTEM
from tests.mentoring.effects import helped, low_score
from tests.mentoring.making import NOON, Cast
from tests.office import text

BEIJING = timedelta(hours=8)


def local(day: date, hour: int = 10) -> datetime:
    """Return a moment of a day by its own clock."""
    return datetime(day.year, day.month, day.day, hour)  # noqa: DTZ001  (local by its meaning)


class TestTheDays:
    @pytest.mark.parametrize(
        ("last_day", "told_on", "left", "ends_on"),
        [
            (date(2026, 12, 15), date(2026, 12, 10), 5, date(2026, 12, 15)),
            (date(2026, 10, 15), date(2026, 10, 10), 5, date(2026, 10, 15)),  # a Saturday that is worked
            (date(2026, 2, 24), date(2026, 2, 14), 10, date(2026, 2, 24)),  # the festival lies between
            (date(2026, 11, 15), date(2026, 11, 10), 5, date(2026, 11, 13)),  # a Sunday
        ],
    )
    def test_are_those_of_a_reminder_and_the_last_working_day(self, last_day: date, told_on: date, left: int, ends_on: date) -> None:
        days = [told_on - timedelta(days=20) + timedelta(days=n) for n in range(45)]
        told = {day: end_tellings(last_day, since=date(2026, 1, 5), local=local(day)) for day in days}

        first = next(day for day in days if told[day])

        assert (first, told[first][0].what, told[first][0].days_left) == (told_on, "due", left)
        assert next(day for day in days if any(one.what == "overdue" for one in told[day])) == ends_on

    def test_begin_after_the_day_on_which_it_was_granted(self) -> None:
        last, granted = date(2026, 12, 15), date(2026, 12, 14)

        assert end_tellings(last, since=granted, local=local(granted)) == []
        assert [one.what for one in end_tellings(last, since=granted, local=local(last))] == ["overdue"]

    @pytest.mark.parametrize("hour", [8, 9, 20])
    def test_have_hours(self, hour: int) -> None:
        assert end_tellings(date(2026, 12, 15), since=date(2026, 1, 5), local=local(date(2026, 12, 15), hour)) == []


def walked(first: date, last: date) -> Iterator[datetime]:
    """Yield moments of a walked clock: four of each day in Beijing, before, within and after the hours."""
    for n in range((last - first).days + 1):
        midnight = datetime(first.year, first.month, first.day, tzinfo=UTC) - BEIJING + timedelta(days=n)
        yield from (midnight + timedelta(hours=hour, minutes=40) for hour in (3, 9, 15, 21))


def told() -> list[tuple[str, str, str]]:
    """Return who was told what on which day in Beijing, in order."""
    rows = Notice.objects.filter(kind__startswith="mentoring.exception").order_by("told_at", "kind").select_related("account")
    return [(one.account.name, one.kind.removeprefix("mentoring.exception_"), (one.told_at + BEIJING).strftime("%m-%d %H")) for one in rows]


LAST, LATE = date(2026, 12, 15), date(2027, 1, 15)
TOLD = [
    ("张三", "soon", "12-10 09"),
    ("何佳", "soon_of", "12-10 09"),
    ("张三", "ends", "12-15 09"),
    ("何佳", "ends_of", "12-15 09"),
]


@pytest.mark.django_db
class TestTelling:
    @pytest.fixture
    def role(self, cast: Cast) -> MentorRole:
        """Let 张三, who mentors 李四, be a mentor as an exception until the middle of December."""
        cast.pair()
        MentorRole.objects.filter(person=cast.people["张三"]).update(how="waiver", last_day=LAST, first_day=date(2026, 1, 5))
        return MentorRole.objects.get(person=cast.people["张三"])

    def test_is_once_each_over_two_months(self, cast: Cast, role: MentorRole) -> None:
        for at in walked(date(2026, 11, 24), date(2027, 1, 20)):
            tell_what_exceptions_end(by=SYSTEM, at=at)

        assert told() == TOLD

    def test_is_late_with_the_true_number_where_the_clock_stopped(self, cast: Cast, role: MentorRole) -> None:
        for at in [*walked(date(2026, 11, 24), date(2026, 12, 8)), *walked(date(2026, 12, 14), date(2026, 12, 14))]:
            tell_what_exceptions_end(by=SYSTEM, at=at)
        soon = Notice.objects.get(kind="mentoring.exception_soon")
        for at in walked(date(2026, 12, 18), date(2026, 12, 22)):
            tell_what_exceptions_end(by=SYSTEM, at=at)

        assert soon.params["n"] == 1
        assert [when for _, what, when in told() if what == "ends"] == ["12-18 09"]

    def test_says_what_becomes_of_pairs_and_leads_to_pages_that_open(self, cast: Cast, role: MentorRole) -> None:
        for day in (10, 15):
            tell_of_duties(datetime(2026, 12, day, 2, tzinfo=UTC))

        own, hr = cast.browser("张三"), cast.browser("何佳")

        assert "你以例外方式担任导师，到12月10日" not in text(own.get("/notices/").content)
        assert "还有5天。进行中的辅导照常，到期后不再接新的学员。" in text(own.get("/notices/").content)
        assert "张三以例外方式担任导师的最后一天是12月15日" in text(hr.get("/notices/").content)
        assert "进行中的辅导1对，照常继续" in text(hr.get("/notices/").content)
        assert [own.get("/mentoring/become/").status_code, hr.get("/mentoring/effect/BL0064/").status_code] == [200, 200]

    def test_is_not_of_one_who_steps_down(self, cast: Cast, role: MentorRole) -> None:
        step_down(reason="接下来想专心带项目", pairs="go_on", by=cast.viewer("张三"), at=NOON)

        for day in (10, 15):
            tell_what_exceptions_end(by=SYSTEM, at=datetime(2026, 12, day, 2, tzinfo=UTC))

        assert told() == []

    def test_is_not_of_a_role_that_was_granted_for_good(self, cast: Cast, role: MentorRole) -> None:
        MentorRole.objects.update(how="admitted")

        tell_what_exceptions_end(by=SYSTEM, at=datetime(2026, 12, 15, 2, tzinfo=UTC))

        assert told() == []

    @pytest.fixture
    def low(self, cast: Cast, role: MentorRole) -> MentorRole:
        """Let the exception hold until the middle of January by its letter, and the effect be so low that HR may end the role before."""
        person = cast.people["张三"]
        role.code, role.last_day = write_letter(person, last_day=LATE, by=SYSTEM, at=NOON), LATE
        role.save(update_fields=["code", "last_day"])
        low_score(person)
        helped(cast)
        return role

    def test_is_not_of_one_whose_role_hr_ends_before(self, cast: Cast, low: MentorRole) -> None:
        self.retire(cast)

        for at in walked(date(2026, 12, 20), date(2027, 1, 20)):
            tell_what_exceptions_end(by=SYSTEM, at=at)

        low.refresh_from_db()
        assert (low.last_day, told()) == (date(2026, 12, 31), [])

    @pytest.mark.parametrize("back_on", [date(2026, 12, 28), date(2027, 1, 6)])
    def test_is_again_of_one_whose_end_hr_takes_back(self, cast: Cast, low: MentorRole, back_on: date) -> None:
        self.retire(cast)
        at = datetime(back_on.year, back_on.month, back_on.day, 4, tzinfo=UTC)
        take_retirement_back(person_id=cast.pk("张三"), words="我们看错了", by=cast.viewer("何佳"), at=at)

        for moment in walked(back_on, date(2027, 1, 20)):
            tell_what_exceptions_end(by=SYSTEM, at=moment)

        last = MentorRole.objects.filter(person=cast.pk("张三")).order_by("-first_day").values_list("last_day", flat=True)[0]
        assert (last, [(name, what) for name, what, _ in told() if name == "张三"]) == (LATE, [("张三", "soon"), ("张三", "ends")])

    def test_does_not_come_to_life_when_an_end_is_taken_back_after_it(self, cast: Cast, low: MentorRole) -> None:
        self.retire(cast)

        after = datetime(2027, 1, 20, 4, tzinfo=UTC)
        take_retirement_back(person_id=cast.pk("张三"), words="我们看错了", by=cast.viewer("何佳"), at=after)

        roles = MentorRole.objects.filter(person=cast.pk("张三"))
        assert [one.last_day for one in roles] == [date(2026, 12, 31)]

    def test_is_of_a_new_exception_after_an_earlier_role_was_ended(self, cast: Cast, role: MentorRole) -> None:
        Retirement.objects.create(
            person=cast.people["张三"], reason="效果偏低", evidence={}, decided_at=NOON, decided_by=cast.people["何佳"],
            ends_on=date(2026, 11, 24), object_until=date(2026, 11, 30),
        )  # fmt: skip
        role.first_day = date(2026, 11, 25)
        role.save(update_fields=["first_day"])

        for at in walked(date(2026, 12, 8), date(2026, 12, 16)):
            tell_what_exceptions_end(by=SYSTEM, at=at)

        assert told() == TOLD

    def retire(self, cast: Cast) -> None:
        """End 张三's role with the year."""
        retire_mentor(person_id=cast.pk("张三"), reason="效果低于相近同事", ends_on=date(2026, 12, 31), by=cast.viewer("何佳"), at=NOON)
