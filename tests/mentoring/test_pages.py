"""The pages of mentoring: each in both languages, with a pair that is new and one that has records."""

from datetime import date

import pytest

from bole.mentoring.actions.meetings import ToDo, record_meeting
from bole.mentoring.models import Meeting, MentorRole, Plan, Wish
from bole.mentoring.queries.records import recording_for
from tests.mentoring.making import NOON
from tests.office import text

pytestmark = pytest.mark.django_db


def plan_form(**more):
    given = {
        "version": "0", "goal": "半年内能独立交付", "outcome": ["独立完成一次客户交付", "", ""],
        "topic": ["values", "hands_on", "communication", "tools", "first_project", "path"], "do": "save",
    }  # fmt: skip
    return given | more


class TestMyMentoring:
    def test_shows_a_mentee_the_mentor_and_how_far_it_is(self, cast):
        cast.pair()

        words = text(cast.browser("李四").get("/mentoring/").content)

        assert "张三" in words
        assert "核心要点完成0项，共3项" in words

    def test_shows_a_mentor_the_mentees(self, cast):
        cast.pair()

        words = text(cast.browser("张三").get("/mentoring/").content)

        assert "我的学员" in words
        assert "李四" in words

    def test_leads_a_mentor_to_who_asks_and_says_how_many(self, cast):
        pair = cast.pair()
        nobody = text(cast.browser("张三").get("/mentoring/").content)
        Wish.objects.create(
            person=cast.people["丁一"], framework_id=pair.framework_id, state="asked", asked=cast.people["张三"], made_at=NOON, made_by="x"
        )

        pages = [cast.browser("张三").get(url).content.decode() for url in ("/mentoring/", "/")]

        assert "谁想请你做导师" in nobody
        assert all("有1位同事请你做导师" in one and 'href="/mentoring/requests/"' in one for one in pages)

    def test_leads_to_the_own_style_who_agreed_to_it(self, cast):
        before = cast.browser("张三").get("/mentoring/").content.decode()
        MentorRole.objects.filter(person=cast.people["张三"]).update(learns_style=True)

        after = cast.browser("张三").get("/mentoring/").content.decode()

        assert ['href="/mentoring/style/"' in one for one in (before, after)] == [False, True]

    def test_says_when_there_are_no_mentees_yet(self, cast):
        assert "还没有学员。配对发布后，学员会出现在这里。可以先看看导师资源库。" in text(cast.browser("张三").get("/mentoring/").content)

    def test_offers_a_mentor_to_who_has_none(self, cast):
        assert "申请辅导" in text(cast.browser("丁一").get("/mentoring/").content)


class TestThePair:
    def test_gives_a_mentee_the_contact_with_the_mobile_only_if_the_mentor_shows_it(self, cast):
        from bole.people.actions import change_contact
        from bole.values.viewer import SYSTEM

        change_contact(person_id=cast.pk("张三"), mobile="19900001234", birthday=None, by=SYSTEM, at=NOON)
        url = f"/mentoring/pairs/{cast.pair().ref}/"
        before = text(cast.browser("李四").get(url).content)
        MentorRole.objects.update(shows_mobile=True)

        assert "发消息" in before
        assert "19900001234" not in before
        assert "19900001234" in text(cast.browser("李四").get(url).content)

    def test_gives_a_mentor_feedback_in_place_and_the_ways_that_are_open_to_a_mentor(self, cast):
        pair = cast.pair(state="running")

        page = cast.browser("张三").get(f"/mentoring/pairs/{pair.ref}/").content.decode()

        assert 'href="/feedback/new/?to=BL0471"' in page
        assert 'href="/growth/people/BL0471/"' in page
        assert [cast.browser("张三").get(url).status_code for url in ("/feedback/new/?to=BL0471", "/growth/people/BL0471/")] == [200, 200]

    @pytest.mark.parametrize("part", ["", "plan/", "record/", "records/", "progress/"])
    @pytest.mark.parametrize("language", ["zh-CN", "en"])
    def test_opens_for_both_in_both_languages(self, cast, part, language):
        url = f"/mentoring/pairs/{cast.pair().ref}/{part}"

        assert [cast.browser(name, language).get(url).status_code for name in ("张三", "李四")] == [200, 200]

    def test_keeps_a_point_and_a_note(self, cast):
        url = f"/mentoring/pairs/{cast.pair().ref}/"
        mentee = cast.browser("李四")

        assert mentee.post(f"{url}point/", {"words": "怎么回绝客户"}).status_code == 302
        assert mentee.post(f"{url}note/", {"private": "只给自己看"}).status_code == 302
        assert mentee.post(f"{url}point/", {"words": " "}).status_code == 422
        assert "怎么回绝客户" in text(cast.browser("张三").get(url).content)
        assert "只给自己看" not in text(cast.browser("张三").get(url).content)


