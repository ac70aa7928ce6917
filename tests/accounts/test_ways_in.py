"""Coming in by WeCom, DingTalk or Feishu: bound to the browser that began it, once, for ten minutes, to the account that HR linked."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from bole.access.actions import grant_role
from bole.accounts.actions import map_user, open_provider, save_provider, unmap_user
from bole.accounts.actions.providers import NotComplete
from bole.accounts.models import Account, ProviderUser, SignInProvider
from bole.accounts.queries import is_session_alive, provider_rows
from bole.audit.models import Entry
from bole.kit.clock import now
from bole.people.models import Person
from bole.values.refusal import NotYours
from bole.values.viewer import SYSTEM, Viewer
from tests.accounts.provider import CORP, SECRET, Member, Other, provider
from tests.factories import PASSWORD, make_account, make_company, make_person

pytestmark = pytest.mark.django_db

INSIDE = {
    "wecom": "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0 wxwork/4.1.20 Mobile",
    "dingtalk": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) AliApp(DingTalk/7.5.0)",
    "feishu": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Lark/7.20.0",
}
DESK = "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36"
CODES = {"wecom": "code", "dingtalk": "authCode", "feishu": "code"}
EACH = pytest.mark.parametrize("code", list(INSIDE))


@pytest.fixture(autouse=True)
def _nobody_tried_before() -> None:
    cache.clear()


@pytest.fixture(scope="module")
def other() -> Iterator[Other]:
    """Start the provider."""
    with provider() as other:
        yield other


@pytest.fixture(autouse=True)
def _well(other: Other) -> None:
    other.is_broken = False
    other.asked.clear()


@pytest.fixture
def account() -> Account:
    """Return 李四's account, with a work e-mail."""
    person = make_person(make_company(), "李四", number="BL0471")
    Person.objects.filter(pk=person.pk).update(work_email="lisi@qingyan.cn")
    return make_account(person, password=PASSWORD)


def stand(other: Other, code: str, *, runs_directory: bool = False) -> None:
    """Set a provider up and open it."""
    addresses = dict.fromkeys(next(row for row in provider_rows() if row.code == code).addresses, other.address)
    save_provider(
        code=code, corp_id=CORP, app_id="app", agent_id="1000002", secret=SECRET, addresses=addresses, runs_directory=runs_directory,
        version=0, by=SYSTEM, at=now(),
    )  # fmt: skip
    SignInProvider.objects.filter(code=code).update(is_on=True)


def link(account: Account, code: str, user_id: str = "lisi") -> ProviderUser:
    return map_user(provider=code, user_id=user_id, account_id=account.pk, by=SYSTEM, at=now())


def began(client: Client, code: str, to: str = "") -> str:
    """Begin a way, and return its state."""
    response = client.get(f"/sign-in/with/{code}/", {"next": to} if to else {})
    return parse_qs(urlsplit(response["Location"]).query)["state"][0]


def came_back(client: Client, code: str, given: str, state: str) -> HttpResponse:
    return client.get(f"/sign-in/with/{code}/back/", {CODES[code]: given, "state": state})


def is_in(client: Client) -> bool:
    return client.get("/performance/").status_code == 200


class TestAWay:
    @EACH
    def test_leads_straight_in_from_inside_the_app(self, account: Account, other: Other, code: str) -> None:
        stand(other, code)
        link(account, code)
        phone = Client(headers={"User-Agent": INSIDE[code]})

        door = phone.get("/sign-in/?next=/performance/")
        there = phone.get(door["Location"])
        state = parse_qs(urlsplit(there["Location"]).query)["state"][0]
        back = came_back(phone, code, other.give_code(Member("lisi")), state)

        assert door["Location"] == f"/sign-in/with/{code}/?next=%2Fperformance%2F"
        assert there["Location"].startswith(other.address)
        assert (back.status_code, back["Location"], is_in(phone)) == (302, "/performance/", True)

    @EACH
    def test_shows_its_own_code_to_a_desk(self, account: Account, other: Other, code: str) -> None:
        stand(other, code)
        desk = Client(headers={"User-Agent": DESK})

        door = desk.get("/sign-in/")
        there = desk.get(f"/sign-in/with/{code}/")

        assert f'href="/sign-in/with/{code}/"' in door.content.decode()
        paths = {"wecom": "/wwlogin/sso/login", "dingtalk": "/oauth2/auth", "feishu": "/open-apis/authen/v1/authorize"}
        assert urlsplit(there["Location"]).path == paths[code]

    def test_that_is_shut_is_not_there(self, account: Account) -> None:
        client = Client()

        answers = [client.get(path).status_code for path in ("/sign-in/with/feishu/", "/sign-in/with/feishu/back/", "/sign-in/with/qq/")]

        assert answers == [404, 404, 404]

    def test_stands_on_the_record(self, account: Account, other: Other) -> None:
        stand(other, "feishu")
        link(account, "feishu")
        client = Client()

        came_back(client, "feishu", other.give_code(Member("lisi")), began(client, "feishu"))

        assert list(Entry.objects.filter(what="accounts.sign_in").values_list("by", "things")) == [("李四", ["way feishu"])]


