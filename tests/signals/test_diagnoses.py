"""Diagnoses from records to a changed target: opened by themselves, decided by the head, checked by a second person."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.attendance.actions import record_absence
from bole.kit.worker import settle
from bole.people.actions import add_unit, set_head
from bole.people.models import Assignment, Unit
from bole.scoring.actions import close_period, save_indicator, set_target
from bole.scoring.models import ClosedScore, Target
from bole.scoring.rules.indicator import indicator_json
from bole.scoring.rules.library import LIBRARY
from bole.signals.actions.diagnoses import set_missed_months
from bole.signals.actions.series import GivenValue, give_values, withdraw_value
from bole.signals.diagnosing import diagnose_missed
from bole.signals.models import Decision, Diagnosis, Series, SeriesValue, UnitMonth
from bole.values.period import Period
from bole.values.refusal import NotYours
from bole.values.viewer import SYSTEM
from bole.work.rules.item import ItemVersion
from tests.factories import BEFORE, START, make_account, make_connection, make_person, map_to, send
from tests.office import Office, make_office, text

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 16, 4, tzinfo=UTC)
MONTHS = [date(2025, month, 1) for month in range(1, 13)] + [date(2026, month, 1) for month in range(1, 11)]
FELL = (352, 338, 341)  # of August, September and October, in ten thousands


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """Let it be Monday noon in November."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def office() -> Office:
    """Make the office, with a head above the team: 高远 leads the company, 林静 the team of sales."""
    made = make_office()
    made.people["高远"] = make_person(made.company, "高远", number="BL0008", unit=made.company.root)
    made.accounts["高远"] = make_account(made.people["高远"])
    made.accounts["高远"].first_page_seen_at = BEFORE
    made.accounts["高远"].save(update_fields=["first_page_seen_at"])
    for unit, name in ((made.company.root, "高远"), (made.company.team, "林静")):
        set_head(unit_id=unit.pk, person_id=made.people[name].pk, first_day=START, by=SYSTEM, at=BEFORE)
    return made


def sell(office: Office, months: Sequence[tuple[date, int]]) -> None:
    """Book the contracts of the team's 李四 by month, in ten thousands."""
    tool = make_connection(name="合同登记")
    map_to(tool, "lisi", office.people["李四"])
    versions = [
        ItemVersion(
            external_id=f"{month}", kind="fact", version=1, account="lisi", state="done",
            closed_at=datetime(month.year, month.month, 15, 2, tzinfo=UTC), values=(("revenue", amount * 1_000_000),),
        )
        for month, amount in months
    ]  # fmt: skip
    send(tool, *versions, at=NOW)


def sell_later(office: Office, months: Sequence[tuple[date, int]]) -> None:
    """Book contracts of later months, in ten thousands."""
    tool = make_connection(name="后来的合同")
    map_to(tool, "lisi", office.people["李四"])
    for month, amount in months:
        at = datetime(month.year, month.month, 20, 2, tzinfo=UTC)
        booked = (("revenue", amount * 1_000_000),)
        version = ItemVersion(external_id=f"{month}", kind="fact", version=1, account="lisi", state="done", closed_at=at, values=booked)
        with time_machine.travel(at, tick=False):
            send(tool, version, at=at)


def aim(office: Office, amount: int, *, first_day: date = START) -> None:
    """Set the team's target of contracts as a whole, in ten thousands."""
    save_indicator(definition=indicator_json(LIBRARY["revenue"]), version=0, by=SYSTEM, at=BEFORE)
    set_target(
        indicator="revenue",
        value=amount * 10_000_000,
        first_day=first_day,
        why="年度计划",
        unit_ref=office.company.team.ref,
        is_whole=True,
        by=SYSTEM,
        at=BEFORE,
    )


