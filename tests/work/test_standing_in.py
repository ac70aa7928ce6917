"""Standing in for whoever leads people: named on the own page by days, told, free to decide what was handed in, and nothing more."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from bole.audit.models import Entry
from bole.notices.actions import delegate, end_delegation
from bole.notices.jobs import send_notices
from bole.notices.models import Delegation, Notice
from bole.notices.refusals import UnknownStandIn
from bole.people.models import Assignment, LineMark, Person
from bole.values.refusal import NotFound, NotYours
from bole.work.actions import confirm_result, submit_result
from bole.work.models import Submission
from tests.factories import make_account, make_person
from tests.office import text
from tests.reviews.team import Team, make_team

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
TODAY = NOON.date()
NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture(autouse=True)
def clock():
    """Let it be noon on Friday."""
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def team() -> Team:
    """Let 高远 lead 林静 and 周航, who leads 马明 and looks after nobody of 林静's."""
    team = make_team()
    for name, number, manager in (("周航", "BL0601", "BL0021"), ("马明", "BL0602", "BL0601")):
        team.people[name] = make_person(team.company, name, number=number, manager=manager)
        make_account(team.people[name])
    return team


def account(team: Team, name: str) -> int:
    """Return the key of somebody's account."""
    found = Person.objects.get(pk=team.pk(name)).account_id
    assert found is not None
    return found


def let_stand_in(team: Team, *, by: str = "林静", to: str = "周航", first: date = TODAY, last: date = NEXT_WEEK) -> Delegation:
    """Let somebody stand in."""
    return delegate(to=account(team, to), first_day=first, last_day=last, by=team.viewer(by), at=NOON)


def hand_in(team: Team, name: str = "李四") -> Submission:
    """Let somebody hand in a customer's feedback."""
    return submit_result(
        once="once00000001", kind="customer_feedback", words="客户说上线很顺利", value=10_000, files=[], kept=[], for_mentor=False,
        by=team.viewer(name), at=NOON,
    )  # fmt: skip


class TestNaming:
    def test_is_done_on_the_own_page_and_both_are_told(self, team: Team) -> None:
        browser = team.browser("林静")
        days = {"first_day": TODAY.isoformat(), "last_day": NEXT_WEEK.isoformat()}

        browser.post("/notices/stand-in/", {"to": account(team, "周航"), **days})

        assert "/notices/stand-in/" in browser.get("/me/").content.decode()
        assert "11月20日到11月27日由周航代你处理" in text(browser.get("/notices/").content)
        assert "11月20日到11月27日由你代林静处理" in text(team.browser("周航").get("/notices/").content)

    @pytest.mark.parametrize("to", ["林静", "李四", "马明", "吴铮", "苏文", "陆衡"])
    def test_refuses_oneself_and_whoever_leads_nobody_near(self, team: Team, to: str) -> None:
        with pytest.raises(UnknownStandIn):
            let_stand_in(team, to=to)

        assert not Delegation.objects.exists()

    @pytest.mark.parametrize(("by", "to"), [("林静", "高远"), ("林静", "周航"), ("高远", "林静")])
    def test_takes_whoever_leads_people_above_beside_or_below(self, team: Team, by: str, to: str) -> None:
        assert let_stand_in(team, by=by, to=to).ended_at is None

    @pytest.mark.parametrize("name", ["李四", "陆衡"])
    def test_is_not_for_whoever_has_nothing_to_decide(self, team: Team, name: str) -> None:
        with pytest.raises(UnknownStandIn):
            let_stand_in(team, by=name)

        assert "没有人和你有同样的审批权限" in text(team.browser(name).get("/notices/stand-in/").content)
        assert "/notices/stand-in/" not in team.browser(name).get("/me/").content.decode()

    def test_ends_early_when_the_person_ends_it_and_both_are_told(self, team: Team) -> None:
        made = let_stand_in(team)

        team.browser("林静").post(f"/notices/stand-in/{made.ref}/end/")

        assert "周航不再代你处理" in text(team.browser("林静").get("/notices/").content)
        assert "你不再代林静处理" in text(team.browser("周航").get("/notices/").content)


class TestDeciding:
    def test_is_told_and_recorded_as_their_own(self, team: Team) -> None:
        let_stand_in(team)
        made = hand_in(team)
        browser = team.browser("周航")
        assert "代林静" in text(browser.get("/notices/").content)
        assert browser.get(f"/results/{made.ref}/").status_code == 200

        browser.post(f"/results/{made.ref}/confirm/")

        made.refresh_from_db()
        assert (made.state, made.decided_by_id) == ("confirmed", team.pk("周航"))
        assert Entry.objects.get(what="work.confirm_result").account_id == account(team, "周航")
        assert Notice.objects.get(kind="work.result_confirmed").params["name"] == "周航"

    def test_is_refused_before_after_and_when_it_was_ended(self, team: Team) -> None:
        later = let_stand_in(team, first=TODAY + timedelta(days=1))
        made = hand_in(team)

        with pytest.raises(NotFound):
            confirm_result(ref=made.ref, by=team.viewer("周航"), at=NOON)
        end_delegation(ref=later.ref, by=team.viewer("周航"), at=NOON)
        with time_machine.travel(NOON + timedelta(days=1), tick=False), pytest.raises(NotFound):
            confirm_result(ref=made.ref, by=team.viewer("周航"), at=NOON + timedelta(days=1))

        assert Submission.objects.get().state == "waiting"

    def test_opens_what_was_handed_in_and_nothing_else_of_the_people(self, team: Team) -> None:
        before = {path: _status(team, path) for path in ELSEWHERE}

        let_stand_in(team)

        assert {path: _status(team, path) for path in ELSEWHERE} == before

    def test_is_never_about_oneself(self, team: Team) -> None:
        let_stand_in(team, by="高远", to="林静")
        made = hand_in(team, "林静")

        with pytest.raises(NotYours):
            confirm_result(ref=made.ref, by=team.viewer("林静"), at=NOON)

    def test_hands_nothing_on_and_stops_with_the_lead(self, team: Team) -> None:
        let_stand_in(team)
        let_stand_in(team, by="周航", to="高远")
        made = hand_in(team)
        assert made.person_id not in team.viewer("高远").stood_for

        Assignment.objects.filter(person=team.pk("马明")).update(manager=None)
        LineMark.objects.update(token="moved")

        assert team.viewer("周航").stood_for == frozenset()


ELSEWHERE = ("/people/BL0471/", "/people/BL0471/performance/", "/team/", "/company/people/", "/results/")


def _status(team: Team, path: str) -> tuple[int, int]:
    answer = team.browser("周航").get(path)
    return answer.status_code, answer.content.decode().count("李四")


class TestWhatWaitedBefore:
    """What was handed in before the absence waits on its first day, until somebody decides it."""

    @pytest.mark.parametrize(("deciders", "lines"), [([], 1), (["林静"], 0)])
    def test_is_in_the_list_until_it_is_decided(self, team: Team, deciders: list[str], lines: int) -> None:
        made = hand_in(team)
        Notice.objects.filter(kind="work.result_waiting").update(read_at=NOON)
        let_stand_in(team)
        for name in deciders:
            confirm_result(ref=made.ref, by=team.viewer(name), at=NOON)

        send_notices(NOON)
        send_notices(NOON)

        own = Notice.objects.filter(account=account(team, "周航"))
        assert (own.filter(kind="work.result_waiting").count(), own.filter(kind="notices.waits_for_you").count()) == (lines, lines)
        assert ("等待决定的有1件" in text(team.browser("周航").get("/notices/").content)) is bool(lines)