class TestThePlan:
    def test_says_which_core_topic_is_missing_and_offers_it_back(self, cast):
        url = f"/mentoring/pairs/{cast.pair().ref}/plan/"
        browser = cast.browser("张三")

        answer = browser.post(url, plan_form(topic=["values", "communication"], do="submit"))

        assert answer.status_code == 422
        words = text(answer.content)
        assert "还不能提交：缺少核心要点“岗位技能实操”。核心要点可以换讲法、换时间，不能去掉。" in words
        assert "放回计划" in words
        assert b'value="back:hands_on"' in answer.content

    def test_moves_adds_and_drops_without_a_mouse(self, cast):
        url = f"/mentoring/pairs/{cast.pair().ref}/plan/"
        browser = cast.browser("张三")

        browser.post(url, plan_form(do="down:values"))
        browser.post(url, plan_form(version="1", topic=["hands_on", "values", "communication", "tools"], do="drop:tools"))
        browser.post(url, plan_form(version="2", topic=["hands_on", "values", "communication"], own="客户现场一天", do="add"))

        codes = Plan.objects.get().codes
        assert codes[:3] == ["hands_on", "values", "communication"]
        assert codes[3].startswith("own_")

    def test_keeps_both_texts_when_two_write(self, cast):
        url = f"/mentoring/pairs/{cast.pair().ref}/plan/"
        browser = cast.browser("张三")
        browser.post(url, plan_form(goal="先写的目标"))

        answer = browser.post(url, plan_form(goal="后写的目标"))

        assert answer.status_code == 409
        words = answer.content.decode()
        assert "先写的目标" in words
        assert "后写的目标" in words

    def test_shows_the_mentee_no_draft(self, cast):
        url = f"/mentoring/pairs/{cast.pair().ref}/plan/"
        cast.browser("张三").post(url, plan_form(goal="没写完的目标"))

        assert "没写完的目标" not in text(cast.browser("李四").get(url).content)

    def test_is_approved_by_hr_who_sees_the_difference(self, cast):
        url = f"/mentoring/pairs/{cast.pair().ref}/plan/"
        cast.browser("张三").post(url, plan_form(how_values="读手册", do="submit"))
        plan, hr = Plan.objects.get(), cast.browser("何佳")

        listed = text(hr.get("/company/mentoring/plans/").content)
        one = text(hr.get(f"/company/mentoring/plans/{plan.ref}/").content)
        returned = hr.post(f"/company/mentoring/plans/{plan.ref}/", {"version": plan.version, "decision": "return", "remark": " "})
        approved = hr.post(f"/company/mentoring/plans/{plan.ref}/", {"version": plan.version, "decision": "approve"})

        assert "张三与李四" in listed
        assert "与《应届毕业生》相比：增加0项，调整1项，核心要点齐全" in one
        assert (returned.status_code, approved.status_code) == (422, 302)


class TestTheRecord:
    FORM = {"once": "abcdefgh2345", "codes": ["values"], "advice": "先听完再说", "held_on": "2026-11-23", "minutes": "60", "place": "face"}

    def test_is_one_form_with_the_promise_above_the_words(self, cast):
        page = text(cast.browser("张三").get(f"/mentoring/pairs/{cast.pair().ref}/record/").content)

        promise = "文字平时只有你们两人能看到。主管和人力资源部只看到“已沟通”和日期。"
        assert promise in page
        assert page.index(promise) < page.index("给李四的建议")

    def test_is_saved_once_however_often_it_is_sent(self, cast):
        url = f"/mentoring/pairs/{cast.pair().ref}/record/"
        browser = cast.browser("张三")

        answers = [browser.post(url, self.FORM, follow=True) for _again in range(2)]

        assert Meeting.objects.count() == 1
        assert "已保存。核心要点完成1项，共3项。" in text(answers[0].content)

    def test_fills_in_a_next_day_within_the_programme_and_none_on_its_last_day(self, cast):
        first_days = {"李四": date(2026, 5, 24), "丁一": date(2026, 5, 25)}
        pairs = {name: cast.pair("张三", name, first_day=day, months=6) for name, day in first_days.items()}

        filled = {name: recording_for(cast.viewer("张三"), one.ref, day=NOON.date()).next_on for name, one in pairs.items()}

        assert [one.last_day for one in pairs.values()] == [date(2026, 11, 23), date(2026, 11, 24)]
        assert filled == {"李四": None, "丁一": date(2026, 11, 24)}

    def test_says_what_is_wrong_and_keeps_the_words(self, cast):
        url = f"/mentoring/pairs/{cast.pair().ref}/record/"

        answer = cast.browser("张三").post(url, self.FORM | {"held_on": "2026-11-24"})

        assert answer.status_code == 422
        assert "先听完再说" in answer.content.decode()

    def test_opens_to_the_two_with_what_was_agreed(self, cast):
        pair = cast.pair()
        made = record_meeting(
            pair_ref=pair.ref, once="abcdefgh2345", held_on=NOON.date(), minutes=60, place="face", codes=["values"], advice="先听完再说",
            to_do=[ToDo("mentee", "写一页复盘", None)], done=[], next_on=None, by=cast.viewer("张三"), at=NOON,
        )  # fmt: skip

        words = text(cast.browser("李四").get(f"/mentoring/meetings/{made.ref}/").content)

        assert "先听完再说" in words
        assert "写一页复盘" in words
        assert cast.browser("林静").get(f"/mentoring/meetings/{made.ref}/").status_code == 404


