"""Hours of mentoring: proposed once, decided by HR and by nobody about themselves, targets lower for one period, a file for pay."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from bole.access.actions import grant_role
from bole.attendance.actions import record_absence
from bole.mentoring.actions.hours import (
    Decision,
    approve_hours,
    decide_hours,
    decline_hours,
    export_allowances,
    propose_for_last_month,
    propose_hours,
)
from bole.mentoring.actions.hours_terms import save_hours_terms
from bole.mentoring.actions.pairs import begin_mentorship
from bole.mentoring.actions.wishes import Wanted, make_wish
from bole.mentoring.models import HoursProposal, MentoringTerms, MentorScore, Mentorship, OfficeHours, OfficePlace
from bole.mentoring.queries.hours_cost import cost_of
from bole.mentoring.queries.matching_pool import gathered, waiting_wishes
from bole.mentoring.refusals.hours import FigureNeedsReason, HoursDecided, HoursFull, NothingTicked, OutOfTerms
from bole.mentoring.rules.hours import HoursTerms
from bole.mentoring.rules.matching import Terms
from bole.mentoring.rules.matching_pool import match_pool
from bole.mentoring.shown.hours import hours_words
from bole.mentoring.shown.matching_reasons import why_not_words
from bole.notices.models import Notice
from bole.scoring.actions import close_period, set_target
from bole.scoring.computing import compute
from bole.scoring.models import Target
from bole.values.period import Period
from bole.values.refusal import NotFound, NotYours, Stale
from bole.values.viewer import SYSTEM
from tests.factories import BEFORE, make_model
from tests.mentoring.effects import talk
from tests.mentoring.making import NOON

pytestmark = pytest.mark.django_db
OCTOBER, NOVEMBER = Period.parse("2026-10"), Period.parse("2026-11")
TERMS = HoursTerms(reduces=True, least_share=2, most_reduction=10, rate=10_000, most_allowance=80_000)
LIST = "/company/mentoring/hours/"


def grant(cast, terms: HoursTerms = TERMS) -> None:
    """Let the company grant something for hours."""
    row = MentoringTerms.objects.first()
    save_hours_terms(terms=terms, version=row.version if row else 0, by=cast.viewer("苏文"), at=NOON)


def proposed(cast, *, minutes: int = 600) -> HoursProposal:
    """Let 张三 have talked with 李四 in October, and be proposed something for it."""
    pair = cast.pair(state="running")
    talk(pair, date(2026, 10, 14), minutes=minutes - 90)
    talk(pair, date(2026, 10, 28), minutes=90, number=2)
    grant(cast)
    propose_hours(month=OCTOBER, by=SYSTEM, at=NOON)
    return HoursProposal.objects.get()


def as_proposed(row: HoursProposal) -> Decision:
    """Grant what is proposed."""
    return Decision(percent=row.percent, amount=int(row.amount))


class TestTerms:
    def test_are_kept_and_the_second_of_two_editors_is_told(self, cast):
        grant(cast)

        with pytest.raises(Stale):
            save_hours_terms(terms=HoursTerms(), version=0, by=cast.viewer("苏文"), at=NOON)

        assert MentoringTerms.objects.get().rate == 10_000

    @pytest.mark.parametrize(("name", "refusal"), [("周宁", NotYours), ("何佳", NotYours), ("陆衡", NotFound), ("林静", NotFound)])
    def test_are_changed_by_an_hr_admin_alone(self, cast, name, refusal):
        with pytest.raises(refusal):
            save_hours_terms(terms=TERMS, version=0, by=cast.viewer(name), at=NOON)

        assert not MentoringTerms.objects.exists()

    @pytest.mark.parametrize("wrong", [{"least_share": 11}, {"rate": -1}, {"most_hours": 161}, {"usual_minutes": 5}])
    def test_that_cannot_be_are_refused(self, cast, wrong):
        with pytest.raises(OutOfTerms):
            save_hours_terms(terms=HoursTerms(**wrong), version=0, by=cast.viewer("苏文"), at=NOON)

        assert not MentoringTerms.objects.exists()


class TestProposing:
    def test_counts_the_talks_of_the_month_against_the_days_that_were_worked(self, cast):
        record_absence(
            person_id=cast.pk("张三"), first_day=date(2026, 10, 20), last_day=date(2026, 10, 21), kind="leave", by=SYSTEM, at=BEFORE
        )
        row = proposed(cast)

        # October 2026: 18 working days by the company's calendar, two of them away; 10 h of 128 h are 7.8 %.
        assert (row.minutes, row.days, row.percent, row.amount) == (600, 16, 7, "80000")
        assert row.talks == [
            {"day": "2026-10-14", "minutes": 510, "came": 1}, {"day": "2026-10-28", "minutes": 90, "came": 1},
        ]  # fmt: skip

    def test_counts_a_groups_talk_once(self, cast):
        first, second = cast.pair("叶青", "丁一", state="running"), cast.pair("叶青", "李四", state="running")
        type(first).objects.filter(pk__in=(first.pk, second.pk)).update(group="g1")
        talk(first, date(2026, 10, 14), minutes=240)
        talk(second, date(2026, 10, 14), minutes=300)
        grant(cast)

        propose_hours(month=OCTOBER, by=SYSTEM, at=NOON)

        row = HoursProposal.objects.get()
        assert (row.minutes, row.talks) == (300, [{"day": "2026-10-14", "minutes": 300, "came": 2}])

    def test_counts_office_hours_by_the_places_whose_guests_came(self, cast):
        begins = datetime(2026, 10, 15, 6, tzinfo=UTC)
        held = OfficeHours.objects.create(
            mentor_id=cast.pk("张三"),
            begins_at=begins,
            ends_at=begins + timedelta(hours=6),
            place="三号会议室",
            minutes=120,
            made_at=BEFORE,
        )
        for number, (name, came) in enumerate((("李四", True), ("丁一", True), ("林静", False)), start=1):
            asked = {"person_id": cast.pk(name), "booked_at": BEFORE, "came": came}
            OfficePlace.objects.create(session=held, number=number, begins_at=begins + timedelta(hours=2 * number - 2), **asked)
        later = OfficeHours.objects.create(
            mentor_id=cast.pk("张三"), begins_at=datetime(2026, 10, 31, 16, 30, tzinfo=UTC), ends_at=datetime(2026, 10, 31, 18, tzinfo=UTC),
            place="三号会议室", minutes=60, made_at=BEFORE,
        )  # fmt: skip
        OfficePlace.objects.create(
            session=later, number=1, begins_at=later.begins_at, person_id=cast.pk("李四"), booked_at=BEFORE, came=True
        )
        grant(cast)

        propose_hours(month=OCTOBER, by=SYSTEM, at=NOON)

        # Half past midnight in Beijing on 1 November is of November, whatever the day is in Greenwich.
        row = HoursProposal.objects.get()
        assert (row.minutes, row.talks) == (240, [{"day": "2026-10-15", "minutes": 240, "came": 2}])

    def test_happens_once_however_often_it_is_done(self, cast):
        row = proposed(cast)

        again = propose_hours(month=OCTOBER, by=SYSTEM, at=NOON)

        assert (again, HoursProposal.objects.count(), HoursProposal.objects.get().ref) == (0, 1, row.ref)

    def test_follows_what_is_recorded_late_while_it_waits(self, cast):
        row = proposed(cast)
        grant(cast, HoursTerms(reduces=True, most_reduction=3))
        talk(Mentorship.objects.get(), date(2026, 10, 30), minutes=60, number=3)

        again = [propose_hours(month=month, by=SYSTEM, at=NOON) for month in (NOVEMBER, OCTOBER)]

        # 11 h of 144 h are 7.6 %; the terms are those under which it was made.
        row.refresh_from_db()
        assert (again, row.minutes, len(row.talks), row.percent, row.version) == ([0, 0], 660, 3, 7, 2)
        with pytest.raises(Stale):
            approve_hours(versions={row.ref: 1}, by=cast.viewer("何佳"), at=NOON)

    def test_is_left_as_it_was_decided_and_says_what_the_records_are_now(self, cast):
        row = proposed(cast)
        decide_hours(ref=row.ref, version=1, decision=as_proposed(row), by=cast.viewer("何佳"), at=NOON)
        before = cast.browser("何佳").get(f"{LIST}{row.ref}/").content.decode()
        talk(Mentorship.objects.get(), date(2026, 10, 30), minutes=60, number=3)

        propose_hours(month=OCTOBER, by=SYSTEM, at=NOON)

        row.refresh_from_db()
        after = cast.browser("何佳").get(f"{LIST}{row.ref}/").content.decode()
        assert (row.minutes, row.granted) == (600, "80000")
        assert ("按今天的记录" in before, "按今天的记录是11小时，已作的决定不变" in after) == (False, True)

    def test_begins_with_the_third_working_day_of_the_next_month(self, cast):
        talk(cast.pair(state="running"), date(2026, 10, 14), minutes=600)
        grant(cast)

        told = [propose_for_last_month(datetime(2026, 11, day, 4, tzinfo=UTC)) for day in (1, 2, 3, 4, 4, 20)]

        assert told == ["0 proposals", "0 proposals", "0 proposals", "1 proposals", "0 proposals", "0 proposals"]

    def test_proposes_nothing_while_the_company_grants_nothing_or_too_little_was_talked(self, cast):
        pair = cast.pair(state="running")
        talk(pair, date(2026, 10, 14), minutes=60)

        assert propose_hours(month=OCTOBER, by=SYSTEM, at=NOON) == 0
        grant(cast, HoursTerms(reduces=True))
        assert propose_hours(month=OCTOBER, by=SYSTEM, at=NOON) == 0

    def test_is_the_systems_alone(self, cast):
        with pytest.raises(NotYours):
            propose_hours(month=OCTOBER, by=cast.viewer("苏文"), at=NOON)


class TestDeciding:
    def test_approves_and_tells_the_mentor(self, cast):
        row = proposed(cast)

        decide_hours(ref=row.ref, version=1, decision=as_proposed(row), by=cast.viewer("何佳"), at=NOON)

        row.refresh_from_db()
        assert (row.state, row.granted_percent, row.granted, row.decided_by_id) == ("approved", 6, "80000", cast.pk("何佳"))
        told = Notice.objects.get(kind="mentoring.hours_decided")
        assert (told.account_id, told.address) == (cast.viewer("张三").account_id, "/mentoring/hours/")

    def test_asks_for_a_reason_for_another_figure(self, cast):
        row = proposed(cast)

        with pytest.raises(FigureNeedsReason):
            decide_hours(ref=row.ref, version=1, decision=Decision(percent=3, amount=80_000), by=cast.viewer("何佳"), at=NOON)
        decide_hours(
            ref=row.ref, version=1, decision=Decision(percent=3, amount=50_000, reason="只计工作日"), by=cast.viewer("何佳"), at=NOON
        )

        row.refresh_from_db()
        assert (row.granted_percent, row.granted, row.reason) == (3, "50000", "只计工作日")

    @pytest.mark.parametrize("decision", [Decision(percent=11, amount=0, reason="多"), Decision(percent=0, amount=80_001, reason="多")])
    def test_never_grants_more_than_the_terms(self, cast, decision):
        row = proposed(cast)

        with pytest.raises(OutOfTerms):
            decide_hours(ref=row.ref, version=1, decision=decision, by=cast.viewer("何佳"), at=NOON)

        row.refresh_from_db()
        assert row.state == "waiting"

    def test_declines_with_a_reason_alone(self, cast):
        row = proposed(cast)

        with pytest.raises(FigureNeedsReason):
            decline_hours(ref=row.ref, version=1, reason=" ", by=cast.viewer("何佳"), at=NOON)
        decline_hours(ref=row.ref, version=1, reason="已另外计算", by=cast.viewer("何佳"), at=NOON)

        row.refresh_from_db()
        assert (row.state, row.granted, row.targets) == ("declined", "0", [])

    def test_is_done_once(self, cast):
        row = proposed(cast)
        decline_hours(ref=row.ref, version=1, reason="已另外计算", by=cast.viewer("何佳"), at=NOON)

        with pytest.raises(HoursDecided):
            decide_hours(ref=row.ref, version=2, decision=as_proposed(row), by=cast.viewer("周宁"), at=NOON)

        row.refresh_from_db()
        assert row.state == "declined"

    def test_is_nobodys_about_themselves(self, cast):
        row = proposed(cast)
        grant_role(account_id=cast.viewer("张三").account_id, role="hr_admin", by=SYSTEM, at=BEFORE)

        with pytest.raises(NotYours):
            decide_hours(ref=row.ref, version=1, decision=as_proposed(row), by=cast.viewer("张三"), at=NOON)
        with pytest.raises(NotYours):
            approve_hours(versions={row.ref: 1}, by=cast.viewer("张三"), at=NOON)

        row.refresh_from_db()
        assert row.state == "waiting"
        assert row.person.name not in cast.browser("张三").get(LIST).content.decode().partition("<main")[2]

    @pytest.mark.parametrize("name", ["林静", "高远", "陆衡", "方磊", "叶青"])
    def test_is_nobodys_but_hrs(self, cast, name):
        row = proposed(cast)

        with pytest.raises(NotFound):
            decide_hours(ref=row.ref, version=1, decision=as_proposed(row), by=cast.viewer(name), at=NOON)

    def test_approves_several_together_or_none(self, cast):
        row = proposed(cast)
        talk(cast.pair("叶青", "丁一", state="running"), date(2026, 10, 14), minutes=600)
        propose_hours(month=OCTOBER, by=SYSTEM, at=NOON)
        other = HoursProposal.objects.exclude(pk=row.pk).get()

        with pytest.raises(NothingTicked):
            approve_hours(versions={}, by=cast.viewer("何佳"), at=NOON)
        with pytest.raises(Stale):
            approve_hours(versions={row.ref: 1, other.ref: 7}, by=cast.viewer("何佳"), at=NOON)
        assert not HoursProposal.objects.exclude(state="waiting").exists()

        assert approve_hours(versions={row.ref: 1, other.ref: 1}, by=cast.viewer("何佳"), at=NOON) == 2


class TestTargets:
    @pytest.fixture
    def sold(self, cast):
        make_model("sales", families=("programmer",))
        close_period(period=OCTOBER, by=SYSTEM, at=NOON)
        return cast

    def test_of_amounts_fall_in_the_next_open_period_alone(self, sold):
        row = proposed(sold)

        decide_hours(ref=row.ref, version=1, decision=as_proposed(row), by=sold.viewer("何佳"), at=NOON)

        made = Target.objects.get()
        assert (made.indicator, made.value, made.person_id) == ("revenue", 94_000_000, sold.pk("张三"))
        assert (made.first_day, made.last_day) == (NOVEMBER.first_day, NOVEMBER.last_day)
        assert (made.why, made.by) == ("2026年10月带教10小时，本周期目标下调6%", "何佳")
        row.refresh_from_db()
        assert (row.period, row.targets[0]["was"], row.targets[0]["now"]) == ("2026-11", 100_000, 94_000)
        assert "个人目标9.4万元，原因：2026年10月带教10小时，本周期目标下调6%" in _revenue(sold)

    def test_never_fall_in_a_closed_period(self, sold):
        row = proposed(sold)
        later = datetime(2026, 12, 8, 4, tzinfo=UTC)
        close_period(period=NOVEMBER, by=SYSTEM, at=later)

        decide_hours(ref=row.ref, version=1, decision=as_proposed(row), by=sold.viewer("何佳"), at=later)

        assert Target.objects.get().first_day == date(2026, 12, 1)

    def test_put_two_months_together_that_meet_in_one_period(self, sold):
        first = proposed(sold)
        decide_hours(ref=first.ref, version=1, decision=as_proposed(first), by=sold.viewer("何佳"), at=NOON)
        HoursProposal.objects.filter(pk=first.pk).update(month=date(2026, 9, 1))
        propose_hours(month=OCTOBER, by=SYSTEM, at=NOON)
        second = HoursProposal.objects.get(month=OCTOBER.first_day)

        decide_hours(ref=second.ref, version=1, decision=as_proposed(second), by=sold.viewer("何佳"), at=NOON)

        # 6 % and 6 % are more than the 10 % that the terms allow, of the target as it was before either.
        assert Target.objects.get(withdrawn_at=None).value == 90_000_000

    def test_follow_from_the_persons_own_target(self, sold):
        number = sold.people["张三"].number
        set_target(indicator="revenue", value=200_000_000, first_day=NOVEMBER.first_day, why="大客户", number=number, by=SYSTEM, at=NOON)
        row = proposed(sold)

        decide_hours(ref=row.ref, version=1, decision=as_proposed(row), by=sold.viewer("何佳"), at=NOON)

        read = [_target(sold, period) for period in (NOVEMBER, NOVEMBER.after)]
        assert read == [188_000, 200_000]

    def test_that_stay_are_not_shown_as_if_they_moved(self, sold):
        row = proposed(sold, minutes=150)

        page = sold.browser("何佳").get(f"{LIST}{row.ref}/").content.decode()

        assert (row.percent, int(row.amount)) == (0, 25_000)
        assert "销售业绩" not in page

    def test_stay_where_the_model_asks_for_no_amount(self, cast):
        make_model("programmer", families=("programmer",))
        row = proposed(cast)

        decide_hours(ref=row.ref, version=1, decision=as_proposed(row), by=cast.viewer("何佳"), at=NOON)

        assert not Target.objects.exists()
        assert "没有可按数量下调的目标" in cast.browser("张三").get("/mentoring/hours/").content.decode()


def _target(cast, period: Period) -> float:
    found = compute([cast.pk("张三")], period, until=period.last_day)[cast.pk("张三")].explanation
    return next(leaf.target for leaf in found.leaves if leaf.code == "revenue")


def _revenue(cast) -> str:
    from bole.scoring.actions import score_due  # what the worker does
    from bole.scoring.actions.scores import put_due

    put_due([(cast.pk("张三"), "2026-11")], at=NOON)
    score_due(at=NOON)
    return cast.browser("张三").get("/performance/revenue/").content.decode()


@pytest.mark.parametrize(("minutes", "words"), [(135, "2.25"), (100, "1.67"), (600, "10"), (0, "0"), (390, "6.5")])
def test_hours_are_said_so_that_the_arithmetic_can_be_followed(minutes, words):
    assert hours_words(minutes) == words


class TestPages:
    def test_show_hr_the_arithmetic_and_the_talks_and_never_words(self, cast):
        row = proposed(cast)
        hr = cast.browser("何佳")

        page, one = hr.get(LIST).content.decode(), hr.get(f"{LIST}{row.ref}/").content.decode()

        assert "2026年10月：1项建议待审批" in page
        assert "10小时，2次沟通" in page
        assert all(said in one for said in ("10小时÷（18天×8小时）＝6.9%", "10小时×¥100＝¥800", "10月14日", "510分钟"))

    def test_decide_by_form(self, cast):
        row = proposed(cast)
        hr = cast.browser("何佳")

        wrong = hr.post(f"{LIST}{row.ref}/decide/", {"way": "approve", "percent": "3", "amount": "800", "reason": "", "version": "1"})
        right = hr.post(
            f"{LIST}{row.ref}/decide/", {"way": "approve", "percent": "3", "amount": "800", "reason": "先少一点", "version": "1"}
        )
        late = hr.post(f"{LIST}{row.ref}/decide/", {"way": "decline", "reason": "不", "version": "1"})

        assert (wrong.status_code, right.status_code, late.status_code) == (422, 302, 409)
        assert "请说明理由" in wrong.content.decode()
        assert "先少一点" in cast.browser("张三").get("/mentoring/hours/").content.decode()

    def test_approve_what_is_ticked(self, cast):
        row = proposed(cast)
        hr = cast.browser("何佳")

        none, some = hr.post(f"{LIST}approve/", {}), hr.post(f"{LIST}approve/", {"one": f"{row.ref}:1"})

        assert (none.status_code, some.status_code) == (422, 302)
        row.refresh_from_db()
        assert row.state == "approved"

    def test_change_the_terms_and_refuse_a_stale_form(self, cast):
        hr = cast.browser("苏文")
        told = {
            "reduces": "on", "least_share": "2", "most_reduction": "10", "rate": "100", "most_allowance": "800.50", "most_hours": "8",
            "usual_minutes": "60", "hour_cost": "120", "version": "0",
        }  # fmt: skip

        answers = [hr.post(f"{LIST}terms/", told).status_code for _ in range(2)]

        assert answers == [302, 409]
        assert MentoringTerms.objects.get().most_allowance == 80_050
        assert 'name="rate" value="100"' in hr.get(f"{LIST}terms/").content.decode()

    def test_lead_to_a_month_of_long_ago(self, cast):
        row = proposed(cast)
        values = HoursProposal.objects.filter(pk=row.pk).values().get()
        left = {name: value for name, value in values.items() if name not in {"id", "ref", "month"}}
        rows = HoursProposal.objects.bulk_create(HoursProposal(**left, month=date(2026, month, 1)) for month in range(3, 10))
        hr = cast.browser("何佳")

        page, old = hr.get(LIST).content.decode(), hr.get(f"{LIST}?month=2026-03").content.decode()

        assert "更早的月份" in page
        assert 'href="/company/mentoring/hours/?month=2026-03"' in page
        assert f"{LIST}{rows[0].ref}/" in old

    def test_the_list_asks_as_little_for_many_as_for_one(self, cast):
        proposed(cast)
        hr = cast.browser("何佳")
        hr.get(LIST)
        with CaptureQueriesContext(connection) as one:
            hr.get(LIST)
        talk(cast.pair("叶青", "丁一", state="running"), date(2026, 10, 14), minutes=600)
        propose_hours(month=OCTOBER, by=SYSTEM, at=NOON)

        with CaptureQueriesContext(connection) as two:
            hr.get(LIST)

        assert len(two) <= len(one)


class TestTheFileForPay:
    def test_holds_approved_allowances_and_stands_on_the_record(self, cast):
        row = proposed(cast)
        hr, path = cast.browser("何佳"), f"{LIST}2026-10/allowances.csv"
        before = hr.get(path).content.decode("utf-8-sig").splitlines()
        decide_hours(ref=row.ref, version=1, decision=as_proposed(row), by=cast.viewer("何佳"), at=NOON)

        after = hr.get(path).content.decode("utf-8-sig").splitlines()

        assert (len(before), after[1:]) == (1, ["BL0064,张三,2026-10,10.00,800.00"])

    def test_never_holds_ones_own(self, cast):
        row = proposed(cast)
        decide_hours(ref=row.ref, version=1, decision=as_proposed(row), by=cast.viewer("何佳"), at=NOON)
        grant_role(account_id=cast.viewer("张三").account_id, role="hr_admin", by=SYSTEM, at=BEFORE)

        assert export_allowances(month=OCTOBER, by=cast.viewer("张三"), at=NOON) == {}

    def test_is_of_a_month(self, cast):
        row = proposed(cast)
        decide_hours(ref=row.ref, version=1, decision=as_proposed(row), by=cast.viewer("何佳"), at=NOON)

        assert [cast.browser("何佳").get(f"{LIST}{one}/allowances.csv").status_code for one in ("2026", "2026-Q4")] == [404, 404]

    @pytest.mark.parametrize("name", ["林静", "陆衡", "张三"])
    def test_is_hrs_alone(self, cast, name):
        assert cast.browser(name).get(f"{LIST}2026-10/allowances.csv").status_code == 404


class TestHowMuchAMentorTakesOn:
    def test_no_pair_begins_above_the_hours_of_the_terms(self, cast):
        cast.pair(state="running")
        grant(cast, HoursTerms(most_hours=1))

        with pytest.raises(HoursFull) as refused:
            cast.pair("张三", "丁一")

        assert refused.value.facts == {"mentor": "张三", "hours": "1", "most": 1}
        assert Mentorship.objects.count() == 1

    def test_a_seat_in_a_group_that_talks_takes_no_hours(self, cast):
        pair = cast.pair(state="running")
        type(pair).objects.update(group="g1")
        grant(cast, HoursTerms(most_hours=1))

        begin_mentorship(
            mentor_id=cast.pk("张三"), mentee_id=cast.pk("丁一"), framework_code="new_graduate", first_day=date(2026, 11, 23), months=6,
            source="hand", why_so=[], by=SYSTEM, at=NOON, group="g1",
        )  # fmt: skip

        assert Mentorship.objects.count() == 2

    @pytest.mark.parametrize(("most", "seats"), [(0, 2), (1, 0), (2, 1), (9, 2)])
    def test_the_pool_gives_only_as_many_as_fit(self, cast, most, seats):
        cast.pair(state="running")
        make_wish(wanted=Wanted(framework="new_graduate"), by=cast.viewer("丁一"), at=NOON)
        grant(cast, HoursTerms(most_hours=most))

        pool = gathered(waiting_wishes(), day=date(2026, 11, 23)).pool

        assert {one.key: one.seats for one in pool.mentors}[cast.pk("张三")] == seats

    def test_who_waits_stays_without_a_mentor_because_of_hours_and_hr_reads_it(self, cast):
        cast.pair(state="running")
        make_wish(wanted=Wanted(framework="new_graduate"), by=cast.viewer("丁一"), at=NOON)
        grant(cast, HoursTerms(most_hours=1))
        found = gathered(waiting_wishes(), day=date(2026, 11, 23))
        pool = replace(found.pool, mentors=[one for one in found.pool.mentors if one.key == cast.pk("张三")], terms=Terms(least=0))

        (left,) = match_pool(pool).unmatched

        assert (left.why, dict(left.numbers)) == ("no_seats", {"mentors": 1, "hours": 1})
        with override("zh-hans"):
            assert why_not_words({"code": left.why, "numbers": dict(left.numbers)}) == "合适的1位导师都已带满，其中1位是计划工时已满"

    def test_the_own_page_shows_planned_hours_beside_seats(self, cast):
        cast.pair(state="running")
        grant(cast, HoursTerms(most_hours=2))

        page = cast.browser("张三").get("/mentoring/hours/").content.decode()

        assert "每月计划沟通1小时，上限2小时" in page
        assert "3个名额，已用1个" in page


class TestWhatAPointCosts:
    @pytest.fixture
    def scored(self, cast):
        pair = cast.pair(state="running")
        talk(pair, date(2026, 10, 14), minutes=600)
        MentorScore.objects.create(
            person=cast.people["张三"], day=date(2026, 11, 1), adjusted=30, mentees=5, parts={"programme": [20, 10, 30]}, made_at=NOON
        )
        return cast

    def test_is_hours_of_both_and_allowances_over_the_points(self, scored):
        grant(scored, HoursTerms(hour_cost=12_000, rate=10_000))
        propose_hours(month=OCTOBER, by=SYSTEM, at=NOON)
        row = HoursProposal.objects.get()
        decide_hours(ref=row.ref, version=1, decision=as_proposed(row), by=scored.viewer("何佳"), at=NOON)

        # 10 h of each of the two at ¥120 and ¥1,000 are ¥3,400; five mentees at 0.30 points are 1.5 points.
        found = cost_of(day=date(2026, 11, 23))
        assert (found.minutes, found.allowances, found.lift, found.per_point) == (1200, 100_000, 150, Fraction(680_000, 3))
        page = scored.browser("何佳").get("/company/mentoring/").content.decode()
        assert "每1分（5分制）¥2,267" in page
        assert "基于5位学员" in page

    def test_is_not_said_without_an_hours_cost_an_effect_or_a_gain(self, scored):
        browser, page = scored.browser("何佳"), "/company/mentoring/"
        assert "还没有设定每小时成本" in browser.get(page).content.decode()
        grant(scored, HoursTerms(hour_cost=12_000))
        MentorScore.objects.update(adjusted=-10)
        assert "算每分成本没有意义" in browser.get(page).content.decode()
        MentorScore.objects.update(parts={"programme": None})
        assert "可比人数太少" in browser.get(page).content.decode()
        assert cost_of(day=date(2026, 11, 23)).per_point is None
