"""Accounts that wait for a person: who it may be, mapping, nobody's, and back; for HR alone."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection as database
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.access.actions import grant_role
from bole.people.models import Person
from bole.values.viewer import SYSTEM
from bole.work.actions.own_accounts import accounts_of, handed_in_connection
from bole.work.models import Connection, Fact, Identity, Item, OutsideAccount
from bole.work.rules.item import ItemVersion
from tests.factories import Company, make_account, make_company, make_connection, make_person, send

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 23, 1, tzinfo=UTC)
WEEK_BEFORE = datetime(2026, 11, 16, 1, tzinfo=UTC)
LIST = "/company/waiting/"


@pytest.fixture(autouse=True)
def clock():
    """Let it be Monday morning."""
    with time_machine.travel(MORNING, tick=False):
        yield


@dataclass(frozen=True, slots=True)
class Town:
    """李四 of the code, 苏文 of HR, and a tool."""

    company: Company
    li: Person
    su: Person
    tool: Connection


@pytest.fixture
def town() -> Town:
    """Return the town."""
    company = make_company()
    li, su = make_person(company, "李四", number="BL0471"), make_person(company, "苏文", number="BL0012")
    Person.objects.filter(pk=li.pk).update(work_email="lisi@example.com")
    return Town(company, li, su, make_connection("github", name="代码仓库"))


@pytest.fixture
def hr(town: Town) -> Client:
    """Return the browser of 苏文."""
    return browser(town.su, "hr")


def browser(person: Person, *roles: str) -> Client:
    """Return somebody's browser."""
    account = make_account(person)
    for role in roles:
        grant_role(account_id=account.pk, role=role, by=SYSTEM, at=MORNING)
    client = Client(headers={"Accept-Language": "zh"})
    client.force_login(account)
    return client


def reviewed(town: Town, *days: int, account: str = "dev-42", name: str = "", email: str = "") -> OutsideAccount:
    """Let an account give a review on each of these days of November."""
    versions = [
        ItemVersion(
            external_id=f"{account}-{day}", kind="review", version=1, account=account, account_name=name, account_email=email,
            state="done", opened_at=datetime(2026, 11, day, 4, tzinfo=UTC),
        )
        for day in days
    ]  # fmt: skip
    send(town.tool, *versions, at=WEEK_BEFORE)
    return OutsideAccount.objects.get(account=account)


def words(answer: object) -> str:
    """Return what is read."""
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", " ", answer.content.decode()))  # type: ignore[attr-defined]


class TestTheList:
    def test_says_whose_records_wait_since_when_and_who_it_may_be(self, town: Town, hr: Client) -> None:
        reviewed(town, 10, 11, 12, email="LiSi@example.com", name="li si")

        read = words(hr.get(LIST))

        assert "3条记录等待对应人员" in read
        assert "lisi可能是李四代码仓库，dev-42，LiSi@example.com，11月16日起3" in read

    def test_proposes_by_an_equal_name_that_one_person_has(self, town: Town, hr: Client) -> None:
        reviewed(town, 10, name="李四")

        assert "可能是李四" in words(hr.get(LIST))

    def test_proposes_nobody_where_two_have_the_name(self, town: Town, hr: Client) -> None:
        make_person(town.company, "李四", number="BL0999")
        reviewed(town, 10, name="李四")

        assert "可能是" not in words(hr.get(LIST))

    def test_says_that_nothing_waits(self, hr: Client) -> None:
        assert "每条记录都有对应的人" in words(hr.get(LIST))

    def test_goes_on_to_those_that_have_fewer_records(self, town: Town, hr: Client) -> None:
        for n in range(52):
            reviewed(town, 10, account=f"dev-{n:02}")

        first, second = hr.get(LIST), hr.get(f"{LIST}?from=50")

        assert 'href="/company/waiting/?from=50"' in first.content.decode()
        assert "还有2个外部账号" in words(first)
        assert [name in words(first) for name in ("dev-49", "dev-50")] == [True, False]
        assert [name in words(second) for name in ("dev-49", "dev-50", "dev-51")] == [False, True, True]
        assert 'href="/company/waiting/"' in second.content.decode()
        assert "还有" not in words(second)

    @pytest.mark.parametrize("start", ["-1", "x", "９", "9" * 400, "50"])
    def test_begins_anew_where_there_is_nothing(self, town: Town, hr: Client, start: str) -> None:
        reviewed(town, 10)

        assert "dev-42" in words(hr.get(LIST, {"from": start}))

    def test_leaves_out_what_bole_mapped_by_itself(self, town: Town, hr: Client) -> None:
        accounts_of(handed_in_connection(at=WEEK_BEFORE), frozenset({town.li.pk}), at=WEEK_BEFORE)

        assert "最近对应的" not in words(hr.get(LIST))

    def test_asks_the_database_no_more_for_many(self, town: Town, hr: Client, django_assert_num_queries) -> None:
        reviewed(town, 10, name="李四")
        hr.get(LIST)
        with CaptureQueriesContext(database) as few:
            hr.get(LIST)
        for n in range(12):
            reviewed(town, 10, account=f"dev-{n}", name="李四")

        with django_assert_num_queries(len(few)):
            hr.get(LIST)


