"""The numbers of the stories, to the digit, on whatever day the demo is shown: computed from work, by the product's own rule."""

from datetime import date

import pytest

from bole.sandbox.rules.days import step
from bole.sandbox.rules.facts_now import readings_of
from bole.sandbox.rules.hand import PLAN, Worker
from bole.sandbox.rules.slow_fortnight import HAN_XUEFENG, LUO_JIANING, MOVED, NEW_TASKS, SLOW_FROM, WELL_AGAIN, taken_on
from bole.sandbox.rules.stories import DELIVERY_ONE, half_before_mentoring, month_back
from bole.sandbox.rules.units import under
from bole.values.period import Period
from tests.sandbox.told import ANCHORS, EXAMPLE, counts, score, told, work_of, written

LI_SI, ZHANG_SAN, SUN_RAN = "BL0471", "BL0064", "BL0259"
HOUR = 3600


def mean_hours(day: date, first: date, last: date) -> float:
    """Return Zhang San's mean response in a span, in working hours."""
    total, count = counts(day, ZHANG_SAN, first, last)["responses"]
    return total / count / HOUR


@pytest.mark.parametrize("day", ANCHORS, ids=str)
class TestLiSi:
    def test_stands_at_84(self, day):
        assert score(day, LI_SI, told(day).points.month, until=day) == 8400

    def test_has_the_parts_of_the_story(self, day):
        month = told(day).points.month

        found = counts(day, LI_SI, month.first_day, min(day, month.last_day))

        assert (found["first_passes"][0], found["acceptances"][0], found["reworks"][0]) == (9, 10, 1)
        assert (found["tasks_on_time"][0], found["tasks_due"][0]) == (9, 10)
        assert found["peer_rating"] == (8600, 1)
        assert found["satisfaction"] == (43_000, 5)
        assert found["responses"] == (108_000, 17)

    def test_stood_at_82_8_last_sunday(self, day):
        points = told(day).points
        month = points.month.before if points.way == "previous" else points.month

        before = score(day, LI_SI, month, until=told(day).plan.almanac.last_sunday, is_last_night=True)

        assert before == (None if points.way == "none" else 8280)

    def test_stood_at_70_in_the_half_before_the_mentoring(self, day):
        half = half_before_mentoring(told(day).clock)

        found = counts(day, LI_SI, half.first_day, half.last_day)

        assert score(day, LI_SI, half, until=half.last_day) == 7000
        assert (found["first_passes"][0], found["acceptances"][0], found["reworks"][0]) == (40, 50, 10)
        assert (found["tasks_on_time"][0], found["tasks_due"][0]) == (39, 50)
        assert found["peer_rating"][0] == found["peer_rating"][1] * 7500
        assert found["satisfaction"] == (180_000, 25)
        assert found["responses"] == (828_000, 85)

    def test_is_the_fifth_of_sixty(self, day):
        plan, month = told(day).plan, told(day).points.month

        department = [one.number for one in plan.here(day) if one.post_on(day).unit in under("SOL")]
        scores = sorted((found for number in department if (found := score(day, number, month, until=day))), reverse=True)

        assert len(scores) == 60
        assert scores.index(8400) == 4


@pytest.mark.parametrize("day", ANCHORS, ids=str)
@pytest.mark.parametrize("number", [number for number in DELIVERY_ONE if number != LI_SI])
class TestDeliveryOne:
    def test_stands_where_the_table_says(self, day, number):
        wanted, _ = DELIVERY_ONE[number]

        assert score(day, number, told(day).points.month, until=day) == pytest.approx(round(wanted * 100), abs=1)

    def test_changed_since_last_week_as_the_table_says(self, day, number):
        points = told(day).points
        month = points.month.before if points.way == "previous" else points.month
        wanted, change = DELIVERY_ONE[number]

        before = score(day, number, month, until=told(day).plan.almanac.last_sunday, is_last_night=True)

        assert before is None if points.way == "none" else before == pytest.approx(round((wanted - change) * 100), abs=4)


