"""My score: the figure, what moved it, parts that add up, and who may see it."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.utils.html import strip_tags

from bole.access.actions import grant_role
from bole.kit.worker import settle
from bole.people.models import Employment
from bole.scoring.actions import close_period, decide_reopening, propose_reopening
from bole.scoring.models import LiveScore, SupportRequest
from bole.values.period import Period
from bole.values.viewer import SYSTEM
from tests.factories import send
from tests.home.crew import FRIDAY, TODAY, Crew, change, task, told, work

pytestmark = pytest.mark.django_db


def text(html: bytes) -> str:
    """Return the words of a page."""
    return re.sub(r"\s+", " ", strip_tags(html.decode()))


def shown(html: bytes) -> str:
    """Return the score that the page shows."""
    found = re.search(r'data-figure="score"[^>]*data-value="([^"]+)"', html.decode())
    return found[1] if found else ""


class TestMyScore:
    def test_says_what_moved_it_since_last_week(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li, on_time=7, late=3)
        send(crew.tool, *(task(n, crew.li, due=date(2026, 11, 18), closed=date(2026, 11, 18)) for n in range(3)), at=FRIDAY)
        settle(FRIDAY)
        client.force_login(crew.account(crew.li))

        page = client.get("/performance/")

        assert re.search("比上周高[0-9.]+分，主要因为.*3个任务按时完成", text(page.content))
        assert "3个任务按时完成" in text(page.content)
        assert "进行中，不是考核结果" in text(page.content)

    def test_shows_parts_that_add_up_to_it(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li, on_time=7, late=2)
        send(crew.tool, *(change(n, crew.li, day=TODAY, reuses=n % 3 > 0) for n in range(7)), at=FRIDAY)
        send(crew.tool, told("peers", crew.li, day=TODAY, measure="peer_rating", value=8770), at=FRIDAY)
        settle(FRIDAY)
        client.force_login(crew.account(crew.li))

        page = client.get("/performance/")

        parts = [Decimal(one) / 10 for one in re.findall(r'data-tenths="(\d+)"', page.content.decode())]
        assert len(parts) == 4
        assert sum(parts) == Decimal(shown(page.content))

    def test_stands_beside_itself_on_the_five_point_scale(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li)
        client.force_login(crew.account(crew.li))

        told = client.get("/api/v1/people/BL0471/score").json()

        assert f"按5分制是{told['score_of_5']:.2f}分" in text(client.get("/performance/").content)

    def test_says_why_an_indicator_has_no_value(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li)
        client.force_login(crew.account(crew.li))

        page = client.get("/performance/")

        assert "客户满意度这段时间没有数据，没有按零分算，权重已按比例分给其他指标。" in text(page.content)

    def test_asks_the_database_twelve_times_at_most(self, crew: Crew, client: Client, django_assert_max_num_queries) -> None:
        work(crew, crew.li)
        client.force_login(crew.account(crew.li))
        client.get("/performance/")

        with django_assert_max_num_queries(12):
            page = client.get("/performance/")

        assert page.status_code == 200

    def test_opens_a_closed_period_as_it_was_frozen(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li, at=FRIDAY.replace(month=10))
        close_period(period=Period.parse("2026-10"), by=SYSTEM, at=FRIDAY.replace(day=9))
        client.force_login(crew.account(crew.li))

        page = client.get("/performance/?period=2026-10")

        assert "这个周期已关闭，分数不再变化" in text(page.content)
        assert shown(page.content) != ""

    def test_knows_no_period_without_a_score(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li)
        client.force_login(crew.account(crew.li))

        page = client.get("/performance/?period=2024-01")

        assert page.status_code == 404

    def test_is_refused_for_what_is_no_period(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))

        page = client.get("/performance/?period=yesterday")

        assert page.status_code == 422

    def test_is_empty_before_five_working_days(self, crew: Crew, client: Client, clock) -> None:
        early = FRIDAY.replace(day=4)
        clock.move_to(early)
        send(crew.tool, task(1, crew.li, due=date(2026, 11, 3), closed=date(2026, 11, 3)), at=early)
        settle(early)
        client.force_login(crew.account(crew.li))

        page = client.get("/performance/?period=2026-11")

        assert "还没有评分。满5个工作日后开始显示，现在已收到3条工作记录。" in text(page.content)

    def test_answers_a_part_alone(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li)
        client.force_login(crew.account(crew.li))

        part = client.get("/performance/part/score/", headers={"hx-request": "true"})

        assert part.content.strip().startswith(b'<div id="score" data-part="')
        assert b"<html" not in part.content

    def test_has_no_part_of_another_name(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))

        assert client.get("/performance/part/pay/").status_code == 404


class TestSomebodyElsesScore:
    @pytest.fixture(autouse=True)
    def _worked(self, crew: Crew) -> None:
        work(crew, crew.li)

    @pytest.mark.parametrize("path", ["score/", "score/part/score/", "score/task_completion/", "score/task_completion/part/"])
    def test_is_open_to_the_manager(self, crew: Crew, client: Client, path: str) -> None:
        client.force_login(crew.account(crew.lin))

        assert client.get(f"/people/BL0471/{path}").status_code == 200

    @pytest.mark.parametrize("path", ["score/", "score/part/score/", "score/task_completion/", "score/task_completion/part/"])
    def test_does_not_exist_for_a_colleague(self, crew: Crew, client: Client, path: str) -> None:
        client.force_login(crew.account(crew.wu))

        forbidden = client.get(f"/people/BL0471/{path}")
        ghost = client.get(f"/people/BL9999/{path}")

        assert (forbidden.status_code, ghost.status_code) == (404, 404)
        assert text(forbidden.content) == text(ghost.content)

    def test_goes_on_the_record_when_hr_looks(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.he))
        client.get("/people/BL0471/score/")
        client.force_login(crew.account(crew.li))

        page = client.get("/me/")

        assert "何佳（人力资源业务伙伴）查看了你的评分" in text(page.content)

    def test_leaves_no_record_when_the_manager_looks(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.lin))
        client.get("/people/BL0471/score/")
        client.force_login(crew.account(crew.li))

        page = client.get("/me/")

        assert "近90天没有人查看过你的敏感信息。" in text(page.content)

    def test_offers_no_objection_to_the_manager(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.lin))

        page = client.get("/people/BL0471/score/task_completion/")

        assert "数据不对" not in text(page.content)


class TestAskingForSupport:
    def test_tells_the_manager_and_leaves_the_score(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li)
        client.force_login(crew.account(crew.li))
        before = shown(client.get("/performance/").content)

        answer = client.post("/performance/support/ask/", {"words": "测试环境没有显卡配额"}, headers={"hx-request": "true"})

        settle(FRIDAY)
        assert "已告诉林静。求助不影响评分。" in text(answer.content)
        assert shown(client.get("/performance/").content) == before

    def test_is_refused_without_words_and_shows_the_form_again(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))

        answer = client.post("/performance/support/ask/", {"words": "  "}, headers={"hx-request": "true"})

        assert answer.status_code == 422
        assert b'aria-invalid="true"' in answer.content
        assert not SupportRequest.objects.exists()

    def test_goes_back_to_the_page_without_javascript(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))

        answer = client.post("/performance/support/ask/", {"words": "需要评审人"}, follow=True)

        assert answer.redirect_chain == [("/performance/", 302)]
        assert "需要评审人" in text(answer.content)

    def test_can_be_taken_back(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))
        client.post("/performance/support/ask/", {"words": "需要评审人"})
        ref = SupportRequest.objects.get().ref

        client.post(f"/performance/support/{ref}/withdraw/")

        assert SupportRequest.objects.get().state == "withdrawn"

    def test_is_taken_back_by_its_author_only(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))
        client.post("/performance/support/ask/", {"words": "需要评审人"})
        client.force_login(crew.account(crew.shen))

        answer = client.post(f"/performance/support/{SupportRequest.objects.get().ref}/withdraw/")

        assert answer.status_code == 404
        assert SupportRequest.objects.get().state == "open"


class TestWhoIsNotScored:
    @pytest.fixture(autouse=True)
    def _outsourced(self, crew: Crew) -> None:
        work(crew, crew.li)
        Employment.objects.filter(person=crew.li).update(kind="outsourced")
        LiveScore.objects.all().delete()

    @pytest.mark.parametrize("who", ["lin", "su", "he"])
    def test_has_no_score_page_for_anybody(self, crew: Crew, client: Client, who: str) -> None:
        client.force_login(crew.account(getattr(crew, who)))

        assert client.get("/people/BL0471/score/").status_code == 404

    def test_has_none_of_their_own(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))

        assert client.get("/performance/").status_code == 404

    def test_opens_the_home_all_the_same(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))

        assert client.get("/").status_code == 200

    def test_finds_open_work_and_no_way_to_a_score_on_the_home(self, crew: Crew, client: Client) -> None:
        send(crew.tool, task(7, crew.li, due=date(2026, 11, 27), closed=None), at=FRIDAY)
        client.force_login(crew.account(crew.li))

        page = client.get("/").content

        assert "你的用工类型没有绩效评分" in text(page)
        assert "对账任务7" in text(page)
        assert b'href="/performance/"' not in page

    def test_asks_for_support_on_the_home(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))

        part = client.post("/performance/support/ask/", {"words": "需要测试账号"}, headers={"hx-request": "true"})
        without_script = client.post("/performance/support/ask/", {"words": "还有一件"})

        assert "需要测试账号" in text(part.content)
        assert without_script["location"] == "/"

    def test_is_told_what_is_kept_and_not_what_the_goals_are(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))

        words = text(client.get("/guide/").content)

        assert "公司的目标值、权重和考核都和你无关" in words
        assert "前30天" not in words

    def test_is_counted_beside_the_team(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.lin))

        words = text(client.get("/team/").content)

        assert "1个人，今天没有需要你处理的事" in words
        assert "另有1人是外部人员或实习生，没有个人评分" in words


def test_a_reopened_period_keeps_its_first_result(crew: Crew, client: Client) -> None:
    october = FRIDAY.replace(month=10)
    work(crew, crew.li, on_time=5, late=5, at=october)
    close_period(period=Period.parse("2026-10"), by=SYSTEM, at=FRIDAY.replace(day=9))
    send(crew.tool, *(task(n, crew.li, due=date(2026, 10, 14), closed=date(2026, 10, 14)) for n in range(9)), at=FRIDAY)
    proposed = propose_reopening(
        person_id=crew.li.pk, period=Period.parse("2026-10"), reason="漏了一批", by=crew.viewer(crew.su), at=FRIDAY
    )
    grant_role(account_id=crew.account(crew.wu).pk, role="hr_admin", by=SYSTEM, at=FRIDAY)
    decide_reopening(ref=proposed.ref, approves=True, by=crew.viewer(crew.wu), at=FRIDAY)
    client.force_login(crew.account(crew.li))

    last, first = (client.get(f"/performance/?period=2026-10{more}").content for more in ("", "&revision=1"))

    assert "第2次修订" in text(last)
    assert Decimal(shown(first)) < Decimal(shown(last))