class TestMapping:
    def test_lets_the_past_count_and_says_how_much(self, town: Town, hr: Client) -> None:
        account = reviewed(town, 10, 11, 12)

        answer = hr.post(f"{LIST}{account.ref}/map/", {"person": "BL0471", "first_day": "", "last_day": ""}, follow=True)

        assert "现在有3条记录计入李四。" in words(answer)
        assert Fact.objects.filter(person=town.li, measure="reviews_given", withdrawn_at=None).count() == 3
        assert not Item.objects.filter(is_waiting=True).exists()

    def test_counts_the_days_that_were_theirs_alone(self, town: Town, hr: Client) -> None:
        account = reviewed(town, 10, 11, 12)

        answer = hr.post(
            f"{LIST}{account.ref}/map/", {"person": "BL0471", "first_day": "2026-11-11", "last_day": "2026-11-11"}, follow=True
        )

        assert "现在有1条记录计入李四。" in words(answer)
        assert Item.objects.filter(is_waiting=True).count() == 2

    def test_finds_people_while_one_types(self, town: Town, hr: Client) -> None:
        account = reviewed(town, 10)

        part = hr.get(f"{LIST}{account.ref}/?q=lis", headers={"hx-request": "true"})

        assert part.content.strip().startswith(b'<div id="found"')
        assert "李四，交付一组，工程师，BL0471" in words(part)

    @pytest.mark.parametrize("said", [{}, {"person": "BL9999"}, {"person": "BL0471", "first_day": "2026-11-12", "last_day": "2026-11-11"}])
    def test_says_what_is_missing_and_maps_nothing(self, town: Town, hr: Client, said: dict[str, str]) -> None:
        account = reviewed(town, 10)

        assert hr.post(f"{LIST}{account.ref}/map/", said).status_code == 422
        assert not Identity.objects.exists()

    def test_refuses_two_people_at_once(self, town: Town, hr: Client) -> None:
        account = reviewed(town, 10)
        make_person(town.company, "吴铮", number="BL0093")
        hr.post(f"{LIST}{account.ref}/map/", {"person": "BL0471"})

        answer = hr.post(f"{LIST}{account.ref}/map/", {"person": "BL0093"})

        assert answer.status_code == 422
        assert "已对应李四" in words(answer)
        assert Identity.objects.get().person == town.li

    def test_leaves_ones_own_account_to_another(self, town: Town, hr: Client) -> None:
        account = reviewed(town, 10)

        answer = hr.post(f"{LIST}{account.ref}/map/", {"person": "BL0012"})

        assert answer.status_code == 422
        assert "请由另一位人事来对应" in words(answer)
        assert not Identity.objects.exists()

    def test_is_taken_back(self, town: Town, hr: Client) -> None:
        account = reviewed(town, 10, 11)
        hr.post(f"{LIST}{account.ref}/map/", {"person": "BL0471"})

        answer = hr.post(f"{LIST}{account.ref}/unmap/", follow=True)

        assert "已撤回，记录重新等待对应。" in words(answer)
        assert Item.objects.filter(is_waiting=True).count() == 2
        assert not Fact.objects.filter(withdrawn_at=None).exists()

    def test_nobodys_records_wait_no_longer_and_may_wait_again(self, town: Town, hr: Client) -> None:
        account = reviewed(town, 10, 11)

        said = words(hr.post(f"{LIST}{account.ref}/nobody/", follow=True))
        waiting = Item.objects.filter(is_waiting=True).count()
        hr.post(f"{LIST}{account.ref}/nobody/", {"is_nobody": "no"})

        assert "这个账号的2条记录不计给任何人，也不再等待。" in said
        assert (waiting, Item.objects.filter(is_waiting=True).count()) == (0, 2)


class TestWhoMay:
    @pytest.mark.parametrize("role", ["", "auditor", "system_admin"])
    @pytest.mark.parametrize("path", ["", "{ref}/", "nothing/"])
    def test_it_does_not_exist_for_others(self, town: Town, role: str, path: str) -> None:
        account = reviewed(town, 10)
        client = browser(town.li, *([role] if role else []))

        assert client.get(LIST + path.format(ref=account.ref)).status_code == 404

    @pytest.mark.parametrize("role", ["", "auditor", "system_admin"])
    @pytest.mark.parametrize("verb", ["map", "nobody", "unmap"])
    def test_others_change_nothing(self, town: Town, role: str, verb: str) -> None:
        account = reviewed(town, 10)
        client = browser(town.su, *([role] if role else []))

        answer = client.post(f"{LIST}{account.ref}/{verb}/", {"person": "BL0471"})

        account.refresh_from_db()
        assert answer.status_code == 404
        assert not Identity.objects.exists()
        assert not account.is_nobody

    def test_an_unknown_account_does_not_exist(self, hr: Client) -> None:
        assert hr.post(f"{LIST}nothing/map/", {"person": "BL0471"}).status_code == 404
