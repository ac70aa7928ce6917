"""What the door keeps of the company: no figure is older than the page, and only what changed is read again."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.home.queries import company, company_kept
from bole.home.queries.company import Company, company_of
from bole.home.rules.levels import level_of
from bole.people.actions import add_unit, end_employment
from bole.people.models import Person
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM
from tests.factories import START, make_person, map_to
from tests.home.crew import FRIDAY, TODAY, Crew, work
from tests.home.test_performance import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(crew: Crew) -> Crew:
    """Return the crew with six more who have a score."""
    for n in range(6):
        person = make_person(crew.company, f"同事{n}", number=f"BL10{n:02d}")
        map_to(crew.tool, person.number, person)
        work(crew, person, on_time=5 + n, late=1)
    return crew


def seen(crew: Crew, *, day: date = TODAY) -> Company:
    """Return the company as HR sees it."""
    return company_of(crew.viewer(crew.su), day=day, at=FRIDAY)


def counted_anew(crew: Crew) -> Company:
    """Return the same, with nothing kept from before."""
    company_kept.forget()
    return seen(crew)


class TestWhatIsKept:
    def test_is_asked_for_in_two_queries(self, place: Crew) -> None:
        seen(place)

        with CaptureQueriesContext(connection) as asked, company_kept.kept_company(TODAY) as kept:
            held = len(kept.tally.held)

        assert held == 6
        assert len(asked) == 2

    def test_follows_a_fact_and_reads_only_whose_it_is(self, place: Crew) -> None:
        before = seen(place)
        work(place, place.li, on_time=1, late=9)

        with CaptureQueriesContext(connection) as asked, company_kept.kept_company(TODAY):
            pass

        assert len(asked) == 5
        assert seen(place).scored == before.scored + 1
        assert seen(place) == counted_anew(place)

    def test_follows_a_score_that_changed(self, place: Crew) -> None:
        before = seen(place)

        for number in ("BL1003", "BL1004", "BL1005"):
            work(place, Person.objects.get(number=number), on_time=1, late=12)

        after = seen(place)
        assert after.scored == before.scored
        assert after.median != before.median
        assert after == counted_anew(place)

    def test_follows_who_leaves(self, place: Crew) -> None:
        before = seen(place)

        end_employment(
            person_id=Person.objects.get(number="BL1000").pk, last_day=TODAY - timedelta(days=1), reason="resigned", by=SYSTEM, at=FRIDAY
        )

        assert seen(place).scored == before.scored - 1
        assert seen(place) == counted_anew(place)

    def test_follows_the_day(self, place: Crew) -> None:
        now, next_week = seen(place), seen(place, day=TODAY + timedelta(days=7))

        assert [one.before for one in now.units] != [one.before for one in next_week.units]

    def test_sees_that_what_it_read_was_taken_back(self, place: Crew) -> None:
        before = seen(place)
        with transaction.atomic():
            work(place, place.li, on_time=1, late=9)
            assert seen(place).scored == before.scored + 1
            transaction.set_rollback(True)

        assert seen(place) == before


class TestTheUnits:
    def test_open_level_by_level_where_they_are_many(self, place: Crew, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(company, "level_of", partial(level_of, most=3, page=2))
        parent = add_unit(code="D1", name="事业部", kind="division", first_day=START, parent_id=place.company.root.pk, by=SYSTEM, at=FRIDAY)
        for n in range(3):
            add_unit(code=f"E{n}", name=f"小组{n}", kind="team", first_day=START, parent_id=parent.pk, by=SYSTEM, at=FRIDAY)
        client.force_login(place.account(place.su))

        top, opened, more = (
            text(client.get(path).content)
            for path in ("/company/", f"/company/?unit={parent.ref}", f"/company/?unit={parent.ref}&after=E1")
        )

        assert "事业部 · 下级部门" in top
        assert "小组0" not in top
        assert "小组1" in opened
        assert "更多部门" in opened
        assert "小组2" in more
        assert "全部部门" in more

    def test_of_others_are_not_there_for_a_partner(self, place: Crew) -> None:
        partner = replace(place.viewer(place.he), units=frozenset({place.company.team.pk}))

        with pytest.raises(NotFound):
            company_of(partner, day=TODAY, at=FRIDAY, unit=place.company.root.ref)
