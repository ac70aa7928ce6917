"""The pages of surveys: three questions on one screen, and two looks that tell nothing of what was answered in between."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bole.surveys.models import Answer, Calendar
from tests.office import text
from tests.surveys.pairs import MENTEES, YES, ask_about_the_mentor, say

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 12)
PROMISE = "你的单份答案谁也看不到，包括导师、主管、人力资源部和管理员。导师只看到至少3位学员、至少5份答案合在一起的结果，并且推迟一个月。"


class TestWhatWaits:
    def test_is_told_where_one_begins_until_it_is_answered(self, pairs):
        ref = ask_about_the_mentor(pairs)
        before = text(pairs.browser("李四").get("/").content)

        say(pairs, ref, "李四", on=TODAY)

        assert "有一份短问卷等你回答，只要一分钟" in before
        assert "有一份短问卷等你回答，只要一分钟" not in text(pairs.browser("李四").get("/").content)

    def test_names_the_mentor_and_the_last_day(self, pairs):
        ask_about_the_mentor(pairs)

        assert "关于张三，10月20日截止" in text(pairs.browser("李四").get("/surveys/").content)

    def test_is_nothing_for_those_who_are_not_asked(self, pairs):
        ask_about_the_mentor(pairs)

        assert "没有等你回答的问卷" in text(pairs.browser("张三").get("/surveys/").content)

    def test_takes_as_many_queries_for_many_rounds_as_for_one(self, pairs):
        browser = pairs.browser("李四")
        ask_about_the_mentor(pairs)
        browser.get("/surveys/")
        with CaptureQueriesContext(connection) as one:
            browser.get("/surveys/")

        for day in range(1, 8):
            ask_about_the_mentor(pairs, first=date(2026, 10, day))

        with CaptureQueriesContext(connection) as many:
            browser.get("/surveys/")
        assert len(many) == len(one)


class TestTheSurvey:
    def test_asks_three_questions_under_the_promise(self, pairs):
        ref = ask_about_the_mentor(pairs)

        page = text(pairs.browser("李四").get(f"/surveys/{ref}/").content)

        said = [
            "三个问题，一分钟", PROMISE, "导师是否按时完成辅导任务？", "导师的辅导内容是否符合你的需求？",
            "导师的指导是否帮助你解决了问题？",
            "如果现在就有困扰，不用等问卷：找人帮忙，或者换一位导师。",
        ]  # fmt: skip
        assert [one for one in said if one not in page] == []

    def test_says_thanks_and_how_often_one_answered(self, pairs):
        ref = ask_about_the_mentor(pairs)

        answered = pairs.browser("李四").post(f"/surveys/{ref}/", YES, follow=True)

        assert "收到了。已答1次，你的意见会和其他人的合在一起。" in text(answered.content)

    def test_keeps_what_was_chosen_when_an_answer_is_missing(self, pairs):
        ref = ask_about_the_mentor(pairs)

        refused = pairs.browser("李四").post(f"/surveys/{ref}/", {"on_time": "yes"})

        assert refused.status_code == 422
        assert text(refused.content).count("请选一项。") == 2
        assert Answer.objects.count() == 0

    def test_says_so_when_it_is_answered_twice(self, pairs):
        ref = ask_about_the_mentor(pairs)
        say(pairs, ref, "李四", on=TODAY)

        refused = pairs.browser("李四").post(f"/surveys/{ref}/", YES)

        assert refused.status_code == 409
        assert "这期问卷你已经答过了，10月20日前可以修改。" in text(refused.content)

    def test_can_be_changed_and_never_shows_what_was_answered(self, pairs):
        ref = ask_about_the_mentor(pairs)
        say(pairs, ref, "李四", on=TODAY)
        page = pairs.browser("李四").get(f"/surveys/{ref}/").content.decode()

        changed = pairs.browser("李四").post(f"/surveys/{ref}/", {**YES, "fits": "no", "again": "True"})

        assert " checked" not in page
        assert changed.status_code == 302
        assert '"fits": "no"' in str(Answer.objects.values_list("values", flat=True).get())

    @pytest.mark.parametrize("name", ["张三", "林静", "何佳", "苏文", "秦舒"])
    def test_is_not_there_for_those_who_are_not_asked(self, pairs, name):
        ref = ask_about_the_mentor(pairs)

        assert pairs.browser(name).get(f"/surveys/{ref}/").status_code == 404


class TestThePageOfHR:
    def test_counts_nobody_of_a_small_group(self, pairs):
        ref = ask_about_the_mentor(pairs)
        for name in MENTEES:
            say(pairs, ref, name, on=date(2026, 10, 11))

        assert "邀请了3人；人数少时不显示已答人数" in text(pairs.browser("何佳").get("/company/surveys/").content)

    def test_counts_up_to_yesterday(self, pairs):
        everybody = ("林静", "李四", "周屿", "赵宁", "何佳", "苏文")
        ref = ask_about_the_mentor(pairs, asked=everybody)
        for name in everybody[:5]:
            say(pairs, ref, name, on=date(2026, 10, 11))
        say(pairs, ask_about_the_mentor(pairs, asked=["林静"], first=date(2026, 10, 11)), "林静", on=date(2026, 10, 11))

        before = text(pairs.browser("何佳").get("/company/surveys/").content)
        say(pairs, ref, "苏文", on=TODAY)

        assert text(pairs.browser("何佳").get("/company/surveys/").content) == before

    def test_sets_the_publication_days(self, pairs):
        saved = pairs.browser("苏文").post("/company/surveys/calendar/", {"days": "4-30，10-30"})

        assert saved.status_code == 302
        assert Calendar.objects.get().days == [[4, 30], [10, 30]]

    @pytest.mark.parametrize("days", ["", "soon", "2-29", "5-20, 5-25", "13-1"])
    def test_keeps_days_that_cannot_be_taken(self, pairs, days):
        refused = pairs.browser("苏文").post("/company/surveys/calendar/", {"days": days})

        assert refused.status_code == 422
        assert Calendar.objects.count() == 0
