"""A person's own usual range."""

from bole.scoring.rules.usual import Usual, usual


class TestUsual:
    def test_is_the_middle_four_fifths(self) -> None:
        weekly = [7000 + 100 * week for week in range(11)]

        assert usual(weekly) == Usual(low=7100, high=7900, weeks=11)

    def test_looks_at_26_weeks(self) -> None:
        weekly = [100] * 40 + [8000] * 26

        assert usual(weekly) == Usual(low=8000, high=8000, weeks=26)

    def test_passes_over_weeks_without_a_score(self) -> None:
        weekly = [None, 8000] * 13

        assert usual(weekly) == Usual(low=8000, high=8000, weeks=13)

    def test_of_seven_weeks_is_not_told(self) -> None:
        assert usual([8000] * 7 + [None] * 10) is None

    def test_holds_its_ends(self) -> None:
        range_ = Usual(low=7100, high=7900, weeks=11)

        assert [range_.holds(total) for total in (7099, 7100, 7900, 7901)] == [False, True, True, False]
