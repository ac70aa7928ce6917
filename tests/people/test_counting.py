"""What the list of a large company is made of: a headcount that is kept until it changes, and units that one can still choose from."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bole.people.actions import add_unit, convert_contracts, end_employment
from bole.people.queries.choosing import UnitChoices, units_offered, units_there
from bole.people.queries.headcount import headcount_on
from bole.people.rules.entries import Conversion
from bole.values.viewer import SYSTEM
from tests.people.company import MORNING, TODAY, Cast, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Cast:
    """Return the company and its cast."""
    return cast()


def names(found: UnitChoices) -> list[str]:
    """Return the units by name, as they are offered."""
    return [one.name for one in found.rows]


class TestTheHeadcount:
    def test_is_counted_once(self, place: Cast) -> None:
        first = headcount_on(TODAY)

        with CaptureQueriesContext(connection) as asked:
            again = headcount_on(TODAY)

        assert first.here == 5
        assert again == first
        assert len(asked) == 1

    def test_is_another_once_somebody_came(self, place: Cast) -> None:
        before = headcount_on(TODAY)

        place.town.hire("QZ001", "新同事")

        assert headcount_on(TODAY) == replace(before, known=before.known + 1, recent=before.recent + 1, here=before.here + 1)

    def test_is_another_once_somebody_left(self, place: Cast) -> None:
        before = headcount_on(TODAY)

        end_employment(person_id=place.li.pk, last_day=TODAY - timedelta(days=1), reason="resigned", by=SYSTEM, at=MORNING)

        assert headcount_on(TODAY) == replace(before, here=before.here - 1)
        assert headcount_on(TODAY + timedelta(days=40)).recent == before.recent - 1

    def test_is_another_once_a_contract_is_of_another_kind(self, place: Cast) -> None:
        before = headcount_on(TODAY)

        convert_contracts(conversions=[Conversion(person_id=place.li.pk, kind="intern", first_day=TODAY)], by=SYSTEM, at=MORNING)

        assert headcount_on(TODAY) == replace(before, outside=before.outside + 1)


class TestTheUnitsThatAreOffered:
    def test_are_all_of_them_in_order_of_the_tree(self, place: Cast) -> None:
        found = units_offered(units_there(TODAY), is_whole=True)

        assert found.is_all
        assert len(found.rows) == units_there(TODAY).count()
        assert [one.depth for one in found.rows][:3] == [0, 1, 2]

    def test_are_the_upper_levels_where_there_are_many(self, place: Cast) -> None:
        many = [f"组{n:02d}" for n in range(20)]
        for name in many:
            add_unit(
                code=f"T{name[1:]}",
                name=name,
                kind="team",
                first_day=place.town.team.first_day,
                parent_id=place.town.department.pk,
                by=SYSTEM,
                at=MORNING,
            )

        found = units_offered(units_there(TODAY), is_whole=True, most=10)

        assert not found.is_all
        assert place.town.department.name in names(found)
        assert not set(many) & set(names(found))

    def test_are_also_those_around_the_chosen_one(self, place: Cast) -> None:
        top = units_offered(units_there(TODAY), is_whole=True, most=1)

        found = units_offered(units_there(TODAY), is_whole=True, most=4, chosen_path=place.town.department.path)

        assert names(top) == [place.town.company.name]
        assert {place.town.company.name, place.town.department.name, place.town.team.name} <= set(names(found))

    def test_begin_with_an_hr_partners_own(self, place: Cast) -> None:
        own = [place.town.team.pk]

        found = units_offered(units_there(TODAY, own), is_whole=False)

        assert names(found) == [place.town.team.name]
        assert found.is_all
