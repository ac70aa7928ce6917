"""The stories on their pages: sign in as the person of each stop, and find the sentence. The whole company is made once for all of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client, override_settings

from bole.accounts.models import Account
from bole.kit import clock
from bole.mentoring.jobs import tell_of_duties
from bole.mentoring.models import (
    Candidate,
    Coaching,
    Duty,
    Meeting,
    MentorRole,
    MentorScore,
    Mentorship,
    PromotionPanel,
    Retirement,
    SkillTest,
)
from bole.mentoring.queries.duties import overdue_duties
from bole.notices.models import Notice
from bole.people.models import Person
from bole.sandbox.actions import make_demo_company
from bole.sandbox.dial import shift
from bole.sandbox.rules.days import CHINA, moment
from bole.signals.models import Alert, AlertStep, Diagnosis, GamingSign, SourceNotice
from tests.office import text
from tests.sandbox.told import EXAMPLE

pytestmark = [pytest.mark.full, pytest.mark.django_db, pytest.mark.urls("tests.sandbox.urls"), pytest.mark.usefixtures("made")]


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """Make the demo of the example once, and forget it afterwards."""
    folder = tmp_path_factory.mktemp("demo")
    environment = replace(settings.ENVIRONMENT, kind="demo", data=str(folder), key_file=str(settings.ENVIRONMENT.folder / "keys" / "kek"))
    with django_db_blocker.unblock(), override_settings(ENVIRONMENT=environment), pytest.MonkeyPatch.context() as patched:
        patched.setattr(clock, "_followed", [shift])
        with transaction.atomic():
            make_demo_company(say=lambda _: None, day=EXAMPLE)
            yield
            transaction.set_rollback(True)


def page_of(stop: str) -> str:
    """Return the page to which a stop of the tour leads."""
    answer = Client().post("/demo/go/", {"stop": stop}, follow=True, headers={"accept-language": "zh-CN"})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("stop", "sentence"),
    [
        ("slow_alert", "二期刚上线，客户集中提问。"),
        ("slow_alert", "9个工作日"),
        ("busy_alert", "三个项目排在同一周验收"),
        ("own_change", "延期"),
        ("vacancies", "差的是人手，不是目标"),
        ("market", "华南行业指数"),
        ("quiet", "代码仓库"),
        ("quiet", "85人没有这几天的数据，没有个人预警"),
        ("month_end", "马骏"),
        ("feedback", "林静"),
        ("one_to_one", "邓凯"),
        ("absences", "曹蕾"),
        ("complaints", "客户投诉处理技巧"),
        ("complaints", "因为你最近提交了4条“投诉处理”反馈"),
        ("complaints", "投诉处理辅导计划（8周）"),
        ("python", "因为你最近看了5次“Python编程”"),
        ("remembered", "推荐从不使用薪资、健康和私人记录。"),
        ("score", "84.0"),
        ("slow", "张三"),
        ("moved", "76"),
        ("warned", "您团队的叶青与丁一的辅导沟通已逾期，原定11月16日完成。已改约11月25日。"),
        ("late_pair", "约在11月25日"),
        ("health", "逾期"),
        ("report", "云栈质检二期上线总结"),
        ("report", "已确认"),
        ("half_year", "半年成果汇报"),
        ("half_year", "11月26日（周四）到期"),
        ("own_effect", "绩效评分由3.5到4.2，提升20%；技能测试由70分到85分，提升21.4%"),
        ("own_effect", "近12个月带教时长96小时"),
        ("own_effect", "近12个月带教3名学员，2名晋升，1名进入部门前10%：学员晋升率67%，高绩效学员占比33%"),
        ("own_effect", "按时完成率90%，内容符合需求率85%，问题解决率80%"),
        ("own_effect", "待评审"),
        ("candidates", "2位候选人"),
        ("candidates", "待评审"),
        ("almost", "上次76分，合格线80分，现在可以重考"),
        ("almost", "2024年A（导入，苏文核实），2025年A"),
        ("almost", "导入，何佳核实"),
        ("application", "许嘉"),
        ("retired", "按时完成率44%，内容符合需求率39%，问题解决率50%"),
        ("retired", "感谢你带过5名学员"),
        ("other_mentor", "导师资格已结束"),
        ("method", "11位导师在用"),
        ("method", "来自6对辅导关系，是相关"),
        ("method", "问题解决率：采用前67%，采用后75%，+8个百分点"),
        ("method", "6位导师，89份答案"),
        ("method", "范围较宽，先不要下结论。采用满三个月的11位导师中，6位前后都有已公布的答案。每位导师和自己采用之前相比；是相关"),
        ("told_on_friday", "下周将进行导师辅导沟通，请提前准备"),
        ("first_mentor", "推荐曾睿：擅长模型评测；同在北京；目前只带1人"),
        ("plan_waits", "曾睿与陈晓雨"),
        ("plan_waits", "顾清与熊望舒"),
        ("new_ground", "跨部门协作技巧"),
        ("leaving", "需要新的导师：原导师离职"),
        ("messages", "“合同与成本”这一段心里没底"),
        ("messages", "只有你们两人能看到。不计入任何评分和问卷。"),
        ("steps_down", "你在11月19日（周四）结束了导师资格。进行中的辅导会带到结束"),
        ("steps_down", "我继续担任导师"),
        ("mark_corrected", "顾清在9月7日 17:54更正；之前：产品技能，97，9月7日"),
        ("mark_corrected", "技能测试由62分到79分，提升27.4%"),
        ("called_off", "北京组，北京组组长"),
        ("called_off", "已取消"),
        ("stands_in", "11月20日到11月25日由你代高远处理"),
        ("next_head", "负责人是王磊"),
        ("next_head", "12月1日起"),
        ("commits", "本周5次代码提交，涉及1个代码仓库"),
        ("commits", "由2次推送组成，每次都能点开"),
    ],
)
def test_a_stop_shows_its_sentence(stop, sentence):
    assert sentence in page_of(stop)


def test_li_si_is_told_that_his_feedback_is_there():
    client = Client()
    client.post("/demo/sit/", {"persona": "employee"})

    assert "你的绩效反馈已生成，请及时查看" in client.get("/", headers={"accept-language": "zh-CN"}).content.decode()


def sat(persona: str) -> Client:
    """Return the browser of a persona."""
    client = Client(headers={"accept-language": "zh-CN"})
    client.post("/demo/sit/", {"persona": persona})
    return client


def home_of(persona: str) -> str:
    """Return the home of a persona, once the first page was read, without markup."""
    client = Client(headers={"accept-language": "zh-CN"})
    client.post("/demo/sit/", {"persona": persona})
    client.post("/me/first-page/")
    return text(client.get("/").content)


@pytest.mark.parametrize(
    ("persona", "sentence"),
    [
        ("graduate", "欢迎加入，陈晓雨。今天只有三件事"),
        ("graduate", "已完成1项，还有8项"),
        ("graduate", "推荐曾睿：擅长模型评测；同在北京；目前只带1人"),
        ("graduate", "本周3场，"),  # which is next depends on the hour
        ("graduate", "前30天只给你自己看，不计入考核"),
        ("graduate", "还没有评分"),
        ("employee", "比上周高1.2分，主要因为3个任务按时完成、客户评价上升"),
        ("employee", "半年成果汇报，11月26日（周四）到期"),
        ("employee", "草稿已存"),
        ("employee", "离“P6”还差2项技能，《客户投诉处理技巧》对应其中1项"),
        ("mentor", "1名学员。李四最近需要你"),
        ("mentor", "带教3名，学员晋升率67%"),
        ("mentor", "高绩效学员占比33%"),
        ("mentor", "晋升材料待评审"),
        ("manager", "3件事等你处理，大约4分钟"),
        ("manager", "叶青与丁一的辅导沟通逾期"),
        ("manager", "沈一帆在等支持"),
        ("manager", "邓凯：延期次数最近变化明显"),
        ("hr_partner", "3项：2份辅导计划，1份导师申请"),
        ("hr_partner", "2个账号等待对应人员"),
        ("hr_partner", "对进行中，1次沟通逾期"),
        ("hr_admin", "2个归因诊断，1个等待处理"),
        ("hr_admin", "1月1日以来有1位导师卸任"),
        ("mover", "下次和顾清沟通：11月26日（周四）"),
        ("former_mentor", "2篇文章本月被读312次"),
    ],
)
def test_a_home_says_first_what_the_story_says(persona, sentence):
    assert sentence in home_of(persona)


class TestZhangSansAlert:
    def test_was_noticed_on_the_fifth_day_and_closed_nine_working_days_after_the_work_was_moved(self):
        alert = Alert.objects.get(person__number="BL0064", indicator="response_time")

        assert (alert.usual, alert.now_value) == (1000, 3000)
        assert (alert.noticed_on, alert.closed_on, alert.closed_why) == (date(2026, 9, 14), date(2026, 9, 29), "recovered")
        assert AlertStep.objects.get(alert=alert, kind="recovered").more == {"working_days": 9}

    def test_keeps_what_was_done(self):
        steps = AlertStep.objects.filter(alert__person__number="BL0064").order_by("at")

        assert list(steps.values_list("kind", flat=True)) == ["noticed", "context", "workload", "advice", "recovered"]


class TestTheAlertsThatDidNotRing:
    @pytest.mark.parametrize("number", ["BL0287", "BL0259", "BL0186"])
    def test_nobody_is_told_of_a_leave_or_of_another_job(self, number):
        assert not Alert.objects.filter(person__number=number).exists()

    @pytest.mark.parametrize(
        ("first", "last"), [(date(2026, 2, 15), date(2026, 2, 23)), (date(2025, 11, 5), date(2025, 11, 10))], ids=["festival", "outage"]
    )
    def test_nobody_is_told_of_a_holiday_or_of_a_silent_source(self, first, last):
        assert not Alert.objects.filter(noticed_on__gte=first, noticed_on__lte=last).exists()

    def test_one_notice_tells_of_the_silent_source(self):
        found = SourceNotice.objects.get()

        assert (found.connection.name, found.first_day, found.last_day) == ("代码仓库", date(2025, 11, 5), date(2025, 11, 7))


def panel_for(post: str) -> PromotionPanel:
    """Return the panel for a post."""
    return PromotionPanel.objects.get(post=post)


class TestTheCandidates:
    def test_are_two_who_wait_for_review(self):
        assert list(Candidate.objects.filter(panel=panel_for("部门经理")).values_list("state", flat=True)) == ["waiting", "waiting"]

    def test_zhang_san_reads_it_on_his_home(self):
        assert "晋升材料" in home_of("mentor")
        assert "待评审" in home_of("mentor")

    def test_zhang_sans_file_names_what_follows_for_li_si(self):
        client, panel = Client(headers={"accept-language": "zh-CN"}), panel_for("部门经理")
        client.post("/demo/go/", {"stop": "candidates"})

        page = text(client.get(f"/promotion/{panel.ref}/BL0064/").content)

        assert "近12个月带教3名学员，2名晋升，1名进入部门前10%：学员晋升率67%，高绩效学员占比33%" in page
        assert "如果张三负责这个部门，李四会进入张三的汇报线，需要换一位导师。" in page
        assert "这是建议，不是决定。" in page


class TestWhatIsNewOfMentoring:
    @pytest.mark.parametrize(
        ("mentor", "mentee", "reader", "sentence"),
        [
            ("BL0064", "BL0471", "employee", "验收一次通过"),
            ("BL0079", "BL0702", "graduate", "晓雨你好，我是曾睿"),
            ("BL0121", "BL0259", "mover", "谁、卡在哪儿、做完会怎样"),
            ("BL0125", "BL0623", "late_mentee", "改到11月25日下午"),
        ],
    )
    def test_both_read_what_they_wrote_and_hr_does_not(self, mentor, mentee, reader, sentence):
        pair = Mentorship.objects.get(mentor__number=mentor, mentee__number=mentee)

        address = f"/mentoring/pairs/{pair.ref}/messages/"

        assert sentence in text(sat(reader).get(address).content)
        assert sat("hr_partner").get(address).status_code == 404

    def test_chen_xiaoyu_is_told_of_the_message_on_the_first_day(self):
        client = sat("graduate")
        client.post("/me/first-page/")

        assert "曾睿发来一条消息" in text(client.get("/notices/").content)

    def test_a_talk_says_what_stood_there_before(self):
        talk = Meeting.objects.get(mentorship__mentee__number="BL0471", held_on=date(2026, 11, 12))

        page = text(sat("mentor").get(f"/mentoring/meetings/{talk.ref}/").content)

        assert (talk.minutes, talk.was[0]["minutes"]) == (120, 60)
        assert "之前" in page

    def test_hr_reads_why_ye_qing_steps_down_and_her_pair_goes_on(self):
        assert "答应了又总改期，对学员不好" in text(sat("hr_partner").get("/mentoring/effect/BL0125/").content)
        assert Mentorship.objects.get(mentor__number="BL0125", mentee__number="BL0623").state == "running"

    def test_candidates_of_a_panel_that_was_called_off_read_why(self):
        panel = panel_for("北京组组长")

        page = text(sat("support_head").get(f"/promotion/{panel.ref}/").content)

        assert "组长等编制补齐以后再评" in page
        assert set(Candidate.objects.filter(panel=panel).values_list("state", flat=True)) == {"called_off"}

    @pytest.mark.parametrize(
        ("persona", "sentence"),
        [
            ("director", "11月20日到11月25日由唐敏代你处理"),
            ("hr_partner", "11月26日到11月27日由白晓棠代你处理"),
            ("product_mentor", "11月30日到12月4日由张三代你处理"),
            ("mentor", "11月30日到12月4日由你代顾清处理"),
        ],
    )
    def test_who_is_away_reads_who_stands_in(self, persona, sentence):
        assert sentence in text(sat(persona).get("/notices/stand-in/").content)

    def test_zeng_ruis_page_shows_the_weeks_commits_beside_his_work(self):
        assert "本周5次代码提交，涉及1个代码仓库" in text(sat("good_mentor").get("/performance/").content)


class TestTheDiagnoses:
    def test_are_two_and_the_north_has_none(self):
        found = {one.unit.code: one for one in Diagnosis.objects.select_related("unit")}

        assert {code: one.state for code, one in found.items()} == {"SUP-BJ": "kept", "SALES-S": "proposed"}

    @pytest.mark.parametrize(("unit", "cause"), [("SUP-BJ", "resource"), ("SALES-S", "market")])
    def test_name_the_main_cause_of_the_story(self, unit, cause):
        result = Diagnosis.objects.get(unit__code=unit).result

        assert result["outcome"] == "told"
        assert max(result["shares"], key=lambda share: share["share"])["cause"] == cause

    def test_propose_to_keep_the_one_target_and_to_lower_the_other(self):
        targets = {one.unit.code: one.result["proposal"]["target"] for one in Diagnosis.objects.select_related("unit")}

        assert targets["SUP-BJ"] == 90
        assert targets["SALES-S"] == pytest.approx(3_500_000, abs=150_000)


def test_what_looked_odd_at_a_months_end_was_looked_at():
    signs = {(one.person.number, one.kind): one.state for one in GamingSign.objects.select_related("person")}

    assert signs["BL0241", "month_end"] == signs["BL0241", "duplicates"] == "corrected"
    assert "fine" in signs.values()


class TestMentoring:
    def test_of_all_pairs_that_live_one_talk_is_overdue(self):
        late = overdue_duties(None, day=EXAMPLE)

        assert Mentorship.objects.filter(state__in=("planned", "running", "paused")).count() == 78
        assert MentorRole.objects.filter(last_day=None).count() == 46
        assert [(one.pair.mentor_id, one.duty.due_on, one.duty.set_for) for one in late] == [
            (Person.objects.get(number="BL0125").pk, date(2026, 11, 16), date(2026, 11, 25))
        ]

    @pytest.mark.parametrize(("number", "is_above"), [("BL0079", True), ("BL0093", False)])
    def test_the_ranges_of_zeng_rui_and_wu_zheng_lie_on_one_side_of_zero(self, number, is_above):
        score = MentorScore.objects.filter(person__number=number).latest("day")

        assert (score.low > 0, score.high < 0) == (is_above, not is_above)

    def test_li_si_was_paired_anew_without_a_reason_and_wu_zheng_helped_first(self):
        before = Mentorship.objects.get(mentor__number="BL0093", mentee__number="BL0471")
        helped = Coaching.objects.get(person__number="BL0093")

        assert (before.ended_on, before.ended_why) == (date(2026, 5, 15), "rematch")
        assert (helped.opened_at.date(), helped.came_of_it) == (date(2026, 2, 3), "retired")
        assert Retirement.objects.get(person__number="BL0093").ends_on == date(2026, 6, 30)

    def test_sun_rans_tests_rose_from_62_to_79(self):
        marks = SkillTest.objects.filter(mentorship__mentee__number="BL0259", mentorship__state="running").order_by("taken_on")

        assert list(marks.values_list("points", flat=True)) == [6200, 7000, 7900]

    def test_sun_ran_was_told_last_friday_of_the_talk_on_thursday(self):
        told = Notice.objects.get(account__login="sunran", kind="mentoring.remind_next_week")
        duty = Duty.objects.get(mentorship__mentee__number="BL0259", kind="meeting", set_for=date(2026, 11, 26))

        assert told.told_at.astimezone(CHINA).strftime("%Y-%m-%d %H") == "2026-11-20 16"
        assert (duty.mentorship.mentor.number, duty.done_on) == ("BL0121", None)

    def test_both_are_reminded_on_the_tenth_of_december_in_the_words_of_the_story(self):
        at = moment(date(2026, 12, 10), 9.5)

        tell_of_duties(at)

        wanted = {
            "lisi": "您与张三的辅导沟通将于5天后到期，请提前安排时间。",
            "zhangsan": "您与李四的辅导沟通将于5天后到期，请提前安排时间。",
        }
        for login, words in wanted.items():
            client = Client()
            client.force_login(Account.objects.get(login=login))
            assert words in client.get("/notices/", headers={"accept-language": "zh-CN"}).content.decode()
