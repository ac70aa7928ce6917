"""By which way a notice goes out: the application first, three a day beyond duties, one digest for managers; else it stays in the app."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bole.notices.rules.planning import MOST_A_DAY, Plan, Told, Wish, next_way, open_ways, plan
from bole.notices.rules.trying import MOST_TRIES, Outcome, next_try, of_status
from bole.values.workdays import is_working_day

NOON = datetime.fromisoformat("2026-11-20 12:00")
FRIDAY = date(2026, 11, 20)
DUTY = Told(local=NOON, topic="mentoring", is_duty=True)
NEWS = Told(local=NOON, topic="growth", is_duty=False)
ALL = Wish(ways=("im", "push", "mail"))


def planned(told: Told, wish: Wish, *, now: datetime = NOON, sent: int = 0) -> Plan:
    """Plan one notice after so many messages of that Friday."""
    return plan(told, wish, now=now, sent_on={FRIDAY: sent}, is_working_day=is_working_day)


class TestWays:
    def test_are_tried_in_the_order_application_push_mail(self):
        order = [open_ways(ALL, "growth")[0], next_way(ALL, "growth", after="im"), next_way(ALL, "growth", after="push")]

        assert order == ["im", "push", "mail"]
        assert next_way(ALL, "growth", after="mail") is None

    def test_leave_out_what_was_switched_off_for_that_topic_alone(self):
        wish = replace(ALL, off=frozenset({"growth:im"}))

        assert (planned(NEWS, wish).way, planned(DUTY, wish).way) == ("push", "im")

    def test_say_why_it_stays_in_the_app(self):
        without, all_off = Wish(ways=()), replace(ALL, ways=("mail",), off=frozenset({"growth:mail"}))

        whys = [planned(NEWS, without).why, planned(NEWS, all_off).why]

        assert whys == ["no_way", "switched_off"]


class TestTheCap:
    def test_lets_three_a_day_out(self):
        plans = [planned(NEWS, ALL, sent=count) for count in range(MOST_A_DAY + 1)]

        assert [one.why for one in plans] == ["", "", "", "cap"]

    def test_holds_no_duty_back(self):
        assert planned(DUTY, ALL, sent=99) == Plan("im", NOON, "")


class TestTheHours:
    def test_hold_back_duties_too(self):
        evening = replace(DUTY, local=NOON.replace(hour=21))

        assert planned(evening, ALL, now=evening.local) == Plan("im", datetime.fromisoformat("2026-11-23 08:30"), "later")

    def test_are_those_of_the_moment_at_which_a_late_job_runs(self):
        late = planned(DUTY, ALL, now=NOON.replace(hour=22))

        assert late.due == datetime.fromisoformat("2026-11-23 08:30")

    def test_send_nothing_that_is_older_than_a_week(self):
        assert planned(DUTY, ALL, now=NOON + timedelta(days=8)).why == "old"


class TestTheDigest:
    def test_gathers_news_until_monday(self):
        wish = replace(ALL, wants_digest=True)

        assert planned(NEWS, wish, sent=99) == Plan("im", datetime.fromisoformat("2026-11-23 09:30"), "digest")

    def test_holds_no_duty_back(self):
        assert planned(DUTY, replace(ALL, wants_digest=True)).due == NOON


class TestTrying:
    def test_waits_longer_each_time_and_lays_aside_after_eight(self):
        waits = [next_try(tries, Outcome("later")) for tries in range(1, MOST_TRIES + 1)]

        assert [one and one.total_seconds() / 60 for one in waits] == [1, 2, 4, 8, 16, 32, 64, None]

    @pytest.mark.parametrize(
        ("status", "asked", "became"),
        [
            (201, "", Outcome("sent", "201")),
            (410, "", Outcome("gone", "410")),
            (404, "", Outcome("gone", "404")),
            (429, "120", Outcome("later", "429", timedelta(minutes=2))),
            (503, "Wed, 21 Oct 2026", Outcome("later", "503")),
            (400, "", Outcome("refused", "400")),
        ],
    )
    def test_reads_what_the_other_side_answers(self, status, asked, became):
        assert of_status(status, asked) == became

    def test_waits_as_long_as_asked(self):
        assert next_try(1, Outcome("later", "429", timedelta(hours=1))) == timedelta(hours=1)
