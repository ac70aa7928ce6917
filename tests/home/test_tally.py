"""Scores kept in order: whatever came and went, they count as if they were counted anew."""

from collections.abc import Mapping, Sequence
from statistics import median_low

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.home.rules import tally as tally_rules
from bole.home.rules.levels import branches_of, level_of
from bole.home.rules.tally import Held, Tally, middle

WAY: Mapping[int, Sequence[int]] = {1: (1,), 2: (1, 2), 3: (1, 3), 4: (1, 3, 4)}
BOUNDS = (6000, 7000, 8000)
SCORES = st.integers(5000, 9000)
PUTS = st.tuples(st.integers(1, 12), st.sampled_from(sorted(WAY)), SCORES, st.none() | SCORES).map(lambda one: Held(*one))
DROPS = st.integers(1, 12)
PATHS = {1: "/1/", 2: "/1/2/", 3: "/1/3/", 4: "/1/3/4/", 5: "/1/3/5/"}
TREE = branches_of(PATHS, {unit: f"U{9 - unit}" for unit in PATHS})


def played(steps: Sequence[Held | int]) -> tuple[Tally, list[Held]]:
    """Return the tally after these steps, and whose scores are left, by unit as the last step said."""
    tally, left = Tally(WAY), dict[int, Held]()
    for step in steps:
        if isinstance(step, Held):
            tally.put(step)
            left[step.person_id] = step
        else:
            tally.drop(step)
            left.pop(step, None)
    return tally, list(left.values())


class TestTheTally:
    @given(st.lists(PUTS | DROPS, max_size=40), st.sampled_from(sorted(WAY)))
    def test_counts_as_if_counted_anew(self, steps: list[Held | int], unit: int) -> None:
        tally, left = played(steps)
        inside = [one for one in left if unit in WAY[one.unit_id]]

        found = tally.of([unit])

        assert list(found.now) == sorted(one.score for one in inside)
        assert list(found.before) == sorted(one.before for one in inside if one.before is not None)
        assert found.counts(BOUNDS)[0] == sum(one.score < BOUNDS[0] for one in inside)
        assert sum(found.counts(BOUNDS)) == tally.scored(unit) == len(inside)
        assert not inside or middle(found.now) == median_low([one.score for one in inside])

    @given(st.lists(PUTS | DROPS, max_size=40), st.integers(50, 1000))
    def test_knows_who_moved(self, steps: list[Held | int], by: int) -> None:
        tally, left = played(steps)
        moved = {one.person_id: one.change for one in left if one.change is not None and abs(one.change) >= by}

        found = tally.of([1])

        assert found.risen(by) == sum(change > 0 for change in moved.values())
        assert found.fallen(by) == sum(change < 0 for change in moved.values())
        assert set(found.moved(by, most=20)) == set(moved)
        assert [abs(moved[one]) for one in found.moved(by, most=3)] == sorted(map(abs, moved.values()), reverse=True)[:3]

    @given(st.lists(PUTS, max_size=30))
    def test_is_the_same_filled_at_once(self, rows: list[Held]) -> None:
        tally, left = played(rows)
        at_once = Tally(WAY)

        at_once.fill(left)

        assert [at_once.of([unit]) for unit in WAY] == [tally.of([unit]) for unit in WAY]

    @given(st.lists(PUTS, max_size=20), st.lists(PUTS, max_size=20, unique_by=lambda one: one.person_id), st.sets(DROPS))
    def test_takes_in_many_as_one_by_one(self, rows: list[Held], more: list[Held], gone: set[int]) -> None:
        without = gone - {one.person_id for one in more}
        one_by_one, _ = played([*rows, *more, *without])
        at_once, _ = played(rows)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(tally_rules, "FEW", 0)
            at_once.change(more, without)

        assert at_once.held == one_by_one.held
        assert [at_once.of([unit]) for unit in WAY] == [one_by_one.of([unit]) for unit in WAY]

    @given(st.lists(PUTS | DROPS, max_size=40))
    def test_adds_up_units_side_by_side(self, steps: list[Held | int]) -> None:
        tally, left = played(steps)

        found = tally.of([2, 3])

        assert list(found.now) == sorted(one.score for one in left if one.unit_id != 1)


class TestTheLevels:
    def test_are_all_while_they_fit(self) -> None:
        found = level_of(TREE)

        assert found.units == (1, 3, 5, 4, 2)
        assert (found.opens, found.after) == (frozenset(), "")

    def test_end_where_the_next_would_not_fit(self) -> None:
        found = level_of(TREE, most=4)

        assert found.units == (1, 3, 2)
        assert found.opens == {3}

    def test_open_from_a_unit(self) -> None:
        found = level_of(TREE, 3)

        assert found.units == (3, 5, 4)
        assert found.opens == frozenset()

    def test_come_page_by_page_where_not_even_one_fits(self) -> None:
        first = level_of(TREE, most=2, page=1)
        last = level_of(TREE, after=first.after, most=2, page=1)

        assert (first.units, first.after) == ((1, 3), "U6")
        assert (last.units, last.after) == ((1, 2), "")

    def test_begin_with_an_hr_partners_own(self) -> None:
        own = branches_of({unit: PATHS[unit] for unit in (2, 4)}, TREE.codes)

        assert own.tops == (4, 2)
        assert level_of(own).units == (4, 2)
