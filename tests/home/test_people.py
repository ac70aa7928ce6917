"""Finding people, a person's card, one's own page, and search."""

from datetime import date

import pytest
from django.test import Client

from bole.accounts.actions import open_account
from bole.people.actions import end_employment
from bole.people.models import Employment
from bole.values.viewer import SYSTEM
from tests.factories import make_person
from tests.home.crew import FRIDAY, Crew, work
from tests.home.test_performance import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def wu(crew: Crew, client: Client) -> Client:
    """Return the browser of a colleague."""
    client.force_login(crew.account(crew.wu))
    return client


class TestTheDirectory:
    @pytest.mark.parametrize("typed", ["李四", "lisi", "ls", "BL0471"])
    def test_finds_by_name_pinyin_initials_and_number(self, wu: Client, typed: str) -> None:
        words = text(wu.get(f"/people/?q={typed}").content)

        assert "李四交付一组，工程师，BL0471" in words

    def test_sets_two_of_one_name_apart(self, crew: Crew, wu: Client) -> None:
        make_person(crew.company, "张伟", number="BL0322")
        make_person(crew.company, "张伟", number="BL0277", unit=crew.company.root)

        words = text(wu.get("/people/?q=张伟").content)

        assert "交付一组，工程师，BL0322" in words
        assert "青骓智能，工程师，BL0277" in words

    def test_marks_who_is_from_outside(self, crew: Crew, wu: Client) -> None:
        Employment.objects.filter(person=crew.li).update(kind="outsourced")

        assert "李四交付一组，工程师，BL0471，外部" in text(wu.get("/people/?q=lisi").content)

    def test_asks_so_many_times_whatever_its_length(self, crew: Crew, wu: Client, django_assert_num_queries) -> None:
        wu.get("/people/")
        with django_assert_num_queries(8):
            wu.get("/people/")
        for n in range(40):
            make_person(crew.company, f"同事{n:02d}", number=f"BL2{n:03d}")

        with django_assert_num_queries(8):
            wu.get("/people/")

    def test_says_what_to_try_when_nobody_is_found(self, wu: Client) -> None:
        assert "可以试试拼音首字母，或者工号。" in text(wu.get("/people/?q=zzzz").content)

    def test_answers_the_list_alone_while_one_types(self, wu: Client) -> None:
        part = wu.get("/people/?q=ls", headers={"hx-request": "true"})

        assert part.content.strip().startswith(b'<div id="found"')

    def test_is_read_page_by_page(self, crew: Crew, wu: Client) -> None:
        for n in range(60):
            make_person(crew.company, f"同事{n:02d}", number=f"BL2{n:03d}")

        first = wu.get("/people/").content.decode()
        second = wu.get("/people/?after=" + first.split("/people/?after=")[1].split('"')[0]).content.decode()

        assert first.count('class="row"') == 50
        assert second.count('class="row"') == 16


class TestSearch:
    def test_finds_pages_too(self, wu: Client) -> None:
        words = text(wu.get("/search/?q=绩效", headers={"hx-request": "true"}).content)

        assert words.strip() == "页面绩效绩效目标解读年度绩效结果"

    def test_finds_nobody_who_left_long_ago(self, crew: Crew, wu: Client) -> None:
        left = date(2026, 8, 3)
        end_employment(person_id=crew.li.pk, last_day=left, reason="resigned", by=SYSTEM, at=FRIDAY)

        words = text(wu.get("/search/?q=lisi", headers={"hx-request": "true"}).content)

        assert "没有找到“lisi”。可以试试拼音首字母，或者工号。" in words


class TestAPerson:
    def test_is_a_card_to_a_colleague(self, crew: Crew, wu: Client) -> None:
        work(crew, crew.li)

        words = text(wu.get("/people/BL0471/").content)

        assert "交付一组，工程师，BL0471" in words
        assert "绩效与工作" not in words

    def test_shows_the_way_to_the_score_to_the_manager(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li)
        client.force_login(crew.account(crew.lin))

        page = client.get("/people/BL0471/")

        assert 'href="/people/BL0471/score/"' in page.content.decode()

    def test_does_not_exist_under_an_unknown_number(self, wu: Client) -> None:
        assert wu.get("/people/BL9999/").status_code == 404


class TestMyOwnPage:
    def test_offers_what_concerns_the_account(self, wu: Client) -> None:
        words = text(wu.get("/me/").content)

        assert all(said in words for said in ("谁看过我的数据", "修改密码", "第二重验证", "退出登录", "导出我的数据"))

    def test_opens_without_a_person(self, client: Client, crew: Crew) -> None:
        account = open_account(login="operator", name="运维", password=None, by=SYSTEM, at=FRIDAY)
        client.force_login(account)

        assert "运维" in text(client.get("/me/").content)
