"""Pages of targets: which hold, for whom; a new one from the border of a period on."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.scoring.actions import close_period, set_target
from bole.scoring.computing import targets_in
from bole.scoring.models import Target
from bole.values.period import Period
from bole.values.viewer import SYSTEM
from tests.factories import Company, make_company, make_model, make_person
from tests.scoring.views.test_closings import browser, words

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 11, 20, 4, tzinfo=UTC)
PAGE, NEW = "/company/targets/", "/company/targets/new/"
NOVEMBER = date(2026, 11, 1)
ASKED = {"indicator": "task_completion", "scope": "company", "value": "92.5", "first_day": "2026-11-01", "why": "按全年计划"}


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """Let it be Friday noon."""
    with time_machine.travel(FRIDAY, tick=False):
        yield


@pytest.fixture
def company() -> Company:
    """Make a company with a model."""
    made = make_company()
    make_model("programmer", families=("programmer",))
    return made


@pytest.fixture
def hr(company: Company) -> Client:
    """Return the browser of an HR admin."""
    return browser("suwen", "hr_admin")


class TestSettingATarget:
    def test_shows_it_with_since_when_who_and_why(self, hr: Client) -> None:
        hr.post(NEW, ASKED)

        page = words(hr.get(PAGE))

        assert Target.objects.get().value == 92500
        assert all(said in page for said in ("92.5%", "11月1日起", "suwen", "按全年计划"))
        assert "个人的先于部门的，部门的先于岗位序列的，岗位序列的先于公司的。" in page

    @pytest.mark.parametrize(("scope", "field"), [("family", "family"), ("unit", "unit"), ("person", "number")])
    def test_is_for_a_family_a_unit_or_a_person(self, company: Company, hr: Client, scope: str, field: str) -> None:
        make_person(company, "李四", number="BL0471")
        about = {"family": company.family.code, "unit": company.team.ref, "number": "BL0471"}

        hr.post(NEW, {**ASKED, **about, "scope": scope})

        made = Target.objects.get()
        held = {"family": made.family_id, "unit": made.unit_id, "number": made.person_id}
        assert [name for name, key in held.items() if key] == [field]

    @pytest.mark.parametrize("scope", ["family", "unit", "person"])
    def test_says_when_nobody_is_named(self, hr: Client, scope: str) -> None:
        answer = hr.post(NEW, {**ASKED, "scope": scope})

        assert answer.status_code == 422
        assert "请说明适用于谁。" in words(answer)

    @pytest.mark.parametrize(
        "wrong", [{"first_day": "2026-11-10"}, {"why": ""}, {"value": "x"}, {"indicator": "y"}, {"scope": "person", "number": "NOBODY"}]
    )
    def test_refuses_what_cannot_hold(self, hr: Client, wrong: dict[str, str]) -> None:
        assert hr.post(NEW, {**ASKED, **wrong}).status_code == 422
        assert not Target.objects.exists()

    def test_offers_no_closed_period(self, hr: Client) -> None:
        close_period(period=Period.parse("2026-10"), by=SYSTEM, at=FRIDAY)

        page = words(hr.get(NEW))

        assert 'value="2026-11-01"' in page
        assert 'value="2026-10-01"' not in page


@pytest.mark.parametrize(
    ("role", "reads", "sets"),
    [("hr", 200, 403), ("hr_partner", 200, 403), ("hr_admin", 200, 302), ("auditor", 200, 403), ("system_admin", 404, 404), ("", 404, 404)],
)
def test_who_reads_and_who_sets(company: Company, role: str, reads: int, sets: int) -> None:
    client = browser("asker", *([role] if role else []))

    assert (client.get(PAGE).status_code, client.post(NEW, ASKED).status_code) == (reads, sets)


def test_an_earlier_target_ends_the_one_before_and_takes_the_place_of_a_planned_one(company: Company) -> None:
    days = (NOVEMBER, date(2027, 3, 1), date(2027, 1, 1))

    for day in days:
        set_target(indicator="bug_rate", value=1000, first_day=day, why="一", by=SYSTEM, at=FRIDAY)

    held = Target.objects.filter(withdrawn_at=None).order_by("first_day").values_list("first_day", "last_day")
    assert list(held) == [(NOVEMBER, date(2026, 12, 31)), (date(2027, 1, 1), None)]


def test_more_targets_cost_no_more_reads(company: Company, hr: Client) -> None:
    person = make_person(company, "李四", number="BL0471")
    set_target(indicator="bug_rate", value=1000, first_day=NOVEMBER, why="一", number=person.number, by=SYSTEM, at=FRIDAY)
    with CaptureQueriesContext(connection) as few:
        hr.get(PAGE)
    for n in range(8):
        number = make_person(company, f"同事{n}").number
        set_target(indicator="bug_rate", value=1000, first_day=NOVEMBER, why="一", number=number, by=SYSTEM, at=FRIDAY)

    with CaptureQueriesContext(connection) as many:
        hr.get(PAGE)

    assert len(many) <= len(few)


class TestATargetOfAWholeUnit:
    def test_is_named_so_and_is_no_target_of_its_people(self, company: Company, hr: Client) -> None:
        asked = ASKED | {"indicator": "task_completion", "scope": "whole", "unit": company.team.ref}

        hr.post(NEW, asked)

        assert Target.objects.get().is_whole
        assert "部门整体" in words(hr.get(PAGE))
        assert targets_in(Period.parse("2026-12")) == []
