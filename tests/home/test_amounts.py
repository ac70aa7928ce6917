"""Numbers in sentences: a difference is that of the numbers as they stand beside it."""

import pytest

from bole.home.shown.amounts import gap_between, of_five, share, target_of
from bole.scoring.rules.explanation import LeafPart
from bole.values.period import Period

DELAYS = LeafPart(
    code="delays", zh="延期次数", en="Delays", how="sum", unit="count", direction="down", numerator=9, denominator=None, sample=9,
    least_sample=0, value=9.0, expected=None, read=1.5, target=2.0, score=9000, weight=5000, used=5000, contribution=4500, state="counted",
)  # fmt: skip


class TestTheGap:
    @pytest.mark.parametrize(
        ("unit", "value", "target", "gap"),
        [
            ("percent", 88.65, 90.0, "1.3"),  # shown as 88.7 and 90
            ("percent", 88.64, 90.0, "1.4"),
            ("points", 81.25, 80.0, "1.3"),
            ("count", 2.84, 2.0, "0.8"),
            ("rating5", 4.326, 4.5, "0.17"),
            ("hours", 1.7667, 1.5, "16分钟"),
            ("money", 418_499.0, 450_000.0, "3.2万元"),
        ],
    )
    def test_is_what_a_reader_finds_by_subtraction(self, unit: str, value: float, target: float, gap: str) -> None:
        assert gap_between(unit, value, target) == gap  # type: ignore[arg-type]  # one of the units


class TestTheTarget:
    @pytest.mark.parametrize(
        ("period", "words"), [("2026-11", "目标不超过2"), ("2026-Q4", "目标不超过6（每月2）"), ("2026-H2", "目标不超过12（每月2）")]
    )
    def test_of_a_longer_span_is_the_target_of_that_span(self, period: str, words: str) -> None:
        assert target_of(DELAYS, Period.parse(period)) == words


class TestAWeight:
    @pytest.mark.parametrize(("basis_points", "words"), [(3000, "30%"), (1250, "12.5%"), (3333, "33.33%")])
    def test_keeps_its_decimals(self, basis_points: int, words: str) -> None:
        assert share(basis_points) == words


class TestTheFivePointScale:
    @pytest.mark.parametrize(("score", "words"), [(8660, "4.33"), (10_000, "5.00"), (8730, "4.37"), (None, "")])
    def test_is_the_score_divided_by_twenty(self, score: int | None, words: str) -> None:
        assert of_five(score) == words
