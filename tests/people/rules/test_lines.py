"""Reporting lines: the assignment's own manager, else the heads above; never oneself, never in a circle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.people.rules.lines import (
    Over,
    Seat,
    UnitNode,
    below,
    circles,
    heads_over,
    in_words,
    manager_of,
)

COMPANY, DEPARTMENT, TEAM = 1, 2, 3
CHIEF, HEAD, MEMBER, OTHER = 10, 20, 30, 40


def tree(company: int | None, department: int | None, team: int | None) -> dict[int, Over]:
    return heads_over([UnitNode(TEAM, DEPARTMENT, team), UnitNode(DEPARTMENT, COMPANY, department), UnitNode(COMPANY, None, company)])


class TestManagerOf:
    @pytest.mark.parametrize(
        "over,seat,manager",
        [
            (tree(CHIEF, HEAD, OTHER), Seat(MEMBER, TEAM, CHIEF), CHIEF),
            (tree(CHIEF, HEAD, OTHER), Seat(MEMBER, TEAM), OTHER),
            (tree(CHIEF, HEAD, None), Seat(MEMBER, TEAM), HEAD),
            (tree(CHIEF, None, None), Seat(MEMBER, TEAM), CHIEF),
            (tree(None, None, None), Seat(MEMBER, TEAM), None),
            (tree(CHIEF, HEAD, MEMBER), Seat(MEMBER, TEAM), HEAD),
            (tree(CHIEF, MEMBER, MEMBER), Seat(MEMBER, TEAM), CHIEF),
            (tree(CHIEF, HEAD, OTHER), Seat(CHIEF, COMPANY), None),
            (tree(CHIEF, HEAD, OTHER), Seat(MEMBER, TEAM, MEMBER), OTHER),
        ],
    )
    def test_is_the_nearest_who_is_somebody_else(self, over: dict[int, Over], seat: Seat, manager: int | None) -> None:
        assert manager_of(seat, over) == manager

    @given(st.lists(st.tuples(st.integers(0, 7), st.none() | st.integers(0, 4)), min_size=1, max_size=8), st.integers(0, 4))
    def test_agrees_with_walking_up_the_tree(self, shape: list[tuple[int, int | None]], person: int) -> None:
        nodes = {n: UnitNode(n, parent if parent < n else None, head) for n, (parent, head) in enumerate(shape)}
        for unit in nodes:
            at: int | None = unit
            found = None
            while at is not None and found is None:
                head = nodes[at].head
                found = head if head != person else None
                at = nodes[at].parent

            assert manager_of(Seat(person, unit), heads_over(nodes.values())) == found


class TestCircles:
    @given(st.dictionaries(st.integers(0, 12), st.none() | st.integers(0, 12)))
    def test_are_found_exactly_where_walking_up_never_ends(self, bosses: dict[int, int | None]) -> None:
        endless = set()
        for start in bosses:
            at: int | None = start
            for _ in range(40):
                at = bosses.get(at) if at is not None else None
            if at is not None:
                endless.add(start)

        found = circles(bosses)

        members = [one for circle in found for one in circle]
        assert len(members) == len(set(members))
        assert all(bosses[one] == circle[(n + 1) % len(circle)] for circle in found for n, one in enumerate(circle))
        assert set(members) <= endless
        assert bool(members) == bool(endless)

    @given(st.lists(st.integers(0, 30), min_size=1, max_size=30))
    def test_a_tree_has_none(self, parents: list[int]) -> None:
        bosses = {n: parent if parent < n else None for n, parent in enumerate(parents)}

        assert circles(bosses) == []


class TestBelow:
    def test_is_everybody_over_any_number_of_steps(self) -> None:
        assert below(1, {2: 1, 3: 2, 4: 3, 5: 9, 1: None}) == {2, 3, 4}

    def test_ends_in_a_circle_too(self) -> None:
        assert below(1, {1: 2, 2: 1, 3: 2}) == {2, 3}


def test_a_circle_is_told_with_its_beginning_again_at_its_end() -> None:
    assert in_words([1, 2], {1: "甲", 2: "乙"}) == "甲 → 乙 → 甲"
