"""HR's pages of people: the list, the tree, one person's file; two changes at once show both texts."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.accounts.models import Account
from bole.people.actions import correct_assignment, link_account, rename_person
from bole.people.models import Assignment, Employment, Person
from bole.values.viewer import SYSTEM
from tests.people.company import MORNING, TODAY, Cast
from tests.people.views.browsers import browser, words

pytestmark = pytest.mark.django_db
LIST, TREE, LI = "/company/people/", "/company/units/", "/company/people/BL0471/"


def post_of(place: Cast, **other: str) -> dict[str, str]:
    """Return the form of 李四's post as the page fills it in."""
    town, version = place.town, Person.objects.get(number="BL0471").version
    kept = {"unit": town.team.ref, "position": town.engineer.ref, "family": town.engineers.code, "grade": "P5", "manager": ""}
    return {**kept, "first_day": TODAY.isoformat(), "version": str(version), **other}


class TestTheList:
    def test_counts_and_finds(self, hr: Client) -> None:
        assert "5人" in words(hr.get(LIST))
        assert "李四" in words(hr.get(LIST + "?q=ls"))
        assert "张三" not in words(hr.get(LIST + "?q=ls"))

    def test_is_of_a_unit_and_all_below_it(self, place: Cast, hr: Client) -> None:
        page = words(hr.get(f"{LIST}?unit={place.town.department.ref}"))

        assert "4人" in page
        assert LIST + "BL0008/" in page
        assert LIST + "BL0012/" not in page

    def test_is_read_page_by_page(self, place: Cast, hr: Client) -> None:
        for n in range(60):
            place.town.hire(f"QZ{n:03d}", f"同事{n:02d}")

        first = words(hr.get(LIST))
        after = first.split("after=")[1].split('"')[0]

        assert first.count("<tr>") == 51
        assert words(hr.get(f"{LIST}?after={after}")).count("<tr>") == 16

    def test_is_a_partners_own_units_only(self, place: Cast) -> None:
        place.town.hire("BL0900", "周敏", unit=place.town.other_team)
        partner = browser("partner", "hr_partner", unit_ref=place.town.other_team.ref)

        page = words(partner.get(LIST))

        assert "1人" in page
        assert LIST + "BL0900/" in page
        assert LIST + "BL0471/" not in page
        assert LIST + "BL0471/" not in words(partner.get(LIST + "?q=lisi"))
        assert partner.get(LI).status_code == 404

    def test_says_when_nobody_is_found(self, hr: Client) -> None:
        assert "没有找到" in words(hr.get(LIST + "?q=zzzz"))

    def test_more_people_cost_no_more_reads(self, place: Cast, hr: Client) -> None:
        with CaptureQueriesContext(connection) as few:
            hr.get(LIST)
        for n in range(20):
            place.town.hire(f"QZ{n:03d}", f"同事{n:02d}")

        with CaptureQueriesContext(connection) as many:
            hr.get(LIST)

        assert len(many) <= len(few) <= 22


class TestTheTree:
    def test_shows_heads_and_head_counts(self, place: Cast, hr: Client) -> None:
        rows = words(hr.get(TREE)).split("<tr>")

        department = next(one for one in rows if "解决方案部" in one)
        assert "高远" in department
        assert ">4<" in department
        assert ">1<" in department


