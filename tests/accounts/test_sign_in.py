"""Signing in: by staff number and password, with a code from the phone where it was switched on."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client

from bole.access.actions import grant_role
from bole.accounts.models import Account
from bole.values.viewer import SYSTEM
from tests.factories import BEFORE, PASSWORD, make_account, make_company, make_person

pytestmark = pytest.mark.django_db
DOOR, SECOND = "/sign-in/", "/me/second-factor/"
ANOTHER = {"password1": "river-lamp-seven", "password2": "river-lamp-seven"}


@pytest.fixture
def account() -> Account:
    """Return the account of 李四, who has seen the first page; nobody has tried anything yet."""
    cache.clear()
    account = make_account(make_person(make_company(), "李四", number="BL0471"), password=PASSWORD)
    Account.objects.update(first_page_seen_at=BEFORE)
    return account


def code_of(secret: str, *, later: int = 0) -> str:
    """Return what the phone shows now, or so many seconds later."""
    return format_hotp_value(hotp_value(secret, (int(time.time()) + later) // 30))


def sign_in(client: Client, login: str = "BL0471", password: str = PASSWORD, **more: str):
    return client.post(DOOR, {"login": login, "password": password, **more}, headers={"Accept-Language": "zh-CN"})


class TestTheDoor:
    def test_opens_with_staff_number_and_password(self, client, account):
        answer = sign_in(client, "bl0471")

        assert answer.status_code == 302
        assert client.get("/").status_code == 200

    def test_leads_back_to_the_page_that_was_asked_for(self, client, account):
        asked = client.get("/performance/")

        answer = client.post(asked["Location"], {"login": "BL0471", "password": PASSWORD, "next": "/performance/"})

        assert asked["Location"] == "/sign-in/?next=%2Fperformance%2F"
        assert answer["Location"] == "/performance/"

    @pytest.mark.parametrize(("login", "password"), [("BL0471", "wrong-wrong"), ("BL9999", PASSWORD)])
    def test_says_the_same_of_a_wrong_password_and_an_unknown_number(self, client, account, login, password):
        answer = sign_in(client, login, password)

        assert answer.status_code == 422
        assert "工号和密码对不上。" in answer.content.decode()
        assert f'value="{login}"' in answer.content.decode()
        assert client.get("/").status_code == 302

    def test_does_not_open_a_closed_account(self, client, account):
        Account.objects.update(is_active=False)

        answer = sign_in(client)

        assert answer.status_code == 422
        assert client.get("/").status_code == 302

    def test_offers_nobody_to_sign_up(self, client):
        assert client.get("/sign-in/none/").status_code == 404

    def test_says_whom_to_ask_for_a_forgotten_password(self, client):
        assert "人力资源部" in client.get("/sign-in/forgotten/", headers={"Accept-Language": "zh-CN"}).content.decode()

    def test_speaks_english_to_who_wants_it(self, client):
        assert "Staff number" in client.get(DOOR, headers={"Accept-Language": "en"}).content.decode()


class TestTheSecondFactor:
    def test_is_asked_for_once_it_is_on(self, client, account):
        secret = "JBSWY3DPEHPK3PXP"
        TOTP.activate(account, secret)

        answer = sign_in(client)
        wrong = client.post("/sign-in/second/", {"code": "000000"})
        outside = client.get("/")
        right = client.post("/sign-in/second/", {"code": code_of(secret)})

        assert answer["Location"] == "/sign-in/second/"
        assert (wrong.status_code, outside.status_code, right.status_code) == (422, 302, 302)
        assert client.get("/").status_code == 200

    def test_takes_a_code_once(self, client, account):
        secret = "JBSWY3DPEHPK3PXP"
        TOTP.activate(account, secret)
        code, late = code_of(secret), code_of(secret, later=-30)
        other = Client()
        sign_in(client)
        sign_in(other)
        client.post("/sign-in/second/", {"code": code})

        answer = other.post("/sign-in/second/", {"code": code})

        assert answer.status_code == 422
        assert other.post("/sign-in/second/", {"code": late}).status_code == 302

    def test_cannot_be_switched_on_without_the_password(self, client, account):
        sign_in(client)

        answer = client.get(f"{SECOND}on/")

        assert answer["Location"] == "/sign-in/again/?next=%2Fme%2Fsecond-factor%2Fon%2F"

    def test_is_switched_on_with_a_code_and_gives_recovery_codes(self, client, account):
        sign_in(client)
        client.post("/sign-in/again/", {"password": PASSWORD})
        shown = client.get(f"{SECOND}on/")

        answer = client.post(f"{SECOND}on/", {"code": code_of(shown.context["form"].secret)})

        assert '<svg aria-hidden="true"' in shown.content.decode()
        assert answer["Location"] == f"{SECOND}codes/"
        assert client.get(f"{SECOND}codes/").content.decode().count("<li>") == 10
        assert set(Authenticator.objects.values_list("type", flat=True)) == {"totp", "recovery_codes"}

    def test_lies_sealed(self, client, account):
        TOTP.activate(account, "JBSWY3DPEHPK3PXP")

        assert "JBSWY3DPEHPK3PXP" not in str(Authenticator.objects.get().data)


class TestTheAsk:
    """Who sees other people's data is asked for a second factor."""

    @pytest.mark.parametrize("role", ["hr", "hr_partner", "hr_admin", "auditor", "system_admin"])
    def test_reaches_whoever_sees_other_peoples_data(self, client, account, role):
        grant_role(account_id=account.pk, role=role, by=SYSTEM, at=BEFORE)
        sign_in(client)

        page = client.get("/").content.decode()

        assert 'href="/me/second-factor/"' in page

    def test_leaves_everybody_else_alone(self, client, account):
        sign_in(client)

        page = client.get("/").content.decode()

        assert "/me/second-factor/" not in page

    def test_ends_when_it_is_on(self, client, account):
        grant_role(account_id=account.pk, role="hr_admin", by=SYSTEM, at=BEFORE)
        secret = "JBSWY3DPEHPK3PXP"
        TOTP.activate(account, secret)
        sign_in(client)
        client.post("/sign-in/second/", {"code": code_of(secret)})

        page = client.get("/").content.decode()

        assert "/me/second-factor/" not in page


class TestAnotherPassword:
    def test_needs_the_old_one(self, client, account):
        sign_in(client)

        answer = client.post("/me/password/", {"oldpassword": "wrong-wrong", **ANOTHER})

        account.refresh_from_db()
        assert answer.status_code == 422
        assert account.check_password(PASSWORD)

    def test_signs_the_other_devices_out(self, client, account):
        sign_in(client)
        other = client.cookies["sid"].value

        answer = client.post("/me/password/", {"oldpassword": PASSWORD, **ANOTHER})

        assert answer.status_code == 302
        assert client.get("/").status_code == 200
        client.cookies["sid"] = other
        assert client.get("/").status_code == 302
