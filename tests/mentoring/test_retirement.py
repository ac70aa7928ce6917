"""Help first, retire last: a low effect leads to coaching, then perhaps to the end of the role, with a reason that the mentor reads."""

from datetime import UTC, date, datetime

import pytest

from bole.access.models import Grant
from bole.mentoring.actions.coaching import close_coaching, object_to_retirement, open_coaching, retire_mentor
from bole.mentoring.actions.retirement_answers import keep_retirement, take_retirement_back
from bole.mentoring.actions.retiring_pairs import end_pairs_of_retired
from bole.mentoring.actions.roles import settle_mentor_grants
from bole.mentoring.models import Coaching, MentorRole, Mentorship, Retirement
from bole.mentoring.refusals import (
    AgainTooEarly,
    EndsTooEarly,
    HelpedAlready,
    HelpFirst,
    NeedsReason,
    NotLowEnough,
    ObjectionOver,
    RetiredAlready,
)
from bole.notices.models import Notice
from bole.scoring.models import LiveScore, ScorePoint, ScoringDue
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests.mentoring.effects import close_half, helped, low_score, stands
from tests.mentoring.making import NOON

pytestmark = pytest.mark.django_db
LATER, LAST_DAY = date(2027, 1, 15), date(2026, 12, 31)
REASON = "核心要点覆盖38%，沟通按时率45%，效果低于相近同事。"


def coach(cast, **more):
    """Begin to help 张三."""
    facts = {"person_id": cast.pk("张三"), "words": "一起复盘最近三次沟通", "again_on": LATER, "by": cast.viewer("何佳"), "at": NOON}
    return open_coaching(**{**facts, **more})


def retire(cast, **more):
    """End 张三's role."""
    facts = {"person_id": cast.pk("张三"), "reason": REASON, "ends_on": LAST_DAY, "by": cast.viewer("何佳"), "at": NOON}
    return retire_mentor(**{**facts, **more})


class TestHelp:
    def test_comes_with_a_day_to_look_again_and_the_mentor_is_told(self, cast):
        low_score(cast.people["张三"])

        made = coach(cast)

        assert (made.again_on, made.evidence["high"], made.evidence["mentees"]) == (LATER, -10, 5)
        assert Notice.objects.get(kind="mentoring.coaching").account_id == cast.viewer("张三").account_id
        page = cast.browser("张三").get("/mentoring/effect/").content.decode()
        assert "近5名学员的效果低于相近同事。我们先安排一次带教复盘和《导师带教技巧》，2027年1月15日（周五）再看。" in page

    @pytest.mark.parametrize(("high", "mentees"), [(0, 5), (5, 5), (-1, 2)])
    def test_is_not_asked_of_whom_the_figures_say_nothing(self, cast, high, mentees):
        low_score(cast.people["张三"], high=high, mentees=mentees)

        with pytest.raises(NotLowEnough):
            coach(cast)

        assert not Coaching.objects.exists()

    def test_is_one_at_a_time(self, cast):
        low_score(cast.people["张三"])
        coach(cast)

        with pytest.raises(HelpedAlready):
            coach(cast)

        assert Coaching.objects.count() == 1

    def test_needs_time(self, cast):
        low_score(cast.people["张三"])

        with pytest.raises(AgainTooEarly):
            coach(cast, again_on=date(2026, 12, 1))

        assert not Coaching.objects.exists()

    def test_ends_when_somebody_looked_again(self, cast):
        low_score(cast.people["张三"])
        coach(cast)

        close_coaching(person_id=cast.pk("张三"), came_of_it="better", by=cast.viewer("何佳"), at=NOON)

        assert Coaching.objects.get().came_of_it == "better"
        assert "先一起改进" not in cast.browser("张三").get("/mentoring/effect/").content.decode()

    def test_is_for_hr_alone_to_begin(self, cast):
        low_score(cast.people["张三"])

        with pytest.raises(NotYours):
            coach(cast, by=cast.viewer("林静"))
        with pytest.raises(NotFound):
            coach(cast, by=cast.viewer("叶青"))

        assert not Coaching.objects.exists()