class TestAState:
    @EACH
    @pytest.mark.parametrize("state", ["", "forged", "x" * 500])
    def test_that_was_forged_lets_nobody_in_and_asks_nobody(self, account: Account, other: Other, code: str, state: str) -> None:
        stand(other, code)
        link(account, code)
        client = Client()
        began(client, code)

        response = came_back(client, code, other.give_code(Member("lisi")), state)

        assert (response.status_code, is_in(client), other.asked) == (403, False, [])

    def test_of_another_browser_lets_nobody_in(self, account: Account, other: Other) -> None:
        stand(other, "feishu")
        link(account, "feishu")
        mine, yours = Client(), Client()
        began(yours, "feishu")

        response = came_back(yours, "feishu", other.give_code(Member("lisi")), began(mine, "feishu"))

        assert (response.status_code, is_in(yours), other.asked) == (403, False, [])

    def test_of_another_provider_lets_nobody_in(self, account: Account, other: Other) -> None:
        stand(other, "feishu")
        stand(other, "wecom")
        link(account, "wecom")
        client = Client()

        response = came_back(client, "wecom", other.give_code(Member("lisi")), began(client, "feishu"))

        assert (response.status_code, is_in(client), other.asked) == (403, False, [])

    def test_is_taken_once(self, account: Account, other: Other) -> None:
        stand(other, "feishu")
        client = Client()
        state = began(client, "feishu")
        came_back(client, "feishu", other.give_code(Member("stranger")), state)
        link(account, "feishu")

        response = came_back(client, "feishu", other.give_code(Member("lisi")), state)

        assert (response.status_code, is_in(client)) == (403, False)

    @pytest.mark.parametrize(("minutes", "lets_in"), [(9, True), (11, False)])
    def test_holds_for_ten_minutes(self, account: Account, other: Other, minutes: int, *, lets_in: bool) -> None:
        stand(other, "feishu")
        link(account, "feishu")
        client = Client()
        with time_machine.travel(now(), tick=False) as clock:
            state = began(client, "feishu")
            clock.shift(timedelta(minutes=minutes))

            came_back(client, "feishu", other.give_code(Member("lisi")), state)

            assert is_in(client) == lets_in


class TestACode:
    @EACH
    def test_that_was_used_lets_nobody_in(self, account: Account, other: Other, code: str) -> None:
        stand(other, code)
        link(account, code)
        first, second = Client(), Client()
        given = other.give_code(Member("lisi"))
        came_back(first, code, given, began(first, code))

        response = came_back(second, code, given, began(second, code))

        assert (is_in(first), response.status_code, is_in(second)) == (True, 403, False)

    def test_of_another_person_opens_that_persons_account_alone(self, account: Account, other: Other) -> None:
        stand(other, "feishu")
        link(account, "feishu")
        client = Client()

        response = came_back(client, "feishu", other.give_code(Member("wangwu")), began(client, "feishu"))

        assert (response.status_code, is_in(client)) == (403, False)
        assert "还不知道这是谁的账号" in response.content.decode()

    @EACH
    def test_of_another_company_lets_nobody_in(self, account: Account, other: Other, code: str) -> None:
        stand(other, code, runs_directory=True)
        link(account, code)
        client = Client()

        response = came_back(client, code, other.give_code(Member("lisi", corp="corp-elsewhere")), began(client, code))

        assert (response.status_code, is_in(client)) == (403, False)

    def test_of_a_guest_lets_nobody_in(self, account: Account, other: Other) -> None:
        stand(other, "dingtalk", runs_directory=True)
        client = Client()

        came_back(client, "dingtalk", other.give_code(Member("guest-1", "lisi@qingyan.cn")), began(client, "dingtalk"))

        assert (is_in(client), ProviderUser.objects.count()) == (False, 0)

    def test_that_nobody_answers_for_is_said_so(self, account: Account, other: Other) -> None:
        stand(other, "wecom")
        link(account, "wecom")
        client, other.is_broken = Client(), True

        response = came_back(client, "wecom", "code-x", began(client, "wecom"))

        assert (response.status_code, is_in(client)) == (502, False)
        assert "对方没有回应" in response.content.decode()


