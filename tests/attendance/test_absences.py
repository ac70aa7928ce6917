"""Absences: recorded by HR and by programs, read by HR and the person, withdrawn and kept; other rooms see days alone."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection as database
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.accounts.actions import make_token
from bole.attendance.actions import record_absence, withdraw_absence
from bole.attendance.models import Absence
from bole.attendance.queries import absent_days, own_absences
from bole.attendance.refusals import KnownAlready, LastBeforeFirst, TooLongAbsence, UnknownAbsenceKind
from bole.kit.models import Announcement
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests.office import Office, make_office, text

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
LIST = "/company/absences/"
FIRST, LAST = date(2026, 11, 19), date(2026, 11, 20)


@pytest.fixture(autouse=True)
def clock():
    """Let it be Monday morning."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def office() -> Office:
    """Return the office of HR."""
    return make_office()


def away(office: Office, *, first: date = FIRST, last: date = LAST, kind: str = "marriage", by: str = "苏文") -> Absence:
    """Record that 李四 is away."""
    return record_absence(
        person_id=office.people["李四"].pk, first_day=first, last_day=last, kind=kind, by=office.viewer(by), at=NOW
    )  # fmt: skip


def key_to(*scopes: str) -> dict[str, str]:
    """Return the header of a program with these scopes."""
    return {"Authorization": f"Bearer {make_token(name='考勤', scopes=scopes, connection_ref='', days=30, by=SYSTEM, at=NOW)[1]}"}


def send(*absences: object, key: str = "", header: dict[str, str]) -> object:
    """Send absences as a program does."""
    more = {"Idempotency-Key": key} if key else {}
    return Client(headers={**header, **more}).post("/api/v1/absences", {"absences": list(absences)}, content_type="application/json")


def told(**other: object) -> dict[str, object]:
    """Return an absence as a program tells it."""
    return {"person": "BL0471", "first_day": "2026-11-19", "last_day": "2026-11-20", "kind": "leave", **other}


class TestRecordAbsence:
    def test_keeps_days_and_a_sealed_kind(self, office):
        kept = away(office)

        kept.refresh_from_db()
        assert (kept.first_day, kept.last_day, kept.kind, kept.by) == (FIRST, LAST, "marriage", "苏文")
        with database.cursor() as cursor:
            cursor.execute("SELECT kind FROM attendance_absence")
            assert "marriage" not in cursor.fetchone()[0]

    def test_announces_the_days(self, office):
        away(office)

        said = Announcement.objects.get(kind="AbsencesChanged")
        assert said.body == {"person_id": office.people["李四"].pk, "first_day": "2026-11-19", "last_day": "2026-11-20"}

    @pytest.mark.parametrize(
        ("first", "last", "kind", "refusal"),
        [
            (LAST, FIRST, "leave", LastBeforeFirst),
            (FIRST, date(2029, 11, 19), "leave", TooLongAbsence),
            (FIRST, LAST, "sleep", UnknownAbsenceKind),
        ],
    )
    def test_refuses_what_cannot_be(self, office, first, last, kind, refusal):
        with pytest.raises(refusal):
            away(office, first=first, last=last, kind=kind)

        assert not Absence.objects.exists()

    def test_refuses_the_very_same_twice(self, office):
        away(office)

        with pytest.raises(KnownAlready):
            away(office)

        assert Absence.objects.count() == 1

    @pytest.mark.parametrize("who", ["林静", "李四", "白审", "罗工"])
    def test_is_hr_s_alone(self, office, who):
        with pytest.raises(NotFound):
            away(office, by=who)

        assert not Absence.objects.exists()


class TestWithdrawAbsence:
    def test_keeps_it_as_withdrawn(self, office):
        kept = away(office)

        withdraw_absence(ref=kept.ref, by=office.viewer("顾海峰"), at=NOW)

        kept.refresh_from_db()
        assert kept.withdrawn_at == NOW
        assert absent_days(None, FIRST, LAST) == {}

    def test_is_not_for_the_person(self, office):
        kept = away(office)

        with pytest.raises(NotYours):
            withdraw_absence(ref=kept.ref, by=office.viewer("李四"), at=NOW)

        kept.refresh_from_db()
        assert kept.withdrawn_at is None


class TestAbsentDays:
    def test_are_the_days_inside_the_span_whatever_overlaps(self, office):
        li = office.people["李四"].pk
        away(office, first=date(2026, 10, 28), last=date(2026, 11, 3))
        away(office, first=date(2026, 11, 3), last=date(2026, 11, 4), kind="sick")

        found = absent_days([li], date(2026, 11, 2), date(2026, 11, 30))

        assert found == {li: frozenset({date(2026, 11, 2), date(2026, 11, 3), date(2026, 11, 4)})}

    def test_leave_out_whoever_is_not_asked_for(self, office):
        away(office)

        assert absent_days([office.people["林静"].pk], FIRST, LAST) == {}

    def test_cost_one_query(self, office, django_assert_num_queries):
        away(office)

        with django_assert_num_queries(1):
            absent_days(None, FIRST, LAST)


