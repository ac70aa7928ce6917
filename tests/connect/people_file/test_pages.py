"""The pages of the people file: sent, looked at, mended, taken; for HR admins alone."""

from dataclasses import dataclass

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from bole.access.actions import grant_role
from bole.accounts.actions import open_account
from bole.accounts.models import Account
from bole.connect.models import PeopleImport
from bole.people.models import Person
from bole.values.viewer import SYSTEM
from tests.connect.people_file.roster import HEADINGS, as_csv, as_xlsx, put, rows_for, town
from tests.people.company import MORNING

pytestmark = pytest.mark.django_db
PAGE = "/people-file/"
FIELDS = ["number", "name", "unit", "position", "family", "grade", "manager", "first_day", "kind", "work_email", "mobile", "birthday"]
COLUMNS = {f"column_{n}": field for n, field in enumerate(FIELDS)}


def signed_in(login: str, *roles: str) -> Client:
    """Return the browser of an account with these roles."""
    account: Account = open_account(login=login, name=login, password=None, by=SYSTEM, at=MORNING)
    for role in roles:
        grant_role(account_id=account.pk, role=role, by=SYSTEM, at=MORNING)
    client = Client(headers={"Accept-Language": "zh"})
    client.force_login(account)
    return client


def sent(client: Client, body: bytes, name: str = "花名册.csv", **more: str):
    """Send a file."""
    return client.post(PAGE + "send/", {"file": SimpleUploadedFile(name, body), "day": "2026-11-23", **more})


class TestSending:
    def test_leads_to_what_the_file_would_do_and_writes_nobody(self) -> None:
        town()
        client = signed_in("suwen", "hr_admin")

        answer = sent(client, as_xlsx(rows_for(20)), "花名册.xlsx")

        page = client.get(answer.url)
        assert page.status_code == 200
        assert "新增20人" in page.content.decode()
        assert not Person.objects.exists()

    def test_a_file_that_cannot_be_read_is_said_at_its_field(self) -> None:
        client = signed_in("suwen", "hr_admin")

        answer = sent(client, b"PK\x03\x04", "花名册.csv")

        assert answer.status_code == 422
        assert "扩展名不一致" in answer.content.decode()
        assert not PeopleImport.objects.exists()

    def test_problems_are_listed_by_row(self) -> None:
        town()
        client = signed_in("suwen", "hr_admin")
        rows = rows_for(5)
        put(rows, 4, "职级", "P99")

        page = client.get(sent(client, as_csv(rows)).url).content.decode()

        assert "5行里有1行需要修改，一行都没有导入。下面按行列出原因。" in page
        assert "这里没有职级“P99”。" in page
        assert "Take the file" not in page

    def test_what_is_kept_is_sealed(self) -> None:
        town()
        client = signed_in("suwen", "hr_admin")
        sent(client, as_csv(rows_for(3)))

        with connection.cursor() as cursor:
            cursor.execute("SELECT body, found FROM connect_peopleimport")
            stored = str(cursor.fetchall())

        assert "13800000001" not in stored
        assert "QZ00001" not in stored


class TestTaking:
    def test_takes_it_whole_shows_the_proof_and_lets_go_of_the_file(self) -> None:
        town()
        client = signed_in("suwen", "hr_admin")
        url = sent(client, as_csv(rows_for(20))).url

        client.post(url + "take/")

        page = client.get(url).content.decode()
        assert Person.objects.count() == 20
        assert "每个填写的单元格都已读回" in page
        row = PeopleImport.objects.get()
        assert (row.state, row.body, row.found) == ("taken", "", "")
        assert client.post(url + "take/").status_code == 409
        assert Person.objects.count() == 20

    def test_columns_can_be_chosen_by_hand(self) -> None:
        town()
        client = signed_in("suwen", "hr_admin")
        url = sent(client, as_csv(rows_for(2), ["编码", *HEADINGS[1:]])).url
        before = client.get(url).content.decode()

        client.post(url + "columns/", {"day": "2026-11-23", **COLUMNS})
        client.post(url + "take/")

        assert "没有哪一列作为工号" in before
        assert Person.objects.count() == 2

    def test_a_field_can_be_taken_from_one_column_only(self) -> None:
        town()
        client = signed_in("suwen", "hr_admin")
        url = sent(client, as_csv(rows_for(2))).url

        answer = client.post(url + "columns/", {"day": "2026-11-23", **COLUMNS, "column_1": "number"})

        assert answer.status_code == 422
        assert "有两列都作为“工号”" in answer.content.decode()

    def test_columns_can_be_taken_out(self) -> None:
        town()
        client = signed_in("suwen", "hr_admin")
        url = sent(client, as_csv(rows_for(2))).url

        answer = client.post(url + "columns/", {"day": "2026-11-23", **COLUMNS, "column_10": ""})
        client.post(url + "take/")

        assert answer.status_code == 302
        assert Person.objects.get(number="QZ00001").mobile == ""

    def test_a_change_meanwhile_shows_the_new_list(self) -> None:
        place = town()
        client = signed_in("suwen", "hr_admin")
        url = sent(client, as_csv(rows_for(2))).url
        place.hire("QZ00002", "先到")

        refused = client.post(url + "take/")

        assert refused.status_code == 409
        assert Person.objects.count() == 1
        assert "先到" in client.get(url).content.decode()

    def test_many_changes_are_taken_by_a_second_person(self) -> None:
        town()
        first, second = signed_in("suwen", "hr_admin"), signed_in("hejia", "hr_admin")
        client_url = sent(first, as_csv(rows_for(20))).url
        first.post(client_url + "take/")
        rows = rows_for(20)
        for row in (3, 4):
            put(rows, row, "姓名", f"改名{row}")
        url = sent(first, as_csv(rows)).url

        alone = first.post(url + "take/")
        together = second.post(url + "take/")

        assert (alone.status_code, together.status_code) == (403, 302)
        assert Person.objects.get(number="QZ00002").name == "改名3"

    def test_can_be_dropped(self) -> None:
        town()
        client = signed_in("suwen", "hr_admin")
        url = sent(client, as_csv(rows_for(2))).url

        client.post(url + "drop/")

        assert PeopleImport.objects.get().state == "dropped"
        assert not Person.objects.exists()


@dataclass(frozen=True)
class Case:
    roles: tuple[str, ...]
    page: int
    send: int
    file: int


@pytest.mark.parametrize(
    "case",
    [
        Case(("hr_admin",), 200, 302, 200),
        Case(("auditor",), 200, 403, 200),
        Case(("hr",), 404, 404, 404),
        Case(("hr_partner",), 404, 404, 404),
        Case(("system_admin",), 404, 404, 404),
        Case((), 404, 404, 404),
    ],
    ids=lambda case: "+".join(case.roles) or "nobody",
)
def test_is_for_hr_admins_and_to_look_at_for_auditors(case: Case) -> None:
    town()
    url = sent(signed_in("owner", "hr_admin"), as_csv(rows_for(1))).url
    client = signed_in("asker", *case.roles)

    statuses = (client.get(PAGE).status_code, sent(client, as_csv(rows_for(1))).status_code, client.get(url).status_code)

    assert statuses == (case.page, case.send, case.file)


def test_the_example_is_given_to_everybody_who_signed_in() -> None:
    answer = signed_in("suwen", "hr_admin").get(PAGE + "example.xlsx")

    assert answer["Content-Disposition"] == 'attachment; filename="people.xlsx"'
    assert answer.content.startswith(b"PK")
