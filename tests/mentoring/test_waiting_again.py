"""Whoever loses a mentor waits for another by themselves: what they wished for is kept, and they and HR are told what comes next."""

import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.translation import override

from bole.kit.announce import react_to_open
from bole.mentoring.actions.handing_over import hand_over
from bole.mentoring.actions.life import close_what_is_over, end_mentorship
from bole.mentoring.actions.pairs import begin_mentorship
from bole.mentoring.actions.retiring_pairs import end_pairs_of_retired
from bole.mentoring.actions.waiting_again import wait_again
from bole.mentoring.actions.wishes import Wanted, make_wish, withdraw_wish
from bole.mentoring.models import HelpRequest, MentorRole, Mentorship, Preference, Retirement, Wish
from bole.mentoring.refusals import HasMentor
from bole.mentoring.rules.left_topics import Left
from bole.notices.kinds import kind_of, said
from bole.notices.models import Notice
from bole.people.actions import end_employment
from bole.values.refusal import NotYours
from bole.values.viewer import SYSTEM
from tests.mentoring.making import Cast
from tests.office import text

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
TODAY = date(2026, 11, 23)
WORDS = "想学做评测"


@pytest.fixture
def pair(cast: Cast) -> Mentorship:
    """Let 张三 mentor 李四, who once wished for it."""
    made = cast.pair(state="running")
    Wish.objects.create(
        person=cast.people["李四"], framework=made.framework, hours=["thu_am"], style={"length": "short"}, words=WORDS, state="matched",
        mentorship=made, made_at=NOON - timedelta(days=200), made_by="李四",
    )  # fmt: skip
    return made


def end(cast: Cast, pair: Mentorship, why: str) -> None:
    """Let HR end the pair, and let what follows happen."""
    left = Left(why="not_needed") if why == "done" else None
    end_mentorship(ref=pair.ref, on=TODAY, why=why, left=left, by=cast.viewer("何佳"), at=NOON)
    react_to_open(at=NOON)


def sentences(cast: Cast, name: str) -> list[str]:
    """Return what somebody was told, in Chinese."""
    cast.people[name].refresh_from_db()
    with override("zh-hans"):
        rows = Notice.objects.filter(account=cast.people[name].account_id).order_by("id")
        return [unicodedata.normalize("NFKC", said(kind_of(one.kind), one.params)) for one in rows]


def plain(text: str) -> str:
    """Return a sentence as quoted sentences are compared."""
    return unicodedata.normalize("NFKC", text)


class TestWaitingAgain:
    def test_keeps_what_was_wished_for_when_the_mentors_role_ended(self, cast: Cast, pair: Mentorship) -> None:
        MentorRole.objects.filter(person=cast.pk("张三")).update(last_day=TODAY, is_open=False)
        Retirement.objects.create(
            person=cast.people["张三"], reason="x", decided_at=NOON, decided_by=cast.people["何佳"], ends_on=TODAY, object_until=TODAY
        )  # fmt: skip
        later = NOON + timedelta(days=1)

        end_pairs_of_retired(by=SYSTEM, at=later)
        react_to_open(at=later)

        wish = Wish.objects.get(state="waiting")
        assert (wish.person_id, wish.framework_id, wish.hours, wish.style) == (
            cast.pk("李四"), pair.framework_id, ["thu_am"], {"length": "short"},
        )  # fmt: skip
        assert str(wish.words) == WORDS

    def test_says_to_the_mentee_and_to_hr_what_comes_next_and_nothing_to_the_mentor(self, cast: Cast, pair: Mentorship) -> None:
        end(cast, pair, "rematch")

        assert sentences(cast, "李四")[-1] == plain("已为你重新排上候补，第1位，想学的内容都保留。你也可以现在自己选一位导师")
        assert sentences(cast, "何佳") == [plain("李四与张三的辅导关系已于11月23日结束，李四已排上候补第1位，请安排新的导师。")]
        assert sentences(cast, "张三") == [plain("你与李四的辅导关系已由人力资源部调整，11月23日结束。感谢你这6个月的投入。")]

    def test_is_not_for_the_same_mentor_again(self, cast: Cast, pair: Mentorship) -> None:
        end(cast, pair, "rematch")
        react_to_open(at=NOON)

        assert Wish.objects.get(state="waiting").asked_id is None
        assert Preference.objects.get(person=cast.pk("李四"), other=cast.pk("张三")).likes is False

    @pytest.mark.parametrize("why", ["done", "moved", "mistake"])
    def test_is_for_those_who_lost_a_mentor_alone(self, cast: Cast, pair: Mentorship, why: str) -> None:
        end(cast, pair, why)

        assert not Wish.objects.filter(state="waiting").exists()

    def test_is_not_for_whom_another_mentor_took_over(self, cast: Cast, pair: Mentorship) -> None:
        hand_over(ref=pair.ref, mentor_id=cast.pk("叶青"), why="rematch", by=cast.viewer("何佳"), at=NOON)
        react_to_open(at=NOON)

        assert not Wish.objects.filter(state="waiting").exists()

    def test_comes_on_the_day_after_a_mentor_left(self, cast: Cast, pair: Mentorship) -> None:
        end_employment(person_id=cast.pk("张三"), last_day=TODAY + timedelta(days=7), reason="resigned", by=cast.viewer("何佳"), at=NOON)
        react_to_open(at=NOON)
        before = Wish.objects.filter(state="waiting").count()

        close_what_is_over(by=SYSTEM, at=NOON + timedelta(days=8))
        react_to_open(at=NOON + timedelta(days=8))

        assert (before, Wish.objects.filter(state="waiting").count()) == (0, 1)

    def test_is_not_for_whoever_works_here_no_more(self, cast: Cast, pair: Mentorship) -> None:
        end_mentorship(ref=pair.ref, on=TODAY, why="rematch", by=cast.viewer("何佳"), at=NOON)
        end_employment(person_id=cast.pk("李四"), last_day=TODAY - timedelta(days=1), reason="resigned", by=SYSTEM, at=NOON)
        react_to_open(at=NOON)

        assert not Wish.objects.filter(state="waiting").exists()

    def test_comes_once(self, cast: Cast, pair: Mentorship) -> None:
        end(cast, pair, "rematch")

        again = wait_again(mentorship_id=pair.pk, by=SYSTEM, at=NOON)

        assert (again, Wish.objects.filter(state="waiting").count()) == (None, 1)

    def test_is_the_systems_alone(self, cast: Cast, pair: Mentorship) -> None:
        with pytest.raises(NotYours):
            wait_again(mentorship_id=pair.pk, by=cast.viewer("何佳"), at=NOON)