def around(office: Office, *, market: bool = True) -> None:
    """Give the market's index (down by 16 percent in the last three months), the posts and the skill tests."""
    ref, values = office.company.team.ref, []
    for n, month in enumerate(MONTHS):
        index = 84 if n >= len(MONTHS) - 3 else 100 + n % 3 - 1
        given = [("establishment", ref, 2), ("skills", ref, 80 + n % 2)] + ([("market", "", index)] if market else [])
        values += [GivenValue(kind=kind, unit=unit, month=month, value=value * 1000) for kind, unit, value in given]
    give_values(values=values, source="file", by=SYSTEM, at=NOW)


def missed(office: Office, *, market: bool = True) -> Diagnosis:
    """Let the team miss its target for three months, and be diagnosed."""
    usual = [(month, 412 + (n * 7) % 13 - 6) for n, month in enumerate(MONTHS[:-3])]
    sell(office, [*usual, *zip(MONTHS[-3:], FELL, strict=True)])
    aim(office, 405)
    around(office, market=market)
    diagnose_missed(NOW)
    return Diagnosis.objects.get()


class TestOpening:
    def test_opens_after_three_missed_months_and_tells_the_main_cause(self, office: Office) -> None:
        found = missed(office)

        assert (found.indicator, found.first_month, found.last_month) == ("revenue", date(2026, 8, 1), date(2026, 10, 1))
        assert found.outcome == "told"
        assert max(found.result["shares"], key=lambda one: one["share"])["cause"] == "market"
        assert sum(one["share"] for one in found.result["shares"]) == pytest.approx(1.0)
        assert [one["actual"] for one in found.result["months"]] == [3_520_000.0, 3_380_000.0, 3_410_000.0]

    def test_counts_who_was_in_the_unit_on_the_day(self, office: Office) -> None:
        missed(office)

        month = UnitMonth.objects.get(unit=office.company.team, month=date(2026, 9, 1))

        assert (month.value, month.sample) == (3_380_000_000, 1)

    def test_opens_none_after_two(self, office: Office) -> None:
        usual = [(month, 412) for month in MONTHS[:-2]]
        sell(office, [*usual, (MONTHS[-2], 338), (MONTHS[-1], 341)])
        aim(office, 405)

        diagnose_missed(NOW)

        assert not Diagnosis.objects.exists()

    def test_opens_after_as_many_months_as_the_company_says(self, office: Office) -> None:
        set_missed_months(indicator="", months=4, by=office.viewer("苏文"), at=NOW)

        with pytest.raises(Diagnosis.DoesNotExist):
            missed(office)

    def test_opens_one_for_a_run_however_often_it_looks(self, office: Office) -> None:
        found = missed(office)

        diagnose_missed(NOW)

        again = Diagnosis.objects.get()
        assert (again.version, again.computed_at) == (found.version, found.computed_at)

    def test_ends_when_the_target_is_reached_again(self, office: Office) -> None:
        found = missed(office)
        december = datetime(2026, 12, 10, 4, tzinfo=UTC)
        tool = make_connection(name="另一个表")
        map_to(tool, "lisi", office.people["李四"])
        good = ItemVersion(
            external_id="november", kind="fact", version=1, account="lisi", state="done", closed_at=datetime(2026, 11, 20, tzinfo=UTC),
            values=(("revenue", 420_000_000),),
        )  # fmt: skip

        with time_machine.travel(december, tick=False):
            send(tool, good, at=december)
            diagnose_missed(december)

        found.refresh_from_db()
        assert found.state == "over"

    @pytest.mark.parametrize(("decision", "value", "state", "first"), [("reject", "", "kept", 11), ("change", "3600000", "changed", 12)])
    def test_opens_another_where_the_target_is_missed_as_long_again_after_a_decision(
        self, office: Office, decision: str, value: str, state: str, first: int
    ) -> None:
        found = missed(office)
        decide(office.browser("林静"), found, decision=decision, value=value)
        check(office.browser("高远"), found)
        later = [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1)]
        sell_later(office, [(month, 335) for month in later])

        opened = {}
        for month in (1, 2, 3):
            at = datetime(2027, month, 14, 4, tzinfo=UTC)
            with time_machine.travel(at, tick=False):
                diagnose_missed(at)
                opened[month] = [(one.first_month, one.last_month) for one in Diagnosis.objects.exclude(pk=found.pk)]

        found.refresh_from_db()
        begins = date(2026, first, 1)
        assert opened == {1: [], 2: [(begins, date(2027, 1, 1))] if first == 11 else [], 3: [(begins, date(2027, 2, 1))]}
        assert (found.state, found.last_month) == (state, date(2026, 10, 1))


