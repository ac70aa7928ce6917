"""The two worked examples of the specification, opened in the pages: the factory's 86.1 and the programmer's 86.6."""

import re
from datetime import date

import pytest
from django.test import Client

from bole.kit.worker import settle
from bole.scoring.actions import close_period
from bole.values.period import Period
from bole.values.viewer import SYSTEM
from bole.work.rules.item import ItemVersion
from tests.factories import send
from tests.home.crew import FRIDAY, Crew, change, make_crew, task, told
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


class TestTheFactory:
    def test_makes_86_1_of_92_88_85_70_90(self, client: Client, db: None) -> None:
        crew, day = make_crew(model="factory"), date(2026, 10, 20)
        numbers = {"output_units": 920, "proposals_accepted": 1, "peer_rating": 9000}
        ratings = [told(f"r{n}", crew.li, day=day, measure="satisfaction", value=8500) for n in range(3)]
        made = [told(name, crew.li, day=day, measure=name, value=value) for name, value in numbers.items()]
        send(crew.tool, *made, *ratings, told("good", crew.li, day=day, measure="good_units", value=810), at=FRIDAY.replace(month=10))
        close_period(period=Period.parse("2026-10"), by=SYSTEM, at=FRIDAY.replace(day=9))
        client.force_login(crew.account(crew.li))

        page = client.get("/performance/?period=2026-10")

        assert shown(page.content) == "86.1"
        trails = re.findall(r'data-tenths="(\d+)"', page.content.decode())
        assert trails == ["276", "220", "170", "105", "90"]

    def test_opens_down_to_the_shift(self, client: Client, db: None) -> None:
        crew = make_crew(model="factory")
        send(crew.tool, told("白班第1批", crew.li, day=DAY, measure="output_units", value=460), at=FRIDAY)
        settle(FRIDAY)
        client.force_login(crew.account(crew.li))

        page = client.get("/performance/output/")

        assert records(page.content) == ["白班第1批"]
        assert "460" in text(page.content)


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
