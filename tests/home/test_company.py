"""The company for HR: medians of groups of five and more only, sources, and files."""

import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.access.actions import grant_role
from bole.accounts.models import Account
from bole.audit.queries import who_looked
from bole.home.exports import safe
from bole.people.actions import add_unit
from bole.people.models import Employment, Person, Unit
from bole.values.viewer import SYSTEM
from tests.factories import START, make_account, make_person, map_to, send
from tests.home.crew import FRIDAY, Crew, task, work
from tests.home.test_performance import text

pytestmark = pytest.mark.django_db
START_OF_DAY = FRIDAY.replace(hour=0)


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


def partner_of(crew: Crew) -> Account:
    """Return the account of an HR partner who looks after the team."""
    account = make_account(make_person(crew.company, "周敏", number="BL0149", unit=crew.company.root))
    grant_role(account_id=account.pk, role="hr_partner", unit_ref=crew.company.team.ref, by=SYSTEM, at=FRIDAY)
    return account


class TestTheCompany:
    def test_counts_nobody_from_outside_where_scores_are_meant(self, two_units: Crew, client: Client) -> None:
        outside = make_person(two_units.company, "外包一", number="WB0001")
        Employment.objects.filter(person=outside).update(kind="outsourced")
        client.force_login(two_units.account(two_units.su))

        words = text(client.get("/company/").content)

        assert "人数只算用工类型有评分的员工，共14人。另有1名外部人员或实习生没有评分，不算在内。" in words
        assert "还有6人暂时没有评分。" in words

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
    @pytest.mark.parametrize("path", ["/company/", "/company/scores/", "/company/scores.csv"])
    def test_does_not_exist_for_others(self, crew: Crew, client: Client, number: str, path: str) -> None:
        person = {one.number: one for one in (crew.lin, crew.li, crew.wu)}[number]
        client.force_login(crew.account(person))

        assert client.get(path).status_code == 404

    def test_asks_so_many_times_whatever_its_size(self, two_units: Crew, client: Client, django_assert_num_queries) -> None:
        client.force_login(two_units.account(two_units.su))
        client.get("/company/")
        with CaptureQueriesContext(connection) as few:
            client.get("/company/")
        count = len(few)
        for n in range(10):
            person = make_person(two_units.company, f"新同事{n}", number=f"BL30{n:02d}")
            map_to(two_units.tool, person.number, person)
            work(two_units, person)
        client.get("/company/")

        with django_assert_num_queries(count):
            client.get("/company/")

    def test_is_a_partners_own_units_only(self, two_units: Crew, client: Client) -> None:
        client.force_login(partner_of(two_units))

        html = client.get("/company/").content.decode()

        assert "交付一组" in html
        assert "交付二组" not in html


class TestWhoStandsBehindAFigure:
    def test_every_figure_of_a_unit_leads_to_its_people(self, two_units: Crew, client: Client) -> None:
        client.force_login(two_units.account(two_units.su))
        html = client.get("/company/").content.decode()

        words = text(client.get(f"/company/scores/?unit={two_units.company.team.ref}").content)

        assert f'href="/company/scores/?unit={two_units.company.team.ref}"' in html
        assert f'href="/company/people/?unit={two_units.company.team.ref}"' in html
        assert "6人有实时评分，交付一组" in words
        assert "同事7" not in words

    def test_a_class_of_scores_leads_to_those_in_it(self, two_units: Crew, client: Client) -> None:
        client.force_login(two_units.account(two_units.su))

        answers = [text(client.get(path).content) for path in ("/company/scores/?to=80", "/company/scores/?from=80")]

        assert sum(int(one.split("人有实时评分")[0].split()[-1]) for one in answers) == 8

    def test_a_list_is_on_the_record_of_each_who_stands_in_it(self, two_units: Crew, client: Client) -> None:
        person = Person.objects.get(number="BL1003")
        client.force_login(two_units.account(two_units.su))
        client.get("/company/scores/")

        looks = who_looked(str(person.ref), since=START_OF_DAY)

        assert [(one.by, one.fields) for one in looks] == [("苏文", ("as:hr_admin", "list", "score"))]

    @pytest.mark.parametrize("query", ["unit=nosuchunit12", "from=81", "to=abc", "moved=sideways"])
    def test_what_is_no_figure_does_not_exist(self, two_units: Crew, client: Client, query: str) -> None:
        client.force_login(two_units.account(two_units.su))

        assert client.get(f"/company/scores/?{query}").status_code == 404

    def test_asks_so_many_times_whatever_its_size(self, two_units: Crew, client: Client, django_assert_num_queries) -> None:
        client.force_login(two_units.account(two_units.su))
        small = f"/company/scores/?unit={Unit.objects.get(code='T2').ref}"
        client.get(small)
        with CaptureQueriesContext(connection) as few:
            client.get(small)

        with django_assert_num_queries(len(few)):
            client.get("/company/scores/")


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

    def test_everybodys_scores_are_on_the_record(self, crew: Crew, client: Client) -> None:
        work(crew, crew.li)
        client.force_login(crew.account(crew.su))
        admin = client.get("/company/scores.csv")
        client.force_login(crew.account(crew.li))

        assert admin.status_code == 200
        assert "苏文（人力资源部）查看了你的评分、导出文件里你的评分。" in text(client.get("/me/").content)

    def test_a_partner_takes_out_the_scores_of_the_own_units(self, two_units: Crew, client: Client) -> None:
        client.force_login(partner_of(two_units))

        rows = list(csv.reader(io.StringIO(client.get("/company/scores.csv").content.decode("utf-8-sig"))))

        assert {row[2] for row in rows[1:]} == {"交付一组"}
        assert len(rows) == 7

    def test_who_is_in_a_partners_file_reads_it_and_nobody_else(self, two_units: Crew, client: Client) -> None:
        work(two_units, two_units.li)
        client.force_login(partner_of(two_units))
        client.get("/company/scores.csv")

        looks = {person: who_looked(str(Person.objects.get(number=person).ref), since=START_OF_DAY) for person in ("BL0471", "BL1007")}

        assert [one.by for one in looks["BL0471"]] == ["周敏"]
        assert looks["BL1007"] == []

    def test_the_page_says_that_the_own_score_is_not_in_the_file(self, two_units: Crew, client: Client) -> None:
        map_to(two_units.tool, two_units.su.number, two_units.su)
        work(two_units, two_units.su)
        client.force_login(two_units.account(two_units.su))

        words = text(client.get("/company/").content)

        assert "9人有实时评分" in words
        assert "导出的文件里有8人的实时评分。不含你自己的评分" in words

    @pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "  =1", "＝1", "|x", "%x"])
    def test_a_cell_is_never_a_formula(self, cell: str) -> None:
        assert safe(cell) == f"'{cell}"

    @pytest.mark.parametrize("cell", ["李四", "BL0471", -2.1, 0, None, ""])
    def test_any_other_cell_stays(self, cell: object) -> None:
        assert safe(cell) == cell
