"""Who is away: whoever is does no work, nobody is away twice at once, and Cao Lei marries."""

from datetime import date, timedelta

import pytest

from bole.attendance.rules.spell import KINDS
from bole.sandbox.rules.leaves import Leaves
from bole.values.period import Period
from tests.sandbox.told import EXAMPLE, told


@pytest.fixture(scope="module")
def leaves() -> Leaves:
    """Return the spells of the example."""
    return Leaves(told(EXAMPLE).plan)


class TestTheSpells:
    def test_cao_lei_is_on_marriage_leave_today(self, leaves):
        own = [one for one in leaves.spells if one.number == "BL0287"]

        assert [(one.first, one.last, one.kind) for one in own] == [(date(2026, 11, 12), date(2026, 11, 27), "marriage")]
        assert leaves.is_away("BL0287", EXAMPLE)

    def test_are_many_and_of_every_kind(self, leaves):
        assert {one.kind for one in leaves.spells} == set(KINDS)
        assert 800 < len(leaves.spells) < 1500

    def test_of_one_person_never_overlap(self, leaves):
        days = sum((one.last - one.first).days + 1 for one in leaves.spells)

        assert sum(len(some) for some in leaves.days.values()) == days

    def test_lie_within_the_time_of_employment(self, leaves):
        people = told(EXAMPLE).plan.by_number

        assert all(one.first >= people[one.number].first_day for one in leaves.spells)
        assert all(one.last <= (people[one.number].last_day or date.max) for one in leaves.spells)


def test_whoever_is_away_does_no_work(leaves):
    long = next(
        one for one in leaves.spells if one.kind == "leave" and (one.last - one.first).days >= 3 and one.last < EXAMPLE - timedelta(60)
    )
    person = told(EXAMPLE).plan.by_number[long.number]

    hands = list(told(EXAMPLE).history.month_of(person, Period.of("month", long.first)))

    closed = {
        one.closed_at.date() for hand in hands for some in hand.items.values() for one in some if one.closed_at and one.kind != "defect"
    }
    assert closed.isdisjoint(long.first + timedelta(days=n) for n in range((long.last - long.first).days + 1))
