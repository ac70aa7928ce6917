"""A plan is handed in within ten working days, answered within three; who is late is told once, and seen by whoever looks after it."""

import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.translation import override

from bole.mentoring.actions.reminding_plans import tell_what_plans_are_due
from bole.mentoring.models import Mentorship, Plan, PlanReminder
from bole.mentoring.rules.plan_days import answer_due, plan_due
from bole.notices.kinds import kind_of, said
from bole.notices.models import Notice
from bole.people.models import Assignment
from bole.values.viewer import SYSTEM
from tests.mentoring.making import Cast
from tests.office import text

MONDAY, DUE = date(2026, 11, 2), date(2026, 11, 16)


def beijing(day: int, hour: int = 9, minute: int = 30, month: int = 11) -> datetime:
    """Return a moment in Beijing of autumn 2026."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


def sentences(cast: Cast, name: str) -> list[str]:
    """Return what somebody was told, in Chinese."""
    cast.people[name].refresh_from_db()
    with override("zh-hans"):
        rows = Notice.objects.filter(account=cast.people[name].account_id).order_by("id")
        return [unicodedata.normalize("NFKC", said(kind_of(one.kind), one.params)) for one in rows]


def plain(text: str) -> str:
    """Return a sentence as quoted sentences are compared."""
    return unicodedata.normalize("NFKC", text)


def hand_in(pair: Mentorship, at: datetime, **more: object) -> Plan:
    """Let the plan of a pair be with HR."""
    facts = {"state": "submitted", "goal": "独立交付", "submitted_at": at, "changed_at": at, **more}
    return Plan.objects.create(mentorship=pair, **facts)


class TestTheDays:
    @pytest.mark.parametrize(
        ("first", "returned", "due"),
        [
            (date(2026, 11, 2), None, date(2026, 11, 16)),
            (date(2026, 9, 28), None, date(2026, 10, 16)),  # the National Day holidays lie between, and Saturday the 10th is worked
            (date(2026, 11, 2), date(2026, 11, 4), date(2026, 11, 16)),
            (date(2026, 11, 2), date(2026, 11, 12), date(2026, 11, 19)),
        ],
    )
    def test_are_ten_working_days_or_five_after_it_was_returned(self, first: date, returned: date | None, due: date) -> None:
        assert plan_due(first, returned) == due

    def test_for_hr_are_three(self) -> None:
        assert answer_due(date(2026, 11, 12)) == date(2026, 11, 17)


@pytest.mark.django_db
class TestTelling:
    @pytest.fixture
    def pair(self, cast: Cast) -> Mentorship:
        """Let 张三 and 李四 begin on Monday, 2 November, without a plan."""
        return cast.pair(first_day=MONDAY)

    def test_reminds_the_mentor_alone_before_the_day(self, cast: Cast, pair: Mentorship) -> None:
        told = [tell_what_plans_are_due(by=SYSTEM, at=beijing(day)) for day in (10, 11, 12)]

        assert told == [0, 1, 0]
        assert sentences(cast, "张三") == [plain("你给李四的辅导计划5天后到期，先交一版就好。")]
        assert sentences(cast, "李四") == []

    def test_warns_mentor_and_manager_once_on_the_working_day_after(self, cast: Cast, pair: Mentorship) -> None:
        told = [tell_what_plans_are_due(by=SYSTEM, at=beijing(day)) for day in (17, 17, 18, 30)]

        assert told == [2, 0, 0, 0]
        assert sentences(cast, "林静") == [plain("您团队的张三还没有提交李四的辅导计划，原定11月16日前提交。")]
        assert sentences(cast, "张三") == [plain("你给李四的辅导计划已过11月16日。先交一版就好，林静也收到了同样的提示。")]

    def test_warns_no_second_manager(self, cast: Cast, pair: Mentorship) -> None:
        tell_what_plans_are_due(by=SYSTEM, at=beijing(17))
        Assignment.objects.filter(person=cast.pk("张三")).update(manager=cast.pk("高远"))

        assert tell_what_plans_are_due(by=SYSTEM, at=beijing(18)) == 0
        assert sentences(cast, "高远") == []

    def test_is_silent_once_the_plan_is_with_hr_and_begins_anew_when_it_is_returned(self, cast: Cast, pair: Mentorship) -> None:
        plan = hand_in(pair, beijing(10))
        with_hr = tell_what_plans_are_due(by=SYSTEM, at=beijing(17))
        Plan.objects.filter(pk=plan.pk).update(state="returned", decided_at=beijing(17))

        returned = [tell_what_plans_are_due(by=SYSTEM, at=beijing(day)) for day in (18, 19, 24, 25)]

        assert (with_hr, returned) == (0, [0, 1, 0, 2])
        assert set(PlanReminder.objects.values_list("day", flat=True)) == {date(2026, 11, 24)}

    def test_is_silent_of_pairs_that_rest_or_have_not_begun(self, cast: Cast, pair: Mentorship) -> None:
        Mentorship.objects.filter(pk=pair.pk).update(state="paused")
        cast.pair("叶青", "丁一", first_day=date(2026, 12, 1))

        assert tell_what_plans_are_due(by=SYSTEM, at=beijing(25)) == 0

    def test_is_silent_at_night_and_on_days_off(self, pair: Mentorship) -> None:
        assert [tell_what_plans_are_due(by=SYSTEM, at=one) for one in (beijing(17, 9, 29), beijing(17, 20), beijing(21))] == [0, 0, 0]


@pytest.mark.django_db
class TestPages:
    def test_show_hr_a_pair_without_a_plan_as_one_that_could_use_a_hand(self, cast: Cast) -> None:
        late, fresh = cast.pair(first_day=MONDAY), cast.pair("叶青", "丁一", first_day=date(2026, 11, 16))

        page = cast.browser("何佳").get("/company/mentoring/?list=stuck").content.decode()

        assert "2对辅导关系，1对需要关注" in page
        assert f"/company/mentoring/pairs/{late.ref}/" in page
        assert f"/company/mentoring/pairs/{fresh.ref}/" not in page
        assert "计划还没提交，应在11月16日前提交" in page

    def test_show_hr_since_when_a_plan_waits_and_that_it_is_late(self, cast: Cast) -> None:
        hand_in(cast.pair(first_day=MONDAY), beijing(12))
        hand_in(cast.pair("叶青", "丁一", first_day=MONDAY), beijing(20))
        browser = cast.browser("何佳")

        plans, health = text(browser.get("/company/mentoring/plans/").content), text(browser.get("/company/mentoring/").content)

        assert "11月17日前答复" in plans
        assert "11月25日前答复" in plans
        assert plans.count("已超时") == 1
        assert "计划11月12日已提交人力资源部，应在11月17日前答复" in health

    def test_show_the_manager_that_the_plan_is_missing(self, cast: Cast) -> None:
        pair = cast.pair(first_day=MONDAY)

        team = text(cast.browser("林静").get("/team/").content)
        seen = text(cast.browser("林静").get(f"/mentoring/pairs/{pair.ref}/seen/").content)

        assert "计划还没提交，应在11月16日前提交" in team
        assert "计划还没提交，应在11月16日前提交" in seen

    def test_show_the_mentor_by_which_day(self, cast: Cast) -> None:
        cast.pair(first_day=MONDAY)

        assert "11月16日前提交" in text(cast.browser("张三").get("/mentoring/").content)
