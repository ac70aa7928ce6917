"""HR puts a person's file right: a post, a manager, a staff number; what was wrong stays as withdrawn."""

import pytest
from django.test import Client

from bole.people.actions import rename_person
from bole.people.models import Assignment, Person
from bole.people.queries import managers_on
from bole.values.viewer import SYSTEM
from tests.people.company import MORNING, TODAY, Cast
from tests.people.views.browsers import browser, words

pytestmark = pytest.mark.django_db
LI = "/company/people/BL0471/"
POST = LI + "posts/2021-09-01/"


def version() -> str:
    """Return the version of 李四 that a page of now shows."""
    return str(Person.objects.get(number="BL0471").version)


def right(place: Cast, **other: str) -> dict[str, str]:
    """Return the form of a correction as the page fills it in."""
    town = place.town
    kept = {"unit": town.team.ref, "position": town.engineer.ref, "family": town.engineers.code, "grade": "P5", "manager": ""}
    return {**kept, "first_day": "2021-09-01", "last_day": "", "version": version(), **other}


class TestAPost:
    def test_is_put_right_for_all_its_days(self, place: Cast, hr: Client) -> None:
        answer = hr.post(POST, right(place, unit=place.town.other_team.ref, grade="P6", manager="BL0008"))
        page = words(hr.get(LI))

        assert (answer.status_code, answer["Location"]) == (302, LI)
        now = Assignment.objects.known().get(person=place.li)
        assert (now.unit, now.grade.code, now.manager, str(now.first_day)) == (place.town.other_team, "P6", place.gao, "2021-09-01")
        assert "已撤回" in page
        assert "已更正" in page

    def test_begins_with_what_stands_there(self, place: Cast, hr: Client) -> None:
        file, page = words(hr.get(LI)), words(hr.get(POST))

        assert POST in file
        assert f'<option value="{place.town.team.ref}" selected' in page
        assert 'value="2021-09-01"' in page

    def test_keeps_what_was_typed_when_it_is_refused(self, place: Cast, hr: Client) -> None:
        nobody = hr.post(POST, right(place, manager="BL9999"))
        too_early = hr.post(POST, right(place, first_day="2020-01-01"))

        assert (nobody.status_code, too_early.status_code) == (422, 422)
        assert "没有工号为BL9999的人。" in words(nobody)
        assert 'value="2020-01-01"' in words(too_early)
        assert Assignment.objects.filter(person=place.li).count() == 1

    def test_shows_both_texts_when_two_changed_it(self, place: Cast, hr: Client) -> None:
        form = right(place, grade="P7")
        rename_person(person_id=place.li.pk, name="李思", name_en="", by=SYSTEM, at=MORNING)

        answer = hr.post(POST, form)

        assert answer.status_code == 409
        assert "P7" in words(answer)
        assert Assignment.objects.known().get(person=place.li).grade.code == "P5"

    def test_that_was_withdrawn_or_never_written_is_not_there(self, place: Cast, hr: Client) -> None:
        assert hr.get(LI + "posts/2022-01-01/").status_code == 404
        assert hr.get(LI + "posts/x/").status_code == 404


class TestAManager:
    def test_changes_alone_from_a_day_on(self, place: Cast, hr: Client) -> None:
        hr.post(LI + "manager/", {"manager": "BL0008", "first_day": TODAY.isoformat(), "version": version()})

        assert managers_on([place.li.pk], TODAY) == {place.li.pk: place.gao.pk}
        assert Assignment.objects.known().get(person=place.li, last_day=None).unit == place.town.team

    def test_closes_no_circle(self, place: Cast, hr: Client) -> None:
        lin = str(Person.objects.get(number="BL0031").version)

        answer = hr.post("/company/people/BL0031/manager/", {"manager": "BL0471", "first_day": TODAY.isoformat(), "version": lin})

        assert answer.status_code == 422
        assert "汇报关系会绕成一圈" in words(answer)


class TestANumber:
    def test_changes_and_the_old_one_leads_on(self, place: Cast, hr: Client) -> None:
        hr.post(LI + "number/", {"number": "BL0472", "version": version()})

        assert "BL0472" in words(hr.get(LI))
        assert Person.objects.get(pk=place.li.pk).number == "BL0472"

    def test_is_never_given_twice(self, place: Cast, hr: Client) -> None:
        answer = hr.post(LI + "number/", {"number": "BL0064", "version": version()})
        late = hr.post(LI + "number/", {"number": "BL0473", "version": "99"})

        assert (answer.status_code, late.status_code) == (422, 409)
        assert "张三" in words(answer)
        assert Person.objects.get(pk=place.li.pk).number == "BL0471"


@pytest.mark.parametrize(
    ("role", "status"), [("hr_admin", 302), ("hr", 302), ("auditor", 403), ("system_admin", 404), ("mentor", 404), ("", 404)]
)
def test_who_may(place: Cast, role: str, status: int) -> None:
    client = browser("asker", *([role] if role else []))

    assert client.post(POST, right(place, grade="P6")).status_code == status
    assert client.post(LI + "manager/", {"manager": "", "first_day": TODAY.isoformat(), "version": version()}).status_code == status
    assert client.post(LI + "number/", {"number": "BL0472", "version": version()}).status_code == status
