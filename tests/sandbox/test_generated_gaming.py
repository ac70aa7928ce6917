"""Facts generated with signs of gaming that are known, and with months that only look so."""

import numpy as np
import pytest

from bole.sandbox.generated.facts import ALIKE, MEASURES, SIGNS, SOURCES, FactTruth, Planted
from bole.sandbox.generated.gaming import generate
from tests.sandbox.told_of_generated import arrays, within_reach


@pytest.fixture(scope="module")
def generated():
    return generate(people=600, seed=4)


@pytest.fixture(scope="module")
def months_with(generated):
    """Return the places of the facts of each person's month that a sign or a look-alike is about, of one source."""
    observed = generated.observed
    key = observed.person * 100 + observed.month[observed.day]

    def found(planted, kind, source):
        those = planted.kind == kind
        of_source = observed.source == SOURCES.index(source)
        pairs = (planted.person[those] * 100 + planted.month[those]).tolist()
        places = [np.flatnonzero(of_source & (key == pair)) for pair in pairs]
        return [one for one in places if len(one)]

    return found


def late_share(observed, places):
    """Return how much of some facts lies on the last two working days of their month."""
    month = observed.month[observed.day[places[0]]]
    working = np.flatnonzero((observed.month == month) & observed.calendar.is_working)
    return np.isin(observed.day[places], working[-2:]).mean()


def repeated(observed, places):
    """Return how many of some facts repeat another one's amount, counterpart and words."""
    same = np.stack([observed.amount[places], observed.counterpart[places], observed.title[places]], axis=1)
    return len(same) - len(np.unique(same, axis=0))


class TestFacts:
    def test_are_the_same_for_the_same_seed(self):
        one, again = generate(people=60, seed=3), generate(people=60, seed=3)

        assert all(np.array_equal(a, b) for a, b in zip(arrays(one), arrays(again), strict=True))

    def test_keep_their_truth_out_of_reach(self, generated):
        reached = within_reach(generated.observed)

        assert len(reached) > 10
        assert [one for one in reached if isinstance(one, FactTruth | Planted)] == []
        assert [a for a in arrays(generated.truth) for b in reached if isinstance(b, np.ndarray) and np.shares_memory(a, b)] == []

    def test_come_in_the_order_of_persons_and_days(self, generated):
        observed = generated.observed

        order = observed.person.astype(np.int64) * 10_000 + observed.day

        assert (np.diff(order) >= 0).all()
        assert (observed.recorded_on >= observed.day).all()

    def test_have_every_source_and_measure(self, generated):
        observed = generated.observed

        assert set(observed.source.tolist()) == set(range(len(SOURCES)))
        assert set(observed.measure.tolist()) == set(range(len(MEASURES)))


class TestSigns:
    def test_are_planted_with_few_people(self, generated):
        people = np.unique(generated.truth.signs.person)

        assert 0.05 < len(people) / 600 < 0.13
        assert set(generated.truth.signs.kind.tolist()) == set(range(len(SIGNS)))

    def test_of_a_late_month_are_not_with_those_whose_customers_sign_late(self, generated):
        truth = generated.truth
        late = truth.signs.person[truth.signs.kind == SIGNS.index("month_end")]
        signers = truth.alike.person[truth.alike.kind == ALIKE.index("month_end_signing")]

        assert not np.isin(late, signers).any()

    def test_lie_at_the_end_of_the_month(self, generated, months_with):
        months = months_with(generated.truth.signs, SIGNS.index("month_end"), "tracker")

        late = [late_share(generated.observed, places) for places in months]

        assert len(late) > 5
        assert np.median(late) > 0.5

    def test_say_more_than_was_counted(self, generated, months_with):
        kind = SIGNS.index("self_report")
        said = [generated.observed.amount[places].sum() for places in months_with(generated.truth.signs, kind, "self_report")]
        counted = [len(places) for places in months_with(generated.truth.signs, kind, "tracker")]

        assert len(said) > 5
        assert all(a > b * 1.3 for a, b in zip(said, counted, strict=True))

    def test_stand_twice(self, generated, months_with):
        months = months_with(generated.truth.signs, SIGNS.index("duplicates"), "tracker")

        assert len(months) > 5
        assert np.mean([repeated(generated.observed, places) >= 2 for places in months]) > 0.9

    def test_are_not_in_the_accounts(self, generated, months_with):
        kind = SIGNS.index("one_source")
        booked = [len(places) for places in months_with(generated.truth.signs, kind, "accounting")]
        told = [len(places) for places in months_with(generated.truth.signs, kind, "crm")]

        assert len(told) > 5
        assert sum(booked) / sum(told) < 0.2


class TestLookAlikes:
    @pytest.mark.parametrize("kind", ALIKE)
    def test_are_of_every_kind(self, generated, kind):
        assert (generated.truth.alike.kind == ALIKE.index(kind)).any()

    def test_are_with_people_who_embellish_nothing_but_for_what_is_everybodys(self, generated):
        everybodys = [ALIKE.index(one) for one in ("month_end_signing", "quarter_end", "source_down")]
        alike = generated.truth.alike

        own = alike.person[~np.isin(alike.kind, everybodys)]

        assert not np.isin(own, generated.truth.signs.person).any()

    def test_sign_late_in_whole_units(self, generated):
        unit, alike = generated.observed.unit, generated.truth.alike
        signers = np.unique(alike.person[alike.kind == ALIKE.index("month_end_signing")])

        assert np.isin(unit, unit[signers]).nonzero()[0].tolist() == signers.tolist()

    def test_repeat_routine_work(self, generated, months_with):
        months = months_with(generated.truth.alike, ALIKE.index("routine_tasks"), "tracker")

        assert np.mean([repeated(generated.observed, places) for places in months]) > 0.2


@pytest.mark.full
def test_ten_thousand_people_fit():
    generated = generate(people=10_000, seed=1)

    assert sum(one.nbytes for one in arrays(generated)) < 500_000_000
