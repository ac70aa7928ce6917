"""The pages of the connections: how they are, what came, and the secret that is shown once; changed by system admins alone."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection as database
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.access.actions import grant_role
from bole.accounts.actions import open_account
from bole.values.viewer import SYSTEM, Viewer
from bole.work.actions import DeliveryNote, change_connection, refuse_delivery
from bole.work.models import Connection
from bole.work.refusals import TooMany
from bole.work.rules.item import ItemVersion
from tests.factories import make_connection, send

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 23, 1, tzinfo=UTC)
LIST = "/company/connections/"
FANGLEI = Viewer(name="方磊", is_system=True)


@pytest.fixture(autouse=True)
def clock():
    """Let it be Monday morning."""
    with time_machine.travel(MORNING, tick=False):
        yield


def signed_in(login: str, *roles: str, language: str = "zh") -> Client:
    """Return the browser of an account with these roles."""
    account = open_account(login=login, name=login, password=None, by=SYSTEM, at=MORNING)
    for role in roles:
        grant_role(account_id=account.pk, role=role, by=SYSTEM, at=MORNING)
    client = Client(headers={"Accept-Language": language})
    client.force_login(account)
    return client


def task(name: str, account: str = "nobody-yet") -> ItemVersion:
    """Return an open task of an account."""
    return ItemVersion(external_id=name, kind="task", version=1, account=account, state="open", opened_at=MORNING)


def refused(link: Connection, reason: str, where: str = "", at: datetime = MORNING) -> None:
    """Let a delivery be refused."""
    refuse_delivery(
        connection_id=link.pk, note=DeliveryNote(f"refused {reason}", event="issues", reason=reason, where=where), by=SYSTEM, at=at
    )


class TestADirectory:
    def test_is_said_when_a_tool_is_connected_and_taken_back_on_its_page(self) -> None:
        client = signed_in("qinshu", "system_admin")
        client.post(f"{LIST}new/", {"vendor": "jira", "name": "Jira", "runs_directory": "on", "secret": ""})
        link = Connection.objects.get()
        assert link.runs_directory

        client.post(f"{LIST}{link.ref}/change/", {"name": "Jira", "is_on": "on", "version": "1"})

        link.refresh_from_db()
        assert (link.runs_directory, link.is_on) == (False, True)


class TestAReason:
    @pytest.mark.parametrize(
        ("where", "language", "words"),
        [
            ("line 2, column 7", "zh", "第2行第7列"),
            ("byte 6", "zh", "第6字节"),
            ("line 2, column 7", "en", "line 2, column 7"),
            ("/facts/0/line 2", "zh", "/facts/0/line 2"),
        ],
    )
    def test_has_its_place_in_ones_own_language(self, where: str, language: str, words: str) -> None:
        link = make_connection("api")
        refused(link, "x", where=where)

        html = signed_in("suwen", "hr_admin", language=language).get(f"{LIST}{link.ref}/").content.decode()

        assert f">{words}<" in html

    @pytest.mark.parametrize(("language", "words"), [("zh", "一次5001条，最多5000条"), ("en", "5001 at once; at most 5000")])
    def test_is_read_in_ones_own_language(self, language: str, words: str) -> None:
        link = make_connection("api")
        note = DeliveryNote("refused x", event="facts", reason=TooMany.sentence, facts={"count": 5001, "most": 5000}, where="/facts")
        refuse_delivery(connection_id=link.pk, note=note, by=SYSTEM, at=MORNING)

        html = signed_in("suwen", "hr_admin", language=language).get(f"{LIST}{link.ref}/").content.decode()

        assert words in html


class TestTheList:
    def test_says_how_each_is(self) -> None:
        link = make_connection("github", name="平台组代码库")
        send(link, task("c"), at=MORNING - timedelta(days=2))
        send(link, task("a"), task("b"), at=MORNING)

        html = signed_in("qinshu", "system_admin").get(LIST).content.decode()

        row = re.sub(r"<[^>]+>|\s+", " ", html.split("平台组代码库")[1].split("</tr>")[0])
        assert "正常" in row
        assert row.split()[-3:-1] == ["1", "3"]
        assert "3条记录等待对应人员" in html

    def test_sets_what_needs_a_look_first(self) -> None:
        make_connection("jira", name="甲")
        refused(make_connection("github", name="乙"), "x")

        html = signed_in("suwen", "hr_admin").get(LIST).content.decode()

        assert html.index("乙") < html.index("甲</a>")
        assert "1个来源需要看一下" in html

    def test_says_what_will_stand_here(self) -> None:
        html = signed_in("qinshu", "system_admin").get(LIST).content.decode()

        assert "先接一个，10分钟就能看到评分" in html

    def test_asks_the_database_no_more_for_many(self, django_assert_num_queries) -> None:
        client = signed_in("qinshu", "system_admin")
        send(make_connection("github", name="0"), task("0"), at=MORNING)
        client.get(LIST)
        with CaptureQueriesContext(database) as few:
            client.get(LIST)
        for n in range(1, 12):
            send(make_connection("github", name=str(n)), task(str(n)), at=MORNING)

        with django_assert_num_queries(len(few)):
            client.get(LIST)

    @pytest.mark.parametrize("role", ["hr", "hr_admin", "auditor", "system_admin"])
    def test_is_read_by_hr_audit_and_system_admins(self, role: str) -> None:
        assert signed_in("one", role).get(LIST).status_code == 200

    @pytest.mark.parametrize("path", [LIST, LIST + "new/", "one", "nothing"])
    def test_does_not_exist_for_anybody_else(self, path: str) -> None:
        link = make_connection("github", name="平台组代码库")
        where = f"{LIST}{link.ref}/" if path == "one" else path if path.startswith("/") else f"{LIST}{path}/"

        assert signed_in("lisi").get(where).status_code == 404


class TestOne:
    def test_tells_where_the_address_and_the_secret_go(self) -> None:
        link = make_connection("github", name="平台组代码库")

        html = signed_in("suwen", "hr_admin").get(f"{LIST}{link.ref}/").content.decode()

        assert f"/hooks/{link.ref}/" in html
        assert "“Payload URL”填本连接的地址" in html
        assert str(link.secret) not in html

    def test_tells_what_became_of_each_delivery_and_why(self) -> None:
        link = make_connection("github", name="平台组代码库")
        send(link, task("a"), at=MORNING)
        refused(link, "The signature is missing or does not fit.", "/pull_request/merged_at")

        html = signed_in("suwen", "hr_admin").get(f"{LIST}{link.ref}/").content.decode()

        assert "签名缺失或不相符。" in html
        assert "/pull_request/merged_at" in html
        assert "等待对应人员" in html

    def test_leads_from_page_to_page_without_a_gap(self) -> None:
        link = make_connection("github", name="平台组代码库")
        for n in range(60):
            send(link, task(str(n)), at=MORNING)
        client = signed_in("suwen", "hr_admin")

        pages = [client.get(f"{LIST}{link.ref}/").content.decode()]
        pages += [client.get(next_of(pages[0])).content.decode()]
        pages += [client.get(next_of(pages[1])).content.decode()]

        assert [page.split('id="deliveries"')[1].split("</section>")[0].count('class="row"') for page in pages] == [25, 25, 10]
        assert next_of(pages[2]) == ""

    def test_refuses_a_place_that_it_did_not_give(self) -> None:
        link = make_connection("github", name="平台组代码库")

        assert signed_in("suwen", "hr_admin").get(f"{LIST}{link.ref}/?after=77").status_code == 422

    def test_shows_programs_how_to_send(self) -> None:
        link = make_connection("api", name="生产系统")

        html = signed_in("suwen", "hr_admin").get(f"{LIST}{link.ref}/").content.decode()

        assert f"--scope facts.write --connection {link.ref}" in html
        assert "/api/v1/items" in html

    @pytest.mark.parametrize("vendor", ["bole", "people"])
    def test_shows_no_way_to_send_what_arises_here(self, vendor: str) -> None:
        link = make_connection(vendor, name="伯乐")

        html = signed_in("suwen", "hr_admin").get(f"{LIST}{link.ref}/").content.decode()

        assert "bole token make" not in html
        assert "外部无法发送到这里" in html


def next_of(html: str) -> str:
    """Return the way to the next page of deliveries."""
    found = re.search(r'href="([^"]*\?after=[^"]*)"', html)
    return found[1] if found else ""


class TestChanging:
    def test_shows_a_new_secret_once(self) -> None:
        client = signed_in("qinshu", "system_admin")

        answer = client.post(LIST + "new/", {"vendor": "github", "name": "平台组代码库", "secret": ""})

        link = Connection.objects.get()
        assert str(link.secret) in answer.content.decode()
        assert answer["Cache-Control"] == "no-store"
        assert str(link.secret) not in client.get(f"{LIST}{link.ref}/").content.decode()

    def test_takes_the_secret_that_a_tool_gives(self) -> None:
        signed_in("qinshu", "system_admin").post(LIST + "new/", {"vendor": "delighted", "name": "回访", "secret": "given-by-delighted"})

        assert str(Connection.objects.get().secret) == "given-by-delighted"

    def test_says_what_a_new_one_lacks(self) -> None:
        answer = signed_in("qinshu", "system_admin").post(LIST + "new/", {"vendor": "github", "name": "", "secret": "short"})

        assert answer.status_code == 422
        assert not Connection.objects.exists()

    def test_renews_the_secret(self) -> None:
        link = make_connection("github", name="平台组代码库")
        before = str(link.secret)

        answer = signed_in("qinshu", "system_admin").post(f"{LIST}{link.ref}/secret/", {"secret": ""})

        link.refresh_from_db()
        assert str(link.secret) != before
        assert str(link.secret) in answer.content.decode()

    def test_renames_and_switches_off(self) -> None:
        link = make_connection("github", name="平台组代码库")

        answer = signed_in("qinshu", "system_admin").post(f"{LIST}{link.ref}/change/", {"name": "代码库", "version": 1})

        link.refresh_from_db()
        assert answer.status_code == 302
        assert (link.name, link.is_on, link.version) == ("代码库", False, 2)

    def test_keeps_both_texts_when_two_change_at_once(self) -> None:
        link = make_connection("github", name="平台组代码库")
        client = signed_in("qinshu", "system_admin")
        change_connection(ref=link.ref, name="平台仓库", is_on=True, version=1, by=FANGLEI, at=MORNING)

        answer = client.post(f"{LIST}{link.ref}/change/", {"name": "代码库", "is_on": "on", "version": 1})

        html = answer.content.decode()
        assert answer.status_code == 409
        assert "现在的内容：平台仓库" in html
        assert 'value="代码库"' in html
        assert 'name="version" value="2"' in html

    @pytest.mark.parametrize(
        ("language", "changed_at", "words"),
        [
            ("zh", MORNING, "方磊在09:00也改了这里。两份内容都在，没有覆盖。"),
            ("en", MORNING, "方磊 changed this too at 09:00. Both versions are kept."),
            ("zh", MORNING - timedelta(days=3), "方磊在11月20日 09:00也改了这里。"),
            ("en", MORNING - timedelta(days=3), "方磊 changed this too at 20 Nov 09:00."),
        ],
    )
    def test_says_who_changed_it_meanwhile_and_when(self, language: str, changed_at: datetime, words: str) -> None:
        link = make_connection("github", name="平台组代码库")
        client = signed_in("qinshu", "system_admin", language=language)
        change_connection(ref=link.ref, name="平台仓库", is_on=True, version=1, by=FANGLEI, at=changed_at)

        answer = client.post(f"{LIST}{link.ref}/change/", {"name": "代码库", "is_on": "on", "version": 1})

        assert answer.status_code == 409
        assert words in answer.content.decode()

    def test_says_that_much_of_a_change_whose_maker_was_not_kept(self) -> None:
        link = make_connection("github", name="平台组代码库")
        client = signed_in("qinshu", "system_admin")
        Connection.objects.filter(pk=link.pk).update(version=2)

        answer = client.post(f"{LIST}{link.ref}/change/", {"name": "代码库", "is_on": "on", "version": 1})

        assert answer.status_code == 409
        assert "有人刚刚改了这里。两份内容都在，没有覆盖。" in answer.content.decode()

    @pytest.mark.parametrize("form", [{"name": "", "version": 1}, {"name": "代码库", "version": 7}])
    def test_refuses_a_part_as_it_refuses_a_page(self, form: dict[str, object]) -> None:
        link = make_connection("github", name="平台组代码库")
        client = signed_in("qinshu", "system_admin")

        answer = client.post(f"{LIST}{link.ref}/change/", form, headers={"HX-Request": "true"})

        assert answer.status_code in {409, 422}

    @pytest.mark.parametrize("role", ["hr", "hr_admin", "auditor"])
    @pytest.mark.parametrize("what", ["new", "change", "secret"])
    def test_is_for_system_admins_alone(self, role: str, what: str) -> None:
        link = make_connection("github", name="平台组代码库")
        before = str(link.secret)
        path = LIST + "new/" if what == "new" else f"{LIST}{link.ref}/{what}/"

        answer = signed_in("one", role).post(path, {"vendor": "github", "name": "别的", "version": 1})

        link.refresh_from_db()
        assert answer.status_code == 403
        assert (link.name, str(link.secret), Connection.objects.count()) == ("平台组代码库", before, 1)

    @pytest.mark.parametrize("what", ["new", "change", "secret"])
    def test_does_not_exist_for_anybody_else(self, what: str) -> None:
        link = make_connection("github", name="平台组代码库")
        path = LIST + "new/" if what == "new" else f"{LIST}{link.ref}/{what}/"

        assert signed_in("lisi").post(path, {"vendor": "github", "name": "别的", "version": 1}).status_code == 404
