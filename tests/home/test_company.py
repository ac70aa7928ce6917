"""The company for HR: medians of groups of five and more only, sources, and files."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.access.actions import grant_role
from bole.home.exports import safe
from bole.people.actions import add_unit
from bole.values.viewer import SYSTEM
from tests.factories import START, make_account, make_person, map_to, send
from tests.home.crew import FRIDAY, Crew, task, work
from tests.home.test_performance import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_units(crew: Crew) -> Crew:
    """Return the crew with six who have a score in one unit and two in another."""
    other = add_unit(code="T2", name="交付二组", kind="team", first_day=START, parent_id=crew.company.root.pk, by=SYSTEM, at=FRIDAY)
    for n in range(8):
        unit = crew.company.team if n < 6 else other
        person = make_person(crew.company, f"同事{n}", number=f"BL10{n:02d}", unit=unit)
        map_to(crew.tool, person.number, person)
        work(crew, person, on_time=5 + n, late=1)
    return crew


class TestTheCompany:
    def test_hides_the_median_of_a_small_group(self, two_units: Crew, client: Client) -> None:
        client.force_login(two_units.account(two_units.su))

        html = client.get("/company/").content.decode()

        row = html.split("交付二组")[1].split("</tr>")[0]
        assert "&lt;5" in row
        assert "少于5人，不显示" in html

    def test_says_how_the_sources_are(self, two_units: Crew, client: Client) -> None:
        client.force_login(two_units.account(two_units.su))
        send(two_units.tool, task(1, two_units.wu, due=date(2026, 11, 18), closed=None), at=FRIDAY)

        words = text(client.get("/company/").content)

        assert "1个正常，0个需要看一下，0条记录等待对应人员" in words

    @pytest.mark.parametrize("number", ["BL0031", "BL0471", "BL0093"])
    @pytest.mark.parametrize("path", ["/company/", "/company/scores.csv"])
    def test_does_not_exist_for_others(self, crew: Crew, client: Client, number: str, path: str) -> None:
        person = {one.number: one for one in (crew.lin, crew.li, crew.wu)}[number]
        client.force_login(crew.account(person))

        assert client.get(path).status_code == 404

    def test_asks_so_many_times_whatever_its_size(self, two_units: Crew, client: Client, django_assert_num_queries) -> None:
        client.force_login(two_units.account(two_units.su))
        client.get("/company/")
        with CaptureQueriesContext(connection) as few:
            client.get("/company/")
        for n in range(10):
            person = make_person(two_units.company, f"新同事{n}", number=f"BL30{n:02d}")
            map_to(two_units.tool, person.number, person)
            work(two_units, person)

        with django_assert_num_queries(len(few)):
            client.get("/company/")

    def test_is_a_partners_own_units_only(self, two_units: Crew, client: Client) -> None:
        partner = make_person(two_units.company, "周敏", number="BL0149")
        account = make_account(partner)
        grant_role(account_id=account.pk, role="hr_partner", unit_ref=two_units.company.team.ref, by=SYSTEM, at=FRIDAY)
        client.force_login(account)

        html = client.get("/company/").content.decode()

        assert "交付一组" in html
        assert "交付二组" not in html


class TestFiles:
    def test_a_team_leaves_as_csv(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li)
        client.force_login(crew.account(crew.lin))

        answer = client.get("/team/export.csv")

        rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
        assert [row[:2] for row in rows[1:]] == [["BL0402", "沈一帆"], ["BL0471", "李四"]]
        assert "attachment" in answer["Content-Disposition"]

    def test_a_team_of_nobody_does_not_exist(self, crew: Crew, client: Client) -> None:
        client.force_login(crew.account(crew.wu))

        assert client.get("/team/export.csv").status_code == 404

    def test_everybodys_scores_are_hr_admins_only_and_on_the_record(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li)
        client.force_login(crew.account(crew.he))
        partner = client.get("/company/scores.csv")
        client.force_login(crew.account(crew.su))
        admin = client.get("/company/scores.csv")
        client.force_login(crew.account(crew.li))

        assert (partner.status_code, admin.status_code) == (404, 200)
        assert "苏文（人力资源部）查看了你的评分，导出文件里你的评分。" in text(client.get("/me/").content)

    @pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "  =1", "＝1", "|x", "%x"])
    def test_a_cell_is_never_a_formula(self, cell: str) -> None:
        assert safe(cell) == f"'{cell}"

    @pytest.mark.parametrize("cell", ["李四", "BL0471", -2.1, 0, None, ""])
    def test_any_other_cell_stays(self, cell: object) -> None:
        assert safe(cell) == cell
