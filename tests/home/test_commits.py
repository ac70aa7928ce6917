"""Commits stand beside the work in progress, are opened down to their records, and count in no score."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from bole.people.models import Person
from bole.scoring.models import LiveScore
from bole.work.models import Objection
from bole.work.rules.item import ItemVersion
from tests.factories import send
from tests.home.crew import FRIDAY, TODAY, Crew, task, work
from tests.home.test_lineage import records
from tests.home.test_performance import text

pytestmark = pytest.mark.django_db
MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 15)


def push(number: int, who: Person, *, commits: int, day: date = TODAY, repository: str = "qingzhui/pay") -> ItemVersion:
    """Return a push, as GitHub's connector maps it."""
    at = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
    return ItemVersion(
        external_id=f"push:7001:{number}", kind="push", version=1, account=who.number, state="done", title="main", project=repository,
        link=f"https://code.example.com/{repository}/compare/{number}", opened_at=at, closed_at=at, values=(("commits", commits),),
    )  # fmt: skip


@pytest.fixture(autouse=True)
def _pushed(crew: Crew) -> None:
    """Let 李四 push twelve commits to two repositories this week, and one on the Sunday before."""
    work(crew, crew.li)
    this_week = (
        push(1, crew.li, commits=5, day=MONDAY),
        push(2, crew.li, commits=4),
        push(3, crew.li, commits=3, repository="qingzhui/api"),
    )
    send(crew.tool, *this_week, push(4, crew.li, commits=1, day=SUNDAY), push(5, crew.shen, commits=9), at=FRIDAY)


class TestTheLineBesideTheWorkInProgress:
    @pytest.mark.parametrize("path", ["/performance/", "/people/BL0471/score/"])
    def test_says_how_many_this_week_and_in_how_many_repositories(self, crew: Crew, client: Client, path: str) -> None:
        client.force_login(crew.account(crew.li if path == "/performance/" else crew.lin))

        page = client.get(path)

        assert "本周12次代码提交，涉及2个代码仓库" in text(page.content)
        assert f'href="{path}work/commits/"' in page.content.decode()

    def test_says_it_in_english_too(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))

        page = client.get("/performance/", headers={"accept-language": "en"})

        assert "12 commits this week, in 2 repositories" in text(page.content)

    def test_stands_beside_what_is_open(self, crew: Crew, client: Client) -> None:
        send(crew.tool, task(7, crew.li, due=date(2026, 11, 27), closed=None), at=FRIDAY)
        client.force_login(crew.account(crew.li))

        words = text(client.get("/performance/part/work/", headers={"hx-request": "true"}).content)

        assert "对账任务7" in words
        assert "本周12次代码提交，涉及2个代码仓库" in words

    def test_is_not_there_without_a_commit(self, crew: Crew, client: Client) -> None:
        work(crew, crew.wu)
        client.force_login(crew.account(crew.wu))

        page = client.get("/performance/")

        assert "代码提交" not in text(page.content)

    def test_asks_the_database_no_more_for_it(self, crew: Crew, client: Client, django_assert_max_num_queries) -> None:
        client.force_login(crew.account(crew.li))
        client.get("/performance/")

        with django_assert_max_num_queries(12):
            page = client.get("/performance/")

        assert "本周12次代码提交" in text(page.content)

    def test_moves_no_score(self, crew: Crew) -> None:
        parts = LiveScore.objects.get(person=crew.li).parts

        assert "commits" not in str(parts)


class TestTheRecordsBehindIt:
    @pytest.mark.parametrize("path", ["/performance/work/commits/", "/people/BL0471/score/work/commits/"])
    def test_add_up_to_it(self, crew: Crew, client: Client, path: str) -> None:
        client.force_login(crew.account(crew.li if path.startswith("/performance/") else crew.lin))

        page = client.get(path)

        assert sorted(records(page.content)) == ["push:7001:1", "push:7001:2", "push:7001:3"]
        assert "本周12次代码提交，涉及2个代码仓库" in text(page.content)
        assert [f"{n}次提交" in text(page.content) for n in (5, 4, 3)] == [True, True, True]
        assert "https://code.example.com/qingzhui/api/compare/3" in page.content.decode()

    def test_are_asked_for_in_few_questions(self, crew: Crew, client: Client, django_assert_max_num_queries) -> None:
        client.force_login(crew.account(crew.li))
        client.get("/performance/work/commits/")

        with django_assert_max_num_queries(10):
            client.get("/performance/work/commits/")

    def test_can_be_questioned_by_whose_they_are(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.li))
        said = {"connection": crew.tool.ref, "record": "push:7001:2", "words": "这是合并，不是我写的"}

        answer = client.post("/performance/work/commits/doubt/", said, headers={"hx-request": "true"})

        assert "你提出过数据异议" in text(answer.content)
        assert Objection.objects.get().words == "这是合并，不是我写的"

    def test_do_not_exist_for_a_colleague(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.wu))

        assert client.get("/people/BL0471/score/work/commits/").status_code == 404

    def test_are_none_in_a_week_without_any(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.wu))

        page = client.get("/performance/work/commits/")

        assert "本周没有代码提交" in text(page.content)
