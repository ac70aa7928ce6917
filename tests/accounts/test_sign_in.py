"""The door: password and code, the same words for everybody who does not come in, and nobody comes in without the second factor."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.accounts.models import Account
from bole.people.models import JobFamily, JobGrade, Position, Unit
from tests.factories import PASSWORD, Company, make_account, make_company, make_person

pytestmark = pytest.mark.django_db

DOOR, SECOND, OWN = "/sign-in/", "/sign-in/second/", "/performance/"


@pytest.fixture(autouse=True)
def _nobody_tried_before() -> None:
    cache.clear()


@pytest.fixture
def account() -> Account:
    """Return an account with a password."""
    return make_account(make_person(make_company(), "李四", number="BL0471"), password=PASSWORD)


def sign_in(login: str, password: str = PASSWORD, client: Client | None = None) -> HttpResponse:
    return (client or Client()).post(DOOR, {"login": login, "password": password})


def said(response: HttpResponse) -> str:
    """Return the page without what differs from one to the next."""
    text = response.content.decode()
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"|value="[^"]*" name="csrf|hx-headers="[^"]*"|nonce="[^"]*"', "", text)


def other_account(number: str, *, password: str | None = None) -> Account:
    """Return one more account in the company that is there."""
    company = Company(
        Unit.objects.get(code="C"), Unit.objects.get(code="T"), JobFamily.objects.get(), JobGrade.objects.get(), Position.objects.get()
    )
    return make_account(make_person(company, "王五", number=number), password=password)


def is_in(client: Client) -> bool:
    return client.get(OWN).status_code == 200


class TestTheDoor:
    @pytest.mark.parametrize("login", ["BL0471", "bl0471", "Bl0471", " BL0471 "])
    def test_opens_with_number_and_password_whatever_the_case_of_the_number(self, account: Account, login: str) -> None:
        client = Client()

        response = sign_in(login, client=client)

        assert (response.status_code, response["Location"], is_in(client)) == (302, "/", True)

    @pytest.mark.parametrize(
        ("login", "password"),
        [("BL0471", "another-word-2026"), ("BL0471", PASSWORD.upper()), ("BL0471", PASSWORD + " x"), ("BL9999", PASSWORD), ("%", PASSWORD),
         ("BL047_", PASSWORD), ("' OR '1'='1", PASSWORD), ("BL0471\u200b", PASSWORD), ("ＢＬ０４７１x", PASSWORD)],
    )  # fmt: skip
    def test_stays_shut_otherwise(self, account: Account, login: str, password: str) -> None:
        client = Client()

        response = sign_in(login, password, client)

        assert (response.status_code, is_in(client)) == (422, False)

    def test_says_the_same_whoever_does_not_come_in(self, account: Account) -> None:
        Account.objects.filter(pk=other_account("BL0472", password=PASSWORD).pk).update(is_active=False)
        other_account("BL0473")

        wrong, unknown, shut, without = (
            said(sign_in(number, password)).replace(number, "BL0000")
            for number, password in (("BL0471", "wrong-word-2026"), ("BL9999", PASSWORD), ("BL0472", PASSWORD), ("BL0473", PASSWORD))
        )

        assert wrong == unknown == shut == without

    def test_takes_as_long_for_an_unknown_number_as_for_a_wrong_password(self, account: Account) -> None:
        took: dict[str, list[float]] = {"BL0471": [], "BL9999": []}
        for _ in range(4):
            for login, times in took.items():
                began = time.process_time()
                sign_in(login, "wrong-word-2026")
                times.append(time.process_time() - began)
                cache.clear()

        known, unknown = (sorted(times)[1] for times in took.values())
        assert 0.6 < known / unknown < 1.6

    def test_shuts_after_five_wrong_passwords_for_right_ones_too(self, account: Account) -> None:
        wrong = [sign_in("BL0471", "wrong-word-2026").status_code for _ in range(5)]
        client = Client()

        right = sign_in("BL0471", client=client)

        assert wrong == [422] * 5
        assert (right.status_code, is_in(client)) == (422, False)

    @pytest.mark.parametrize("way", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example"])
    def test_never_leads_outside(self, account: Account, way: str) -> None:
        response = Client().post(f"{DOOR}?next={way}", {"login": "BL0471", "password": PASSWORD, "next": way})

        assert (response.status_code, response["Location"]) == (302, "/")

    def test_leads_back_to_the_page_that_was_asked_for(self, account: Account) -> None:
        client = Client()
        door = client.get("/performance/?period=2026-10")["Location"]

        response = client.post(door, {"login": "BL0471", "password": PASSWORD, "next": "/performance/?period=2026-10"})

        assert door == "/sign-in/?next=%2Fperformance%2F%3Fperiod%3D2026-10"
        assert response["Location"] == "/performance/?period=2026-10"

    def test_has_no_other_way_in(self, account: Account) -> None:
        assert [Client().get(path).status_code for path in ("/sign-in/none/", "/sign-up/", "/accounts/login/", "/admin/")] == [
            404,
            302,
            302,
            302,
        ]
        assert Client().post("/sign-in/none/", {"login": "new", "password1": PASSWORD}).status_code in {404, 405}
        assert Account.objects.count() == 1

    def test_costs_few_queries(self, account: Account) -> None:
        with CaptureQueriesContext(connection) as queries:
            sign_in("BL0471")

        assert len(queries) <= 12, [one["sql"][:100] for one in queries]


class TestTheSecondFactor:
    @pytest.fixture
    def secret(self, account: Account) -> str:
        """Switch the second factor on."""
        secret = generate_totp_secret()
        TOTP.activate(account, secret)
        return secret

    def code(self, secret: str, *, steps: int = 0) -> str:
        return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))

    def half_way(self) -> Client:
        client = Client()
        response = sign_in("BL0471", client=client)
        assert response["Location"].startswith(SECOND)
        return client

    def test_lets_nobody_in_by_the_password_alone(self, secret: str) -> None:
        client = self.half_way()

        assert [client.get(path).status_code for path in (OWN, "/", "/people/", "/api/v1/people/BL0471")] == [302, 302, 302, 401]
        assert client.post("/me/sessions/end/").status_code == 302

    def test_lets_in_with_the_code(self, secret: str) -> None:
        client = self.half_way()

        response = client.post(SECOND, {"code": self.code(secret)})

        assert (response.status_code, is_in(client)) == (302, True)

    @pytest.mark.parametrize("code", ["", "000000", "12345", "1234567", "abcdef", "１２３４５６", "-1", "0" * 200])
    def test_refuses_another_code(self, secret: str, code: str) -> None:
        client = self.half_way()

        response = client.post(SECOND, {"code": code})

        assert (response.status_code, is_in(client)) == (422, False)

    @pytest.mark.parametrize(("steps", "lets_in"), [(-3, False), (-1, True), (1, True), (3, False)])
    def test_forgives_half_a_minute(self, secret: str, steps: int, *, lets_in: bool) -> None:
        client = self.half_way()

        client.post(SECOND, {"code": self.code(secret, steps=steps)})

        assert is_in(client) == lets_in

    def test_takes_a_code_once(self, secret: str) -> None:
        code = self.code(secret)
        first, second = self.half_way(), self.half_way()

        first.post(SECOND, {"code": code})
        second.post(SECOND, {"code": code})

        assert (is_in(first), is_in(second)) == (True, False)

    def test_is_not_open_to_somebody_without_a_password(self, secret: str) -> None:
        client = Client()

        response = client.post(SECOND, {"code": self.code(secret)})

        assert (response.status_code, is_in(client)) == (302, False)

    def test_takes_a_recovery_code_once(self, account: Account, secret: str) -> None:
        RecoveryCodes.activate(account)
        code = RecoveryCodes(Authenticator.objects.get(type="recovery_codes")).get_unused_codes()[0]
        first, second = self.half_way(), self.half_way()

        first.post(SECOND, {"code": code})
        second.post(SECOND, {"code": code})

        assert (is_in(first), is_in(second)) == (True, False)

    def test_stops_guessing(self, secret: str) -> None:
        client = self.half_way()
        for _ in range(12):
            client.post(SECOND, {"code": "000000"})

        client.post(SECOND, {"code": self.code(secret)})

        assert not is_in(client)

    def test_keeps_its_secret_sealed(self, account: Account, secret: str) -> None:
        kept = Authenticator.objects.get(type="totp").data

        assert secret not in str(kept)
        assert TOTP(Authenticator.objects.get(type="totp")).validate_code(self.code(secret))

    def test_is_switched_off_only_after_the_password_again(self, account: Account, secret: str) -> None:
        client = self.half_way()
        client.post(SECOND, {"code": self.code(secret)})
        session = client.session
        session["account_authentication_methods"] = [{**one, "at": one["at"] - 3600} for one in session["account_authentication_methods"]]
        session.save()

        client.post("/me/second-factor/off/")

        assert Authenticator.objects.filter(type="totp").exists()


class TestThePassword:
    @pytest.mark.parametrize("password", ["short", "password123", "1234567890123"])
    def test_that_is_weak_is_refused(self, account: Account, password: str) -> None:
        client = Client()
        sign_in("BL0471", client=client)

        response = client.post("/me/password/", {"oldpassword": PASSWORD, "password1": password, "password2": password})

        assert response.status_code == 422
        assert Account.objects.get().check_password(PASSWORD)

    def test_is_changed_only_with_the_old_one(self, account: Account) -> None:
        client = Client()
        sign_in("BL0471", client=client)

        response = client.post("/me/password/", {"oldpassword": "wrong", "password1": "brush-and-ink-77", "password2": "brush-and-ink-77"})

        assert response.status_code == 422
        assert Account.objects.get().check_password(PASSWORD)

    def test_change_ends_the_other_sessions_and_keeps_this_one(self, account: Account) -> None:
        here, elsewhere = Client(), Client()
        sign_in("BL0471", client=here)
        sign_in("BL0471", client=elsewhere)

        here.post("/me/password/", {"oldpassword": PASSWORD, "password1": "brush-and-ink-77", "password2": "brush-and-ink-77"})

        assert (is_in(here), is_in(elsewhere)) == (True, False)
