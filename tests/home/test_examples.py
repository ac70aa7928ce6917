"""The programmer's worked example of the specification, opened in the pages: 86.6."""

from datetime import date

import pytest
from django.test import Client

from bole.kit.worker import settle
from bole.work.rules.item import ItemVersion
from tests.factories import send
from tests.home.crew import FRIDAY, Crew, change, task, told
from tests.home.test_lineage import records
from tests.home.test_performance import shown, text

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 10)


def defect(number: int, crew: Crew) -> ItemVersion:
    """Return a defect."""
    at = FRIDAY.replace(day=9)
    return ItemVersion(
        external_id=f"BUG-{number}", kind="defect", version=1, account=crew.li.number, state="open", title=f"支付缺陷{number}", opened_at=at
    )


class TestTheProgrammer:
    def test_makes_86_6_and_opens_to_each_record(self, crew: Crew, client: Client) -> None:
        changes = [change(n, crew.li, day=DAY, reuses=n < 9) for n in range(10)]
        tasks = [task(n, crew.li, due=DAY, closed=DAY) for n in range(19)]
        late = task(19, crew.li, due=DAY, closed=date(2026, 11, 11))
        ratings = [told(f"r{n}", crew.li, day=DAY, measure="satisfaction", value=8400) for n in range(3)]
        peers = told("peers", crew.li, day=DAY, measure="peer_rating", value=8800)
        send(crew.tool, *changes, defect(1, crew), defect(2, crew), *tasks, late, *ratings, peers, at=FRIDAY)
        settle(FRIDAY)
        client.force_login(crew.account(crew.li))

        page = client.get("/performance/")
        facts = client.get("/performance/bug_rate/")

        assert shown(page.content) == "86.6"
        assert "代码质量 权重30%25.5 / 30" in text(page.content)
        assert {"BUG-1", "BUG-2"} < set(records(facts.content))
        assert "10个合并的变更，2个缺陷" in text(facts.content)
