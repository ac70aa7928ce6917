"""Sessions end at once when they should: with everybody's on one word, with the account, the password, the employment, the day."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from bole.access.actions import end_role, grant_role
from bole.access.models import Grant
from bole.accounts.actions import end_sessions
from bole.accounts.models import Account
from bole.accounts.queries import is_session_alive
from bole.kit.clock import now, today
from bole.people.actions import end_employment
from bole.people.models import Person
from bole.values.refusal import NotYours
from bole.values.viewer import SYSTEM, Viewer
from tests.factories import PASSWORD, make_account, make_company, make_person

pytestmark = pytest.mark.django_db

OWN = "/performance/"


@pytest.fixture
def li() -> Person:
    """Return somebody who has an account with a password."""
    person = make_person(make_company(), "李四")
    make_account(person, password=PASSWORD)
    return Person.objects.select_related("account").get(pk=person.pk)


def browser(person: Person) -> Client:
    """Return a browser in which the person signed in."""
    client = Client()
    client.force_login(person.account)
    return client


def is_in(client: Client) -> bool:
    """Test if the browser is let in: page and stream say the same."""
    page = client.get(OWN).status_code
    cookie = client.cookies.get(settings.SESSION_COOKIE_NAME)
    assert page in {200, 302}
    assert is_session_alive(cookie.value if cookie else "") == (page == 200)
    return page == 200


def end_all(person: Person) -> None:
    end_sessions(account_id=person.account.pk, by=SYSTEM, at=now())


def disable(person: Person) -> None:
    Account.objects.filter(pk=person.account.pk).update(is_active=False)


def change_password(person: Person) -> None:
    person.account.set_password("another-word-2026")
    person.account.save(update_fields=["password"])


def remove(person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(account=None)
    Account.objects.filter(pk=person.account.pk).delete()


ENDS: dict[str, Callable[[Person], None]] = {
    "all sessions ended": end_all, "account disabled": disable, "password changed": change_password, "account removed": remove,
}  # fmt: skip


class TestASession:
    @pytest.mark.parametrize("how", ENDS)
    def test_is_dead_at_the_next_request(self, li: Person, how: str) -> None:
        first, second = browser(li), browser(li)
        before = [is_in(first), is_in(second)]

        ENDS[how](li)

        assert (before, [is_in(first), is_in(second)]) == ([True, True], [False, False])

    def test_that_was_never_used_dies_with_the_others(self, li: Person) -> None:
        unused = browser(li)

        end_all(li)

        assert not is_in(unused)

    def test_ends_with_the_last_day_of_work(self, li: Person) -> None:
        client = browser(li)
        account = Account.objects.get(pk=li.account.pk)
        grant_role(account_id=account.pk, role="hr_admin", by=SYSTEM, at=now())
        end_employment(person_id=li.pk, last_day=today() - timedelta(days=1), reason="", by=SYSTEM, at=now())

        assert client.get(OWN).status_code == 302
        assert browser(li).get("/people/").status_code == 302

    def test_goes_on_elsewhere_if_one_signs_out_here(self, li: Person) -> None:
        here, elsewhere = browser(li), browser(li)
        old = here.cookies[settings.SESSION_COOKIE_NAME].value

        here.post("/sign-out/")

        assert (is_in(here), is_in(elsewhere), is_session_alive(old)) == (False, True, False)

    def test_of_a_thief_ends_when_the_owner_ends_all(self, li: Person) -> None:
        owner, thief = browser(li), browser(li)

        response = owner.post("/me/sessions/end/")

        assert (response.status_code, response["Location"]) == (302, "/sign-in/")
        assert [is_in(owner), is_in(thief)] == [False, False]

    def test_gets_a_new_key_at_signing_in(self, li: Person) -> None:
        client = Client()
        client.get("/sign-in/")
        client.cookies[settings.SESSION_COOKIE_NAME] = "a-key-that-somebody-planted-000"

        client.post("/sign-in/", {"login": li.number, "password": PASSWORD})

        assert client.cookies[settings.SESSION_COOKIE_NAME].value != "a-key-that-somebody-planted-000"
        assert is_in(client)

    def test_does_not_exist_for_somebody_who_only_looks_at_the_door(self) -> None:
        client = Client()
        client.get("/sign-in/")
        client.get(OWN)

        assert settings.SESSION_COOKIE_NAME not in client.cookies

    def test_has_a_cookie_that_no_script_and_no_other_site_gets(self, li: Person) -> None:
        cookie = browser(li).cookies[settings.SESSION_COOKIE_NAME]
        signed_in = Client()
        signed_in.post("/sign-in/", {"login": li.number, "password": PASSWORD})
        given = signed_in.cookies[settings.SESSION_COOKIE_NAME]

        assert cookie.value != given.value
        assert (given["httponly"], given["samesite"], given["path"]) == (True, "Lax", "/")


class TestIdle:
    @pytest.mark.parametrize(("minutes", "lives"), [(29, True), (31, False)])
    def test_half_an_hour_ends_a_session(self, li: Person, minutes: int, *, lives: bool) -> None:
        client = browser(li)
        client.get(OWN)

        with time_machine.travel(now() + timedelta(minutes=minutes)):
            assert (client.get(OWN).status_code == 200) == lives

    @pytest.mark.parametrize(("minutes", "lives"), [(14, True), (16, False)])
    @pytest.mark.parametrize("role", ["hr", "hr_partner", "hr_admin", "auditor", "system_admin"])
    def test_a_quarter_of_an_hour_ends_one_with_a_role(self, li: Person, role: str, minutes: int, *, lives: bool) -> None:
        grant_role(account_id=li.account.pk, role=role, by=SYSTEM, at=now())
        client = browser(li)
        client.get(OWN)

        with time_machine.travel(now() + timedelta(minutes=minutes)):
            assert (client.get(OWN).status_code == 200) == lives

    def test_half_a_day_ends_a_session_that_is_used_all_the_time(self, li: Person) -> None:
        client, start = browser(li), now()
        answers = []
        for quarter in range(50):
            with time_machine.travel(start + timedelta(minutes=15 * quarter)):
                answers.append(client.get(OWN).status_code)

        assert answers == [200] * 48 + [302, 302]


class TestARole:
    def test_works_from_the_next_request_and_no_longer_than_it_is_held(self, li: Person) -> None:
        client = browser(li)
        without = client.get("/company/tokens/").status_code
        grant = grant_role(account_id=li.account.pk, role="system_admin", by=SYSTEM, at=now())
        with_it = client.get("/company/tokens/").status_code
        end_role(grant_id=grant.pk, by=SYSTEM, at=now())

        assert (without, with_it, client.get("/company/tokens/").status_code) == (404, 200, 404)

    def test_ends_at_once_however_often_it_was_granted(self, li: Person) -> None:
        first = grant_role(account_id=li.account.pk, role="auditor", by=SYSTEM, at=now())
        second = grant_role(account_id=li.account.pk, role="auditor", by=SYSTEM, at=now())
        end_role(grant_id=second.pk, by=SYSTEM, at=now())

        assert first == second
        assert not Grant.objects.filter(ended_at=None).exists()


class TestEndSessions:
    def test_is_for_oneself_and_the_system_administrator(self, li: Person) -> None:
        account = li.account
        own = Viewer(name="李四", account_id=account.pk)
        admin = Viewer(name="管理员", account_id=0, roles=frozenset({"system_admin"}))

        end_sessions(account_id=account.pk, by=own, at=now())
        end_sessions(account_id=account.pk, by=admin, at=now())

        account.refresh_from_db()
        assert account.session_epoch == 2

    @pytest.mark.parametrize("roles", [(), ("employee",), ("hr",), ("hr_admin",), ("auditor",)])
    def test_is_for_nobody_else(self, li: Person, roles: tuple[str, ...]) -> None:
        with pytest.raises(NotYours):
            end_sessions(account_id=li.account.pk, by=Viewer(name="x", account_id=0, roles=frozenset(roles)), at=now())

        li.account.refresh_from_db()
        assert li.account.session_epoch == 0


def test_somebody_who_comes_next_month_does_not_come_in_today() -> None:
    company = make_company()
    person = make_person(company, "李四")
    account = make_account(person)
    client = Client()
    client.force_login(account)

    with time_machine.travel(date(2024, 12, 30)):
        assert client.get("/people/").status_code == 302
