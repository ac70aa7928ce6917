"""Data objections: seen by HR who look after the person, answered once, never by oneself."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection as database
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.access.actions import grant_role
from bole.access.queries import viewer_for
from bole.accounts.models import Account
from bole.people.actions import add_unit
from bole.people.models import Person
from bole.values.viewer import SYSTEM
from bole.work.actions import raise_objection
from bole.work.models import Connection, Fact, Item, Objection
from bole.work.rules.item import ItemVersion, Mark
from tests.factories import START, Company, make_account, make_company, make_connection, make_person, map_to, send

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 23, 1, tzinfo=UTC)
LAST_WEEK = datetime(2026, 11, 16, 1, tzinfo=UTC)
LIST = "/company/objections/"


@pytest.fixture(autouse=True)
def clock():
    """Let it be Monday morning."""
    with time_machine.travel(MORNING, tick=False):
        yield


@pytest.fixture
def company() -> Company:
    """Return a company."""
    return make_company()


@pytest.fixture
def tool(company: Company) -> Connection:
    """Return a tool."""
    return make_connection("jira", name="项目管理")


@pytest.fixture
def li(company: Company, tool: Connection) -> Person:
    """Return 李四, whose account is mapped."""
    return employee(company, tool, "李四", "BL0471")


def employee(company: Company, tool: Connection, name: str, number: str, **more: object) -> Person:
    """Hire somebody with an account, here and in the tool."""
    person = make_person(company, name, number=number, **more)  # type: ignore[arg-type]
    make_account(person)
    map_to(tool, number, person)
    return person


def doubted(tool: Connection, person: Person, *, name: str = "PAY-1", at: datetime = MORNING) -> Objection:
    """Let somebody be late with a task that was postponed once, and doubt it."""
    day = datetime(2026, 11, 12, 4, tzinfo=UTC)
    version = ItemVersion(
        external_id=name, kind="task", version=1, account=person.number, title="付款接口联调", state="done",
        opened_at=LAST_WEEK.replace(day=2), due_on=date(2026, 11, 10), closed_at=day,
        marks=frozenset({Mark("postponed", day.replace(day=9))}),
    )  # fmt: skip
    send(tool, version, at=LAST_WEEK)
    viewer = viewer_for(Account.objects.get(login=person.number), day=at.date())[0]
    return raise_objection(item_id=Item.objects.get(external_id=name).pk, words="客户要求延期", by=viewer, at=at)


def browser(person: Person, *roles: str, unit_ref: str = "") -> Client:
    """Return somebody's browser."""
    account = Account.objects.filter(login=person.number).first() or make_account(person)
    for role in roles:
        grant_role(account_id=account.pk, role=role, by=SYSTEM, at=MORNING, **({"unit_ref": unit_ref} if unit_ref else {}))
    client = Client(headers={"Accept-Language": "zh"})
    client.force_login(account)
    return client


@pytest.fixture
def hr(company: Company) -> Client:
    """Return the browser of 苏文 of HR."""
    return browser(make_person(company, "苏文", number="BL0012"), "hr_admin")


def words(answer: object) -> str:
    """Return what is read."""
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", " ", answer.content.decode()))  # type: ignore[attr-defined]


def delays(person: Person) -> int:
    """Return how many delays count for somebody."""
    return Fact.objects.filter(person=person, measure="delays", withdrawn_at=None).count()