class TestRetirement:
    def test_tells_reason_evidence_thanks_and_until_when_to_object(self, cast):
        low_score(cast.people["张三"])
        helped(cast)
        cast.pair(state="running")

        retire(cast)

        page = cast.browser("张三").get("/mentoring/effect/").content.decode()
        assert "你的导师资格将于12月31日（周四）结束。" in page
        assert REASON.rstrip("。") in page
        assert "感谢你带过1名学员、0小时。这不会扣减你的绩效评分" in page
        assert "与相近同事相比的效果：\u22120.30分（大致在\u22120.50到\u22120.10之间），5名学员" in page

    def test_ends_the_role_and_then_its_pairs(self, cast):
        low_score(cast.people["张三"])
        helped(cast)
        pair = cast.pair(state="running")

        retire(cast)
        before = end_pairs_of_retired(by=SYSTEM, at=NOON)
        after = end_pairs_of_retired(by=SYSTEM, at=datetime(2027, 1, 4, 4, tzinfo=UTC))

        assert (before, after) == (0, 1)
        assert MentorRole.objects.get(person=cast.pk("张三")).last_day == LAST_DAY
        pair = Mentorship.objects.get(pk=pair.pk)
        assert (pair.state, pair.ended_on, pair.ended_why) == ("ended", LAST_DAY, "retired")

    def test_takes_nothing_off_the_own_score(self, cast):
        zhang = cast.people["张三"]
        low_score(zhang)
        helped(cast)
        close_half(zhang, "2026-H1", 9500)
        stands(zhang, date(2026, 11, 20), 9400)

        retire(cast)

        assert ScorePoint.objects.get(person=zhang).score == 9400
        assert not LiveScore.objects.filter(person=zhang).exists()
        assert not ScoringDue.objects.filter(person=zhang).exists()

    def test_is_refused_before_help(self, cast):
        low_score(cast.people["张三"])

        with pytest.raises(HelpFirst):
            retire(cast)

        assert not Retirement.objects.exists()
        assert MentorRole.objects.get(person=cast.pk("张三")).last_day is None

    def test_is_refused_before_the_day_to_look_again(self, cast):
        low_score(cast.people["张三"])
        helped(cast, again_on=date(2026, 11, 24))

        with pytest.raises(HelpFirst):
            retire(cast)

        assert not Retirement.objects.exists()

    def test_is_refused_while_the_figures_say_nothing(self, cast):
        low_score(cast.people["张三"], high=1)
        helped(cast)

        with pytest.raises(NotLowEnough):
            retire(cast)

        assert not Retirement.objects.exists()

    def test_needs_a_reason_and_time_to_answer(self, cast):
        low_score(cast.people["张三"])
        helped(cast)

        with pytest.raises(NeedsReason):
            retire(cast, reason="  ")
        with pytest.raises(EndsTooEarly):
            retire(cast, ends_on=date(2026, 11, 25))

        assert not Retirement.objects.exists()

    def test_is_not_for_a_manager(self, cast):
        low_score(cast.people["张三"])
        helped(cast)

        with pytest.raises(NotYours):
            retire(cast, by=cast.viewer("林静"))

        assert not Retirement.objects.exists()


class TestObjection:
    def test_is_read_by_hr(self, cast):
        low_score(cast.people["张三"])
        helped(cast)
        made = retire(cast)

        cast.browser("张三").post(f"/mentoring/effect/objections/{made.ref}/", {"words": "两名学员是因为部门调整离开的。"})

        assert "两名学员是因为部门调整离开的。" in cast.browser("何佳").get("/mentoring/effect/BL0064/").content.decode()
        assert Notice.objects.get(kind="mentoring.objection").account_id == cast.viewer("何佳").account_id

    def test_is_possible_until_its_day(self, cast):
        low_score(cast.people["张三"])
        helped(cast)
        made = retire(cast)

        with pytest.raises(ObjectionOver):
            object_to_retirement(ref=made.ref, words="晚了", by=cast.viewer("张三"), at=datetime(2027, 1, 5, 4, tzinfo=UTC))

        assert Retirement.objects.get().objected_at is None

    def test_is_the_mentors_own(self, cast):
        low_score(cast.people["张三"])
        helped(cast)
        made = retire(cast)

        with pytest.raises(NotFound):
            object_to_retirement(ref=made.ref, words="我替他说", by=cast.viewer("叶青"), at=NOON)

        assert Retirement.objects.get().objected_at is None


