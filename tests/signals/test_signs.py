"""Signs of gaming: the rule on arrays, and story 14 from records to what HR found."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
import time_machine

from bole.signals.models import GamingSign
from bole.signals.noticing import notice_signs
from bole.signals.rules.signs import Book, signs_of
from bole.work.rules.item import ItemVersion
from tests.factories import make_connection, map_to, send
from tests.office import Office, make_office, text

NOW = datetime(2026, 11, 16, 4, tzinfo=UTC)


def book(**last: Sequence[int]) -> Book:
    """Return seven quiet months of three people of one unit, the last one as given."""
    quiet = {"count": 20, "late": 2, "twice": 0, "given": 0, "told": 20, "top": 20}
    lines = {name: np.full((3, 7), value, np.int64) for name, value in quiet.items()}
    for name, values in last.items():
        lines[name][:, -1] = values
    return Book(unit=np.zeros(3, np.int64), **lines)


class TestTheRule:
    def test_sees_a_month_entered_at_its_end(self) -> None:
        found = signs_of(book(late=(13, 2, 2)))["month_end"]

        assert found.shows.tolist() == [True, False, False]
        assert (found.now[0], found.usual[0], found.unit[0]) == (0.65, 0.1, 0.1)

    def test_sees_nothing_where_all_of_the_unit_are_late(self) -> None:
        found = signs_of(book(late=(13, 12, 14)))["month_end"]

        assert not found.shows.any()

    def test_sees_nothing_in_few_records(self) -> None:
        found = signs_of(book(count=(4, 20, 20), late=(4, 2, 2)))["month_end"]

        assert not found.shows.any()

    def test_sees_records_that_stand_there_twice(self) -> None:
        assert signs_of(book(twice=(5, 0, 0)))["duplicates"].shows.tolist() == [True, False, False]
        assert not signs_of(book(twice=(2, 0, 0)))["duplicates"].shows.any()

    def test_is_quiet_about_quiet_months(self) -> None:
        assert [kind for kind, signs in signs_of(book()).items() if signs.shows.any()] == []


@pytest.fixture
def office() -> Iterator[Office]:
    """Make the office on a Monday noon in November."""
    with time_machine.travel(NOW, tick=False):
        yield make_office()


def month_at_once(office: Office) -> None:
    """Let 李四 enter 31 of the 50 answers of October on its last two working days, nine of them known to the tool already."""
    tool, own = make_connection("delighted", name="客户满意度"), make_connection(name="本人提交")
    for connection in (tool, own):
        map_to(connection, "lisi", office.people["李四"])
    by_tool = [answer(f"tool {n}", date(2026, 10, 9 + n % 10), f"客户{n}") for n in range(12)]
    before = [answer(f"own {n}", date(2026, 10, 12 + n), f"老客户{n}") for n in range(7)]
    at_end = [answer(f"end {n}", date(2026, 10, 29 + n % 2), f"客户{n}" if n < 9 else f"新客户{n}") for n in range(31)]
    usual = [
        answer(f"usual {month} {n}", date(2026, month, 3) + timedelta(days=2 * n), f"客户{n}") for month in range(4, 10) for n in range(12)
    ]
    send(tool, *by_tool, *usual, at=NOW)
    send(own, *before, *at_end, at=NOW)


def answer(name: str, day: date, customer: str) -> ItemVersion:
    """Return a customer's answer."""
    moment = datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
    return ItemVersion(
        external_id=name, kind="rating", version=1, account="lisi", state="done", opened_at=moment, closed_at=moment, project=customer,
        title=customer, values=(("satisfaction", 9000),),
    )  # fmt: skip


