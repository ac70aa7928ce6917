"""Looking at a day: once for each decline, nothing for what explains itself, the same however often and in whatever stretches."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bole.attendance.actions import record_absence
from bole.people.actions import add_unit, assign
from bole.people.models import Assignment
from bole.people.rules.entries import Post
from bole.signals.actions import look_back, look_for_changes, look_when_due, set_watch
from bole.signals.models import Alert, AlertStep, LookedDay, SourceNotice
from bole.values.viewer import SYSTEM
from bole.values.workdays import each_working_day
from bole.work.actions import OwnFact, record_own
from tests import factories as make
from tests.signals.days import FIRST, NOTICED, SHOWN, SLOW, at, between, serve, serve_daily, team_of, ticket

pytestmark = pytest.mark.django_db


def look_at_all(first: date, last: date) -> int:
    return sum(look_for_changes(day, at=at(day)).noticed for day in each_working_day(first, last))


class TestLookForChanges:
    def test_notices_one_decline_once(self) -> None:
        tool, _ = team_of("林静", "张三")
        serve(tool, "张三", between(FIRST, date(2026, 10, 30)))

        assert look_at_all(SLOW, date(2026, 10, 30)) == 1
        assert Alert.objects.get().noticed_on == NOTICED

    def test_does_nothing_twice(self) -> None:
        tool, _ = team_of("林静", "张三")
        serve(tool, "张三", between(FIRST, SHOWN))
        look_at_all(SLOW, SHOWN)
        steps = AlertStep.objects.count()

        assert look_at_all(SLOW, SHOWN) == 0
        assert (Alert.objects.count(), AlertStep.objects.count(), LookedDay.objects.count()) == (1, steps, 6)

    def test_says_nothing_of_an_indicator_that_is_not_watched(self) -> None:
        tool, _ = team_of("林静", "张三")
        serve(tool, "张三", between(FIRST, SHOWN))
        set_watch(indicator="response_time", is_on=False, grace_days=1, version=0, by=SYSTEM, at=at(FIRST))

        assert look_at_all(SLOW, SHOWN) == 0

    def test_names_hours_of_mentoring_that_began_with_it(self) -> None:
        tool, people = team_of("林静", "张三")
        serve(tool, "张三", between(FIRST, NOTICED))
        days = between(date(2026, 9, 4), NOTICED)
        told = (("mentoring_time", 7200),)
        talks = [
            OwnFact(key=f"talk {day}", person_id=people["张三"].pk, kind="fact", title="", moment=at(day, 15), values=told) for day in days
        ]
        record_own(made=talks, note="talks", by=SYSTEM, at=at(NOTICED, 18))

        look_at_all(SLOW, NOTICED)

        assert Alert.objects.get().evidence[0]["cause"] == "mentoring"

    def test_gives_the_grace_that_hr_set(self) -> None:
        tool, _ = team_of("林静", "张三")
        serve(tool, "张三", between(FIRST, NOTICED))
        set_watch(indicator="response_time", is_on=True, grace_days=3, version=0, by=SYSTEM, at=at(FIRST))

        look_for_changes(NOTICED, at=at(NOTICED))

        assert Alert.objects.get().manager_sees_at == at(date(2026, 9, 17), 9)

    def test_begins_the_grace_when_the_person_was_told(self) -> None:
        tool, _ = team_of("林静", "张三")
        serve(tool, "张三", between(FIRST, NOTICED))

        look_for_changes(NOTICED, at=at(SHOWN, 8))

        assert Alert.objects.get().manager_sees_at == at(date(2026, 9, 16), 9)

    def test_takes_an_alert_back_that_late_records_explain(self) -> None:
        tool, _ = team_of("林静", "张三")
        serve(tool, "张三", between(FIRST, SHOWN))
        look_for_changes(NOTICED, at=at(NOTICED))
        late = [ticket(f"late-{n}-{day}", "张三", day, 55) for day in between(SLOW, NOTICED) for n in range(60)]
        make.send(tool, *late, at=at(SHOWN, 10))

        look_for_changes(SHOWN, at=at(SHOWN))

        alert = Alert.objects.get()
        assert (alert.state, alert.closed_why) == ("closed", "withdrawn")

    def test_begins_anew_with_another_post(self) -> None:
        tool, people = team_of("林静", "张三")
        serve(tool, "张三", between(FIRST, SHOWN))
        held = Assignment.objects.get(person=people["张三"])
        other = add_unit(
            code="T2", name="交付二组", kind="team", first_day=make.START, parent_id=held.unit.parent_id, by=SYSTEM, at=make.BEFORE
        )
        post = Post(unit_id=other.pk, position_id=held.position_id, family_id=held.family_id, grade_id=held.grade_id)
        assign(person_id=people["张三"].pk, post=post, first_day=SLOW, by=SYSTEM, at=at(SLOW, 8))

        assert look_at_all(SLOW, SHOWN) == 0

    def test_leaves_a_spring_festival_alone(self) -> None:
        tool, _ = team_of("林静", "张三")
        days = between(date(2025, 7, 1), date(2026, 3, 6))
        serve(tool, "张三", days, slow_from=None)

        assert look_at_all(date(2026, 2, 9), date(2026, 3, 6)) == 0

    def test_leaves_somebody_alone_who_is_away(self) -> None:
        tool, people = team_of("林静", "张三")
        away = between(date(2026, 9, 8), date(2026, 9, 18))
        serve(tool, "张三", between(FIRST, date(2026, 9, 30), without=away), slow_from=None)
        record_absence(person_id=people["张三"].pk, first_day=away[0], last_day=away[-1], kind="marriage", by=SYSTEM, at=at(SLOW))

        assert look_at_all(SLOW, date(2026, 9, 30)) == 0


class TestASilentSource:
    """Story 14: the source is silent for three days; one notice, no alert."""

    def of(self, people: int) -> None:
        names = [f"人{n}" for n in range(people)]
        tool, _ = team_of("林静", *names)
        gap = between(date(2025, 11, 5), date(2025, 11, 7))
        serve_daily(tool, names, between(date(2025, 7, 28), date(2025, 11, 14), without=gap))

    def test_is_told_once_and_nobody_is_alerted(self) -> None:
        self.of(people=5)

        noticed = look_at_all(date(2025, 11, 3), date(2025, 11, 14))

        notice = SourceNotice.objects.get()
        assert noticed == Alert.objects.count() == 0
        assert (notice.first_day, notice.last_day, notice.people) == (date(2025, 11, 5), date(2025, 11, 7), 5)

    def test_counts_in_the_end_whose_records_of_these_days_came_late(self) -> None:
        names = [f"人{n}" for n in range(5)]
        tool, _ = team_of("林静", *names)
        gap = between(date(2025, 11, 5), date(2025, 11, 7))
        serve_daily(tool, names, between(date(2025, 7, 28), date(2025, 11, 10), without=gap))
        look_for_changes(date(2025, 11, 6), at=at(date(2025, 11, 6)))
        usually = SourceNotice.objects.get().people
        late = [ticket(f"late-{name}", name, gap[1], 55) for name in names[:3]]
        make.send(tool, *late, at=at(date(2025, 11, 10), 10))

        look_for_changes(date(2025, 11, 10), at=at(date(2025, 11, 10)))

        assert (usually, SourceNotice.objects.get().people) == (5, 3)

    def test_is_still_silent_while_nothing_comes(self) -> None:
        self.of(people=1)

        look_for_changes(date(2025, 11, 6), at=at(date(2025, 11, 6)))

        assert SourceNotice.objects.get().last_day is None


class TestLookWhenDue:
    def test_waits_for_the_end_of_the_working_day(self) -> None:
        team_of("林静", "张三")

        look_when_due(at(SHOWN, 18, 59))
        look_when_due(at(SHOWN, 19))
        look_when_due(at(SHOWN, 19, 15))

        assert list(LookedDay.objects.order_by("day").values_list("day", flat=True)) == [NOTICED, SHOWN]

    def test_catches_up_on_days_that_were_missed(self) -> None:
        team_of("林静", "张三")
        look_when_due(at(date(2026, 9, 10)))

        look_when_due(at(SHOWN, 8))

        days = [date(2026, 9, 10), date(2026, 9, 11), NOTICED]
        assert list(LookedDay.objects.order_by("day").values_list("day", flat=True)) == days


class TestLookBack:
    def test_finds_what_the_evenings_found(self) -> None:
        tool, _ = team_of("林静", "张三", "李四")
        back = date(2026, 9, 24)
        serve(tool, "张三", between(FIRST, back - timedelta(days=1)))
        serve(tool, "张三", between(back, date(2026, 10, 30)), slow_from=None)
        serve(tool, "李四", between(FIRST, date(2026, 10, 30)), slow_from=None)
        look_at_all(SLOW, date(2026, 10, 30))
        evenings = facts_of_alerts()
        Alert.objects.all().delete()

        look_back(FIRST, date(2026, 10, 30))

        assert facts_of_alerts() == evenings != []

    def test_goes_on_from_where_it_ended(self) -> None:
        tool, _ = team_of("林静", "张三")
        back = date(2026, 9, 24)
        serve(tool, "张三", between(FIRST, back - timedelta(days=1)))
        serve(tool, "张三", between(back, date(2026, 10, 30)), slow_from=None)

        look_back(FIRST, SHOWN)
        assert Alert.objects.get().state == "open"
        look_back(date(2026, 9, 16), date(2026, 10, 30))

        assert Alert.objects.get().closed_why == "recovered"


def facts_of_alerts() -> list[tuple[object, ...]]:
    rows = Alert.objects.order_by("noticed_on", "person_id")
    return list(rows.values_list("person_id", "indicator", "onset_on", "noticed_on", "usual", "now_value", "closed_on", "closed_why"))


def queries_of(day: date) -> int:
    with CaptureQueriesContext(connection) as seen:
        look_for_changes(day, at=at(day))
    return len(seen)


def test_asks_as_often_for_many_as_for_few() -> None:
    first, last = date(2026, 8, 3), date(2026, 9, 4)
    tool, people = team_of("林静", "张三", *(f"多{n}" for n in range(8)))
    serve(tool, "张三", between(first, last), slow_from=None)
    few = queries_of(date(2026, 9, 3))
    for name in list(people)[2:]:
        serve(tool, name, between(first, last), slow_from=None)

    assert queries_of(date(2026, 9, 4)) == few