class TestAFile:
    def test_changes_a_post_from_a_day_on(self, place: Cast, hr: Client) -> None:
        answer = hr.post(LI + "post/", post_of(place, unit=place.town.other_team.ref, grade="P6", manager="BL0008"))
        page = words(hr.get(LI))

        assert answer.status_code == 302
        now = Assignment.objects.get(person=place.li, last_day=None)
        assert (now.unit, now.grade.code, now.manager) == (place.town.other_team, "P6", place.gao)
        assert "晋升" in page
        assert "P5 → P6" in page

    def test_refuses_a_circle_by_names(self, place: Cast, hr: Client) -> None:
        lin = Person.objects.get(number="BL0031")
        answer = hr.post("/company/people/BL0031/post/", post_of(place, manager="BL0471", version=str(lin.version)))

        assert answer.status_code == 422
        assert "汇报关系会绕成一圈" in words(answer)
        assert "林静 → 李四 → 林静" in words(answer) or "李四 → 林静 → 李四" in words(answer)

    def test_says_when_nobody_has_the_managers_number(self, place: Cast, hr: Client) -> None:
        answer = hr.post(LI + "post/", post_of(place, manager="BL9999"))

        assert answer.status_code == 422
        assert "没有工号为BL9999的人。" in words(answer)

    def test_shows_both_texts_when_two_changed_it(self, place: Cast, hr: Client) -> None:
        seen = str(place.li.version)
        rename_person(person_id=place.li.pk, name="李思", name_en="", by=SYSTEM, at=MORNING)

        answer = hr.post(LI + "name/", {"name": "李四四", "name_en": "", "version": seen})

        assert answer.status_code == 409
        assert "李思" in words(answer)
        assert "李四四" in words(answer)
        assert Person.objects.get(pk=place.li.pk).name == "李思"

    def test_lets_one_keep_ones_own_text_then(self, place: Cast, hr: Client) -> None:
        rename_person(person_id=place.li.pk, name="李思", name_en="", by=SYSTEM, at=MORNING)
        version = str(Person.objects.get(pk=place.li.pk).version)
        answer = hr.post(LI + "name/", {"name": "李四四", "name_en": "", "version": "1"})

        hr.post(LI + "name/", {"name": "李四四", "name_en": "", "version": version})

        assert f'name="version" value="{version}"' in words(answer)
        assert Person.objects.get(pk=place.li.pk).name == "李四四"

    def test_ends_an_employment(self, place: Cast, hr: Client) -> None:
        hr.post(LI + "end/", {"last_day": "2026-11-30", "reason": "个人原因", "version": str(place.li.version)})

        assert Employment.objects.get(person=place.li).last_day.isoformat() == "2026-11-30"
        assert "个人原因" in words(hr.get(LI))

    def test_keeps_what_was_withdrawn(self, place: Cast, hr: Client) -> None:
        wrong = Assignment.objects.get(person=place.li)
        correct_assignment(assignment_id=wrong.pk, post=place.town.post(unit=place.town.other_team), by=SYSTEM, at=MORNING)

        page = words(hr.get(LI))

        assert "已撤回" in page
        assert "交付一组" in page
        assert "交付二组" in page

    def test_is_changed_by_another_than_its_own_person(self, place: Cast) -> None:
        client = browser("BL0471", "hr_admin")
        account = Account.objects.get(login="BL0471")
        link_account(person_id=place.li.pk, account_id=account.pk, by=SYSTEM, at=MORNING)

        page, sent = client.get(LI), client.post(LI + "name/", {"name": "李五", "name_en": "", "version": "2"})

        assert "任何人都不能修改自己的" in words(page)
        assert sent.status_code == 403
        assert Person.objects.get(pk=place.li.pk).name == "李四"


@pytest.mark.parametrize("path", [LIST, TREE, LI])
@pytest.mark.parametrize(
    ("role", "status"), [("hr", 200), ("hr_admin", 200), ("auditor", 200), ("system_admin", 404), ("mentor", 404), ("", 404)]
)
def test_who_reads(place: Cast, path: str, role: str, status: int) -> None:
    assert browser("asker", *([role] if role else [])).get(path).status_code == status


@pytest.mark.parametrize(("role", "status"), [("hr", 302), ("hr_admin", 302), ("auditor", 403), ("system_admin", 404), ("", 404)])
def test_who_changes(place: Cast, role: str, status: int) -> None:
    client = browser("asker", *([role] if role else []))

    answer = client.post(LI + "name/", {"name": "李思", "name_en": "", "version": str(place.li.version)})

    assert answer.status_code == status


def test_nobody_is_there_under_a_number_that_nobody_has(hr: Client) -> None:
    assert hr.get(LIST + "BL9999/").status_code == 404