class TestTheList:
    def test_shows_the_record_the_words_and_the_day(self, tool: Connection, li: Person, hr: Client) -> None:
        doubted(tool, li)

        read = words(hr.get(LIST))

        assert "1项数据异议等待答复" in read
        assert "李四11月26日（周四）前答复" in read or "李四11月26日前答复" in read
        assert "客户要求延期" in read
        assert "付款接口联调项目管理" in read

    def test_marks_the_late_ones(self, tool: Connection, li: Person, hr: Client) -> None:
        doubted(tool, li, at=LAST_WEEK)

        read = words(hr.get(LIST))

        assert "其中1项已过答复日。" in read
        assert "已过11月19日的答复日" in read

    def test_says_that_nothing_waits(self, hr: Client) -> None:
        assert "没有数据异议等待答复" in words(hr.get(LIST))

    def test_is_a_partners_own_people_only(self, company: Company, tool: Connection, li: Person) -> None:
        other = add_unit(code="T2", name="交付二组", kind="team", first_day=START, parent_id=company.root.pk, by=SYSTEM, at=LAST_WEEK)
        wu = employee(company, tool, "吴铮", "BL0093", unit=other)
        doubted(tool, li)
        theirs = doubted(tool, wu, name="PAY-2")
        partner = browser(make_person(company, "何佳", number="BL0148"), "hr_partner", unit_ref=company.team.ref)

        read = words(partner.get(LIST))

        assert "李四" in read
        assert "吴铮" not in read
        assert partner.post(f"{LIST}{theirs.ref}/answer/", {"decision": "keep", "answer": "好"}).status_code == 404

    def test_asks_the_database_no_more_for_many(self, tool: Connection, li: Person, hr: Client, django_assert_num_queries) -> None:
        doubted(tool, li)
        hr.get(LIST)
        with CaptureQueriesContext(database) as few:
            hr.get(LIST)
        for n in range(2, 12):
            doubted(tool, li, name=f"PAY-{n}")

        with django_assert_num_queries(len(few)):
            hr.get(LIST)

    @pytest.mark.parametrize("role", ["", "auditor", "system_admin"])
    def test_does_not_exist_for_others(self, tool: Connection, company: Company, li: Person, role: str) -> None:
        one = doubted(tool, li)
        client = browser(make_person(company, "吴铮", number="BL0093"), *([role] if role else []))

        assert client.get(LIST).status_code == 404
        assert client.post(f"{LIST}{one.ref}/answer/", {"decision": "keep", "answer": "好"}).status_code == 404


class TestAnswering:
    @pytest.mark.parametrize(
        ("said", "state", "left"),
        [
            ({"decision": "keep"}, "kept", 2),
            ({"decision": "exclude"}, "corrected", 0),
            ({"decision": "drop_delays"}, "corrected", 1),
            ({"decision": "due_on", "due_on": "2026-11-12"}, "corrected", 1),
        ],
    )
    def test_keeps_or_corrects_what_the_record_stands_for(
        self, tool: Connection, li: Person, hr: Client, said: dict[str, str], state: str, left: int
    ) -> None:
        one = doubted(tool, li)

        answer = hr.post(f"{LIST}{one.ref}/answer/", {**said, "answer": "已核对"}, follow=True)

        one.refresh_from_db()
        assert (one.state, one.answered_by.startswith("苏文"), delays(li)) == (state, True, left)
        assert "没有数据异议等待答复" in words(answer)
        assert Item.objects.get().due_on == date(2026, 11, 10)

    @pytest.mark.parametrize(
        "said", [{}, {"decision": "keep", "answer": ""}, {"decision": "due_on", "answer": "好"}, {"decision": "burn", "answer": "好"}]
    )
    def test_says_what_is_missing_and_keeps_the_words(self, tool: Connection, li: Person, hr: Client, said: dict[str, str]) -> None:
        one = doubted(tool, li)

        answer = hr.post(f"{LIST}{one.ref}/answer/", said)

        one.refresh_from_db()
        assert (answer.status_code, one.state) == (422, "open")

    def test_is_done_once(self, tool: Connection, li: Person, hr: Client) -> None:
        one = doubted(tool, li)
        hr.post(f"{LIST}{one.ref}/answer/", {"decision": "keep", "answer": "维持"})

        answer = hr.post(f"{LIST}{one.ref}/answer/", {"decision": "exclude", "answer": "不计"})

        one.refresh_from_db()
        assert (answer.status_code, one.state, one.answer) == (409, "kept", "维持")

    def test_is_never_ones_own(self, tool: Connection, li: Person) -> None:
        one = doubted(tool, li)
        own = browser(li, "hr_admin")

        answer = own.post(f"{LIST}{one.ref}/answer/", {"decision": "exclude", "answer": "我自己说了算"})

        one.refresh_from_db()
        assert (answer.status_code, one.state) == (403, "open")
        assert "客户要求延期" not in words(own.get(LIST))
