"""Pages of closings: a period closed by hand, a late record, one score opened again by two people, every revision kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.access.actions import grant_role
from bole.accounts.actions import open_account
from bole.accounts.models import Account
from bole.audit.models import Entry
from bole.kit.worker import settle
from bole.people.models import Person
from bole.scoring.models import ClosedScore, Closing, LateChange, Reopening
from bole.values.viewer import SYSTEM
from bole.work.models import Connection
from bole.work.rules.item import ItemVersion
from tests.factories import Company, make_account, make_company, make_connection, make_model, make_person, map_to, send

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 11, 20, 4, tzinfo=UTC)
PAGE = "/company/closings/"
OCTOBER = PAGE + "2026-10/"


@dataclass(frozen=True, slots=True)
class Place:
    """A company in which 李四 worked in October."""

    company: Company
    tool: Connection
    li: Person


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """Let it be Friday noon."""
    with time_machine.travel(FRIDAY, tick=False):
        yield


@pytest.fixture
def place() -> Place:
    """Make the company."""
    company = make_company()
    make_model("programmer", families=("programmer",))
    li, tool = make_person(company, "李四", number="BL0471"), make_connection()
    make_account(li)
    map_to(tool, "lisi", li)
    made = Place(company, tool, li)
    send(tool, *[task(n, on_time=n > 0) for n in range(10)], at=FRIDAY)
    settle(FRIDAY)
    return made


def task(number: int, *, on_time: bool) -> ItemVersion:
    """Return a task of October."""
    day = 12 if on_time else 16
    return ItemVersion(
        external_id=f"PAY-{number}", kind="task", version=1, account="lisi", state="done", title=f"对账任务{number}",
        opened_at=datetime(2026, 10, 9, 1, tzinfo=UTC), due_on=date(2026, 10, 14), closed_at=datetime(2026, 10, day, 9, tzinfo=UTC),
    )  # fmt: skip


def browser(login: str, *roles: str) -> Client:
    """Return the browser of an account with these roles."""
    account: Account = open_account(login=login, name=login, password=None, by=SYSTEM, at=FRIDAY)
    for role in roles:
        grant_role(account_id=account.pk, role=role, by=SYSTEM, at=FRIDAY)
    client = Client(headers={"accept-language": "zh-CN"})
    client.force_login(account)
    return client


def late_record(place: Place) -> None:
    """Let a task of October arrive after the closing."""
    send(place.tool, task(77, on_time=False), at=FRIDAY)
    settle(FRIDAY)


def words(answer) -> str:
    """Return what a page says."""
    return str(answer.content.decode())


class TestClosing:
    def test_freezes_a_period_by_hand(self, place: Place) -> None:
        hr = browser("suwen", "hr_admin")

        before = words(hr.get(PAGE))
        hr.post(OCTOBER + "close/")
        after = words(hr.get(PAGE))

        assert "2026年10月已经结束，还没有关闭" in before
        assert "共1人" in words(hr.get(OCTOBER))
        assert "suwen" in after
        assert ClosedScore.objects.get(person=place.li, period="2026-10").revision == 1

    def test_says_why_a_running_period_stays_open(self, place: Place) -> None:
        answer = browser("suwen", "hr_admin").post(PAGE + "2026-11/close/")

        assert answer.status_code == 409
        assert "2026年11月到2026-11-30结束，之后才能关闭。" in words(answer)
        assert not Closing.objects.exists()

    def test_happens_once(self, place: Place) -> None:
        hr = browser("suwen", "hr_admin")
        hr.post(OCTOBER + "close/")

        again = hr.post(OCTOBER + "close/")

        assert again.status_code == 409
        assert "2026年10月已经关闭" in words(again)


class TestLateChanges:
    def test_stand_beside_the_frozen_score(self, place: Place) -> None:
        hr = browser("suwen", "hr_admin")
        hr.post(OCTOBER + "close/")
        frozen = ClosedScore.objects.get(person=place.li).score

        late_record(place)
        page = words(hr.get(OCTOBER))

        assert ClosedScore.objects.get(person=place.li).score == frozen
        assert f"/company/closings/2026-10/{place.li.number}/" in page
        assert "2026年10月：1人的评分现在会不一样" in page

    def test_a_look_is_on_the_record_of_whom_it_is_about(self, place: Place) -> None:
        hr = browser("suwen", "hr_admin")
        hr.post(OCTOBER + "close/")
        late_record(place)

        hr.get(OCTOBER)

        assert Entry.objects.filter(what="score.look", subject=str(place.li.ref)).count() == 1

    def test_are_a_partners_own_people_only(self, place: Place) -> None:
        browser("suwen", "hr_admin").post(OCTOBER + "close/")
        late_record(place)

        partner = browser("hejia", "hr_partner")

        assert "李四" not in words(partner.get(OCTOBER))
        assert partner.get(OCTOBER + "BL0471/").status_code == 404


class TestReopening:
    def test_takes_two_and_keeps_both_revisions(self, place: Place) -> None:
        first, second = browser("suwen", "hr_admin"), browser("hejia", "hr_admin")
        first.post(OCTOBER + "close/")
        late_record(place)
        first.post(OCTOBER + "BL0471/propose/", {"reason": "客户晚交了一张单"})
        ref = Reopening.objects.get().ref

        alone = first.post(f"/company/reopenings/{ref}/", {"decision": "approve"})
        second.post(f"/company/reopenings/{ref}/", {"decision": "approve"})
        page = words(second.get(OCTOBER + "BL0471/"))

        assert alone.status_code == 403
        assert "这是你自己提出的，需要另一个人批准。" in words(alone)
        assert "第1版" in page
        assert "第2版" in page
        assert "客户晚交了一张单" in page
        assert list(ClosedScore.objects.order_by("revision").values_list("revision", "is_last")) == [(1, False), (2, True)]
        assert not LateChange.objects.exists()

    def test_changes_nothing_when_it_is_declined(self, place: Place) -> None:
        first, second = browser("suwen", "hr_admin"), browser("hejia", "hr_admin")
        first.post(OCTOBER + "close/")
        late_record(place)
        first.post(OCTOBER + "BL0471/propose/", {"reason": "再看一下"})

        second.post(f"/company/reopenings/{Reopening.objects.get().ref}/", {"decision": "decline"})

        assert ClosedScore.objects.count() == 1
        assert Reopening.objects.get().state == "declined"

    def test_needs_a_reason(self, place: Place) -> None:
        hr = browser("suwen", "hr_admin")
        hr.post(OCTOBER + "close/")

        assert hr.post(OCTOBER + "BL0471/propose/", {"reason": " "}).status_code == 422
        assert not Reopening.objects.exists()

    def test_waits_for_its_first_proposal(self, place: Place) -> None:
        hr = browser("suwen", "hr_admin")
        hr.post(OCTOBER + "close/")
        hr.post(OCTOBER + "BL0471/propose/", {"reason": "一"})

        assert hr.post(OCTOBER + "BL0471/propose/", {"reason": "二"}).status_code == 409
        assert Reopening.objects.count() == 1

    def test_is_nothing_for_ones_own_score(self, place: Place) -> None:
        browser("suwen", "hr_admin").post(OCTOBER + "close/")
        own = Account.objects.get(login="BL0471")
        grant_role(account_id=own.pk, role="hr_admin", by=SYSTEM, at=FRIDAY)
        client = Client()
        client.force_login(own)

        assert client.post(OCTOBER + "BL0471/propose/", {"reason": "我自己的"}).status_code == 403


@pytest.mark.parametrize(
    ("role", "reads", "closes"),
    [("hr", 200, 403), ("hr_partner", 200, 403), ("hr_admin", 200, 302), ("auditor", 200, 403), ("system_admin", 404, 404), ("", 404, 404)],
)
def test_who_reads_and_who_closes(place: Place, role: str, reads: int, closes: int) -> None:
    client = browser("asker", *([role] if role else []))

    assert (client.get(PAGE).status_code, client.post(OCTOBER + "close/").status_code) == (reads, closes)


@pytest.mark.parametrize("path", ["2026-10/", "2026-13/", "x/", "2026-10/BL0471/", "2026-10/NOBODY/"])
def test_what_is_not_closed_is_not_there(place: Place, path: str) -> None:
    assert browser("suwen", "hr_admin").get(PAGE + path).status_code == 404


def test_more_late_people_cost_no_more_reads(place: Place) -> None:
    hr = browser("qinshu", "auditor")
    browser("suwen", "hr_admin").post(OCTOBER + "close/")
    late_record(place)
    with CaptureQueriesContext(
        connection,
    ) as few:
        hr.get(PAGE)
    for n in range(10):
        person = make_person(place.company, f"同事{n}")
        ClosedScore.objects.create(person=person, period="2026-10", score=8000, state="scored", readings_hash="", closed_at=FRIDAY)
        LateChange.objects.create(person=person, period="2026-10", score_now=7000, seen_at=FRIDAY)

    with CaptureQueriesContext(connection) as many:
        page = hr.get(PAGE)

    assert "11个已关闭的评分现在会不一样" in words(page)
    assert len(many) <= len(few)
    assert len(many) <= 20
