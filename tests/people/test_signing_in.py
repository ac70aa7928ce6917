"""Letting somebody sign in: an account of their own, a new first password, and who may give which."""

import re

import pytest
from django.test import Client

from bole.accounts.models import Account
from bole.audit.models import Entry
from bole.people.models import Person
from tests.factories import make_person
from tests.office import Office, make_office, text

pytestmark = pytest.mark.django_db
LISI, NEW = "/company/people/BL0471/sign-in/", "/company/people/BL0600/sign-in/"


@pytest.fixture
def office() -> Office:
    """Return the office of HR, with a newcomer who has no account."""
    office = make_office()
    office.people["林晓"] = make_person(office.company, "林晓", number="BL0600")
    return office


def shown(page: str) -> str:
    """Return the password that the page shows."""
    found = re.search(r'class="secret mt-4">([^<]+)<', page)
    return found[1] if found else ""


def sign_in(number: str, password: str) -> Client:
    """Return a browser in which somebody tried to sign in."""
    client = Client()
    client.post("/sign-in/", {"login": number, "password": password})
    return client


class TestAnAccount:
    def test_opens_with_the_staff_number_and_a_password_shown_once(self, office):
        suwen = office.browser("苏文")

        page = suwen.post(f"{NEW}open/").content.decode()

        assert sign_in("BL0600", shown(page)).get("/me/").status_code == 200
        assert shown(suwen.get(NEW).content.decode()) == ""
        assert Person.objects.get(number="BL0600").account.login == "BL0600"

    def test_is_opened_once(self, office):
        answer = office.browser("苏文").post(f"{LISI}open/")

        assert answer.status_code == 409
        assert "李四已经可以登录。" in text(answer.content)

    @pytest.mark.parametrize(("name", "status"), [("顾海峰", 403), ("白审", 404), ("罗工", 404), ("林静", 404), ("李四", 404)])
    def test_is_opened_by_hr_admins_only(self, office, name, status):
        answer = office.browser(name).post(f"{NEW}open/")

        assert answer.status_code == status
        assert not Account.objects.filter(login="BL0600").exists()


class TestANewPassword:
    def test_opens_the_door_and_ends_what_was_open(self, office):
        lisi = office.browser("李四")

        page = office.browser("苏文").post(f"{LISI}renew/").content.decode()

        assert lisi.get("/me/").status_code == 302
        assert sign_in("BL0471", shown(page)).get("/me/").status_code == 200

    def test_is_asked_for_by_the_form_of_the_page(self, office):
        assert f'action="{LISI}renew/"' in office.browser("苏文").get(LISI).content.decode()

    def test_is_on_the_record_without_its_text(self, office):
        page = office.browser("苏文").post(f"{LISI}renew/").content.decode()

        line = Entry.objects.get(what="people.renew_sign_in")
        assert (line.by, line.subject, line.fields) == ("苏文", str(office.people["李四"].ref), ["password"])
        assert shown(page) not in str(line.things)

    @pytest.mark.parametrize(("name", "role"), [("白审", "审计员"), ("罗工", "系统管理员"), ("许静", "人力资源管理员")])
    def test_is_not_given_by_hr_to_whoever_holds_a_role(self, office, name, role):
        before = office.accounts[name].password

        answer = office.browser("苏文").post(f"/company/people/{office.people[name].number}/sign-in/renew/")

        office.accounts[name].refresh_from_db()
        assert answer.status_code == 422
        assert f"{name}担任“{role}”，密码由系统运维人员重设。" in text(answer.content)
        assert office.accounts[name].password == before

    def test_is_not_given_to_oneself(self, office):
        answer = office.browser("苏文").post("/company/people/BL0012/sign-in/renew/")

        assert answer.status_code == 404

    @pytest.mark.parametrize(("name", "status"), [("顾海峰", 403), ("白审", 404), ("罗工", 404), ("林静", 404)])
    def test_is_given_by_hr_admins_only(self, office, name, status):
        before = office.accounts["李四"].password

        answer = office.browser(name).post(f"{LISI}renew/")

        office.accounts["李四"].refresh_from_db()
        assert answer.status_code == status
        assert office.accounts["李四"].password == before


class TestThePage:
    @pytest.mark.parametrize(("name", "status"), [("苏文", 200), ("顾海峰", 200), ("白审", 404), ("李四", 404)])
    def test_is_open_to_those_who_look_after_the_person(self, office, name, status):
        assert office.browser(name).get(LISI).status_code == status

    def test_says_how_somebody_signs_in(self, office):
        words = text(office.browser("苏文").get(LISI).content)

        assert "BL0471工号" in words
        assert "未开启第二重验证" in words
