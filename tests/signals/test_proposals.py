"""From an alert to another target: proposed with a reason, checked by a second person, kept by the alert from which value to which."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine

from bole.access.actions import grant_role
from bole.kit.worker import settle
from bole.notices.actions.handing_over import hand_over_what_waits
from bole.notices.models import Delegation, Notice
from bole.people.models import Assignment
from bole.scoring.actions import close_period, set_target
from bole.scoring.models import ClosedScore, Indicator, Target
from bole.scoring.queries.held import target_held
from bole.signals.actions import not_a_problem
from bole.signals.actions.finding import Found, keep_changes
from bole.signals.actions.proposals import check_proposal, propose_target
from bole.signals.models import Alert, AlertStep, TargetProposal
from bole.signals.queries import proposals
from bole.signals.queries.proposals import proposals_waiting
from bole.signals.refusals import AlertOver, NeedsWords, ProposalWaits
from bole.signals.rules.refusing import DecidedBefore, NothingToChange, OtherAccount, SameTarget
from bole.values.period import Period
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests import factories as make
from tests.office import Office, make_office, text
from tests.signals.days import NOTICED, SHOWN, at

pytestmark = pytest.mark.django_db
LATER = at(SHOWN, 10)


@pytest.fixture
def office() -> Iterator[Office]:
    """Make the office; 高远 leads 林静, who leads 李四; response times have a target of one hour for all."""
    with time_machine.travel(LATER, tick=False):
        made = make_office()
        made.people["高远"] = make.make_person(made.company, "高远", number="BL0008", unit=made.company.root)
        made.accounts["高远"] = make.make_account(made.people["高远"])
        made.accounts["高远"].first_page_seen_at = make.BEFORE
        made.accounts["高远"].save(update_fields=["first_page_seen_at"])
        Assignment.objects.filter(person=made.people["林静"]).update(manager=made.people["高远"])
        make.make_model("solution_engineer", families=("programmer",))
        set_target(indicator="response_time", value=1000, first_day=make.START, why="年度目标", by=SYSTEM, at=make.BEFORE)
        yield made


@pytest.fixture
def alert(office: Office) -> Alert:
    """Notice that 李四 answers in three hours and not in one."""
    found = Found(
        person_id=office.people["李四"].pk, indicator="response_time", onset_on=NOTICED - timedelta(days=6), noticed_on=NOTICED, usual=1.0,
        now=3.0, sample_days=5, evidence=[],
    )  # fmt: skip
    keep_changes(found=[found], over=(), by=SYSTEM, at=at(NOTICED))
    return Alert.objects.get()


def propose(
    office: Office, alert: Alert, name: str = "林静", value: int = 1500, reason: str = "新项目的客户分布在两个时区"
) -> TargetProposal:
    """Let somebody propose another target."""
    return propose_target(alert_ref=alert.ref, value=value, reason=reason, by=office.viewer(name), at=LATER)


def check(office: Office, one: TargetProposal, name: str = "高远", *, approves: bool = True, words: str = "") -> TargetProposal:
    """Let somebody check it."""
    return check_proposal(ref=one.ref, approves=approves, words=words, by=office.viewer(name), at=LATER)


class TestApproved:
    def test_holds_for_the_person_from_the_next_period_on_and_closed_ones_stay(self, office: Office, alert: Alert) -> None:
        close_period(period=Period.parse("2026-08"), by=SYSTEM, at=LATER)
        before = list(ClosedScore.objects.values())

        one = check(office, propose(office, alert))

        made = Target.objects.get(ref=one.target_ref)
        assert (made.person, made.value, made.first_day, made.by) == (office.people["李四"], 1500, date(2026, 10, 1), "林静, 高远")
        assert made.why == "新项目的客户分布在两个时区"
        person = office.people["李四"].pk
        assert [target_held(person, "response_time", day=day) for day in (date(2026, 9, 30), date(2026, 10, 1))] == [1000, 1500]
        assert list(ClosedScore.objects.values()) == before

    def test_the_alert_keeps_it_by_itself_from_what_to_what(self, office: Office, alert: Alert) -> None:
        check(office, propose(office, alert))

        step = AlertStep.objects.get(kind="target")
        assert (step.more["before"], step.more["after"], step.more["first_day"]) == (1000, 1500, "2026-10-01")
        manager = text(office.browser("林静").get(f"/alerts/{alert.ref}/").content)
        assert "高远：目标从1小时调整为1.5小时，2026年10月起" in manager
        own = text(office.browser("李四").get(f"/changes/{alert.ref}/").content)
        assert "高远：目标从1小时调整为1.5小时，2026年10月起" in own
        assert "提议调整目标" not in own

    def test_says_it_in_english(self, office: Office, alert: Alert) -> None:
        check(office, propose(office, alert))
        browser = office.browser("林静")
        browser.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"

        page = browser.get(f"/alerts/{alert.ref}/").content.decode()

        assert "target changed from 1 h to 1.5 h, from Oct 2026 on" in page


class TestSentBack:
    def test_the_alert_keeps_that_too_and_the_target_stays(self, office: Office, alert: Alert) -> None:
        check(office, propose(office, alert), approves=False, words="先看两周")

        assert not Target.objects.filter(person=office.people["李四"]).exists()
        page = text(office.browser("林静").get(f"/alerts/{alert.ref}/").content)
        assert "高远退回了新目标：保持1小时，不改为1.5小时" in page
        assert "先看两周" in page
        assert "退回了新目标" not in text(office.browser("李四").get(f"/changes/{alert.ref}/").content)

    def test_needs_a_word(self, office: Office, alert: Alert) -> None:
        with pytest.raises(NeedsWords):
            check(office, propose(office, alert), approves=False)

    def test_the_next_managers_days_begin_again_for_nothing_was_done(self, office: Office, alert: Alert) -> None:
        keep = propose(office, alert)
        alert.refresh_from_db()
        assert alert.escalates_at is None

        check(office, keep, approves=False, words="先看两周")

        alert.refresh_from_db()
        assert alert.escalates_at is not None

    def test_another_may_be_proposed(self, office: Office, alert: Alert) -> None:
        check(office, propose(office, alert), approves=False, words="太高")

        assert check(office, propose(office, alert, value=1200)).state == "approved"


class TestSecondPerson:
    @pytest.mark.parametrize("name", ["高远", "苏文", "顾海峰"])
    def test_is_the_manager_above_or_hr(self, office: Office, alert: Alert, name: str) -> None:
        assert check(office, propose(office, alert), name).second_by == name

    def test_is_never_who_proposed_it(self, office: Office, alert: Alert) -> None:
        with pytest.raises(OtherAccount):
            check(office, propose(office, alert), "林静")

    @pytest.mark.parametrize(("name", "refusal"), [("白审", NotYours), ("李四", NotFound), ("罗工", NotFound)])
    def test_is_nobody_else(self, office: Office, alert: Alert, name: str, refusal: type[Exception]) -> None:
        with pytest.raises(refusal):
            check(office, propose(office, alert), name)

    def test_checks_once(self, office: Office, alert: Alert) -> None:
        one = check(office, propose(office, alert))

        with pytest.raises(DecidedBefore):
            check(office, one, "苏文")

    def test_is_told_finds_it_in_the_list_and_does_not_see_the_alert(self, office: Office, alert: Alert) -> None:
        one = propose(office, alert)
        settle(LATER)
        browser = office.browser("高远")

        told = Notice.objects.get(kind="signals.target_waits")
        assert (told.account_id, told.address) == (office.accounts["高远"].pk, f"/targets/proposals/{one.ref}/")
        assert "等第二人复核的目标" in text(browser.get("/alerts/").content)
        page = text(browser.get(f"/targets/proposals/{one.ref}/").content)
        assert "从1小时调整为1.5小时" in page
        assert "新项目的客户分布在两个时区" in page
        assert browser.get(f"/alerts/{alert.ref}/").status_code == 404

    def test_is_never_told_of_a_target_of_their_own(self, office: Office, alert: Alert) -> None:
        Assignment.objects.filter(person=office.people["林静"]).update(manager=None)
        grant_role(account_id=office.accounts["李四"].pk, role="hr_admin", by=SYSTEM, at=make.BEFORE)

        propose(office, alert)
        settle(LATER)

        told = set(Notice.objects.filter(kind="signals.target_waits").values_list("account_id", flat=True))
        assert told == {office.accounts[name].pk for name in ("苏文", "许静")}

    def test_hands_it_on_to_nobody_who_stands_in(self, office: Office, alert: Alert) -> None:
        days = {"first_day": SHOWN, "last_day": SHOWN + timedelta(days=9)}
        Delegation.objects.create(account=office.accounts["高远"], delegate=office.accounts["罗工"], made_at=LATER, **days)

        propose(office, alert)
        settle(LATER)
        hand_over_what_waits(by=SYSTEM, at=LATER)

        told = Notice.objects.filter(kind="signals.target_waits").values_list("account_id", flat=True)
        assert list(told) == [office.accounts["高远"].pk]

    def test_finds_those_to_check_among_however_many_wait_elsewhere(
        self, office: Office, alert: Alert, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(proposals, "MOST_WAITING", 1)
        top = make.make_person(office.company, "陈总", number="BL0001", unit=office.company.root)
        office.accounts["陈总"] = make.make_account(top)
        Assignment.objects.filter(person=office.people["高远"]).update(manager=top)
        propose(office, alert)  # the older one, of whom 陈总 is not the manager's manager
        second = Alert.objects.get()
        second.pk, second.ref, second.person = None, "a" * 12, office.people["林静"]
        second.save()
        mine = propose(office, second, "高远")

        assert [one.ref for one in proposals_waiting(office.viewer("陈总"), at=LATER)] == [mine.ref]

    def test_decides_on_the_page(self, office: Office, alert: Alert) -> None:
        one = propose(office, alert)

        assert office.browser("高远").post(f"/targets/proposals/{one.ref}/check/", {"approves": "yes", "words": ""}).status_code == 302

        one.refresh_from_db()
        assert one.state == "approved"


class TestProposing:
    def test_leads_from_the_alert_in_one_step(self, office: Office, alert: Alert) -> None:
        browser = office.browser("林静")
        assert f'href="/alerts/{alert.ref}/target/"' in browser.get(f"/alerts/{alert.ref}/").content.decode()
        form = text(browser.get(f"/alerts/{alert.ref}/target/").content)
        assert "现在：1小时" in form
        assert "通过后从2026年10月起生效" in form

        answer = browser.post(f"/alerts/{alert.ref}/target/", {"value": "1.5", "reason": "两个时区"})

        one = TargetProposal.objects.get()
        assert (answer.status_code, answer["Location"]) == (302, f"/targets/proposals/{one.ref}/")
        assert "调整目标等待复核" in text(browser.get(f"/alerts/{alert.ref}/").content)

    def test_only_one_waits(self, office: Office, alert: Alert) -> None:
        propose(office, alert)

        with pytest.raises(ProposalWaits):
            propose(office, alert, "顾海峰")

    def test_is_another_value_with_a_reason(self, office: Office, alert: Alert) -> None:
        with pytest.raises(SameTarget):
            propose(office, alert, value=1000)
        with pytest.raises(NeedsWords):
            propose(office, alert, reason="  ")

    def test_of_nought_says_what_the_least_is(self, office: Office, alert: Alert) -> None:
        answer = office.browser("林静").post(f"/alerts/{alert.ref}/target/", {"value": "0", "reason": "两个时区"})

        assert answer.status_code == 422
        assert "0.001" in text(answer.content)
        assert not TargetProposal.objects.exists()

    def test_is_of_a_target_that_holds(self, office: Office, alert: Alert) -> None:
        Target.objects.update(withdrawn_at=LATER)
        row = Indicator.objects.get(code="response_time")
        Indicator.objects.filter(pk=row.pk).update(definition={key: value for key, value in row.definition.items() if key != "target"})

        with pytest.raises(NothingToChange):
            propose(office, alert)

    def test_is_of_whoever_handles_a_living_alert(self, office: Office, alert: Alert) -> None:
        for name in ("苏文", "白审"):
            with pytest.raises(NotYours):
                propose(office, alert, name)
        for name in ("李四", "高远", "罗工"):
            with pytest.raises((NotFound, NotYours)):
                propose(office, alert, name)
        not_a_problem(ref=alert.ref, by=office.viewer("林静"), at=LATER)
        with pytest.raises(AlertOver):
            propose(office, alert)


def test_the_nearest_target_holds(office: Office) -> None:
    person, root = office.people["李四"].pk, office.company.root.ref
    for value, scope in ((1100, {"unit_ref": root}), (1200, {"family": "programmer"}), (1300, {"unit_ref": office.company.team.ref})):
        set_target(indicator="response_time", value=value, first_day=make.START, why="近的算", by=SYSTEM, at=make.BEFORE, **scope)

    assert target_held(person, "response_time", day=SHOWN) == 1300
    assert target_held(office.people["高远"].pk, "response_time", day=SHOWN) == 1100
    assert target_held(person, "response_time", day=date(2020, 1, 1)) is None
