"""The list of alerts a page at a time: what waits first, each once, each reader their own line, with the real count on every page."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from bole.people.models import Employment, Person
from bole.signals.models import Alert, AlertStep
from bole.signals.queries import alerts_for
from bole.signals.queries.listed import PAGE
from bole.values.refusal import NotFound
from bole.vault.sealing import seal
from bole.work.queries import BadCursor
from tests import factories as make
from tests.founding import founded
from tests.office import Office, make_office
from tests.signals.days import at

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
NOON = at(DAY, 12)
WAITING, ASIDE, OVER = 30, 4, 25
ROWS = re.compile(r'href="/alerts/([^/"?]+)/"')
ONWARD = re.compile(r'href="(/alerts/\?[^"]+)"[^>]*rel="next"')


def plant(person: Person, days_ago: int, **more: object) -> Alert:
    shown = NOON - timedelta(days=days_ago) + timedelta(hours=1) if days_ago else NOON - timedelta(hours=1)
    return Alert.objects.create(
        person=person, indicator="response_time", onset_on=DAY - timedelta(days=days_ago + 5), noticed_on=DAY - timedelta(days=days_ago),
        usual=1000, now_value=3000, sample_days=5, **{"state": "open", "manager_sees_at": shown, **more},
    )  # fmt: skip


def plant_all() -> Office:
    """Make 30 people with an alert that waits, two of them of 林静, 4 with one put aside, and 25 that are over, one a year ago."""
    office = make_office()
    make.make_model("solution_engineer", families=("programmer",))
    people = [
        make.make_person(office.company, f"员工{n}", number=f"BL5{n:03d}", unit=office.company.root) for n in range(WAITING + ASIDE - 2)
    ]
    hers = [make.make_person(office.company, "韩雪峰", number="BL0102", manager="BL0031"), office.people["李四"]]
    for n, person in enumerate([*hers, *people[: WAITING - 2]]):
        plant(person, n // 3)
    for n, person in enumerate(people[WAITING - 2 :]):
        plant(person, n, snoozed_until=DAY + timedelta(days=3))
    for n in range(OVER + 1):
        ago = 400 if n == OVER else 60 + 5 * n
        ended = {"state": "closed", "closed_why": "recovered", "closed_value": 1000, "closed_on": DAY - timedelta(days=ago - 9)}
        plant(office.people["李四"], ago, closed_at=NOON - timedelta(days=ago - 9), **ended)
    return office


@pytest.fixture(scope="module")
def founded_office(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Office]:
    """Make the company once."""
    with founded(django_db_blocker, plant_all, NOON) as made:
        yield made


@pytest.fixture
def office(founded_office: Office, db: None) -> Iterator[Office]:
    """Return it, at noon on Friday."""
    with time_machine.travel(NOON, tick=False):
        yield founded_office


def pages(browser: Client) -> list[str]:
    """Return all pages of the list, from the first to the last."""
    found = [browser.get("/alerts/").content.decode()]
    while onward := ONWARD.search(found[-1]):
        found.append(browser.get(onward[1].replace("&amp;", "&")).content.decode())
    return found


class TestPages:
    def test_hold_each_alert_once_what_waits_first(self, office: Office) -> None:
        order = [
            *Alert.objects.filter(state="open", snoozed_until=None).order_by("-noticed_on", "-id"),
            *Alert.objects.filter(state="open", snoozed_until__gt=DAY).order_by("-noticed_on", "-id"),
            *Alert.objects.filter(state="closed", noticed_on__gt=DAY - timedelta(days=365)).order_by("-noticed_on", "-id"),
        ]

        found = [ROWS.findall(page) for page in pages(office.browser("许静"))]

        assert [len(refs) for refs in found] == [PAGE, PAGE, WAITING + ASIDE + OVER - 2 * PAGE]
        assert [ref for refs in found for ref in refs] == [one.ref for one in order]

    def test_say_how_many_wait_wherever_one_is(self, office: Office) -> None:
        found = pages(office.browser("许静"))

        assert [f"有{WAITING}条变化需要看一下" in page for page in found] == [True, True, True]
        assert ["近期没有需要留意的变化" in page for page in found] == [False, False, False]

    def test_of_a_manager_hold_the_own_line_alone(self, office: Office) -> None:
        hers = {office.people["李四"].pk, Person.objects.get(name="韩雪峰").pk}
        first, second = pages(office.browser("林静"))

        refs = ROWS.findall(first) + ROWS.findall(second)
        assert set(Alert.objects.filter(ref__in=refs).values_list("person_id", flat=True)) == hers
        assert len(refs) == 2 + OVER
        assert "有2条变化需要看一下" in second

    def test_go_on_where_one_was_whatever_became_of_the_last_row(self, office: Office) -> None:
        hr = office.viewer("许静")
        first = alerts_for(hr, at=NOON)
        Alert.objects.filter(ref=first.open[-1].ref).update(snoozed_until=DAY + timedelta(days=5))

        second = alerts_for(hr, at=NOON, after=first.after)

        assert (len(first.open), len(second.open)) == (PAGE, WAITING - PAGE)
        assert {one.ref for one in first.open[:-1]}.isdisjoint(one.ref for one in [*second.open, *second.snoozed, *second.closed])

    def test_refuse_a_place_that_is_none(self, office: Office) -> None:
        browser, foreign = office.browser("林静"), seal("0 2026-11-20 7", place="work_delivery.place")

        assert browser.get("/alerts/?after=nowhere").status_code == 422
        with pytest.raises(BadCursor):
            alerts_for(office.viewer("林静"), at=NOON, after=foreign)
        with pytest.raises(NotFound):
            alerts_for(office.viewer("李四"), at=NOON, after=alerts_for(office.viewer("许静"), at=NOON).after)

    def test_ask_as_often_for_a_full_page_as_for_two_rows(self, office: Office) -> None:
        hr, lin = office.viewer("许静"), office.viewer("林静")
        with CaptureQueriesContext(connection) as few:
            alerts_for(lin, at=NOON)

        with CaptureQueriesContext(connection) as full:
            alerts_for(hr, at=NOON)

        assert len(full) <= len(few) <= 16

    def test_leave_out_and_do_not_count_whose_score_is_their_own(self, office: Office) -> None:
        new = Alert.objects.filter(state="open", snoozed_until=None).order_by("-noticed_on", "-id")[7]
        Employment.objects.filter(person=new.person_id).update(first_day=DAY - timedelta(days=9))

        found = [alerts_for(office.viewer("许静"), at=NOON)]
        found.append(alerts_for(office.viewer("许静"), at=NOON, after=found[0].after))

        assert {one.waiting for one in found} == {WAITING - 1}
        assert [len(one.open) for one in found] == [PAGE, WAITING - 1 - PAGE]
        assert new.ref not in {row.ref for one in found for row in one.open}


class TestTheFirstPage:
    def test_alone_reminds_of_advice_also_of_what_stands_further_down(self, office: Office) -> None:
        last = Alert.objects.filter(state="open", snoozed_until=None).order_by("noticed_on", "id")[0]
        AlertStep.objects.create(alert=last, kind="advice", words="先保老客户", by="林静", at=NOON - timedelta(days=9), look_again_on=DAY)

        first = alerts_for(office.viewer("许静"), at=NOON)
        second = alerts_for(office.viewer("许静"), at=NOON, after=first.after)

        assert [one.alert.ref for one in first.reminders] == [last.ref]
        assert last.ref not in {one.ref for one in first.open}
        assert second.reminders == ()
