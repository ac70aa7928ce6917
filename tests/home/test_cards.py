"""The cards of the home: each role sees its own, by the names of the field; one may pin, hide and order them, and that is kept."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.access.actions import grant_role
from bole.home.models import HomeLayout
from bole.people.models import Employment, Person
from bole.scoring.actions import ask_for_support
from bole.values.viewer import SYSTEM
from tests.factories import make_person
from tests.home.crew import FRIDAY, TODAY, Crew, work
from tests.home.test_performance import text

pytestmark = pytest.mark.django_db


def signed_in(crew: Crew, client: Client, person: Person) -> Client:
    """Return the browser with this person signed in."""
    client.force_login(crew.account(person))
    return client


class TestAnEmployeesHome:
    def test_has_the_cards_by_name(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li)

        words = text(signed_in(crew, client, crew.li).get("/").content)

        assert [name for name in ("绩效进度", "技能提升课程", "导师辅导申请入口", "晋升通道") if name not in words] == []
        assert "想学什么，写一句话就行。系统会推荐3位导师并说明理由" in words

    def test_says_why_each_is_there(self, crew: Crew, client: Client) -> None:
        words = text(signed_in(crew, client, crew.li).get("/").content)

        assert "为什么看到它" in words
        assert "因为你现在没有导师。" in words

    def test_shows_nothing_of_other_roles(self, crew: Crew, client: Client) -> None:
        words = text(signed_in(crew, client, crew.li).get("/").content)

        assert [name for name in ("学员列表", "今天先看", "待审批", "数据来源", "新人入职指南") if name in words] == []

    def test_asks_the_database_so_many_times(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li)
        signed_in(crew, client, crew.li).get("/")

        with CaptureQueriesContext(connection) as asked:
            client.get("/")

        assert len(asked) <= 25


class TestAManagersHome:
    def test_says_what_waits_and_about_how_long_it_takes(self, crew: Crew, client: Client) -> None:
        ask_for_support(words="测试环境没有显卡配额", manager_id=crew.lin.pk, by=crew.viewer(crew.shen), at=FRIDAY)

        words = text(signed_in(crew, client, crew.lin).get("/").content)

        assert "今天先看" in words
        assert "1件事等你处理，大约1分钟" in words
        assert "沈一帆：测试环境没有显卡配额" in words

    def test_joins_the_cards_of_both_roles_and_says_so(self, crew: Crew, client: Client) -> None:
        words = text(signed_in(crew, client, crew.lin).get("/").content)

        assert "你同时是员工、主管，首页把几种角色的卡片合在一起，可以自己排顺序" in words

    def test_names_whoever_runs_the_system_by_that_role(self, crew: Crew, client: Client) -> None:
        grant_role(account_id=crew.account(crew.wu).pk, role="system_admin", by=SYSTEM, at=FRIDAY)

        words = text(signed_in(crew, client, crew.wu).get("/").content)

        assert "你同时是员工、系统管理员，" in words

    def test_asks_the_database_nothing_for_a_hidden_card(self, crew: Crew, client: Client) -> None:
        signed_in(crew, client, crew.lin).get("/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/")
        before = len(asked)
        client.post("/home/cards/week_training/hide/")
        client.get("/")

        with CaptureQueriesContext(connection) as after:
            client.get("/")

        assert len(after) == before - 1

    @pytest.mark.parametrize("more", [0, 3])
    def test_asks_the_database_so_many_times_whatever_the_size_of_the_team(self, crew: Crew, client: Client, more: int) -> None:
        for n in range(more):
            make_person(crew.company, f"组员{n}", number=f"BL09{n:02}", manager="BL0031")
        work(crew, crew.li)
        signed_in(crew, client, crew.lin).get("/")

        with CaptureQueriesContext(connection) as asked:
            client.get("/")

        assert len(asked) <= 36


class TestHrsHome:
    @pytest.mark.parametrize(("who", "most"), [("su", 41), ("he", 40)], ids=["admin", "partner"])
    def test_asks_the_database_so_many_times(self, crew: Crew, client: Client, who: str, most: int) -> None:
        work(crew, crew.li)
        signed_in(crew, client, getattr(crew, who)).get("/")

        with CaptureQueriesContext(connection) as asked:
            client.get("/")

        assert len(asked) <= most

    def test_says_what_waits_for_approval_and_how_the_sources_are(self, crew: Crew, client: Client) -> None:
        words = text(signed_in(crew, client, crew.su).get("/").content)

        assert "待审批" in words
        assert "都处理完了" in words
        assert "数据来源" in words


class TestArranging:
    def test_pins_a_card_before_all_others(self, crew: Crew, client: Client) -> None:
        signed_in(crew, client, crew.li).post("/home/cards/work/pin/")

        page = client.get("/").content.decode()

        assert page.index('id="card-work"') < page.index('id="card-progress"')

    def test_hides_a_card_and_says_how_to_get_it_back(self, crew: Crew, client: Client) -> None:
        answer = signed_in(crew, client, crew.li).post("/home/cards/apply_mentor/hide/", follow=True).content.decode()

        assert 'id="card-apply_mentor"' not in answer
        assert "已收起“导师辅导申请入口”。" in answer
        assert "/home/cards/apply_mentor/show/" in answer

    def test_brings_it_back(self, crew: Crew, client: Client) -> None:
        signed_in(crew, client, crew.li).post("/home/cards/apply_mentor/hide/")
        client.post("/home/cards/apply_mentor/show/")

        assert 'id="card-apply_mentor"' in client.get("/").content.decode()

    def test_moves_a_card_by_a_button(self, crew: Crew, client: Client) -> None:
        page = signed_in(crew, client, crew.li).get("/home/arrange/").content.decode()
        assert page.index('id="arrange-career_path"') < page.index('id="arrange-apply_mentor"')

        client.post("/home/cards/apply_mentor/up/", {"on": "arrange"})

        page = client.get("/home/arrange/").content.decode()
        assert page.index('id="arrange-apply_mentor"') < page.index('id="arrange-career_path"')

    def test_goes_back_to_the_order_of_the_day(self, crew: Crew, client: Client) -> None:
        signed_in(crew, client, crew.li).post("/home/cards/apply_mentor/hide/")

        client.post("/home/arrange/forget/")

        assert not HomeLayout.objects.exists()

    def test_concerns_ones_own_home_alone(self, crew: Crew, client: Client) -> None:
        signed_in(crew, client, crew.li).post("/home/cards/apply_mentor/hide/")

        assert 'id="card-apply_mentor"' in signed_in(crew, Client(), crew.shen).get("/").content.decode()

    def test_refuses_a_card_that_is_not_there(self, crew: Crew, client: Client) -> None:
        assert signed_in(crew, client, crew.li).post("/home/cards/no_such_card/hide/").status_code == 404
        assert signed_in(crew, client, crew.li).post("/home/cards/work/burn/").status_code == 404
        assert not HomeLayout.objects.exists()

    def test_answers_a_swap_with_the_cards(self, crew: Crew, client: Client) -> None:
        answer = signed_in(crew, client, crew.li).post("/home/cards/apply_mentor/hide/", headers={"HX-Request": "true"})

        assert answer.status_code == 200
        assert "<html" not in answer.content.decode()
        assert "撤销" in answer.content.decode()

    def test_is_said_in_english_too(self, crew: Crew, client: Client) -> None:
        client.cookies["language"] = "en"

        words = signed_in(crew, client, crew.li).get("/home/arrange/").content.decode()

        assert "Arrange my home" in words
        assert "Performance progress" in words


class TestANewcomersHome:
    @pytest.fixture
    def newcomer(self, crew: Crew, client: Client) -> Client:
        """Let Li Si join today, and HR keep the list that ships."""
        from bole.growth.actions import take_newcomer_list
        from bole.values.viewer import SYSTEM

        Employment.objects.filter(person=crew.li).update(first_day=TODAY)
        take_newcomer_list(by=SYSTEM, at=FRIDAY)
        return signed_in(crew, client, crew.li)

    def test_welcomes_with_three_things(self, newcomer: Client) -> None:
        assert "欢迎加入，李四。今天只有三件事" in text(newcomer.get("/").content)

    def test_has_the_four_cards_by_name(self, newcomer: Client) -> None:
        words = text(newcomer.get("/").content)

        assert [name for name in ("新人入职指南", "导师联系方式", "本周培训计划", "绩效目标解读") if name not in words] == []

    def test_counts_the_first_page_that_was_read_as_done(self, newcomer: Client) -> None:
        assert "已完成1项，还有8项。下一项：给导师发一句问候" in text(newcomer.get("/").content)

    def test_says_that_the_first_days_do_not_count(self, newcomer: Client) -> None:
        words = text(newcomer.get("/").content)

        assert "你的岗位看4个方面。前30天只给你自己看，不计入考核" in words
        assert "还没有评分" in words

    def test_says_when_there_will_be_a_mentor(self, newcomer: Client) -> None:
        assert "导师正在匹配，最迟11月26日确定。着急的事可以先找人力资源部" in text(newcomer.get("/").content)

    def test_walks_through_the_first_week_day_by_day(self, newcomer: Client) -> None:
        words = text(newcomer.get("/first-week/").content)

        days = [
            words.index(day) for day in ("11月20日（周五）", "11月23日（周一）", "11月24日（周二）", "11月25日（周三）", "11月26日（周四）")
        ]
        assert days == sorted(days)
        assert "写一句“这周最想弄懂的一件事”" in words

    def test_ticks_a_line_and_takes_the_tick_back(self, newcomer: Client) -> None:
        from bole.growth.models import NewcomerStep

        ref = NewcomerStep.objects.get(ordinal=2).ref
        newcomer.post(f"/first-week/{ref}/done/")
        assert "已完成2项，还有7项" in text(newcomer.get("/").content)

        newcomer.post(f"/first-week/{ref}/not-done/")

        assert "已完成1项，还有8项" in text(newcomer.get("/").content)
