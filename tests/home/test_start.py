"""The personal home by role, the first page of all, and what explains one's goals."""

import pytest
from django.test import Client

from bole.accounts.models import Account
from bole.scoring.actions import ask_for_support
from tests.home.crew import FRIDAY, Crew, work
from tests.home.test_performance import text

pytestmark = pytest.mark.django_db


class TestTheHome:
    def test_greets_an_employee_with_the_week(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li)
        client.force_login(crew.account(crew.li))

        words = text(client.get("/").content)

        assert "李四，和上周差不多" in words
        assert "项指标" in words

    def test_tells_a_manager_who_waits(self, crew: Crew, client: Client) -> None:
        ask_for_support(words="测试环境没有显卡配额", manager_id=crew.lin.pk, by=crew.viewer(crew.shen), at=FRIDAY)
        client.force_login(crew.account(crew.lin))

        words = text(client.get("/").content)

        assert "1件事等你处理" in words
        assert "沈一帆：测试环境没有显卡配额" in words

    def test_tells_hr_how_the_sources_are(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.su))

        assert "条记录等待对应人员" in text(client.get("/").content)

    @pytest.mark.parametrize("name", ["head", "cards"])
    def test_answers_its_parts(self, crew: Crew, client: Client, name: str) -> None:
        client.force_login(crew.account(crew.lin))

        assert client.get(f"/home/part/{name}/").status_code == 200

    def test_speaks_english(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li)
        client.force_login(crew.account(crew.li))
        client.cookies["language"] = "en"

        words = text(client.get("/").content)

        assert "on target" in words
        assert "indicators" in words


class TestTheFirstPage:
    def test_comes_before_the_home_once(self, crew: Crew, client: Client) -> None:
        Account.objects.update(first_page_seen_at=None)
        client.force_login(crew.account(crew.li))

        first = client.get("/")
        client.post("/me/first-page/")
        second = client.get("/")

        assert "不看：聊天内容、屏幕、键盘、摄像头" in text(first.content)
        assert "不看：聊天内容" not in text(second.content)

    def test_can_be_read_again(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))

        assert "从不按在线时长或几点下班评分" in text(client.get("/first-page/").content)


class TestTheGoalsExplained:
    def test_name_ones_own_dimensions_and_manager(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))

        words = text(client.get("/guide/").content)

        assert "你的岗位看4个方面：代码质量、项目进度、团队协作、客户反馈。" in words
        assert "目标由你和林静一起定。" in words

    def test_keep_their_promise_of_thirty_days(self, crew: Crew, client: Client, clock) -> None:
        work(crew, crew.li)
        clock.move_to(FRIDAY.replace(year=2025, month=1, day=20))
        client.force_login(crew.account(crew.su))

        assert client.get("/people/BL0471/score/").status_code == 404
