"""Two years of work: the pattern of a year, and what the stories plant in whole months."""

from collections import Counter
from datetime import date

import pytest

from bole.sandbox.rules.days import CHINA
from bole.sandbox.rules.desk_load import POSTS
from bole.sandbox.rules.facts_now import readings_of
from bole.sandbox.rules.hand import CODE
from bole.sandbox.rules.history import History
from bole.sandbox.rules.outage import Outage, by_day
from bole.sandbox.rules.regions import signed
from bole.sandbox.rules.strangers import CHEN, MACHINE, strangers
from bole.values.period import Period
from bole.values.workdays import is_working_day
from tests.sandbox.told import EXAMPLE, told


@pytest.fixture(scope="module")
def history() -> History:
    """Return a history of its own: writing months fills what came late."""
    demo = told(EXAMPLE)
    return History(demo.plan, demo.clock, demo.history.plants)


@pytest.fixture(scope="module")
def outage(history: History) -> Outage:
    """Write the month in which the code source was silent, and let all of it come."""
    history.month(Period.parse("2025-11"))
    history.outage.deliver()
    return history.outage


class TestTheYear:
    def test_work_falls_by_96_percent_over_the_spring_festival(self, history):
        items = history.month(Period.parse("2026-02"))
        facts = by_day(one for some in items.values() for one in some)

        festival = [facts.get(date(2026, 2, day), 0) for day in range(15, 24)]
        usual = [facts[date(2026, 2, day)] for day in range(1, 15) if is_working_day(date(2026, 2, day))]

        fallen = 1 - (sum(festival) / len(festival)) / (sum(usual) / len(usual))
        assert fallen == pytest.approx(0.96, abs=0.006)

    def test_people_who_are_employed_elsewhere_have_no_work_here(self, history):
        accounts = {one.account for one in history.month(Period.parse("2026-09"))["voice"]}

        assert {account[:2] for account in accounts} == {"BL"}

    def test_a_leave_is_a_leave(self, history):
        ouyang = history.plan.by_number["BL0186"]

        written = [hand.items for hand in history.month_of(ouyang, Period.parse("2025-12"))]

        assert sum(len(some) for items in written for some in items.values()) == 0


class TestTheSilentSource:
    def test_four_thousand_two_hundred_and_twelve_items_come_late(self, outage):
        assert len(outage.late) == 4212
        assert len({one.external_id for one in outage.late}) == 4212

    def test_they_are_of_85_people_and_of_the_silent_days(self, outage):
        assert len({one.account for one in outage.late}) == 85
        assert set(by_day(outage.late)) == {date(2025, 11, 5), date(2025, 11, 6), date(2025, 11, 7)}

    def test_the_month_itself_has_nothing_of_those_days(self, history):
        items = History(history.plan, history.clock, history.plants).month(Period.parse("2025-11"))

        assert by_day(items[CODE]).keys().isdisjoint(history.outage.days)

    def test_nobody_else_has_anything_of_those_days(self, history, outage):
        items = History(history.plan, history.clock, history.plants).month(Period.parse("2025-11"))

        others = [one for one in items[CODE] if one.account not in outage.accounts]
        assert {one.opened_at.astimezone(CHINA).date() for one in others if one.opened_at}.isdisjoint(outage.days)


class TestTheRegions:
    @pytest.mark.parametrize(
        ("month", "south", "east", "north"),
        [("2026-08", 352, 530.4, 424.2), ("2026-09", 338, 521.0, 399.8), ("2026-10", 341, 524.2, 398.2)],
    )
    def test_sign_what_the_story_says(self, history, month, south, east, north):
        period = Period.parse(month)
        units = {one.number: post.unit for one in history.plan.people if (post := one.post_on(period.last_day))}

        found = {unit: cents / 1_000_000 for unit, cents in signed(history.month(period), units).items()}

        assert found == pytest.approx({"SALES-S": south, "SALES-E": east, "SALES-N": north})


class TestStrangers:
    def test_two_accounts_belong_to_nobody(self, history):
        known = {worker.account(CODE) for worker in history.workers()}

        accounts = Counter(one.account for one in strangers(history.clock))

        assert set(accounts) == {CHEN[0], MACHINE[0]}
        assert known.isdisjoint(accounts)


class TestThisMorning:
    def test_what_was_known_last_night_is_told_last_night(self, history):
        items = history.month(Period.parse("2026-11"))

        moments = [one.closed_at or one.opened_at for some in items.values() for one in some]

        assert max(moment.astimezone(CHINA).date() for moment in moments) < EXAMPLE

    def test_nothing_lies_ahead_of_half_past_nine(self, history):
        history.month(Period.parse("2026-11"))

        moments = [moment for some in history.morning.values() for one in some for moment in (one.opened_at, one.closed_at) if moment]

        assert max(moments) <= history.clock.shown_at

    def test_every_fact_is_one_that_its_measure_can_have(self, history):
        items = [one for some in history.month(Period.parse("2026-06")).values() for one in some]

        assert readings_of(items)


class TestTheSupportDesks:
    @pytest.mark.parametrize(("month", "beijing"), [("2026-08", 84), ("2026-09", 81), ("2026-10", 78)])
    def test_answer_in_time_what_the_story_says(self, history, month, beijing):
        rates = in_time(history, Period.parse(month))

        assert rates["SUP-BJ"][0] == pytest.approx(beijing, abs=0.05)
        assert rates["SUP-SZ"][0] > 90

    def test_beijing_had_38_percent_more_tickets(self, history):
        before = [in_time(history, Period.parse(f"2026-{month:02}"))["SUP-BJ"][1] for month in (3, 4, 5, 6, 7)]
        since = [in_time(history, Period.parse(f"2026-{month:02}"))["SUP-BJ"][1] for month in (8, 9, 10)]

        assert (sum(since) / 3) / (sum(before) / 5) == pytest.approx(1.38, abs=0.08)

    def test_nobody_came_or_went_meanwhile(self, history):
        heads = [sum(one.post_on(day).unit == "SUP-BJ" for one in history.plan.here(day)) for day in (date(2026, 7, 31), EXAMPLE)]

        assert heads == [25, 25]


def in_time(history, month):
    """Return the percentage answered in time and the tickets, of each desk."""
    units = {one.email: post.unit for one in history.plan.people if (post := one.post_on(month.last_day)) and post.unit in POSTS}
    found = {unit: [0, 0] for unit in POSTS}
    for one in history.month(month)["desk"]:
        if one.values and one.account in units:
            found[units[one.account]][0] += one.values[0][1]
            found[units[one.account]][1] += 1
    return {unit: (held / 100 / count, count) for unit, (held, count) in found.items()}