class TestAnswer:
    @pytest.fixture
    def objected(self, cast):
        """Let 张三 have objected to the end of the role."""
        low_score(cast.people["张三"])
        helped(cast)
        made = retire(cast)
        object_to_retirement(ref=made.ref, words="两名学员是因为部门调整离开的。", by=cast.viewer("张三"), at=NOON)
        return made

    def answer(self, cast, way, words="我们再看了一遍", name="何佳"):
        """Let HR answer on the page."""
        return cast.browser(name).post("/company/mentoring/effect/BL0064/answer/", {"way": way, "words": words})

    def test_keeps_the_end_with_words_that_the_mentor_reads(self, cast, objected):
        before = cast.browser("何佳").get("/mentoring/effect/BL0064/").content.decode()

        done = self.answer(cast, "keep")

        page = cast.browser("张三").get("/mentoring/effect/").content.decode()
        assert "维持决定" in before
        assert (done.status_code, MentorRole.objects.get(person=cast.pk("张三")).last_day) == (302, LAST_DAY)
        assert "人力资源部11月23日答复" in page
        assert "我们再看了一遍" in page
        assert "你的导师资格将于12月31日（周四）结束。" in page
        assert Notice.objects.get(kind="mentoring.retirement_answered").account_id == cast.viewer("张三").account_id

    def test_takes_the_end_back_and_the_role_and_its_pairs_go_on(self, cast, objected):
        pair = cast.pair(state="running", at=NOON)

        self.answer(cast, "back")
        ended = end_pairs_of_retired(by=SYSTEM, at=datetime(2027, 1, 4, 4, tzinfo=UTC))

        page = cast.browser("张三").get("/mentoring/effect/").content.decode()
        assert (ended, Mentorship.objects.get(pk=pair.pk).state) == (0, "running")
        assert MentorRole.objects.get(person=cast.pk("张三")).last_day is None
        assert "人力资源部已于11月23日（周一）撤回你的卸任决定，你的导师资格继续有效" in page
        assert "将于12月31日（周四）结束" not in page

    def test_takes_it_back_when_the_role_is_over_too(self, cast, objected):
        later = datetime(2027, 1, 4, 4, tzinfo=UTC)
        settle_mentor_grants(by=SYSTEM, at=later)

        take_retirement_back(person_id=cast.pk("张三"), words="我们看错了", by=cast.viewer("何佳"), at=later)

        roles = list(MentorRole.objects.filter(person=cast.pk("张三")).order_by("first_day").values_list("last_day", flat=True))
        assert roles == [LAST_DAY, None]
        assert Grant.objects.filter(account=cast.viewer("张三").account_id, role="mentor", ended_at=None).count() == 1

    def test_needs_words(self, cast, objected):
        assert [self.answer(cast, way, words="  ").status_code for way in ("keep", "back")] == [422, 422]
        assert (Retirement.objects.get().answered_at, Retirement.objects.get().taken_back_at) == (None, None)
        assert MentorRole.objects.get(person=cast.pk("张三")).last_day == LAST_DAY

    def test_comes_once_until_the_mentor_says_more(self, cast, objected):
        first = [self.answer(cast, "keep").status_code for _ in range(2)]
        later = datetime(2026, 11, 24, 4, tzinfo=UTC)
        object_to_retirement(ref=objected.ref, words="还有一点", by=cast.viewer("张三"), at=later)

        keep_retirement(person_id=cast.pk("张三"), words="也看了", by=cast.viewer("何佳"), at=later)

        assert first == [302, 409]
        assert str(Retirement.objects.get().answer) == "也看了"

    def test_is_of_something_that_was_said_or_stands(self, cast):
        low_score(cast.people["张三"])
        helped(cast)
        retire(cast)

        unasked = self.answer(cast, "keep").status_code
        back = [self.answer(cast, "back").status_code for _ in range(2)]

        assert (unasked, back) == (409, [302, 409])

    @pytest.mark.parametrize(("name", "status"), [("张三", 403), ("林静", 403), ("叶青", 404)])
    def test_is_for_hr_alone(self, cast, objected, name, status):
        assert self.answer(cast, "back", name=name).status_code == status
        assert Retirement.objects.get().taken_back_at is None


class TestASecondEnd:
    def test_is_refused_and_not_offered_while_one_stands(self, cast):
        low_score(cast.people["张三"])
        helped(cast)
        offered = cast.browser("何佳").get("/mentoring/effect/BL0064/").content.decode()
        retire(cast)

        with pytest.raises(RetiredAlready):
            retire(cast, ends_on=date(2027, 2, 1))

        page = cast.browser("何佳").get("/mentoring/effect/BL0064/").content.decode()
        assert ("/retire/" in offered, "/retire/" in page) == (True, False)
        assert Retirement.objects.count() == 1

    def test_is_possible_after_the_first_was_taken_back(self, cast):
        low_score(cast.people["张三"])
        helped(cast)
        retire(cast)
        take_retirement_back(person_id=cast.pk("张三"), words="我们看错了", by=cast.viewer("何佳"), at=NOON)

        retire(cast)

        assert "你的导师资格将于12月31日（周四）结束。" in cast.browser("张三").get("/mentoring/effect/").content.decode()
        assert Retirement.objects.count() == 2


class TestPages:
    def test_lead_hr_from_help_to_the_end(self, cast):
        low_score(cast.people["张三"])
        browser, base = cast.browser("何佳"), "/company/mentoring/effect/BL0064/"

        first = browser.post(f"{base}coach/", {"words": "一起复盘", "again_on": "2026-12-25"})
        early = browser.post(f"{base}retire/", {"reason": REASON, "ends_on": "2027-02-01"})
        wrong = browser.post(f"{base}look-again/", {"came_of_it": "retired"})
        again = browser.post(f"{base}look-again/", {"came_of_it": "same"})

        assert (first.status_code, early.status_code, wrong.status_code, again.status_code) == (302, 409, 404, 302)
        assert Coaching.objects.get().came_of_it == "same"

    def test_keep_what_was_typed_where_the_day_is_too_early(self, cast):
        low_score(cast.people["张三"])

        answer = cast.browser("何佳").post("/company/mentoring/effect/BL0064/coach/", {"words": "一起复盘", "again_on": "2026-11-25"})

        assert answer.status_code == 422
        assert "一起复盘" in answer.content.decode()
        assert not Coaching.objects.exists()

    def test_list_mentors_by_name_with_their_ranges(self, cast):
        low_score(cast.people["张三"])

        page = cast.browser("何佳").get("/company/mentoring/effect/").content.decode()

        assert page.index("叶青") < page.index("张三")
        assert "与情况相近、没有导师的同事相比，低0.30分（大致在\u22120.50到\u22120.10之间）" in page
        assert "学员还少，范围较宽，先不要下结论。" in page