class TestNotEnoughData:
    def test_says_what_is_missing_and_runs_again_when_it_comes(self, office: Office) -> None:
        found = missed(office, market=False)
        assert (found.outcome, found.result["missing"]) == ("insufficient", ["market"])

        around(office)
        settle(NOW)

        found.refresh_from_db()
        assert found.outcome == "told"

    def test_the_page_says_how_to_give_it(self, office: Office) -> None:
        found = missed(office, market=False)

        page = text(office.browser("林静").get(f"/diagnoses/{found.ref}/").content)

        assert "数据不足，暂时说不清。还缺：市场环境数据。补上后会自动重新分析。" in page
        assert "按月的市场指数或客户需求" in page
        assert "采纳" not in page.replace("不采纳", "").replace("修改后采纳", "")


class TestReading:
    def test_the_head_reads_causes_and_a_member_targets_and_reasons_alone(self, office: Office) -> None:
        found = missed(office)
        decide(office.browser("林静"), found, decision="reject", reason="先补市场投入")

        head, member = (text(office.browser(name).get(f"/diagnoses/{found.ref}/").content) for name in ("林静", "李四"))

        assert "主要原因可能是市场环境变化" in head
        assert "技能测试" in head
        assert "先补市场投入" in member
        assert "405万元" in member
        assert "市场环境变化" not in member
        assert "技能测试" not in member

    @pytest.mark.parametrize(("name", "status"), [("高远", 200), ("顾海峰", 200), ("苏文", 200), ("白审", 200), ("罗工", 404)])
    def test_who_may_open_it(self, office: Office, name: str, status: int) -> None:
        found = missed(office)

        assert office.browser(name).get(f"/diagnoses/{found.ref}/").status_code == status

    def test_evidence_opens_to_its_months(self, office: Office) -> None:
        found = missed(office)
        browser = office.browser("林静")

        market = text(browser.get(f"/diagnoses/{found.ref}/evidence/market/").content)
        own = text(browser.get(f"/diagnoses/{found.ref}/evidence/indicator/").content)

        assert "2026年9月未达标84" in market
        assert "2026年9月未达标338万元405万元1" in own

    def test_evidence_is_not_the_members(self, office: Office) -> None:
        found = missed(office)

        assert office.browser("李四").get(f"/diagnoses/{found.ref}/evidence/skills/").status_code == 404

    def test_reads_in_english(self, office: Office) -> None:
        found = missed(office)
        browser = Client(headers={"accept-language": "en"})
        browser.force_login(office.accounts["林静"])

        page = browser.get(f"/diagnoses/{found.ref}/").content.decode()

        assert "The main cause is probably a changed market" in page
        assert "three months running" in page

    def test_the_list_takes_the_same_queries_for_many(self, office: Office) -> None:
        missed(office)
        browser = office.browser("苏文")
        browser.get("/diagnoses/")
        with CaptureQueriesContext(
            connection,
        ) as few:
            browser.get("/diagnoses/")
        other = add_unit(code="T2", name="交付二组", kind="team", first_day=START, parent_id=office.company.root.pk, by=SYSTEM, at=BEFORE)
        first = Diagnosis.objects.get()
        Diagnosis.objects.create(
            unit=other, indicator="revenue", first_month=first.first_month, last_month=first.last_month, outcome="told",
            result=first.result, opened_at=NOW,
        )  # fmt: skip

        with CaptureQueriesContext(connection) as many:
            browser.get("/diagnoses/")

        assert len(many) == len(few)

    def test_the_list_goes_on_page_by_page_with_each_once_those_that_wait_first(self, office: Office) -> None:
        save_indicator(definition=indicator_json(LIBRARY["revenue"]), version=0, by=SYSTEM, at=BEFORE)
        months = [date(2024 + n // 12, n % 12 + 1, 1) for n in range(30)]
        for n, month in enumerate(months):
            Diagnosis.objects.create(
                unit=office.company.team,
                indicator="revenue",
                first_month=month,
                last_month=month,
                state="kept" if n else "open",
                opened_at=NOW,
            )
        browser = office.browser("苏文")

        first = browser.get("/diagnoses/").content.decode()
        onward = re.findall(r'href="(/diagnoses/\?after=[^"]+)"', first)
        second = browser.get(onward[0]).content.decode()

        refs = [ref for page in (first, second) for ref in re.findall(r'href="/diagnoses/([\w-]+)/"', page)]
        order = [Diagnosis.objects.get(state="open"), *Diagnosis.objects.filter(state="kept").order_by("-last_month")]
        assert refs == [one.ref for one in order]
        assert browser.get("/diagnoses/?after=nowhere").status_code == 404


def decide(browser: Client, found: Diagnosis, **told: str) -> int:
    """Send what the head decides."""
    found.refresh_from_db()
    form = {"decision": "change", "value": "3600000", "reason": "市场变小", "version": str(found.version)} | told
    return browser.post(f"/diagnoses/{found.ref}/decide/", form).status_code


def check(browser: Client, found: Diagnosis, **told: str) -> int:
    """Send what the second person says."""
    return browser.post(f"/diagnoses/{found.ref}/check/", {"approves": "yes", "words": ""} | told).status_code


class TestDeciding:
    def test_a_kept_target_is_checked_by_a_second_person_too(self, office: Office) -> None:
        found = missed(office)

        assert decide(office.browser("林静"), found, decision="reject", value="") == 302

        found.refresh_from_db()
        assert (found.state, Decision.objects.get().state) == ("proposed", "waiting")
        assert "等高远复核后生效" in text(office.browser("林静").get(f"/diagnoses/{found.ref}/").content)
        assert check(office.browser("林静"), found) == 403
        assert check(office.browser("高远"), found) == 302
        found.refresh_from_db()
        assert (found.state, Decision.objects.get().state, Decision.objects.get().first_day) == ("kept", "approved", None)
        assert Target.objects.count() == 1

    def test_a_kept_target_that_is_sent_back_is_open_again(self, office: Office) -> None:
        found = missed(office)
        decide(office.browser("林静"), found, decision="reject", value="")

        assert check(office.browser("高远"), found, approves="no") == 422
        assert check(office.browser("高远"), found, approves="no", words="再看看市场") == 302

        found.refresh_from_db()
        assert (found.state, Decision.objects.get().state) == ("open", "declined")

    def test_a_changed_target_holds_from_the_next_month_when_a_second_person_has_checked_it(self, office: Office) -> None:
        found = missed(office)

        assert decide(office.browser("林静"), found) == 302
        assert Target.objects.count() == 1
        assert check(office.browser("高远"), found) == 302

        old, new = Target.objects.order_by("first_day")
        assert (old.value, old.last_day) == (4_050_000_000, date(2026, 11, 30))
        assert (new.value, new.first_day, new.is_whole, new.why) == (3_600_000_000, date(2026, 12, 1), True, "市场变小")
        assert new.by == "林静, 高远"
        found.refresh_from_db()
        assert found.state == "changed"

    def test_says_who_must_check_it_and_from_when_it_holds(self, office: Office) -> None:
        found = missed(office)
        decide(office.browser("林静"), found)

        waiting = text(office.browser("林静").get(f"/diagnoses/{found.ref}/").content)
        check(office.browser("高远"), found)
        done = text(office.browser("李四").get(f"/diagnoses/{found.ref}/").content)

        assert "等高远复核后生效" in waiting
        assert "调整自2026年12月起生效，已关闭的月份不会改变。" in done
        assert "从405万元调整为360万元" in done

    def test_closed_months_stay_as_they_are(self, office: Office) -> None:
        found = missed(office)
        close_period(period=Period.parse("2026-10"), by=SYSTEM, at=NOW)
        before = list(ClosedScore.objects.values())
        months = list(UnitMonth.objects.filter(unit=office.company.team).order_by("month").values_list("month", "value"))

        decide(office.browser("林静"), found)
        check(office.browser("高远"), found)

        assert list(ClosedScore.objects.values()) == before
        assert list(UnitMonth.objects.filter(unit=office.company.team).order_by("month").values_list("month", "value")) == months
        assert Target.objects.order_by("first_day").first().value == 4_050_000_000

    def test_nobody_checks_what_they_proposed(self, office: Office) -> None:
        found = missed(office)
        set_head(unit_id=office.company.team.pk, person_id=office.people["高远"].pk, first_day=date(2026, 11, 1), by=SYSTEM, at=NOW)
        assert decide(office.browser("高远"), found) == 302

        answer = check(office.browser("高远"), found)

        assert answer == 403
        assert Decision.objects.get().state == "waiting"
        assert Target.objects.count() == 1

    def test_an_hr_admin_checks_it_too_and_a_partner_does_not(self, office: Office) -> None:
        found = missed(office)
        decide(office.browser("林静"), found)

        assert check(office.browser("顾海峰"), found) == 403
        assert check(office.browser("苏文"), found) == 302

    def test_only_the_head_decides(self, office: Office) -> None:
        found = missed(office)

        assert decide(office.browser("高远"), found) == 403
        assert decide(office.browser("李四"), found) == 403
        assert decide(office.browser("罗工"), found) == 404
        assert not Decision.objects.exists()

    def test_is_sent_back_with_a_word_and_open_again(self, office: Office) -> None:
        found = missed(office)
        decide(office.browser("林静"), found)

        assert check(office.browser("高远"), found, approves="no") == 422
        assert check(office.browser("高远"), found, approves="no", words="再看一个月") == 302

        found.refresh_from_db()
        assert found.state == "open"
        assert Target.objects.count() == 1

    def test_accepts_what_is_proposed(self, office: Office) -> None:
        found = missed(office)

        decide(office.browser("林静"), found, decision="accept", value="")

        assert Decision.objects.get().after == round(found.result["proposal"]["target"] * 1000)
        assert 3_300_000 <= found.result["proposal"]["target"] <= 3_650_000

    @pytest.mark.parametrize(
        "told", [{"reason": " "}, {"value": ""}, {"value": "4050000"}, {"value": "-1"}, {"decision": "else"}, {"value": "NaN"}]
    )
    def test_refuses_what_makes_no_sense(self, office: Office, told: dict[str, str]) -> None:
        found = missed(office)

        assert decide(office.browser("林静"), found, **told) == 422
        assert not Decision.objects.exists()

    def test_keeps_what_was_written_where_more_data_came_meanwhile(self, office: Office) -> None:
        found, lin = missed(office, market=False), office.browser("林静")
        form = {"decision": "change", "value": "3600000", "reason": "市场变小", "version": str(found.version)}
        around(office)
        settle(NOW)

        answer = lin.post(f"/diagnoses/{found.ref}/decide/", form)
        version = re.search(r'name="version" value="(\d+)"', answer.content.decode())

        assert answer.status_code == 409
        assert "来了新数据，已经重新分析" in answer.content.decode()
        assert "市场变小" in answer.content.decode()
        assert not Decision.objects.exists()
        assert version is not None
        assert lin.post(f"/diagnoses/{found.ref}/decide/", form | {"version": version[1]}).status_code == 302

    def test_a_second_decision_comes_too_late(self, office: Office) -> None:
        found = missed(office)
        decide(office.browser("林静"), found)

        assert decide(office.browser("林静"), found) == 409
        assert Decision.objects.count() == 1

    def test_months_are_set_by_an_hr_admin_alone(self, office: Office) -> None:
        with pytest.raises(NotYours):
            set_missed_months(indicator="", months=4, by=office.viewer("顾海峰"), at=NOW)

        assert office.browser("苏文").post("/diagnoses/months/", {"months": "1"}).status_code == 422
        assert office.browser("苏文").post("/diagnoses/months/", {"months": "4"}).status_code == 302


class TestSeries:
    def test_a_corrected_value_leaves_the_old_one_withdrawn(self, office: Office) -> None:
        given = {"kind": "budget", "unit": office.company.team.ref, "month": "2026-10", "name": ""}
        browser = office.browser("苏文")

        browser.post("/company/series/give/", given | {"value": "12"})
        browser.post("/company/series/give/", given | {"value": "8.5"})

        old, new = SeriesValue.objects.order_by("id")
        assert (old.value, old.withdrawn_at is None) == (12_000, False)
        assert (new.value, new.withdrawn_at, new.by) == (8_500, None, "苏文")
        page = text(browser.get(f"/company/series/{Series.objects.get().ref}/").content)
        assert "8.5" in page
        assert "已替换或撤回" in page

    @pytest.mark.parametrize(
        "told", [{"month": "2026-13"}, {"month": "2027-01"}, {"value": "many"}, {"value": "-3"}, {"value": "1e40"}, {"kind": "headcount"}]
    )
    def test_refuses_what_makes_no_sense(self, office: Office, told: dict[str, str]) -> None:
        form = {"kind": "budget", "unit": "", "month": "2026-10", "value": "3", "name": ""} | told

        assert office.browser("苏文").post("/company/series/give/", form).status_code == 422
        assert not SeriesValue.objects.exists()

    def test_an_hr_partner_gives_those_of_their_units_alone(self, office: Office) -> None:
        form = {"kind": "budget", "month": "2026-10", "value": "3", "name": ""}
        browser = office.browser("顾海峰")

        assert browser.post("/company/series/give/", form | {"unit": office.company.team.ref}).status_code == 302
        assert browser.post("/company/series/give/", form | {"unit": ""}).status_code == 422
        assert SeriesValue.objects.count() == 1

    def test_a_file_is_taken_whole_or_not_at_all(self, office: Office) -> None:
        from django.core.files.uploadedfile import SimpleUploadedFile

        good = "kind,unit,month,value,name\nmarket,,2026-09,84,华南行业指数\nbudget,T,2026-09,12,\n"
        browser = office.browser("苏文")

        bad = browser.post("/company/series/file/", {"file": SimpleUploadedFile("a.csv", (good + "budget,T,2026-99,1,\n").encode())})
        assert bad.status_code == 422
        assert "第4行“month”列：“2026-99”不是月份" in text(bad.content)
        nowhere = browser.post("/company/series/file/", {"file": SimpleUploadedFile("a.csv", (good + "budget,XX,2026-09,1,\n").encode())})
        assert nowhere.status_code == 422
        assert "第4行“unit”列：" in text(nowhere.content)
        assert not SeriesValue.objects.exists()
        done = browser.post("/company/series/file/", {"file": SimpleUploadedFile("a.csv", good.encode("gb18030"))})

        assert done.status_code == 302
        assert SeriesValue.objects.count() == 2
        assert Unit.objects.get(code="T").pk in set(Series.objects.values_list("unit_id", flat=True))


class TestMonthOfEvidence:
    def test_ranks_nobody_by_the_number_of_records(self, office: Office) -> None:
        found = missed(office)
        sell_later(office, [(date(2026, 9, 1), 1)])
        tool = make_connection(name="第三张表")
        map_to(tool, "linjing", office.people["林静"])
        at = datetime(2026, 9, 20, 2, tzinfo=UTC)
        booked = (("revenue", 1_000_000),)
        send(
            tool, ItemVersion(external_id="x", kind="fact", version=1, account="linjing", state="done", closed_at=at, values=booked), at=NOW
        )

        page = text(office.browser("林静").get(f"/diagnoses/{found.ref}/evidence/indicator/2026-09/").content)

        assert "林静1条记录李四2条记录" in page

    def test_opens_from_the_months_to_whose_records_it_is(self, office: Office) -> None:
        found = missed(office)
        browser = office.browser("林静")
        assert (
            f'href="/diagnoses/{found.ref}/evidence/indicator/2026-09/"'
            in browser.get(f"/diagnoses/{found.ref}/evidence/indicator/").content.decode()
        )

        answer = browser.get(f"/diagnoses/{found.ref}/evidence/indicator/2026-09/")

        assert 'href="/people/BL0471/score/revenue/?period=2026-09"' in answer.content.decode()
        assert "338万元" in text(answer.content)
        assert "李四1条记录" in text(answer.content)

    def test_counts_whose_records_are_not_open_to_the_reader(self, office: Office) -> None:
        found = missed(office)
        Assignment.objects.filter(person=office.people["李四"]).update(manager=office.people["高远"])

        page = text(office.browser("林静").get(f"/diagnoses/{found.ref}/evidence/indicator/2026-09/").content)

        assert "李四" not in page
        assert "还有1人，记录合计1条" in page

    def test_of_a_given_value_says_its_versions_and_who_only_to_who_reads_series(self, office: Office) -> None:
        found = missed(office)
        address = f"/diagnoses/{found.ref}/evidence/market/2026-09/"

        head, hr = (text(office.browser(name).get(address).content) for name in ("林静", "苏文"))

        assert "作为文件上传84" in head or "上传文件84" in head or "文件84" in head
        assert SYSTEM.name not in head.split("根据什么")[1]
        assert SYSTEM.name in hr.split("根据什么")[1]

    def test_of_the_market_opens_the_series_that_the_diagnosis_reads(self, office: Office) -> None:
        found = missed(office)
        own = GivenValue(kind="market", unit=office.company.team.ref, month=date(2026, 9, 1), value=77_000)
        give_values(values=[own], source="hand", by=SYSTEM, at=NOW)
        withdraw_value(ref=Series.objects.get(kind="market", unit=office.company.team).ref, month=date(2026, 9, 1), by=SYSTEM, at=NOW)

        page = text(office.browser("林静").get(f"/diagnoses/{found.ref}/evidence/market/2026-09/").content)

        assert "文件84" in page
        assert "77" not in page.split("根据什么")[1]

    def test_tells_the_head_nothing_of_a_few_who_were_away(self, office: Office) -> None:
        found = missed(office)
        record_absence(
            person_id=office.people["李四"].pk, first_day=date(2026, 9, 7), last_day=date(2026, 9, 9), kind="sick", by=SYSTEM, at=NOW
        )
        address = f"/diagnoses/{found.ref}/evidence/attendance/2026-09/"

        head, hr = (text(office.browser(name).get(address).content) for name in ("林静", "苏文"))

        assert "还有不到5人" in head
        assert "李四" not in head
        assert "合计" not in head
        assert "李四3个工作日" in hr
        assert "缺勤工作日合计3" in hr

    @pytest.mark.parametrize(("name", "month", "status"), [("李四", "2026-09", 404), ("林静", "2026-13", 404), ("林静", "2031-01", 404)])
    def test_is_of_those_who_read_the_causes_and_of_months_that_are_there(self, office: Office, name: str, month: str, status: int) -> None:
        found = missed(office)

        assert office.browser(name).get(f"/diagnoses/{found.ref}/evidence/indicator/{month}/").status_code == status