class TestOthers:
    def test_managers_and_hr_see_days_and_never_words(self, cast):
        pair = cast.pair()
        record_meeting(
            pair_ref=pair.ref, once="abcdefgh2345", held_on=NOON.date(), minutes=60, place="face", codes=["values"], advice="先听完再说",
            to_do=[], done=[], next_on=None, by=cast.viewer("张三"), at=NOON,
        )  # fmt: skip

        pages = [cast.browser(name).get(f"/mentoring/pairs/{pair.ref}/seen/") for name in ("林静", "何佳", "苏文")]

        assert [one.status_code for one in pages] == [200, 200, 200]
        assert not any("先听完再说" in one.content.decode() for one in pages)

    def test_hr_opens_words_with_a_reason_alone(self, cast):
        pair = cast.pair()
        record_meeting(
            pair_ref=pair.ref, once="abcdefgh2345", held_on=NOON.date(), minutes=60, place="face", codes=["values"], advice="先听完再说",
            to_do=[], done=[], next_on=None, by=cast.viewer("张三"), at=NOON,
        )  # fmt: skip
        hr, url = cast.browser("苏文"), f"/mentoring/pairs/{pair.ref}/seen/"

        assert hr.post(f"{url}open/", {"reason": "看"}).status_code == 422
        assert hr.post(f"{url}open/", {"reason": "处理李四提出的投诉，编号2026-11"}).status_code == 302
        assert "先听完再说" in text(hr.get(url).content)
        assert "处理李四提出的投诉" in text(cast.browser("李四").get(f"/mentoring/pairs/{pair.ref}/").content)


class TestFrameworks:
    def test_are_listed_read_changed_and_switched_off(self, cast):
        hr = cast.browser("苏文")
        listed = text(hr.get("/company/mentoring/frameworks/").content)
        url = "/company/mentoring/frameworks/new_graduate/"
        form = {
            "number": "0", "zh": "应届毕业生", "en": "New graduate", "goal_zh": "快速融入", "goal_en": "Fit in fast", "months": "6",
            "meeting_every": "1", "test_every": "3", "report_every": "6", "topic_code": ["values", ""], "topic_zh": ["企业价值观", "安全"],
            "topic_en": ["Company values", "Safety"], "topic_core": ["core", "core"], "topic_stage": ["1", "2"],
        }  # fmt: skip

        assert "17个框架" in listed
        assert hr.get(url).status_code == 200
        assert hr.post(url, form).status_code == 302
        assert hr.post(url, form).status_code == 409
        assert hr.post(f"{url}switch/", {"is_on": "no"}).status_code == 302
        assert "已停用" in text(hr.get(url).content)

    def test_are_not_changed_by_who_reads_them(self, cast):
        assert cast.browser("何佳").post("/company/mentoring/frameworks/new_graduate/", {"number": "0"}).status_code == 403
        assert cast.browser("张三").get("/company/mentoring/frameworks/").status_code == 404


class TestTheLibrary:
    def test_opens_in_both_languages(self, cast):
        assert "第一次沟通怎么聊" in text(cast.browser("张三").get("/mentoring/library/").content)
        assert "Ask more than you answer" in cast.browser("张三", "en").get("/mentoring/library/").content.decode()
        assert cast.browser("李四").get("/mentoring/library/first-talk/").status_code == 200
        assert cast.browser("李四").get("/mentoring/library/nothing/").status_code == 404
