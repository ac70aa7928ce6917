"""Spells: both days included, no two of a kind at a time, and what a change does to them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.people.rules.posts import Held, change_from, pieces
from bole.people.rules.spells import Overlapping, Spell, WrongWayRound, checked, joined_on, overlap, refuse_overlap

START = date(2026, 1, 1)
DAYS = st.integers(min_value=0, max_value=60)


def day(number: int) -> date:
    return START + timedelta(days=number)


@st.composite
def spells(draw: st.DrawFn) -> Spell:
    first = draw(DAYS)
    length = draw(st.none() | DAYS)
    return Spell(day(first), None if length is None else day(first + length))


def days_of(spell: Spell) -> set[date]:
    return {day(n) for n in range(200) if day(n) in spell}


class TestSpell:
    def test_includes_both_its_days(self) -> None:
        spell = Spell(day(3), day(5))
        assert [day(n) in spell for n in range(2, 7)] == [False, True, True, True, False]

    def test_refuses_to_end_before_it_begins(self) -> None:
        with pytest.raises(WrongWayRound):
            checked(day(5), day(4))

    @given(spells(), spells())
    def test_meets_another_exactly_if_they_share_a_day(self, one: Spell, other: Spell) -> None:
        assert one.meets(other) == bool(days_of(one) & days_of(other))


class TestOverlap:
    @given(st.lists(spells(), max_size=6))
    def test_is_found_exactly_if_two_share_a_day(self, some: list[Spell]) -> None:
        sharing = any(one.meets(other) for n, one in enumerate(some) for other in some[n + 1 :])
        assert (overlap(some) is not None) == sharing

    def test_is_refused_with_the_days(self) -> None:
        with pytest.raises(Overlapping) as refused:
            refuse_overlap([Spell(day(0)), Spell(day(9))])
        assert refused.value.facts == {"first": day(9), "other": "2026-01-01–"}


class TestChangeFrom:
    def test_ends_the_former_row_the_day_before(self) -> None:
        change = change_from([Held(1, Spell(day(0)))], day(10), Spell(day(0)))
        assert (change.former, change.former_last_day, change.spell) == (1, day(9), Spell(day(10)))

    def test_holds_until_the_change_that_is_known_already(self) -> None:
        held = [Held(1, Spell(day(0), day(19))), Held(2, Spell(day(20)))]
        assert change_from(held, day(10), Spell(day(0))).spell == Spell(day(10), day(19))

    def test_replaces_a_row_that_began_the_same_day(self) -> None:
        change = change_from([Held(1, Spell(day(0)))], day(0), Spell(day(0)))
        assert (change.former, change.former_last_day, change.spell) == (1, None, Spell(day(0)))

    def test_fills_a_gap_up_to_the_next_row_or_the_end_of_the_contract(self) -> None:
        employed = Spell(day(0), day(30))
        assert change_from([Held(2, Spell(day(20)))], day(10), employed).spell == Spell(day(10), day(19))
        assert change_from([], day(10), employed).spell == Spell(day(10), day(30))

    @given(st.lists(DAYS, min_size=1, max_size=6, unique=True), DAYS)
    def test_never_overlaps_and_never_leaves_a_gap(self, firsts: list[int], change_day: int) -> None:
        starts = sorted(firsts)
        ends = [day(n - 1) for n in starts[1:]] + [None]
        held = [Held(n, Spell(day(first), last)) for n, (first, last) in enumerate(zip(starts, ends, strict=True))]
        employed = Spell(day(min(starts[0], change_day)))

        change = change_from(held, day(change_day), employed)

        kept = [row.spell for row in held if row.key != change.former]
        if change.former is not None and change.former_last_day is not None:
            kept.append(Spell(held[change.former].spell.first_day, change.former_last_day))
        after = [*kept, change.spell]
        assert overlap(after) is None
        covered = {one for spell in after for one in days_of(spell)}
        assert covered == {one for row in held for one in days_of(row.spell)} | days_of(change.spell)


class TestPieces:
    @given(spells(), spells())
    def test_cover_the_spell_and_mark_the_days_with_the_manager(self, spell: Spell, manager: Spell) -> None:
        cut = pieces(spell, manager)

        assert set().union(*(days_of(piece) for piece, _ in cut)) == days_of(spell)
        assert overlap(piece for piece, _ in cut) is None
        assert set().union(*(days_of(piece) for piece, is_led in cut if is_led)) == days_of(spell) & days_of(manager)


class TestJoinedOn:
    def test_looks_through_contracts_that_follow_each_other(self) -> None:
        row = [Spell(day(0), day(9)), Spell(day(10), day(19)), Spell(day(20))]
        assert joined_on(row, day(25)) == day(0)

    def test_begins_anew_after_a_break(self) -> None:
        assert joined_on([Spell(day(0), day(9)), Spell(day(11))], day(25)) == day(11)

    def test_is_nothing_while_nobody_is_employed(self) -> None:
        assert joined_on([Spell(day(0), day(9))], day(10)) is None
