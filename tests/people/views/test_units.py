"""HR's page of a unit: its head, units below, its name and its place; whoever may not is told so."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.people.actions import end_employment, rename_unit, set_manager
from bole.people.models import Headship, Unit
from bole.people.queries import managers_on
from bole.values.viewer import SYSTEM
from tests.people.company import MORNING, TODAY, Cast
from tests.people.views.browsers import browser, words

pytestmark = pytest.mark.django_db
TREE = "/company/units/"
DECEMBER = date(2026, 12, 1)


def path(unit: Unit, what: str = "") -> str:
    """Return the address of a unit's page, or of a change of it."""
    return f"{TREE}{unit.ref}/{what}"


def headed(unit: Unit, head: str, day: date = TODAY, **other: str) -> dict[str, str]:
    """Return the form of a head as the page fills it in."""
    return {"head": head, "first_day": day.isoformat(), "version": str(Unit.objects.get(pk=unit.pk).version), **other}


class TestTheHead:
    def test_leads_from_a_day_on(self, place: Cast, hr: Client) -> None:
        answer = hr.post(path(place.town.team, "head/"), headed(place.town.team, "BL0064", DECEMBER))
        page = words(hr.get(path(place.town.team)))

        assert (answer.status_code, answer["Location"]) == (302, path(place.town.team))
        assert managers_on([place.li.pk], TODAY) == {place.li.pk: place.lin.pk}
        assert managers_on([place.li.pk], DECEMBER) == {place.li.pk: place.zhang.pk}
        assert "负责人是林静" in page
        assert "12月1日起" in page

    def test_is_named_for_a_unit_that_has_none(self, place: Cast, hr: Client) -> None:
        before = words(hr.get(path(place.town.other_team)))

        hr.post(path(place.town.other_team, "head/"), headed(place.town.other_team, "BL0064"))

        assert "没有负责人" in before
        assert "指定负责人" in before
        assert "负责人是张三" in words(hr.get(path(place.town.other_team)))

    def test_may_be_nobody(self, place: Cast, hr: Client) -> None:
        hr.post(path(place.town.team, "head/"), headed(place.town.team, ""))

        assert managers_on([place.li.pk], TODAY) == {place.li.pk: place.gao.pk}

    def test_leads_no_longer_than_the_contract(self, place: Cast, hr: Client) -> None:
        end_employment(person_id=place.zhang.pk, last_day=DECEMBER, reason="", by=SYSTEM, at=MORNING)

        hr.post(path(place.town.other_team, "head/"), headed(place.town.other_team, "BL0064"))

        assert Headship.objects.get(unit=place.town.other_team).last_day == DECEMBER

    def test_works_here_on_that_day(self, place: Cast, hr: Client) -> None:
        answer = hr.post(path(place.town.team, "head/"), headed(place.town.team, "BL0064", date(2020, 1, 1)))

        assert answer.status_code == 422
        assert "张三" in words(answer)
        assert Headship.objects.filter(unit=place.town.team).count() == 1

    def test_leads_on_days_of_the_unit(self, place: Cast, hr: Client) -> None:
        Unit.objects.filter(pk=place.town.team.pk).update(last_day=DECEMBER)

        answer = hr.post(path(place.town.team, "head/"), headed(place.town.team, "BL0064", date(2026, 12, 2)))

        assert answer.status_code == 422
        assert "交付一组已经撤销，最后一天是2026-12-01。请选择这一天或之前的日期。" in words(answer)

    def test_is_somebody(self, place: Cast, hr: Client) -> None:
        answer = hr.post(path(place.town.team, "head/"), headed(place.town.team, "BL9999"))

        assert answer.status_code == 422
        assert "没有工号为BL9999的人。" in words(answer)
        assert 'value="BL9999"' in words(answer)

    def test_closes_no_circle(self, place: Cast, hr: Client) -> None:
        aide = place.town.hire("BL0700", "顾言", unit=place.town.company)
        set_manager(person_id=place.gao.pk, manager_id=aide.pk, first_day=TODAY, by=SYSTEM, at=MORNING)

        answer = hr.post(path(place.town.company, "head/"), headed(place.town.company, "BL0471"))

        assert answer.status_code == 422
        assert "汇报关系会绕成一圈" in words(answer)
        assert managers_on([aide.pk], TODAY) == {aide.pk: place.su.pk}

    def test_is_shown_beside_another_hands_change(self, place: Cast, hr: Client) -> None:
        seen = headed(place.town.team, "BL0064")
        rename_unit(unit_id=place.town.team.pk, name="交付甲组", name_en="", by=SYSTEM, at=MORNING)

        answer = hr.post(path(place.town.team, "head/"), seen)

        assert answer.status_code == 409
        assert "张三" in words(answer)
        assert "林静" in words(answer)
        assert Headship.objects.filter(unit=place.town.team).count() == 1


