"""A desk is signed in by a phone: for two minutes, for one phone, once; and the phone sees which device asks."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.test import Client

from bole.accounts.models import Account, ScanTicket
from bole.accounts.rules.devices import device_of
from bole.accounts.views.scanning import _signer
from bole.audit.models import Entry
from bole.kit.clock import now
from bole.people.models import JobFamily, JobGrade, Position, Unit
from tests.factories import Company, make_account, make_company, make_person

pytestmark = pytest.mark.django_db

EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130.0.0.0 Safari/537.36 Edg/130.0"


@pytest.fixture(autouse=True)
def _nobody_tried_before() -> None:
    cache.clear()


@pytest.fixture
def account() -> Account:
    return make_account(make_person(make_company(), "李四", number="BL0471"))


@pytest.fixture
def phone(account: Account) -> Client:
    """Return 李四's phone, signed in."""
    return phone_of(account)


def phone_of(account: Account) -> Client:
    client = Client()
    client.force_login(account, backend="bole.accounts.backends.ByLogin")
    session = client.session
    session["epoch"] = account.session_epoch
    session.save()
    return client


def somebody_else() -> Account:
    company = Company(
        Unit.objects.get(code="C"), Unit.objects.get(code="T"), JobFamily.objects.get(), JobGrade.objects.get(), Position.objects.get()
    )
    return make_account(make_person(company, "王五", number="BL0472"))


def desk(to: str = "") -> tuple[Client, str]:
    """Return a desk that shows its code, and the address in that code."""
    client = Client(headers={"User-Agent": EDGE})
    client.post("/sign-in/scan/", {"next": to} if to else {})
    ref = client.session["scan"]["ref"]
    return client, f"/me/scan/{_signer().sign(ref)}/"


def is_in(client: Client) -> bool:
    return client.get("/performance/").status_code == 200


class TestADesk:
    def test_comes_in_once_the_phone_says_yes(self, account: Account, phone: Client) -> None:
        here, asked = desk("/performance/")
        before = here.post("/sign-in/scan/take/")
        phone.post(f"{asked}answer/", {"answer": "yes"})

        response = here.post("/sign-in/scan/take/")

        assert (before["Location"], response["Location"], is_in(here)) == ("/sign-in/scan/", "/performance/", True)

    def test_waits_by_itself_with_scripts(self, account: Account, phone: Client) -> None:
        here, asked = desk()
        waits = here.post("/sign-in/scan/take/", headers={"HX-Request": "true"})
        phone.post(f"{asked}answer/", {"answer": "yes"})

        goes_on = here.post("/sign-in/scan/take/", headers={"HX-Request": "true"})

        assert (waits.status_code, "data-waits" in waits.content.decode()) == (200, True)
        assert (goes_on.status_code, goes_on["HX-Redirect"], is_in(here)) == (204, "/", True)

    def test_shows_a_code_and_two_digits(self, account: Account) -> None:
        here, _asked = desk()

        page = here.get("/sign-in/scan/").content.decode()

        assert "<svg" in page
        assert f">{ScanTicket.objects.get().pair}</b>" in page

    def test_stays_out_if_the_phone_says_no(self, account: Account, phone: Client) -> None:
        here, asked = desk()
        phone.post(f"{asked}answer/", {"answer": "no"})

        response = here.post("/sign-in/scan/take/")

        assert "二维码已失效" in response.content.decode()
        assert not is_in(here)

    def test_stays_out_without_a_ticket_of_its_own(self, account: Account, phone: Client) -> None:
        _here, asked = desk()
        stranger = Client()
        phone.post(f"{asked}answer/", {"answer": "yes"})

        stranger.post("/sign-in/scan/take/")

        assert not is_in(stranger)

    def test_is_never_led_outside(self, account: Account, phone: Client) -> None:
        here, asked = desk("//evil.example")
        phone.post(f"{asked}answer/", {"answer": "yes"})

        assert here.post("/sign-in/scan/take/")["Location"] == "/"

    def test_is_asked_for_the_second_factor(self, account: Account, phone: Client) -> None:
        TOTP.activate(account, generate_totp_secret())
        here, asked = desk()
        phone.post(f"{asked}answer/", {"answer": "yes"})

        response = here.post("/sign-in/scan/take/")

        assert (response["Location"].startswith("/sign-in/second/"), is_in(here)) == (True, False)