class TestThePage:
    def test_lists_whom_one_looks_after(self, office):
        away(office)

        page = text(office.browser("顾海峰").get(LIST).content)

        assert "李四" in page
        assert "婚假" in page
        assert "11月19日至11月20日" in page
        assert "2个工作日" in page

    def test_finds_a_person(self, office):
        away(office)
        browser = office.browser("苏文")

        assert "婚假" in text(browser.get(LIST, {"q": "lisi"}).content)
        assert "婚假" not in text(browser.get(LIST, {"q": "林静"}).content)

    def test_records_and_withdraws(self, office):
        browser = office.browser("苏文")
        form = {"person": "BL0471", "first_day": "2026-11-19", "last_day": "2026-11-20", "kind": "travel"}

        assert browser.post(f"{LIST}add/", form).status_code == 302
        kept = Absence.objects.get()
        assert browser.post(f"{LIST}{kept.ref}/withdraw/").status_code == 302

        kept.refresh_from_db()
        assert kept.kind == "travel"
        assert kept.withdrawn_at == NOW

    @pytest.mark.parametrize("number", ["BL9999", "BL0012"])
    def test_says_of_nobody_and_of_oneself_the_same(self, office, number):
        form = {"person": number, "first_day": "2026-11-19", "last_day": "2026-11-20", "kind": "travel"}

        answer = office.browser("苏文").post(f"{LIST}add/", form)

        assert answer.status_code == 422
        assert f"你负责的同事里没有工号是“{number}”的人。" in text(answer.content)
        assert not Absence.objects.exists()

    @pytest.mark.parametrize("who", ["林静", "李四", "白审", "罗工"])
    def test_is_not_there_for_others(self, office, who):
        assert office.browser(who).get(LIST).status_code == 404

    def test_asks_as_often_for_three_as_for_one(self, office):
        browser = office.browser("苏文")
        away(office)
        browser.get(LIST)
        with CaptureQueriesContext(
            database,
        ) as one:
            browser.get(LIST)
        away(office, kind="sick")
        away(office, kind="other")
        with CaptureQueriesContext(database) as three:
            browser.get(LIST)

        assert len(three) == len(one)


class TestMyOwn:
    def test_stand_in_my_export(self, office):
        away(office)

        (mine,) = own_absences(office.viewer("李四"))
        exported = office.browser("李四").get("/api/v1/people/BL0471/export").json()["absences"]

        assert mine.kind == "marriage"
        assert [(one["first_day"], one["kind"]) for one in exported] == [("2026-11-19", "marriage")]


class TestTheApi:
    def test_records_and_tells_each_fate(self, office):
        answer = send(told(), told(), told(person="BL9999"), told(kind="x"), told(more=1), header=key_to("absences.write"))

        assert answer.status_code == 200
        assert answer.json()["counts"] == {"stored": 1, "same": 1, "refused": 3}
        assert [one.get("code") for one in answer.json()["absences"][2:]] == ["unknown_person", "unknown_absence_kind", "unknown_field"]
        assert answer.json()["absences"][2]["where"] == "/absences/2/person"
        assert Absence.objects.get().by == "token 考勤"

    def test_answers_a_repeated_call_as_before(self, office):
        header = key_to("absences.write")
        first = send(told(), key="n-1", header=header).json()

        again = send(told(), key="n-1", header=header).json()

        assert (again["absences"], first["repeat"], again["repeat"]) == (first["absences"], False, True)
        assert Absence.objects.count() == 1

    def test_refuses_a_used_key_with_another_body(self, office):
        header = key_to("absences.write")
        send(told(), key="n-1", header=header)

        assert send(told(kind="sick"), key="n-1", header=header).json()["code"] == "key_reused"
        assert Absence.objects.count() == 1

    def test_takes_no_other_scope_for_its_own(self, office):
        assert send(told(), header=key_to("score.read", "dir.read")).status_code == 403
        assert not Absence.objects.exists()

    def test_lets_its_token_read_nothing(self, office):
        header = key_to("absences.write")

        assert Client(headers=header).get("/api/v1/people/BL0471").status_code == 404

    @pytest.mark.parametrize("body", [b"{}", b'{"absences": []}', b'{"absences": [1], "more": 1}', b"[]"])
    def test_refuses_another_shape(self, office, body):
        answer = Client(headers=key_to("absences.write")).post("/api/v1/absences", body, content_type="application/json")

        assert (answer.status_code, answer.json()["code"]) == (422, "not_a_list")