class TestTheTree:
    def test_opens_each_unit(self, place: Cast, hr: Client) -> None:
        tree, page = words(hr.get(TREE)), words(hr.get(path(place.town.department)))

        assert path(place.town.department) in tree
        assert path(place.town.team) in page
        assert "青骓智能" in page

    def test_grows_below_a_unit(self, place: Cast, hr: Client) -> None:
        form = {"code": "D3", "name": "交付三组", "name_en": "Delivery 3", "kind": "team", "first_day": "2026-11-01"}

        answer = hr.post(path(place.town.department, "add/"), form)

        assert answer.status_code == 302
        assert Unit.objects.get(code="D3").parent == place.town.department
        assert "交付三组" in words(hr.get(path(place.town.department)))

    def test_begins_with_a_first_unit(self, db: None) -> None:
        alone = browser("alone", "hr_admin")
        empty = words(alone.get(TREE))

        alone.post(TREE + "add/", {"code": "BL", "name": "青骓智能", "kind": "company", "first_day": "2021-09-01"})

        assert "还没有部门" in empty
        assert "新增最上级部门" in empty
        assert "青骓智能" in words(alone.get(TREE))

    def test_has_each_code_once(self, place: Cast, hr: Client) -> None:
        form = {"code": "D1", "name": "又一组", "kind": "team", "first_day": "2026-11-01"}

        below, top = hr.post(path(place.town.department, "add/"), form), hr.post(TREE + "add/", form)

        assert (below.status_code, top.status_code) == (422, 422)
        assert "又一组" in words(below)
        assert "又一组" in words(top)
        assert Unit.objects.count() == 4

    def test_puts_a_unit_elsewhere(self, place: Cast, hr: Client) -> None:
        hr.post(path(place.town.team, "move/"), {"parent": place.town.company.ref, "version": str(place.town.team.version + 1)})

        assert Unit.objects.get(code="D1").parent == place.town.company

    def test_offers_no_unit_a_place_in_itself(self, place: Cast, hr: Client) -> None:
        version = str(Unit.objects.get(code="SOL").version)
        page = words(hr.get(path(place.town.department)))

        answer = hr.post(path(place.town.department, "move/"), {"parent": place.town.team.ref, "version": version})

        assert f'value="{place.town.company.ref}"' in page
        assert f'value="{place.town.team.ref}"' not in page
        assert answer.status_code == 422
        assert Unit.objects.get(code="SOL").parent == place.town.company

    def test_calls_a_unit_by_another_name(self, place: Cast, hr: Client) -> None:
        version = str(Unit.objects.get(code="D1").version)

        hr.post(path(place.town.team, "name/"), {"name": "交付甲组", "name_en": "", "version": version})
        late = hr.post(path(place.town.team, "name/"), {"name": "交付乙组", "name_en": "", "version": version})

        assert Unit.objects.get(code="D1").name == "交付甲组"
        assert late.status_code == 409
        assert "交付乙组" in words(late)


@pytest.mark.parametrize(
    ("role", "reads", "changes"),
    [("hr_admin", 200, 302), ("hr", 200, 403), ("auditor", 200, 403), ("system_admin", 404, 404), ("mentor", 404, 404), ("", 404, 404)],
)
def test_who_may(place: Cast, role: str, reads: int, changes: int) -> None:
    client, version = browser("asker", *([role] if role else [])), str(Unit.objects.get(code="D1").version)

    answer = client.post(path(place.town.team, "name/"), {"name": "交付甲组", "name_en": "", "version": version})

    assert client.get(path(place.town.team)).status_code == reads
    assert answer.status_code == changes


def test_a_partner_reads_own_units_only(place: Cast) -> None:
    partner = browser("partner", "hr_partner", unit_ref=place.town.other_team.ref)

    page = partner.get(path(place.town.other_team))

    assert page.status_code == 200
    assert "<form" not in words(page).split("<main")[1].split("</main")[0]
    assert partner.get(path(place.town.team)).status_code == 404
    assert partner.post(path(place.town.team, "head/"), headed(place.town.team, "BL0064")).status_code == 404


def test_more_people_and_units_cost_no_more_reads(place: Cast, hr: Client) -> None:
    with CaptureQueriesContext(connection) as few:
        hr.get(path(place.town.department))
    for n in range(10):
        place.town.hire(f"QZ{n:03d}", f"同事{n:02d}")
        hr.post(path(place.town.department, "add/"), {"code": f"N{n}", "name": f"组{n}", "kind": "team", "first_day": "2026-11-01"})

    with CaptureQueriesContext(connection) as many:
        hr.get(path(place.town.department))

    assert len(many) <= len(few) <= 20
