"""Many deliveries make one item, in whatever order and however often they come."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bole.work.rules.facts import facts_of
from bole.work.rules.item import FactValue, ItemVersion, Mark
from bole.work.rules.merge import diff, digest, newer, newest
from tests.work.rules.strategies import MARK_SETS, item_versions

BEIJING = ZoneInfo("Asia/Shanghai")
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
TASK = ItemVersion(external_id="T-1", kind="task", version=5, account="7")


def fact(measure, ordinal=0, value=1):
    return FactValue(measure, ordinal, NOON, date(2026, 11, 23), value)


class TestNewer:
    def test_takes_the_greater_version(self):
        later = replace(TASK, version=6, account="8")

        assert newer(TASK, later) == later
        assert newer(later, TASK) == later

    def test_unites_the_marks_of_both(self):
        early = replace(TASK, marks=frozenset({Mark("postponed", NOON)}))
        later = replace(TASK, version=6)

        assert newer(early, later) == replace(later, marks=early.marks)

    def test_chooses_alike_between_two_contents_of_one_version(self):
        other = replace(TASK, title="Another title")

        assert newer(TASK, other) == newer(other, TASK)

    def test_lets_a_retraction_stand_against_an_older_version_that_comes_late(self):
        tombstone = replace(TASK, version=6, is_retracted=True)

        assert facts_of(newer(tombstone, replace(TASK, state="done", closed_at=NOON)), zone=BEIJING) == ()

    def test_lets_a_later_version_bring_a_retracted_item_back(self):
        back = replace(TASK, version=7)

        assert newer(replace(TASK, version=6, is_retracted=True), back) == back

    def test_refuses_versions_of_two_items(self):
        with pytest.raises(ValueError, match="two items"):
            newer(TASK, replace(TASK, external_id="T-2"))

    @given(item_versions(), item_versions(), item_versions())
    def test_is_commutative_associative_and_idempotent(self, a, b, c):
        assert newer(a, b) == newer(b, a)
        assert newer(newer(a, b), c) == newer(a, newer(b, c))
        assert newer(a, a) == a

    @given(item_versions(), item_versions())
    def test_brings_nothing_the_second_time(self, a, b):
        once = newer(a, b)

        assert newer(once, a) == once
        assert newer(once, b) == once


class TestNewest:
    @given(st.lists(item_versions(), min_size=1, max_size=6), st.randoms(use_true_random=False), st.integers(1, 3))
    @settings(max_examples=300)
    def test_is_one_item_with_one_set_of_facts_in_any_order_doubled_and_late(self, versions, chance, times):
        clean = newest(versions)
        shuffled = versions * times
        chance.shuffle(shuffled)

        assert newest(shuffled) == clean
        assert facts_of(newest(shuffled), zone=BEIJING) == facts_of(clean, zone=BEIJING)

    @given(st.lists(item_versions(), min_size=1, max_size=6), st.randoms(use_true_random=False))
    @settings(max_examples=300)
    def test_brings_the_stored_facts_to_the_same_end_by_any_path(self, versions, chance):
        shuffled = list(versions)
        chance.shuffle(shuffled)
        stored: dict[tuple[str, int], FactValue] = {}
        known = None
        for version in shuffled:
            known = version if known is None else newer(known, version)
            change = diff(stored.values(), facts_of(known, zone=BEIJING))
            for gone in change.withdrawn:
                del stored[gone.measure, gone.ordinal]
            for new in (*change.added, *(after for _, after in change.corrected)):
                stored[new.measure, new.ordinal] = new

        assert tuple(sorted(stored.values())) == facts_of(newest(versions), zone=BEIJING)


class TestDigest:
    @given(item_versions(), MARK_SETS)
    def test_leaves_the_marks_out(self, version, marks):
        assert digest(replace(version, marks=marks)) == digest(version)

    def test_does_not_depend_on_the_zone_in_which_a_moment_is_written(self):
        in_utc, in_beijing = replace(TASK, closed_at=NOON), replace(TASK, closed_at=NOON.astimezone(BEIJING))

        assert digest(in_utc) == digest(in_beijing)

    @pytest.mark.parametrize(
        "change",
        [
            {"account": None},
            {"account": "70"},
            {"state": "done"},
            {"title": "7"},
            {"labels": frozenset({"a,b"})},
            {"labels": frozenset({"a", "b"})},
            {"due_on": date(2026, 11, 23)},
            {"values": (("commits", 1),)},
            {"is_retracted": True},
        ],
        ids=str,
    )
    def test_tells_contents_apart(self, change):
        assert digest(replace(TASK, **change)) != digest(TASK)

    def test_stays_as_it_was_first_computed(self):
        assert digest(TASK) == "a2f77aafb55dd106298a2ad5355c3338792a1eb990a672eb3197682cbc239bb6"


class TestDiff:
    def test_tells_what_came_changed_and_went(self):
        before = [fact("tasks_due"), fact("delays"), fact("tasks_done")]
        after = [fact("tasks_due"), fact("delays", value=2), fact("tasks_on_time")]

        change = diff(before, after)

        assert change.added == (fact("tasks_on_time"),)
        assert change.corrected == ((fact("delays"), fact("delays", value=2)),)
        assert change.withdrawn == (fact("tasks_done"),)

    @given(item_versions(), item_versions())
    def test_leads_from_the_one_to_the_other(self, a, b):
        old, new = facts_of(a, zone=BEIJING), facts_of(b, zone=BEIJING)
        change = diff(old, new)

        kept = set(old) - set(change.withdrawn) - {before for before, _ in change.corrected}

        assert kept | set(change.added) | {after for _, after in change.corrected} == set(new)
        assert diff(new, new) == ((), (), ())
