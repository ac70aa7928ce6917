"""What is asked of somebody: a tree is read strictly, judged clause by clause, and the way to the rest is the shortest."""

from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bole.growth.rules.requirements import Finding, Group, Leaf, Node, Value, judge, leaves_of, passes, shortest_way
from bole.growth.rules.requirements_read import (
    ClauseUnknown,
    GroupEmpty,
    LeastOutOfRange,
    NoRequirement,
    RequirementsTooDeep,
    RequirementsTooMany,
    ValueMissing,
    ValueNotOffered,
    ValueOutOfBounds,
    ValueUnknown,
    read_tree,
    tree_json,
)

YEARS = Value(name="years", kind="whole", least=1, most=10, default=2)
HOW = Value(name="how", kind="choice", default="each", options=lambda: [("each", "each"), ("mean", "mean")])
KNOWN = {"excellent": (YEARS,), "score": (YEARS, HOW), "exam": (), "a": (), "b": (), "c": ()}
EXCELLENT = {"clause": "excellent", "years": 2}
EXAM = {"clause": "exam"}


def leaf(name: str, place: str = "1") -> Leaf:
    return Leaf(place=place, clause=name, values=())


def found(*, met: bool = False, minutes: int = 10) -> Finding:
    return Finding(is_met=met, minutes=minutes)


class TestReading:
    @pytest.mark.parametrize(
        "raw",
        [
            EXAM,
            {"all": [EXCELLENT, EXAM]},
            {"any": [EXAM]},
            {"at_least": 2, "of": [EXAM, {"clause": "score", "years": 3, "how": "mean"}, {"all": [EXCELLENT]}]},
        ],
    )
    def test_writes_again_what_it_read(self, raw):
        tree = read_tree(raw, KNOWN)

        assert tree_json(tree) == raw

    def test_counts_places_from_one(self):
        tree = read_tree({"all": [EXCELLENT, {"any": [EXAM, EXCELLENT]}]}, KNOWN)

        assert [one.place for one in leaves_of(tree)] == ["1.1", "1.2.1", "1.2.2"]

    @pytest.mark.parametrize(
        ("raw", "refusal", "where"),
        [
            ("exam", NoRequirement, "1"),
            (None, NoRequirement, "1"),
            ({}, NoRequirement, "1"),
            ({"all": EXAM}, NoRequirement, "1"),
            ({"all": [EXAM], "any": [EXAM]}, NoRequirement, "1"),
            ({"all": [EXAM, 7]}, NoRequirement, "1.2"),
            ({"all": []}, GroupEmpty, "1"),
            ({"all": [EXAM, {"any": []}]}, GroupEmpty, "1.2"),
            ({"at_least": 1, "of": []}, GroupEmpty, "1"),
            ({"at_least": 0, "of": [EXAM]}, LeastOutOfRange, "1"),
            ({"at_least": 3, "of": [EXAM, EXCELLENT]}, LeastOutOfRange, "1"),
            ({"at_least": True, "of": [EXAM]}, LeastOutOfRange, "1"),
            ({"at_least": "1", "of": [EXAM]}, LeastOutOfRange, "1"),
            ({"clause": "wings"}, ClauseUnknown, "1"),
            ({"clause": ["exam"]}, ClauseUnknown, "1"),
            ({"any": [{"clause": "excellent"}]}, ValueMissing, "1.1.years"),
            ({"clause": "exam", "years": 2}, ValueUnknown, "1"),
            ({"clause": "excellent", "years": 0}, ValueOutOfBounds, "1.years"),
            ({"clause": "excellent", "years": 11}, ValueOutOfBounds, "1.years"),
            ({"clause": "excellent", "years": True}, ValueOutOfBounds, "1.years"),
            ({"clause": "excellent", "years": 2.0}, ValueOutOfBounds, "1.years"),
            ({"clause": "score", "years": 2, "how": "best"}, ValueNotOffered, "1.how"),
            ({"clause": "score", "years": 2, "how": ["each"]}, ValueNotOffered, "1.how"),
            ({"all": [{"any": [{"all": [{"any": [{"all": [EXAM]}]}]}]}]}, RequirementsTooDeep, "1.1.1.1.1.1"),
            ({"all": [EXAM] * 21}, RequirementsTooMany, "1"),
            ({"all": [{"all": [EXAM] * 20}, {"all": [EXAM] * 5}]}, RequirementsTooMany, "1.2.5"),
        ],
    )
    def test_refuses_and_names_the_place(self, raw, refusal, where):
        with pytest.raises(refusal) as said:
            read_tree(raw, KNOWN)

        assert said.value.where == where

    def test_reads_five_levels(self):
        raw = {"all": [{"any": [{"all": [{"any": [EXAM]}]}]}]}

        assert tree_json(read_tree(raw, KNOWN)) == raw


