"""The factory's worked example of the specification, opened in the pages: 86.1."""

import re
from datetime import date

import pytest
from django.test import Client

from bole.kit.worker import settle
from bole.scoring.actions import close_period
from bole.values.period import Period
from bole.values.viewer import SYSTEM
from tests.factories import send
from tests.home.crew import FRIDAY, make_crew, told
from tests.home.test_lineage import records
from tests.home.test_performance import shown, text

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 10)


def test_it_makes_86_1_of_92_88_85_70_90(client: Client) -> None:
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


def test_it_opens_down_to_the_shift(client: Client) -> None:
    crew = make_crew(model="factory")
    send(crew.tool, told("白班第1批", crew.li, day=DAY, measure="output_units", value=460), at=FRIDAY)
    settle(FRIDAY)
    client.force_login(crew.account(crew.li))

    page = client.get("/performance/output/")

    assert records(page.content) == ["白班第1批"]
    assert "460" in text(page.content)