@pytest.mark.parametrize("day", ANCHORS, ids=str)
class TestThreeSlowHours:
    def test_answers_took_an_hour_for_sixty_working_days(self, day):
        base = taken_on(told(day).clock)

        assert mean_hours(day, step(base, -59), base) == 1.0

    def test_then_three_hours_until_the_tasks_were_moved(self, day):
        base = taken_on(told(day).clock)

        assert [mean_hours(day, step(base, n), step(base, n)) for n in range(SLOW_FROM, MOVED + 1)] == [3.0] * 7

    def test_and_1_1_hours_nine_working_days_later(self, day):
        base = taken_on(told(day).clock)

        well = step(base, WELL_AGAIN)

        assert WELL_AGAIN - MOVED == 9
        assert (
            well > told(day).points.month.before.last_day
            or told(day).points.way == "previous"
            or mean_hours(day, well, well) == pytest.approx(1.1, abs=0.001)
        )

    def test_the_score_went_from_91_0_to_87_6(self, day):
        base = taken_on(told(day).clock)
        month = Period.of("month", base)

        slow = {score(day, ZHANG_SAN, month, until=step(base, n)) for n in range(SLOW_FROM, MOVED + 1)}

        assert score(day, ZHANG_SAN, month.before, until=month.before.last_day) == 9100
        assert slow == {8760}

    def test_and_back_to_91_2(self, day):
        assert score(day, ZHANG_SAN, told(day).points.month, until=day) == pytest.approx(9120, abs=1)

    def test_every_week_end_of_that_time_shows_it(self, day):
        base = taken_on(told(day).clock)

        ends = [one for one in told(day).plan.almanac.week_ends if step(base, SLOW_FROM) <= one <= step(base, MOVED)]

        assert ends


class TestTheTasksThatWereMoved:
    def test_open_work_rose_from_six_to_fourteen(self):
        base = taken_on(told(EXAMPLE).clock)
        tasks = [one for one in _everything(ZHANG_SAN) if one.kind == "task" and one.opened_at.date() <= base]

        still_open = [one for one in tasks if one.closed_at is None or one.closed_at.date() > base]

        assert len([one for one in still_open if one.opened_at.date() < base]) == 6
        assert len(still_open) == 14

    def test_five_of_the_eight_were_moved_and_done_by_others(self):
        accounts = {
            name: Worker(number=name, name="", email="", family="", craft="", level=0).account(PLAN) for name in (HAN_XUEFENG, LUO_JIANING)
        }

        new = [one for one in _everything(ZHANG_SAN) if one.title in NEW_TASKS]

        assert len(new) == 8
        assert [sum(one.account == account for one in new) for account in accounts.values()] == [3, 2]
        assert {one.state for one in new} == {"done"}


def _everything(number: str):
    """Return the newest version of all that was written for somebody, whosever it is now."""
    base = Period.of("month", taken_on(told(EXAMPLE).clock))
    newest = {}
    for month in (base.before, base, base.after):
        for hand in written(EXAMPLE, number, month):
            for items in hand.items.values():
                for item in items:
                    if item.external_id not in newest or newest[item.external_id].version < item.version:
                        newest[item.external_id] = item
    return newest.values()


@pytest.mark.parametrize("day", ANCHORS, ids=str)
class TestSunRan:
    def test_fell_from_74_to_63_and_rose_to_76(self, day):
        moved = Period.of("month", told(day).plan.by_number[SUN_RAN].posts[1].first_day)
        last = month_back(told(day).points.month, 1)

        assert score(day, SUN_RAN, moved.before, until=moved.before.last_day) == pytest.approx(7400, abs=1)
        assert score(day, SUN_RAN, moved.after, until=moved.after.last_day) == pytest.approx(6300, abs=1)
        assert score(day, SUN_RAN, last, until=last.last_day) == pytest.approx(7600, abs=1)


class TestChance:
    def test_the_same_company_is_made_each_time(self):
        demo = told(EXAMPLE)
        month = demo.plan.almanac.months[5]

        again = [hand.items for hand in demo.history.month_of(demo.plan.by_number["BL0300"], month)]

        assert again == [hand.items for hand in demo.history.month_of(demo.plan.by_number["BL0300"], month)]

    def test_facts_of_the_cast_lie_on_days_that_have_come(self):
        readings = readings_of(one for one in work_of(EXAMPLE, LI_SI, EXAMPLE, EXAMPLE)[0] if one.state == "done")

        assert max(one.day for one in readings) <= EXAMPLE
