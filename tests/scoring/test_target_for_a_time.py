"""Targets that hold for some periods alone, and which amounts somebody is asked for."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from bole.scoring.actions import close_period, set_target
from bole.scoring.computing import compute
from bole.scoring.models import ScoringDue, Target
from bole.scoring.queries.amounts import amounts_of, next_open_period, own_target_why
from bole.scoring.refusals import NotAtEnd, PeriodClosedAlready
from bole.scoring.rules.library import LIBRARY
from bole.values.period import Period
from bole.values.viewer import SYSTEM
from tests.factories import Company, make_company, make_model, make_person

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 11, 20, 4, tzinfo=UTC)
OCTOBER, NOVEMBER, DECEMBER = (Period.parse(f"2026-{n}") for n in (10, 11, 12))


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(FRIDAY, tick=False):
        yield


@pytest.fixture
def company() -> Company:
    made = make_company()
    make_model("programmer", families=("programmer",))
    return made


def target_of(person, period: Period, code: str = "task_completion") -> float | None:
    """Return which target a person's score of a period reads."""
    found = compute([person.pk], period, until=period.last_day)[person.pk].explanation
    return next(leaf.target for leaf in found.leaves if leaf.code == code)


def ask(person, value: int, first: date, last: date | None = None) -> Target:
    """Ask a person for a share of tasks, in whole percent."""
    return set_target(
        indicator="task_completion", value=value * 1000, first_day=first, last_day=last, why="带教6.5小时", number=person.number, by=SYSTEM,
        at=FRIDAY,
    )  # fmt: skip


class TestATargetForOnePeriod:
    def test_holds_in_it_and_what_was_before_holds_again_afterwards(self, company):
        person = make_person(company, "李四", number="BL0471")
        ask(person, 95, NOVEMBER.first_day)

        ask(person, 80, DECEMBER.first_day, DECEMBER.last_day)

        assert [target_of(person, one) for one in (NOVEMBER, DECEMBER, DECEMBER.after)] == [95, 80, 95]

    def test_takes_the_place_of_one_for_the_same_days_alone(self, company):
        person = make_person(company, "李四", number="BL0471")
        first = ask(person, 85, DECEMBER.first_day, DECEMBER.last_day)

        ask(person, 80, DECEMBER.first_day, DECEMBER.last_day)

        first.refresh_from_db()
        assert first.withdrawn_at == FRIDAY
        assert target_of(person, DECEMBER) == 80

    def test_gives_way_to_one_that_is_set_for_good_later(self, company):
        person = make_person(company, "李四", number="BL0471")
        ask(person, 80, DECEMBER.first_day, DECEMBER.last_day)

        ask(person, 95, DECEMBER.first_day)

        assert target_of(person, DECEMBER) == 95

    @pytest.mark.parametrize("last", [date(2026, 12, 30), date(2026, 11, 30)])
    def test_ends_with_a_period_and_not_before_it_began(self, company, last):
        person = make_person(company, "李四", number="BL0471")

        with pytest.raises(NotAtEnd):
            ask(person, 80, DECEMBER.first_day, last)

        assert not Target.objects.exists()

    def test_never_touches_a_closed_period(self, company):
        person = make_person(company, "李四", number="BL0471")
        close_period(period=OCTOBER, by=SYSTEM, at=FRIDAY)

        with pytest.raises(PeriodClosedAlready):
            ask(person, 80, OCTOBER.first_day, OCTOBER.last_day)

        assert not Target.objects.exists()

    def test_scores_again_nobody_but_that_person(self, company):
        person, _other = make_person(company, "李四", number="BL0471"), make_person(company, "王五", number="BL0472")
        ScoringDue.objects.all().delete()

        ask(person, 80, NOVEMBER.first_day, NOVEMBER.last_day)

        assert list(ScoringDue.objects.values_list("person_id", "period")) == [(person.pk, "2026-11")]

    def test_says_why_in_that_period_alone(self, company):
        person = make_person(company, "李四", number="BL0471")
        ask(person, 80, DECEMBER.first_day, DECEMBER.last_day)

        said = [own_target_why(person.pk, "task_completion", one) for one in (NOVEMBER, DECEMBER, DECEMBER.after)]

        assert said == ["", "带教6.5小时", ""]


class TestAmounts:
    def test_are_none_where_the_model_asks_for_rates_alone(self, company):
        assert amounts_of(make_person(company, "李四").pk, DECEMBER) == ()

    def test_are_sums_scored_by_their_target_with_the_nearest_one(self, company):
        make_model("factory", families=("programmer",))
        person = make_person(company, "李四", number="BL0471")
        set_target(indicator="output", value=1_200_000, first_day=NOVEMBER.first_day, why="一", by=SYSTEM, at=FRIDAY)
        own = set_target(
            indicator="output", value=1_100_000, first_day=DECEMBER.first_day, last_day=DECEMBER.last_day, why="二", number=person.number,
            by=SYSTEM, at=FRIDAY,
        )  # fmt: skip

        assert [(one.code, one.target) for one in amounts_of(person.pk, DECEMBER)] == [("output", 1_100_000)]
        assert [(one.code, one.target) for one in amounts_of(person.pk, DECEMBER, without={own.ref})] == [("output", 1_200_000)]
        assert LIBRARY["output"].target == 1000


class TestTheNextOpenPeriod:
    def test_is_the_one_after_a_day_unless_it_is_closed(self, company):
        before = next_open_period(date(2026, 9, 30))
        close_period(period=OCTOBER, by=SYSTEM, at=FRIDAY)

        assert (before, next_open_period(date(2026, 9, 30))) == (OCTOBER, NOVEMBER)
        assert next_open_period(date(2026, 10, 31)) == NOVEMBER