class TestJudging:
    def test_passes_when_enough_parts_do(self):
        tree = read_tree({"at_least": 2, "of": [{"clause": "a"}, {"clause": "b"}, {"clause": "c"}]}, KNOWN)
        a, b, c = leaves_of(tree)

        judged = judge(tree, {a: found(met=True), b: found(), c: found(met=True)})

        assert (judged.passes, judged.met, judged.way, judged.minutes) == (True, 2, (), 0)

    def test_names_the_cheapest_of_what_is_left(self):
        tree = read_tree({"all": [{"clause": "a"}, {"any": [{"clause": "b"}, {"clause": "c"}]}]}, KNOWN)
        a, b, c = leaves_of(tree)

        judged = judge(tree, {a: found(minutes=200), b: found(minutes=500), c: found(minutes=100)})

        assert [one.leaf.clause for one in judged.way] == ["c", "a"]
        assert judged.minutes == 300

    def test_pays_once_for_what_is_asked_twice(self):
        either = [{"all": [{"clause": "a"}, {"clause": "b"}]}, {"all": [{"clause": "a"}, {"clause": "c"}]}]
        tree = read_tree({"all": either}, KNOWN)
        findings = {one: found(minutes=60) for one in leaves_of(tree)}

        judged = judge(tree, findings)

        assert [one.leaf.place for one in judged.way] == ["1.1.1", "1.1.2", "1.2.2"]
        assert judged.minutes == 180

    def test_sees_that_one_step_may_serve_twice(self):
        # Alone, b and c are cheaper than a; a serves both parts.
        tree = read_tree({"all": [{"any": [{"clause": "a"}, {"clause": "b"}]}, {"any": [{"clause": "a"}, {"clause": "c"}]}]}, KNOWN)
        minutes = {"a": 50, "b": 40, "c": 40}

        way = shortest_way(tree, {one: found(minutes=minutes[one.clause]) for one in leaves_of(tree)})

        assert way == {("a", ())}


NAMES = ["a", "b", "c", "d", "e", "f", "g"]


def groups(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.lists(parts, min_size=1, max_size=4).flatmap(
        lambda of: st.integers(1, len(of)).map(lambda least: Group(place="1", how="at_least", least=least, of=tuple(of)))
    )


TREES = st.recursive(st.sampled_from(NAMES).map(leaf), groups, max_leaves=9)
FINDINGS = st.fixed_dictionaries(
    {name: st.tuples(st.booleans(), st.integers(0, 5)).map(lambda one: Finding(is_met=one[0], minutes=one[1])) for name in NAMES}
)


class TestTheShortestWay:
    @given(TREES, FINDINGS)
    @settings(max_examples=400, deadline=None)
    def test_is_as_short_as_trying_everything(self, tree, by_name):
        findings = {one: by_name[one.clause] for one in leaves_of(tree)}
        met = {one.key for one in leaves_of(tree) if findings[one].is_met}
        unmet = sorted({one.key for one in leaves_of(tree)} - met)
        tried = chain.from_iterable(combinations(unmet, count) for count in range(len(unmet) + 1))
        cost = {key: by_name[key[0]].minutes for key in unmet}
        least = min((sum(cost[key] for key in some), len(some)) for some in tried if passes(tree, met | set(some)))

        way = shortest_way(tree, findings)

        assert passes(tree, met | way)
        assert (sum(cost[key] for key in way), len(way)) == least

    @given(TREES, FINDINGS)
    @settings(max_examples=200, deadline=None)
    def test_is_empty_exactly_when_the_tree_passes(self, tree, by_name):
        judged = judge(tree, {one: by_name[one.clause] for one in leaves_of(tree)})

        assert judged.passes == (judged.way == ())
