"""The record, as the auditor reads and checks it."""

from datetime import UTC, datetime

import pytest
from django.apps import apps

from bole.audit.actions import write
from bole.audit.models import Entry
from bole.audit.words import DONE
from bole.kit.action import NAMES, Line
from bole.people.models import Person
from bole.values.viewer import Viewer
from tests.office import Office, make_office, text

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


@pytest.fixture
def office() -> Office:
    """Return the office of HR."""
    return make_office()


class TestTheRecord:
    @pytest.mark.parametrize(("name", "status"), [("白审", 200), ("苏文", 404), ("罗工", 404), ("李四", 404)])
    def test_is_open_to_auditors_only(self, office, name, status):
        assert office.browser(name).get("/company/record/").status_code == status

    def test_says_in_words_what_was_done_and_to_whom(self, office):
        words = text(office.browser("白审").get("/company/record/?who=all&what=people.hire").content)

        assert "办理入职2025年1月1日" in words
        assert "李四BL0471" in words
        assert "授予角色" not in words

    def test_is_read_page_by_page_in_few_queries(self, office, django_assert_max_num_queries):
        auditor = office.browser("白审")
        first = auditor.get("/company/record/?who=all").content.decode()

        with django_assert_max_num_queries(12):
            auditor.get("/company/record/?who=all&before=8")

        deeds = Entry.objects.values("what", "by", "at", "things", "fields").distinct().count()
        assert first.count("<tr>") == deeds + 1

    @pytest.mark.parametrize("before", ["x", "-1", "9" * 40])
    def test_takes_any_cursor(self, office, before):
        assert office.browser("白审").get(f"/company/record/?before={before}").status_code == 200

    def test_begins_with_what_people_did(self, office):
        write(Line("work.record", Viewer(name="hook 代码仓库"), NOON, things=["connection 2fbcqrjpf4p6"]))
        write(Line("access.grant_role", Viewer(name="苏文", account_id=7), NOON, things=["role auditor"]))

        first, machines = (text(office.browser("白审").get(f"/company/record/{more}").content) for more in ("", "?who=machines"))

        assert "授予角色" in first
        assert "角色“审计员”" in first
        assert "接收投递" not in first
        assert "接口：代码仓库" in machines
        assert "2fbcqrjpf4p6" not in machines

    def test_says_a_look_at_a_list_as_one_line(self, office):
        by = Viewer(name="苏文", account_id=7)
        people = Person.objects.order_by("number")[:4]
        write(*(Line("score.look", by, NOON, subject=str(one.ref), fields=["score", "list"]) for one in people))

        html = office.browser("白审").get("/company/record/?what=score.look").content.decode()

        assert html.count("<tr>") == 2
        assert "另有1项" in text(html.encode())


def test_every_action_has_its_words():
    rooms = {one.label for one in apps.get_app_configs()} - {"kit"}

    assert sorted(name for name in NAMES if name.split(".")[0] in rooms and name not in DONE) == []


class TestTheCheck:
    def test_says_that_the_chain_is_whole(self, office):
        words = text(office.browser("白审").post("/company/record/check/").content)

        assert f"日志链完整：共{Entry.objects.count()}条，没有缺失，没有改动。" in words

    def test_finds_a_line_that_was_changed(self, office):
        entry = Entry.objects.order_by("seq")[3]
        Entry.objects.filter(pk=entry.pk).update(by="nobody")

        words = text(office.browser("白审").post("/company/record/check/").content)

        assert "日志链有1处断开。" in words
        assert f"第{entry.seq}条写入后被改动过。" in words

    def test_is_for_auditors_only(self, office):
        assert office.browser("苏文").post("/company/record/check/").status_code == 404
