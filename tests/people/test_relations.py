"""Relations: what the access room builds each Viewer from."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bole.access.relations import Standing, standing_of
from bole.accounts.actions import open_account
from bole.accounts.models import Account
from bole.people.actions import end_employment, hire, link_account, set_manager
from bole.people.models import Person
from bole.values.viewer import SYSTEM
from tests.people.company import MORNING, TODAY, Cast, cast

pytestmark = pytest.mark.django_db


def account_of(person: Person) -> Account:
    account = open_account(login=person.number.lower(), name=person.name, password=None, by=SYSTEM, at=MORNING)
    link_account(person_id=person.pk, account_id=account.pk, by=SYSTEM, at=MORNING)
    return account


def asked(account: Account, both: Cast, *, partner: bool = False, day: date = TODAY) -> tuple[Standing, int]:
    """Return the standing, and how many queries it took."""
    refs = [both.town.department.ref] if partner else []
    with CaptureQueriesContext(connection) as queries:
        standing = standing_of(account, refs, day)
    return standing, len(queries)


class TestStandingOf:
    def test_an_employee_leads_nobody_and_costs_one_query(self) -> None:
        both = cast()

        standing, queries = asked(account_of(both.li), both)

        assert standing == Standing(person_id=both.li.pk, number="BL0471", name="李四", position="解决方案工程师", unit="交付一组", news=0)
        assert queries == 1

    def test_reports_are_direct_and_the_chain_is_further_down(self) -> None:
        both = cast()

        standing, queries = asked(account_of(both.gao), both)

        assert (standing.reports, standing.chain) == ({both.lin.pk}, {both.zhang.pk, both.li.pk})
        assert queries == 4

    def test_a_second_look_costs_one_query_and_sees_every_change(self) -> None:
        both = cast()
        account = account_of(both.gao)
        asked(account, both)

        second, queries = asked(account, both)
        set_manager(person_id=both.li.pk, manager_id=both.gao.pk, first_day=TODAY, by=SYSTEM, at=MORNING)
        third, _ = asked(account, both)

        assert queries == 1
        assert second.reports == {both.lin.pk}
        assert third.reports == {both.lin.pk, both.li.pk}

    def test_the_chain_goes_over_named_managers_and_heads_alike(self) -> None:
        both = cast()
        far = both.town.hire("BL0600", "远人", unit=both.town.other_team)
        set_manager(person_id=far.pk, manager_id=both.li.pk, first_day=TODAY, by=SYSTEM, at=MORNING)

        standing, _ = asked(account_of(both.lin), both)

        assert (standing.reports, standing.chain) == ({both.zhang.pk, both.li.pk}, {far.pk})

    def test_a_partner_looks_after_the_units_and_all_below(self) -> None:
        both = cast()
        town = both.town

        standing, queries = asked(account_of(both.su), both, partner=True)

        assert standing.units == {town.department.pk, town.team.pk, town.other_team.pk}
        assert standing.partnered == {both.gao.pk, both.lin.pk, both.zhang.pk, both.li.pk}
        assert queries == 4

    def test_whoever_left_stands_to_nobody(self) -> None:
        both = cast()
        account = account_of(both.lin)

        end_employment(person_id=both.lin.pk, last_day=date(2026, 11, 22), reason="", by=SYSTEM, at=MORNING)

        assert asked(account, both)[0] == Standing(is_away=True)
        assert asked(account, both, day=date(2026, 11, 22))[0].reports == {both.zhang.pk, both.li.pk}

    def test_an_account_without_a_person_stands_to_nobody(self) -> None:
        both = cast()
        account = open_account(login="ops", name="方磊", password=None, by=SYSTEM, at=MORNING)

        assert asked(account, both)[0] == Standing()

    def test_outsourced_people_are_external(self) -> None:
        both = cast()
        person = hire(newcomer=replace(both.town.newcomer("W1", "外包"), kind="outsourced"), by=SYSTEM, at=MORNING)

        assert asked(account_of(person), both)[0].is_external
