"""An indicator opened down to its records: the arithmetic, the list page by page, and questioning a record."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from bole.kit.worker import settle
from bole.scoring.actions import close_period
from bole.values.period import Period
from bole.values.viewer import SYSTEM
from bole.work.models import Objection
from tests.factories import send
from tests.home.crew import FRIDAY, TODAY, Crew, change, task, told, work
from tests.home.test_performance import text

pytestmark = pytest.mark.django_db
PAGE = "/performance/task_completion/"


def records(html: bytes) -> list[str]:
    """Return the records that the page lists."""
    return re.findall(r'data-record="([^"]+)"', html.decode())


@pytest.fixture
def li(crew: Crew, client: Client) -> Client:
    """Return 李四's browser, after 9 tasks on time and one late."""
    work(crew, crew.li, on_time=9, late=1)
    client.force_login(crew.account(crew.li))
    return client


class TestTheArithmetic:
    def test_leads_from_the_score_to_what_was_counted(self, li: Client) -> None:
        words = text(li.get(PAGE).content)

        assert "任务完成率90%，10个到期任务，9个按时" in words
        assert "按时完成的任务 / 到期或完成的任务11月1日至11月20日9 / 10" in words
        assert "按《程序员》第1版计算" in words

    def test_does_not_exist_for_an_indicator_that_the_score_has_not(self, li: Client) -> None:
        assert li.get("/performance/revenue/").status_code == 404

    def test_says_what_a_mean_rests_on(self, crew: Crew, li: Client) -> None:
        send(crew.tool, *(told(f"r{n}", crew.li, day=TODAY, measure="satisfaction", value=8500) for n in range(3)), at=FRIDAY)
        settle(FRIDAY)

        words = text(li.get("/performance/satisfaction/").content)

        assert "客户满意度85，3条客户评价" in words


class TestTheRecords:
    def test_are_all_there(self, li: Client) -> None:
        page = li.get(PAGE)

        assert "这个分数由10条工作记录算出，每一条都能点开。" in text(page.content)
        assert len(records(page.content)) == 10

    def test_are_parted_into_on_time_and_not(self, li: Client) -> None:
        on_time, late = (records(li.get(f"{PAGE}?only={only}").content) for only in ("met", "missed"))

        assert (len(on_time), len(late)) == (9, 1)

    def test_of_two_kinds_stand_beside_each_other(self, crew: Crew, li: Client) -> None:
        send(crew.tool, *(change(n, crew.li, day=TODAY) for n in range(4)), at=FRIDAY)
        settle(FRIDAY)

        page = li.get("/performance/bug_rate/")

        assert len(records(page.content)) == 4
        assert "缺陷" in text(page.content)

    def test_show_the_day_and_never_the_hour(self, li: Client) -> None:
        words = text(li.get(PAGE).content)

        assert "11月10日" in words
        assert "17:00" not in words

    def test_are_read_page_by_page_without_a_gap(self, crew: Crew, li: Client) -> None:
        day = date(2026, 11, 12)
        send(crew.tool, *(task(n, crew.li, due=day, closed=day - timedelta(days=n % 4)) for n in range(45)), at=FRIDAY)
        settle(FRIDAY)

        found, url = list[str](), PAGE
        for _page in range(3):
            page = li.get(url).content
            found += records(page)
            following = re.search(r'href="([^"]+)" rel="next"', page.decode())
            url = following[1].replace("&amp;", "&") if following else ""

        assert url == ""
        assert len(found) == len(set(found)) == 55

    def test_refuse_a_place_that_is_none(self, li: Client) -> None:
        assert li.get(f"{PAGE}?after=nowhere").status_code == 422

    def test_ask_the_database_so_many_times_whatever_their_number(self, crew: Crew, li: Client, django_assert_num_queries) -> None:
        li.get(PAGE)
        day = date(2026, 11, 12)
        send(crew.tool, *(task(n, crew.li, due=day, closed=day) for n in range(40)), at=FRIDAY)
        settle(FRIDAY)

        with django_assert_num_queries(10):
            li.get(PAGE)

    def test_of_a_closed_period_mark_what_came_after(self, crew: Crew, client: Client) -> None:
        october = FRIDAY.replace(month=10)
        work(crew, crew.li, on_time=5, late=0, at=october)
        close_period(period=Period.parse("2026-10"), by=SYSTEM, at=FRIDAY.replace(day=9))
        send(crew.tool, task(1, crew.li, due=date(2026, 10, 12), closed=date(2026, 10, 12)), at=FRIDAY)
        client.force_login(crew.account(crew.li))

        page = client.get(f"{PAGE}?period=2026-10")

        assert "5个到期任务，5个按时" in text(page.content)
        assert text(page.content).count("周期关闭后才到，没有计入") == 1


class TestQuestioningARecord:
    def test_keeps_the_record_and_says_by_when_it_is_checked(self, crew: Crew, li: Client) -> None:
        record = records(li.get(f"{PAGE}?only=missed").content)[0]
        sent = {"connection": crew.tool.ref, "record": record, "words": "客户改了日期"}

        part = li.post(f"{PAGE}doubt/?only=missed", sent, headers={"hx-request": "true"})

        assert "你提出过数据异议，11月25日前核对完，原记录保留。" in text(part.content)
        assert records(part.content) == [record]

    def test_is_not_possible_for_somebody_elses_record(self, crew: Crew, li: Client) -> None:
        work(crew, crew.shen)
        theirs = f"PAY-{crew.shen.pk * 1000}"

        answer = li.post(f"{PAGE}doubt/", {"connection": crew.tool.ref, "record": theirs, "words": "不对"})

        assert answer.status_code == 404
        assert not Objection.objects.exists()

    def test_is_not_sent_twice(self, crew: Crew, li: Client) -> None:
        record = records(li.get(PAGE).content)[0]
        sent = {"connection": crew.tool.ref, "record": record, "words": "客户改了日期"}
        li.post(f"{PAGE}doubt/", sent)

        again = li.post(f"{PAGE}doubt/", sent)

        assert again.status_code == 409
        assert Objection.objects.count() == 1

    def test_stands_on_ones_own_page(self, crew: Crew, li: Client) -> None:
        record = records(li.get(PAGE).content)[0]
        li.post(f"{PAGE}doubt/", {"connection": crew.tool.ref, "record": record, "words": "客户改了日期"})

        page = li.get("/me/")

        assert "11月25日前核对完" in text(page.content)