class TestAnAccount:
    @EACH
    def test_is_found_by_the_work_email_where_the_directory_is_run_there(self, account: Account, other: Other, code: str) -> None:
        stand(other, code, runs_directory=True)
        client = Client()

        came_back(client, code, other.give_code(Member("lisi-there", "LiSi@qingyan.cn")), began(client, code))

        assert is_in(client)
        assert list(ProviderUser.objects.values_list("user_id", "account", "is_by_directory")) == [("lisi-there", account.pk, True)]

    @EACH
    def test_is_not_found_by_an_email_elsewhere(self, account: Account, other: Other, code: str) -> None:
        stand(other, code)
        client = Client()

        came_back(client, code, other.give_code(Member("lisi-there", "lisi@qingyan.cn")), began(client, code))

        assert (is_in(client), ProviderUser.objects.count()) == (False, 0)

    def test_that_has_another_user_is_not_taken_over_by_an_email(self, account: Account, other: Other) -> None:
        stand(other, "feishu", runs_directory=True)
        link(account, "feishu", "lisi")
        client = Client()

        came_back(client, "feishu", other.give_code(Member("somebody", "lisi@qingyan.cn")), began(client, "feishu"))

        assert (is_in(client), ProviderUser.objects.count()) == (False, 1)

    def test_that_is_closed_lets_nobody_in(self, account: Account, other: Other) -> None:
        stand(other, "feishu", runs_directory=True)
        link(account, "feishu")
        Account.objects.update(is_active=False)
        client = Client()

        came_back(client, "feishu", other.give_code(Member("lisi", "lisi@qingyan.cn")), began(client, "feishu"))

        assert not is_in(client)

    def test_with_a_second_factor_is_asked_for_it(self, account: Account, other: Other) -> None:
        stand(other, "feishu")
        link(account, "feishu")
        TOTP.activate(account, generate_totp_secret())
        client = Client()

        response = came_back(client, "feishu", other.give_code(Member("lisi")), began(client, "feishu"))

        assert (response["Location"].startswith("/sign-in/second/"), is_in(client)) == (True, False)
        assert not Entry.objects.filter(what="accounts.sign_in").exists()

    def test_is_signed_out_when_its_link_ends(self, account: Account, other: Other) -> None:
        stand(other, "feishu")
        linked = link(account, "feishu")
        client = Client()
        came_back(client, "feishu", other.give_code(Member("lisi")), began(client, "feishu"))
        session = client.session.session_key or ""

        unmap_user(ref=linked.ref, by=SYSTEM, at=now())

        assert not is_session_alive(session)


class TestTheWayOn:
    @pytest.mark.parametrize("to", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "evil"])
    def test_never_leads_outside(self, account: Account, other: Other, to: str) -> None:
        stand(other, "feishu")
        link(account, "feishu")
        client = Client()

        response = came_back(client, "feishu", other.give_code(Member("lisi")), began(client, "feishu", to))

        assert (response.status_code, response["Location"]) == (302, "/")


class TestSettings:
    """Whoever writes the servers could answer for anybody, so nobody is let in until another opens it."""

    def admin(self, role: str, number: str) -> Viewer:
        company = make_company() if not Person.objects.exists() else None
        account = make_account(make_person(company, role, number=number)) if company else Account.objects.get()
        grant_role(account_id=account.pk, role=role, by=SYSTEM, at=now())
        return Viewer(name=role, account_id=account.pk, roles=frozenset({role}))

    def test_are_shut_until_another_opens_them(self, other: Other) -> None:
        writer = Viewer(name="both", account_id=self.admin("hr_admin", "BL0001").account_id, roles=frozenset({"hr_admin", "system_admin"}))
        servers = {"inside": other.address, "api": other.address}
        wanted = {"code": "feishu", "corp_id": "", "agent_id": "", "addresses": servers, "runs_directory": False}
        save_provider(**wanted, app_id="app", secret=SECRET, version=0, by=writer, at=now())

        with pytest.raises(NotYours):
            open_provider(code="feishu", version=1, by=writer, at=now())

        assert not SignInProvider.objects.get().is_on

    def test_that_lack_something_are_not_opened(self, other: Other) -> None:
        opener = self.admin("hr_admin", "BL0001")
        servers = {"inside": other.address, "api": other.address}
        wanted = {"code": "feishu", "corp_id": "", "agent_id": "", "addresses": servers, "runs_directory": False}
        save_provider(**wanted, app_id="", secret=SECRET, version=0, by=SYSTEM, at=now())

        with pytest.raises(NotComplete):
            open_provider(code="feishu", version=1, by=opener, at=now())

        assert not SignInProvider.objects.get().is_on

    def test_that_are_changed_are_shut_again(self, account: Account, other: Other) -> None:
        stand(other, "feishu")
        servers = {"inside": other.address, "api": other.address}

        save_provider(
            code="feishu", corp_id="", app_id="app2", agent_id="", secret="", addresses=servers, runs_directory=False, version=1, by=SYSTEM,
            at=now(),
        )  # fmt: skip

        kept = SignInProvider.objects.get()
        assert (kept.is_on, str(kept.secret)) == (False, SECRET)

    def test_keep_the_secret_sealed(self, account: Account, other: Other) -> None:
        stand(other, "feishu")

        with connection.cursor() as cursor:
            cursor.execute("SELECT secret FROM accounts_signinprovider")
            (kept,) = cursor.fetchone()

        assert kept
        assert SECRET not in kept

    def test_link_nobody_to_the_own_account(self, account: Account) -> None:
        by = Viewer(name="苏文", account_id=account.pk, roles=frozenset({"hr_admin"}))

        with pytest.raises(NotYours):
            map_user(provider="feishu", user_id="lisi", account_id=account.pk, by=by, at=now())

        assert not ProviderUser.objects.exists()
