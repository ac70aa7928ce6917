"""Notices: each is told once, to one account, and says no value; the bell counts what is unread without a query of its own."""

from datetime import UTC, datetime, timedelta

import pytest

from bole.audit.models import Entry
from bole.notices.actions import mark_all_read, mark_read, tell
from bole.notices.models import Notice
from bole.notices.refusals import UnknownKind
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM
from tests.office import Office, text

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
FILLED = {"name": "李四", "n": 5, "date": "2026-11-25", "duty": "meeting"}


def told(office: Office, *names: str, key: str = "duty 1", at: datetime = NOON) -> int:
    """Tell people of a duty; return how many were not told before."""
    accounts = [office.accounts[name].pk for name in names]
    return tell(accounts=accounts, kind="tests.due", key=key, params=FILLED, address="/me/", by=SYSTEM, at=at)


class TestTell:
    def test_tells_each_account_once(self, office: Office) -> None:
        first = told(office, "李四", "林静")

        again = told(office, "李四", "林静", "苏文", at=NOON + timedelta(days=3))

        assert (first, again, Notice.objects.count()) == (2, 1, 3)

    def test_tells_something_else_of_the_same_kind(self, office: Office) -> None:
        told(office, "李四")

        other = told(office, "李四", key="duty 2")

        assert (other, Notice.objects.count()) == (1, 2)

    def test_refuses_a_kind_that_no_room_offers(self, office: Office) -> None:
        with pytest.raises(UnknownKind):
            tell(accounts=[office.accounts["李四"].pk], kind="tests.unheard", key="1", params={}, address="/", by=SYSTEM, at=NOON)

        assert not Notice.objects.exists()

    def test_stands_on_the_record_without_what_was_said(self, office: Office) -> None:
        told(office, "李四")

        line = Entry.objects.get(what="notices.tell")

        assert "notice_kind tests.due" in str(line.__dict__)
        assert "2026-11-25" not in str(line.__dict__)


class TestReading:
    def test_is_for_whom_it_was_told_alone(self, office: Office) -> None:
        told(office, "李四")

        with pytest.raises(NotFound):
            mark_read(ref=Notice.objects.get().ref, by=office.viewer("林静"), at=NOON)

        assert Notice.objects.get().read_at is None

    def test_keeps_the_moment_of_the_first_time(self, office: Office) -> None:
        told(office, "李四")
        ref = Notice.objects.get().ref
        mark_read(ref=ref, by=office.viewer("李四"), at=NOON)

        mark_read(ref=ref, by=office.viewer("李四"), at=NOON + timedelta(hours=1))

        assert Notice.objects.get().read_at == NOON

    def test_marks_all_of_ones_own(self, office: Office) -> None:
        told(office, "李四", "林静")

        count = mark_all_read(by=office.viewer("李四"), at=NOON)

        assert count == 1
        assert Notice.objects.get(account=office.accounts["林静"]).read_at is None


class TestThePage:
    def test_says_the_sentence_with_days_and_words(self, office: Office) -> None:
        told(office, "李四")

        page = office.browser("李四").get("/notices/")

        assert "李四:5,11月25日,talk" in text(page.content)
        assert "11月20日（周五）" in text(page.content)

    def test_leads_where_the_notice_leads_and_marks_it_read(self, office: Office) -> None:
        told(office, "李四")

        answer = office.browser("李四").post(f"/notices/{Notice.objects.get().ref}/read/")

        assert (answer.status_code, answer["Location"]) == (302, "/me/")
        assert Notice.objects.get().read_at == NOON

    def test_shows_what_is_unread_first_and_keeps_the_rest_under_all(self, office: Office) -> None:
        told(office, "李四")
        told(office, "李四", key="duty 2")
        mark_read(ref=Notice.objects.order_by("id")[0].ref, by=office.viewer("李四"), at=NOON)

        new, everything = (text(office.browser("李四").get(url).content) for url in ("/notices/", "/notices/?all=1"))

        assert (new.count("李四:5"), everything.count("李四:5")) == (1, 2)

    def test_says_when_there_is_nothing(self, office: Office) -> None:
        page = office.browser("李四").get("/notices/")

        assert "没有新通知" in text(page.content)

    def test_goes_on_page_by_page(self, office: Office) -> None:
        for number in range(41):
            told(office, "李四", key=f"duty {number}", at=NOON - timedelta(minutes=number))
        browser = office.browser("李四")
        last = Notice.objects.order_by("-told_at")[39].ref

        first, second = (text(browser.get(url).content) for url in ("/notices/", f"/notices/?after={last}"))

        assert (first.count("李四:5"), second.count("李四:5")) == (40, 1)

    def test_knows_no_cursor_of_somebody_else(self, office: Office) -> None:
        told(office, "林静")

        assert office.browser("李四").get(f"/notices/?after={Notice.objects.get().ref}").status_code == 404

    def test_asks_the_database_seven_times_at_most(self, office: Office, django_assert_max_num_queries) -> None:
        told(office, *("李四",), key="a")
        told(office, "李四", key="b")
        browser = office.browser("李四")
        browser.get("/notices/")

        with django_assert_max_num_queries(7):
            browser.get("/notices/")


class TestTheBell:
    def test_counts_what_is_unread(self, office: Office) -> None:
        told(office, "李四")
        told(office, "李四", key="duty 2")

        page = office.browser("李四").get("/")

        assert "通知2条未读" in text(page.content)

    def test_says_nothing_when_all_is_read(self, office: Office) -> None:
        told(office, "李四")
        mark_all_read(by=office.viewer("李四"), at=NOON)

        page = office.browser("李四").get("/")

        assert "条未读" not in text(page.content)