class TestATicket:
    @pytest.mark.parametrize(("seconds", "holds"), [(110, True), (120, False)])
    def test_holds_for_two_minutes(self, account: Account, phone: Client, seconds: int, *, holds: bool) -> None:
        with time_machine.travel(now(), tick=False) as clock:
            here, asked = desk()
            clock.shift(timedelta(seconds=seconds))
            answered = phone.post(f"{asked}answer/", {"answer": "yes"})
            here.post("/sign-in/scan/take/")

            assert (answered.status_code == 200, is_in(here)) == (holds, holds)

    def test_is_taken_once(self, account: Account, phone: Client) -> None:
        here, asked = desk()
        phone.post(f"{asked}answer/", {"answer": "yes"})
        held = dict(here.session["scan"])
        here.post("/sign-in/scan/take/")
        copy = Client()
        session = copy.session
        session["scan"] = held
        session.save()

        copy.post("/sign-in/scan/take/")

        assert (is_in(here), is_in(copy)) == (True, False)

    def test_is_answered_once(self, account: Account, phone: Client) -> None:
        here, asked = desk()
        other = phone_of(somebody_else())
        phone.post(f"{asked}answer/", {"answer": "yes"})

        late = other.post(f"{asked}answer/", {"answer": "yes"})
        here.post("/sign-in/scan/take/")

        assert late.status_code == 410
        assert here.session["_auth_user_id"] == str(account.pk)

    def test_opens_the_account_of_whoever_confirms_and_no_other(self, account: Account, phone: Client) -> None:
        here, asked = desk()
        other = somebody_else()
        phone_of(other).post(f"{asked}answer/", {"answer": "yes"})

        here.post("/sign-in/scan/take/")

        assert here.session["_auth_user_id"] == str(other.pk)

    def test_cannot_be_made_up(self, account: Account, phone: Client) -> None:
        desk()
        ref = ScanTicket.objects.get().ref

        answers = [phone.get(f"/me/scan/{code}/").status_code for code in (ref, f"{ref}.x", f"{_signer().sign('222222222222')}")]

        assert answers == [404, 404, 404]

    def test_is_not_answered_from_before_the_door(self, account: Account) -> None:
        here, asked = desk()

        response = Client().post(f"{asked}answer/", {"answer": "yes"})
        here.post("/sign-in/scan/take/")

        assert (response.status_code, is_in(here)) == (302, False)


class TestAPhone:
    def test_sees_which_device_asks(self, account: Account, phone: Client) -> None:
        _here, asked = desk()

        page = phone.get(asked).content.decode()

        assert ScanTicket.objects.get().pair in re.sub(r"<[^>]+>", " ", page).split()
        assert "Edge, Windows" in page
        assert "127.0.0.1" in page

    def test_stands_on_the_record(self, account: Account, phone: Client) -> None:
        here, asked = desk()
        phone.post(f"{asked}answer/", {"answer": "yes"})

        here.post("/sign-in/scan/take/")

        assert list(Entry.objects.order_by("seq").values_list("what", "by"))[-2:] == [
            ("accounts.confirm_ticket", "李四"),
            ("accounts.sign_in", "李四"),
        ]

    def test_is_shown_the_page_to_go_on_with(self, account: Account, phone: Client) -> None:
        page = phone.get("/me/phone/?next=/performance/").content.decode()
        outside = phone.get("/me/phone/?next=https://evil.example/").content.decode()

        assert "/performance/" in page
        assert "evil.example/</a>" not in outside


@pytest.mark.parametrize(
    ("said", "device"),
    [(EDGE, "Edge, Windows"), ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari, iPhone"),
     ("Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0 wxwork/4.1", "WeCom, Android"), ("curl/8", "")],
)  # fmt: skip
def test_a_device_is_said_as_people_say_it(said: str, device: str) -> None:
    assert device_of(said) == device
