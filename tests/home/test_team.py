"""A manager's team: whoever needs her comes first, support is answered in place, so many queries whatever the size."""

import re
from datetime import date

import pytest
from django.test import Client

from bole.home.queries.team import team_at_a_glance
from bole.kit.worker import settle
from bole.scoring.actions import ask_for_support
from bole.scoring.models import SupportRequest
from tests.factories import make_account, make_person, map_to, send
from tests.home.crew import FRIDAY, TODAY, Crew, task, work
from tests.home.test_performance import text

pytestmark = pytest.mark.django_db


def asked(crew: Crew, words: str = "测试环境没有显卡配额") -> SupportRequest:
    """Let 沈一帆 ask for support."""
    return ask_for_support(words=words, manager_id=crew.lin.pk, by=crew.viewer(crew.shen), at=FRIDAY)


class TestTheTeam:
    def test_begins_with_whoever_waits_for_support(self, crew: Crew, client: Client) -> None:
        asked(crew)
        client.force_login(crew.account(crew.lin))

        page = client.get("/team/")

        assert "2个人里，今天先看沈一帆" in text(page.content)
        assert "按谁先需要你排序" in text(page.content)
        assert page.content.decode().index("沈一帆</a>") < page.content.decode().index("李四</a>")

    def test_counts_who_went_up_and_down(self, crew: Crew, client: Client) -> None:
        for person in (crew.li, crew.shen):
            work(crew, person, on_time=6, late=2)
        send(crew.tool, *(task(n, crew.li, due=date(2026, 11, 18), closed=date(2026, 11, 18)) for n in range(3)), at=FRIDAY)
        send(crew.tool, *(task(n + 9, crew.shen, due=date(2026, 11, 17), closed=date(2026, 11, 18)) for n in range(3)), at=FRIDAY)
        settle(FRIDAY)
        client.force_login(crew.account(crew.lin))

        words = text(client.get("/team/").content)

        assert "1人上升，1人下降，0人持平。本周6个任务，3个按时。" in words

    def test_opens_the_week_of_each_down_to_its_records(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li, on_time=6, late=2)
        send(crew.tool, *(task(n, crew.li, due=date(2026, 11, 18), closed=date(2026, 11, 18 + n % 2)) for n in range(3)), at=FRIDAY)
        settle(FRIDAY)
        client.force_login(crew.account(crew.lin))

        way, shown = re.findall(r'href="(/people/BL0471/score/[^"]*since=2026-11-16)">([^<]*)</a>', client.get("/team/").content.decode())[
            0
        ]
        records = text(client.get(way).content)
        missed = text(client.get(f"{way}&only=missed").content)

        assert shown == "2 / 3"
        assert "11月16日以来的3条记录" in records
        assert "全部 3按时 2没按时 1" in records
        assert "对账任务1" in missed
        assert "对账任务2" not in missed

    def test_opens_no_more_than_a_week(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li, on_time=6, late=2)
        client.force_login(crew.account(crew.lin))

        for since in ("2026-11-13", "2026-11-21", "2026-13-40", "夏天"):
            page = client.get(f"/people/BL0471/score/task_completion/?since={since}")
            assert "这个分数由8条工作记录算出，每一条都能点开。" in text(page.content)

    def test_ranks_nobody(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li)
        client.force_login(crew.account(crew.lin))

        words = text(client.get("/team/").content)

        assert re.findall("排名|第[0-9一二三]+名|榜", words) == []

    def test_does_not_exist_for_somebody_whom_nobody_reports_to(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))

        assert client.get("/team/").status_code == 404

    def test_asks_the_database_so_many_times_whatever_its_size(self, crew: Crew, django_assert_num_queries) -> None:
        work(crew, crew.li)
        viewer = crew.viewer(crew.lin)
        with django_assert_num_queries(9):
            small = team_at_a_glance(viewer, day=TODAY)
        for n in range(10):
            person = make_person(crew.company, f"同事{n}", number=f"BL10{n:02d}", manager="BL0031")
            make_account(person)
            map_to(crew.tool, person.number, person)
            work(crew, person)
        viewer = crew.viewer(crew.lin)

        with django_assert_num_queries(9):
            large = team_at_a_glance(viewer, day=TODAY)

        assert (len(small.members), len(large.members)) == (2, 12)

    def test_keeps_a_newcomers_score_to_the_newcomer(self, crew: Crew, client: Client, clock) -> None:
        work(crew, crew.li)
        clock.move_to(FRIDAY.replace(year=2025, month=1, day=20))
        client.force_login(crew.account(crew.lin))

        words = text(client.get("/team/").content)
        page = client.get("/people/BL0471/score/")

        assert "前30天只给本人看" in words
        assert page.status_code == 404


class TestAnsweringSupport:
    def test_reaches_the_person(self, crew: Crew, client: Client) -> None:
        ref = asked(crew).ref
        client.force_login(crew.account(crew.lin))

        part = client.post(f"/team/support/{ref}/", {"answer": "周一给你两张卡"}, headers={"hx-request": "true"})
        client.force_login(crew.account(crew.shen))

        assert "测试环境没有显卡配额" not in text(part.content)
        assert "林静：周一给你两张卡" in text(client.get("/performance/").content)

    def test_needs_words(self, crew: Crew, client: Client) -> None:
        ref = asked(crew).ref
        client.force_login(crew.account(crew.lin))

        part = client.post(f"/team/support/{ref}/", {"answer": ""}, headers={"hx-request": "true"})

        assert part.status_code == 422
        assert b'aria-invalid="true"' in part.content
        assert SupportRequest.objects.get().state == "open"

    def test_is_refused_to_a_colleague(self, crew: Crew, client: Client) -> None:
        ref = asked(crew).ref
        client.force_login(crew.account(crew.wu))

        answer = client.post(f"/team/support/{ref}/", {"answer": "我来"})

        assert answer.status_code == 404
        assert SupportRequest.objects.get().state == "open"

    def test_is_done_once(self, crew: Crew, client: Client) -> None:
        ref = asked(crew).ref
        client.force_login(crew.account(crew.lin))
        client.post(f"/team/support/{ref}/", {"answer": "周一给你两张卡"})

        again = client.post(f"/team/support/{ref}/", {"answer": "周二"})

        assert again.status_code == 409
        assert SupportRequest.objects.get().answer == "周一给你两张卡"
