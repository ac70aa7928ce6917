"""What is not shown of small groups, and of others from which theirs could be worked out."""

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bole.home.queries.floors import FEWEST, Bar, bars_of, hidden_groups

BOUNDS = (6000, 7000, 8000, 9000)


class TestHiddenGroups:
    def test_a_small_group_is_hidden_and_one_beside_it(self) -> None:
        found = hidden_groups({1: "/1/", 2: "/1/2/", 3: "/1/3/", 4: "/1/4/"}, {1: 16, 2: 7, 3: 4, 4: 5})

        assert found == {3: "few", 4: "tells"}

    def test_two_small_groups_hide_each_other(self) -> None:
        found = hidden_groups({1: "/1/", 2: "/1/2/", 3: "/1/3/", 4: "/1/4/"}, {1: 16, 2: 9, 3: 4, 4: 3})

        assert found == {3: "few", 4: "few"}

    def test_without_another_the_group_above_is_hidden_and_one_beside_that(self) -> None:
        paths = {1: "/1/", 2: "/1/2/", 3: "/1/2/3/", 4: "/1/4/", 5: "/1/5/"}

        assert hidden_groups(paths, {1: 36, 2: 6, 3: 4, 4: 15, 5: 14}) == {3: "few", 2: "tells", 5: "tells"}

    def test_a_group_of_nobody_hides_nothing(self) -> None:
        assert hidden_groups({1: "/1/", 2: "/1/2/", 3: "/1/3/"}, {1: 12, 2: 12, 3: 0}) == {}

    @settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 9)), min_size=1, max_size=14))
    def test_no_small_group_can_be_worked_out(self, drawn: list[tuple[int, int]]) -> None:
        paths, counts = tree_of(drawn)

        hidden = hidden_groups(paths, counts)

        assert {group for group in worked_out(paths, counts, hidden) if 0 < counts[group] < FEWEST} == set()


class TestBars:
    @pytest.mark.parametrize(
        ("counts", "bars"),
        [
            ((2, 4, 9, 8, 0), ((None, 7000, 6), (7000, 8000, 9), (8000, 9000, 8), (9000, None, 0))),
            ((0, 9, 9, 2, 1), ((None, 6000, 0), (6000, 7000, 9), (7000, None, 12))),
            ((6, 0, 0, 4, 0), ((None, None, 10),)),
            ((3, 3, 3, 0, 0), ()),
        ],
    )
    def test_a_class_with_too_few_is_joined_with_its_neighbour(
        self, counts: tuple[int, ...], bars: tuple[tuple[int | None, int | None, int], ...]
    ) -> None:
        assert bars_of(counts, BOUNDS) == tuple(Bar(*one) for one in bars)


def tree_of(drawn: list[tuple[int, int]]) -> tuple[dict[int, str], dict[int, int]]:
    """Return the paths of a tree whose groups have (a group above, own people), and how many people each holds with all below it."""
    paths: dict[int, str] = {}
    for group, (above, _own) in enumerate(drawn, 1):
        paths[group] = f"{paths[1 + above % (group - 1)] if group > 1 else '/'}{group}/"
    inside = {
        group: [own for other, (_above, own) in enumerate(drawn, 1) if paths[other].startswith(path)] for group, path in paths.items()
    }
    return paths, {group: sum(own) for group, own in inside.items()}


def worked_out(paths: Mapping[int, str], counts: Mapping[int, int], hidden: Mapping[int, str]) -> set[int]:
    """Return what a reader finds who subtracts, again and again, and knows the own people of every group that has enough people.

    A group of nobody is no group: what stands above nothing else is its own people, and hidden with them.
    """
    known = set(paths) - set(hidden)
    families = [{parent, *(one for one in paths if counts[one] and paths[one] == f"{path}{one}/")} for parent, path in paths.items()]
    families = [one for one in families if len(one) > 1 and max(counts[group] for group in one) >= FEWEST]
    for _ in paths:
        known |= {next(iter(one - known)) for one in families if len(one - known) == 1}
    return known & set(hidden)
