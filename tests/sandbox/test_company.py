"""The company of the stories, to the last number: 702 staff numbers, 500 people, departments, years, batches, weights."""

from collections import Counter
from datetime import date, timedelta

import pytest

from bole.sandbox.rules.crowd import joined_on, left_on
from bole.sandbox.rules.trees import INDICATORS, TREE_OF
from bole.sandbox.rules.units import size_of, under
from bole.scoring.rules.rule import rule_of
from bole.scoring.rules.tree import Leaf
from tests.sandbox.told import ANCHORS, EXAMPLE, told

DEPARTMENTS = {
    "CEO": 6, "RD": 210, "ALG": 70, "PLT": 85, "QA": 30, "DATA": 25, "PROD": 38, "SOL": 62, "SOL-1": 13, "SOL-2": 15,
    "SOL-3": 15, "SOL-PS": 18,
    "SUP": 33, "SUP-BJ": 25, "SUP-SZ": 8, "SALES": 64, "MKT": 40, "HR": 16, "FIN": 18, "IT": 13,
}  # fmt: skip


@pytest.mark.parametrize("day", ANCHORS, ids=str)
class TestOnAnyDay:
    def test_has_702_numbers_and_500_people(self, day):
        plan = told(day).plan

        numbers = {one.number for one in plan.people if one.number.startswith("BL")}

        assert numbers == {f"BL{n:04d}" for n in range(1, 703)}
        assert len(plan.here(day)) == 500

    def test_has_the_departments_of_the_stories(self, day):
        plan = told(day).plan

        sizes = Counter(one.post_on(day).unit for one in plan.here(day))

        assert {code: sum(sizes[unit] for unit in under(code)) for code in DEPARTMENTS} == DEPARTMENTS

    def test_has_eight_outsourced_four_dispatched_and_eleven_interns(self, day):
        kinds = Counter(one.kind for one in told(day).plan.people)

        assert (kinds["outsourced"], kinds["dispatched"], kinds["intern"]) == (8, 4, 11)

    def test_nobody_works_before_joining_or_twice_at_once(self, day):
        for one in told(day).plan.people:
            days = [post.first_day for post in one.posts]
            assert days == sorted(set(days))
            assert days[0] == one.first_day
            assert one.last_day is None or one.last_day >= one.first_day

    def test_chen_xiaoyu_joins_today(self, day):
        assert told(day).plan.by_number["BL0702"].first_day == day


class TestInTheExample:
    def test_the_sizes_of_the_table_add_up(self):
        assert {code: size_of(code) for code in DEPARTMENTS} == DEPARTMENTS

    def test_the_years_are_those_of_the_stories(self):
        joined = joined_on()
        left = left_on(joined)

        assert Counter(day.year for day, _ in joined.values()) == {2021: 52, 2022: 55, 2023: 110, 2024: 155, 2025: 170, 2026: 160}
        assert Counter(day.year for day in left.values()) == {2022: 17, 2023: 40, 2024: 50, 2025: 50, 2026: 45}

    @pytest.mark.parametrize(
        ("first", "last", "joiners", "leavers"),
        [(date(2023, 1, 1), date(2023, 12, 31), 110, 33), (date(2024, 11, 24), date(2025, 11, 23), 160, 24)],
    )
    def test_of_the_newcomers_as_many_left_within_a_year_as_the_stories_say(self, first, last, joiners, leavers):
        joined = joined_on()
        left = left_on(joined)

        batch = {number: day for number, (day, _) in joined.items() if first <= day <= last}

        early = [number for number, day in batch.items() if number in left and left[number] - day < timedelta(days=365)]
        assert (len(batch), len(early)) == (joiners, leavers)

    def test_two_people_are_called_zhang_wei(self):
        people = told(EXAMPLE).plan.people

        assert sorted(one.number for one in people if one.name == "张伟") == ["BL0277", "BL0322"]
        assert len({one.name for one in people}) == len(people) - 1

    @pytest.mark.parametrize(
        ("number", "name", "latin"),
        [
            ("BL0064", "张三", "Zhang San"),
            ("BL0079", "曾睿", "Zeng Rui"),
            ("BL0186", "欧阳雪", "Ouyang Xue"),
            ("BL0318", "阿依古丽·买买提", "Ayiguli Maimaiti"),
        ],
    )
    def test_names_are_read_as_people_read_them(self, number, name, latin):
        one = told(EXAMPLE).plan.by_number[number]

        assert (one.name, one.name_en) == (name, latin)

    def test_lin_jing_leads_twelve(self):
        plan = told(EXAMPLE).plan

        team = [one.number for one in plan.here(EXAMPLE) if one.post_on(EXAMPLE).unit == "SOL-1"]

        assert ("SOL-1", "BL0031") in {(head.unit, head.number) for head in plan.heads}
        assert len(team) == 13


PROGRESS = (2500, {"task_completion": 5000, "delays": 5000})
TEAMWORK = (2000, {"peer_rating": 10000})
WEIGHTS = {
    "programmer": {
        "code_quality": (3000, {"bug_rate": 5000, "reuse_rate": 5000}),
        "progress": PROGRESS,
        "teamwork": TEAMWORK,
        "customer_feedback": (2500, {"satisfaction": 10000}),
    },
    "solution_engineer": {
        "delivery_quality": (3000, {"first_pass": 5000, "rework_rate": 5000}),
        "progress": PROGRESS,
        "teamwork": TEAMWORK,
        "customer_feedback": (2500, {"satisfaction": 6000, "response_time": 4000}),
    },
}


class TestTheModels:
    @pytest.mark.parametrize("family", sorted(WEIGHTS))
    def test_weigh_what_the_stories_say(self, family):
        tree = TREE_OF[family]

        weights = {
            one.code: (one.weight, {leaf.indicator: leaf.weight for leaf in one.parts if isinstance(leaf, Leaf)}) for one in tree.dimensions
        }

        assert weights == WEIGHTS[family]

    @pytest.mark.parametrize("family", sorted(TREE_OF))
    def test_add_up_for_every_family(self, family):
        assert rule_of(TREE_OF[family], INDICATORS).codes
