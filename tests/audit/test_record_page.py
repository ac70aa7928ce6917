"""The record, as the auditor reads and checks it."""

import pytest

from bole.audit.models import Entry
from tests.office import Office, make_office, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    """Return the office of HR."""
    return make_office()


class TestTheRecord:
    @pytest.mark.parametrize(("name", "status"), [("白审", 200), ("苏文", 404), ("罗工", 404), ("李四", 404)])
    def test_is_open_to_auditors_only(self, office, name, status):
        assert office.browser(name).get("/company/record/").status_code == status

    def test_says_in_words_what_was_done_and_to_whom(self, office):
        words = text(office.browser("白审").get("/company/record/?what=people.hire").content)

        assert "办理入职2025年1月1日" in words
        assert "李四BL0471" in words
        assert "授予角色" not in words

    def test_is_read_page_by_page_in_few_queries(self, office, django_assert_max_num_queries):
        auditor = office.browser("白审")
        first = auditor.get("/company/record/").content.decode()

        with django_assert_max_num_queries(12):
            auditor.get("/company/record/?before=8")

        assert first.count("<tr>") == Entry.objects.count() + 1

    @pytest.mark.parametrize("before", ["x", "-1", "9" * 40])
    def test_takes_any_cursor(self, office, before):
        assert office.browser("白审").get(f"/company/record/?before={before}").status_code == 200


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