class TestAMentorWhoLeaves:
    @pytest.fixture
    def leaving(self, cast: Cast, pair: Mentorship) -> Mentorship:
        """Let 张三 leave in two weeks."""
        end_employment(person_id=cast.pk("张三"), last_day=TODAY + timedelta(days=14), reason="resigned", by=cast.viewer("何佳"), at=NOON)
        react_to_open(at=NOON)
        return pair

    def test_lets_the_mentee_wait_before_the_last_day(self, cast: Cast, leaving: Mentorship) -> None:
        page = text(cast.browser("李四").get("/mentoring/find/").content)

        make_wish(wanted=Wanted(framework="new_graduate"), by=cast.viewer("李四"), at=NOON)

        assert "看看推荐的3位导师" in page
        assert Wish.objects.get(state="waiting").person_id == cast.pk("李四")
        assert "/mentoring/find/" in cast.browser("李四").get("/mentoring/").content.decode()

    def test_is_followed_by_another_before_the_last_day_and_the_request_closes(self, cast: Cast, leaving: Mentorship) -> None:
        make_wish(wanted=Wanted(framework="new_graduate"), by=cast.viewer("李四"), at=NOON)

        ref = begin_mentorship(
            mentor_id=cast.pk("叶青"), mentee_id=cast.pk("李四"), framework_code="new_graduate", first_day=TODAY, months=6, source="match",
            why_so=[], by=SYSTEM, at=NOON,
        )  # fmt: skip

        leaving.refresh_from_db()
        wish = Wish.objects.order_by("-pk")[0]
        assert (leaving.state, leaving.ended_on, leaving.ended_why) == ("ended", TODAY - timedelta(days=1), "mentor_left")
        assert HelpRequest.objects.get().answered_at == NOON
        assert (wish.state, wish.mentorship.ref) == ("matched", ref)
        assert sentences(cast, "张三")[-1] == plain("你与李四的辅导关系已由人力资源部调整，11月22日结束。感谢你这6个月的投入。")

    def test_leaves_hr_with_the_request_until_there_is_another_mentor(self, cast: Cast, leaving: Mentorship) -> None:
        later = NOON + timedelta(days=15)
        close_what_is_over(by=SYSTEM, at=later)
        react_to_open(at=later)
        before = HelpRequest.objects.get().answered_at
        page = text(cast.browser("何佳").get(f"/company/mentoring/pairs/{leaving.ref}/").content)

        begin_mentorship(
            mentor_id=cast.pk("叶青"), mentee_id=cast.pk("李四"), framework_code="new_graduate", first_day=later.date(), months=6,
            source="match", why_so=[], by=SYSTEM, at=later,
        )  # fmt: skip

        assert (before, HelpRequest.objects.get().answered_at) == (None, later)
        assert "去看候补名单" in page
        assert "没有待答复的请求" in text(cast.browser("何佳").get("/company/mentoring/requests/").content)

    def test_is_asked_about_no_more_when_the_mentee_leaves_too(self, cast: Cast, leaving: Mentorship) -> None:
        close_what_is_over(by=SYSTEM, at=NOON + timedelta(days=15))

        end_employment(person_id=cast.pk("李四"), last_day=TODAY + timedelta(days=30), reason="resigned", by=SYSTEM, at=NOON)
        react_to_open(at=NOON)

        assert HelpRequest.objects.get().answered_at == NOON

    def test_is_asked_about_no_more_when_the_mentee_waits_no_more(self, cast: Cast, leaving: Mentorship) -> None:
        later = NOON + timedelta(days=15)
        close_what_is_over(by=SYSTEM, at=later)
        react_to_open(at=later)

        withdraw_wish(ref=Wish.objects.get(state="waiting").ref, by=cast.viewer("李四"), at=later)

        assert HelpRequest.objects.get().answered_at == later

    def test_after_the_programme_is_over_needs_no_other(self, cast: Cast, pair: Mentorship) -> None:
        end_employment(person_id=cast.pk("张三"), last_day=pair.last_day, reason="resigned", by=SYSTEM, at=NOON)
        react_to_open(at=NOON)

        assert not HelpRequest.objects.exists()

    def test_keeps_everybody_else_from_waiting_beside_a_mentor(self, cast: Cast, pair: Mentorship) -> None:
        with pytest.raises(HasMentor):
            make_wish(wanted=Wanted(framework="new_graduate"), by=cast.viewer("李四"), at=NOON)