@pytest.mark.django_db
class TestMonthsEndOfOctober:
    """Story 14."""

    def test_is_noticed_once_with_its_numbers(self, office: Office) -> None:
        month_at_once(office)

        notice_signs(NOW)
        notice_signs(NOW)

        page = text(office.browser("顾海峰").get("/company/signs/").content)
        assert sorted(GamingSign.objects.values_list("kind", flat=True)) == ["duplicates", "month_end"]
        assert "50条记录中有31条在最后两个工作日，占62%" in page
        assert "50条记录中有9条与另一条对象和数值都相同" in page

    def test_hr_notes_what_it_found_and_nothing_else_follows(self, office: Office) -> None:
        month_at_once(office)
        notice_signs(NOW)
        sign = GamingSign.objects.get(kind="month_end")
        browser = office.browser("顾海峰")

        without_words = browser.post(f"/company/signs/{sign.ref}/", {"outcome": "fine", "words": "", "version": "1"})
        done = browser.post(f"/company/signs/{sign.ref}/", {"outcome": "fine", "words": "月底集中补录", "version": "1"})
        again = browser.post(f"/company/signs/{sign.ref}/", {"outcome": "fine", "words": "再一次", "version": "1"})

        sign.refresh_from_db()
        assert (without_words.status_code, done.status_code, again.status_code) == (422, 302, 409)
        assert (sign.state, str(sign.words), sign.decided_by) == ("fine", "月底集中补录", "顾海峰")
        assert "已核实，无问题" in text(browser.get("/company/signs/").content)

    @pytest.mark.parametrize(("name", "status"), [("苏文", 200), ("白审", 200), ("林静", 404), ("李四", 404), ("罗工", 404)])
    def test_is_for_hr_and_the_auditor_alone(self, office: Office, name: str, status: int) -> None:
        assert office.browser(name).get("/company/signs/").status_code == status


@pytest.mark.django_db
class TestManySigns:
    def test_come_a_page_at_a_time_each_once_with_the_count_of_all(self, office: Office) -> None:
        plant(office, 60)
        order = [one.ref for one in GamingSign.objects.order_by("-month", "id")]
        browser, found = office.browser("苏文"), []

        for url in ("/company/signs/", None, None):
            found.append(browser.get(url or ONWARD.findall(found[-1])[0].replace("&amp;", "&")).content.decode())

        assert [FORM.findall(page) for page in found] == [order[:25], order[25:50], order[50:]]
        assert ["60处记录需要核实" in text(page.encode()) for page in found] == [True, True, True]
        assert ONWARD.findall(found[-1]) == []

    def test_are_decided_on_whatever_page_they_stand(self, office: Office) -> None:
        plant(office, 30)
        last, browser = GamingSign.objects.order_by("-month", "id").last(), office.browser("苏文")
        assert last is not None

        refused = browser.post(f"/company/signs/{last.ref}/", {"outcome": "fine", "words": "", "version": "1"})
        done = browser.post(f"/company/signs/{last.ref}/", {"outcome": "fine", "words": "月底集中补录", "version": "1"})

        assert (refused.status_code, FORM.findall(refused.content.decode()), done.status_code) == (422, [last.ref], 302)

    def test_of_others_are_not_opened_by_a_place(self, office: Office) -> None:
        plant(office, 30)
        onward = ONWARD.findall(office.browser("苏文").get("/company/signs/").content.decode())[0].replace("&amp;", "&")

        assert office.browser("林静").get(onward).status_code == 404
        assert office.browser("苏文").get("/company/signs/?after=nowhere").status_code == 422


FORM = re.compile(r'action="/company/signs/([^/"]+)/"')
ONWARD = re.compile(r'href="(/company/signs/\?[^"]+)"[^>]*rel="next"')


def plant(office: Office, count: int) -> None:
    """Let so many signs about 李四 wait, of three kinds in each month."""
    for n in range(count):
        month, kind = date(2026 - n // 36, 12 - n // 3 % 12, 1), ("month_end", "duplicates", "one_source")[n % 3]
        numbers = json.dumps({"now": 0.62, "usual": 0.1, "unit": 0.1, "count": 50, "part": 31, "items": []})
        GamingSign.objects.create(
            person=office.people["李四"], kind=kind, measure="satisfaction", month=month, evidence=numbers, noticed_at=NOW
        )
