"""The rule of diagnoses: the two stories with their numbers, what it does not claim, and what always holds."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bole.signals.rules.diagnosis import Finding
from bole.signals.rules.diagnosis_model import diagnose
from bole.signals.rules.diagnosis_target import round_target
from tests.signals.missed import beijing, case, line, south_china, unit


def shares(found: Finding) -> dict[str, float]:
    """Return the shares by cause."""
    return {one.cause: one.share for one in found.shares}


class TestFiveVacancies:
    """Story 6."""

    def test_lays_the_gap_to_the_posts_first_and_to_the_target_second(self) -> None:
        found = shares(diagnose(beijing()))

        assert found["resource"] > 0.7
        assert 0.03 < found["target"] < 0.3
        assert found["market"] < 0.05
        assert found["capability"] < 0.05

    def test_keeps_the_target_and_names_the_posts(self) -> None:
        found = diagnose(beijing())

        assert found.proposal is not None
        assert found.proposal.target == 90.0
        assert found.proposal.chance > 0.2
        assert found.sights[0].kind == "staffing"
        assert (found.sights[0].usual, round(found.sights[0].now, 3)) == (1.0, 0.833)

    def test_tells_what_the_sister_reached(self) -> None:
        found = diagnose(beijing())

        assert found.sisters == 1
        assert found.sisters_met is not None
        assert found.sisters_met > 1.0


class TestAMarketThatShrank:
    """Story 7."""

    def test_lays_the_gap_to_the_market_first_and_to_the_target_second(self) -> None:
        found = shares(diagnose(south_china()))

        assert found["market"] > 0.6
        assert 0.03 < found["target"] < 0.35
        assert found["resource"] < 0.05
        assert found["capability"] < 0.05

    def test_proposes_about_350(self) -> None:
        found = diagnose(south_china())

        assert found.proposal is not None
        assert 335 <= found.proposal.target <= 365
        assert found.proposal.chance > 0.4
        assert found.proposal.chance_now < 0.05


class TestWhatItDoesNotClaim:
    def test_says_what_is_missing_without_a_history(self) -> None:
        short = {month: value for month, value in line(89.0, (84, 81, 78)).items() if month.year == 2026 and month.month > 5}

        found = diagnose(case(unit(1, short, line(90))))

        assert found.outcome == "insufficient"
        assert found.missing == ("history", "market", "staffing", "skills")
        assert found.shares == ()

    def test_says_what_is_missing_if_nothing_stands_around_the_gap(self) -> None:
        found = diagnose(case(unit(1, line(89.0, (74, 73, 74), wobble=0.01), line(89.0))))

        assert found.outcome == "insufficient"
        assert found.missing == ("market", "staffing", "skills")
        assert found.proposal is None

    def test_names_no_cause_for_three_unlucky_months(self) -> None:
        around = {"market": line(100, wobble=0.01, seed=2), "headcount": line(20), "skills": line(80, wobble=0.01, seed=3)}
        subject = unit(1, line(91.0, (86.5, 87.5, 86.0), wobble=0.03), line(88.0), is_sum=True, **around)

        found = diagnose(case(subject))

        assert found.outcome == "chance"
        assert found.proposal is None


class TestWhatAlwaysHolds:
    @settings(max_examples=25, deadline=None)
    @given(posts=st.floats(0.5, 1.0), market=st.floats(0.5, 1.1), asked=st.floats(0.9, 1.4), seed=st.integers(0, 500), is_sum=st.booleans())
    def test_shares_add_up_to_one_and_lie_in_their_ranges(
        self, *, posts: float, market: float, asked: float, seed: int, is_sum: bool
    ) -> None:
        reached = 100 * posts * market
        subject = unit(
            1, line(100, (reached,) * 3, wobble=0.03, seed=seed), line(97, (max(asked * 97, reached + 1),) * 3), is_sum=is_sum,
            market=line(50, (50 * market,) * 3, wobble=0.02, seed=seed + 1), headcount=line(20, (20 * posts,) * 3),
            skills=line(80, wobble=0.02, seed=seed + 2),
        )  # fmt: skip

        found = diagnose(case(subject))

        assert sum(one.share for one in found.shares) == pytest.approx(1.0)
        assert all(0 <= one.low <= one.high <= 1 for one in found.shares)

    def test_says_the_same_twice(self) -> None:
        assert diagnose(south_china()) == diagnose(south_china())

    @given(value=st.floats(0.01, 1e9))
    def test_a_round_target_is_near(self, value: float) -> None:
        assert round_target(value) == pytest.approx(value, rel=0.011)
        assert np.isfinite(round_target(value))
