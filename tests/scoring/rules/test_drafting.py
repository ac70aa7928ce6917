"""A model while it is edited: what is typed, what the buttons do, and when it becomes a tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.scoring.rules.drafting import (
    BadWeight,
    NoIndicator,
    NoName,
    TypedGroup,
    TypedLeaf,
    TypedTree,
    changed,
    checked,
    free_code,
    sent,
    sum_of,
    typed,
    weight_of,
)
from bole.scoring.rules.templates import TEMPLATES

A, B, C = TypedLeaf(indicator="a", weight="60"), TypedLeaf(indicator="b", weight="40"), TypedLeaf(indicator="c", weight="100")
ONE = TypedGroup(code="one", zh="一", en="One", weight="70", value_class="work_result", parts=(A, B))
TWO = TypedGroup(code="two", zh="二", en="Two", weight="30", value_class="customer_rating", parts=(C,))
MODEL = TypedTree(zh="模型", en="Model", dimensions=(ONE, TWO))


class TestAWeight:
    @pytest.mark.parametrize(
        ("text", "points"),
        [("30", 3000), ("33.33", 3333), ("7.5", 750), (" 30 % ", 3000), ("３０", 3000), ("33,3", 3330), ("", 0), ("100", 10_000)],
    )
    def test_is_read_as_people_write_it(self, text, points):
        assert weight_of(text) == points

    @pytest.mark.parametrize("text", ["thirty", "-3", "100.01", "33.333", "1e2", "30 40", "\x00"])
    def test_is_nothing_else(self, text):
        assert weight_of(text) is None

    def test_adds_up_with_what_can_be_read(self):
        assert sum_of((A, B, TypedLeaf(weight="ten"))) == 10_000


class TestTheForm:
    @pytest.mark.parametrize("code", TEMPLATES)
    def test_gives_back_every_model_that_ships(self, code):
        tree = TEMPLATES[code]

        assert checked(sent(fields_of(typed(tree))), code=code).tree == tree

    def test_says_at_each_field_what_is_wrong(self):
        wrong = TypedTree(zh=" ", en="M", dimensions=(TypedGroup(en="One", weight="x", parts=(TypedLeaf(weight="100"),)),))

        found = checked(wrong, code="m")

        assert found.tree is None
        assert {place: type(one) for place, one in found.problems.items()} == {
            "zh": NoName, "0.zh": NoName, "0.weight": BadWeight, "0.0.indicator": NoIndicator,
        }  # fmt: skip

    def test_takes_no_more_than_a_model_holds(self):
        fields = {"zh": "a", "en": "a"} | {f"{n}.kind": "group" for n in range(99)}

        assert len(sent(fields).dimensions) == 30

    @given(st.dictionaries(st.text(max_size=12), st.text(max_size=8), max_size=20))
    def test_reads_anything(self, fields):
        sent(fields)


class TestAButton:
    @pytest.mark.parametrize(
        ("act", "codes"),
        [
            ("down:0", ["two", "one"]),
            ("up:1", ["two", "one"]),
            ("up:0", ["one", "two"]),
            ("remove:0", ["two"]),
            ("dimension", ["one", "two", ""]),
        ],
    )
    def test_moves_takes_out_and_adds_a_dimension(self, act, codes):
        assert [one.code for one in changed(MODEL, act).dimensions] == codes

    @pytest.mark.parametrize(
        ("act", "first", "second"),
        [
            ("up:0.1", (B, A), (C,)),
            ("down:0.1", (A,), (B, C)),
            ("up:1.0", (A, B, C), ()),
            ("up:0.0", (A, B), (C,)),
            ("remove:0.0", (B,), (C,)),
            ("indicator:1", (A, B), (C, TypedLeaf())),
            ("part:1", (A, B), (C, TypedGroup())),
        ],
    )
    def test_moves_an_indicator_within_and_across_dimensions(self, act, first, second):
        one, two = changed(MODEL, act).dimensions

        assert (one.parts, two.parts) == (first, second)

    @given(st.text(max_size=20) | st.from_regex(r"(up|down|remove|indicator|part):\d(\.\d){0,3}", fullmatch=True))
    def test_that_means_nothing_breaks_nothing(self, act):
        assert len(changed(MODEL, act).dimensions) in {1, 2, 3}


class TestACode:
    @pytest.mark.parametrize(
        ("name", "code"),
        [("Code quality", "code_quality"), ("代码", "part"), ("3 D", "part_3_d"), ("One", "one_2"), ("Ünder — way", "under_way")],
    )
    def test_is_made_of_the_english_name(self, name, code):
        assert free_code(name, {"one"}) == code


def fields_of(tree: TypedTree) -> dict[str, str]:
    """Return what a browser sends for the model."""
    fields = {"zh": tree.zh, "en": tree.en}

    def put(path, part):
        if isinstance(part, TypedLeaf):
            fields.update({f"{path}.kind": "indicator", f"{path}.indicator": part.indicator, f"{path}.weight": part.weight})
            return
        fields.update({f"{path}.kind": "group", f"{path}.code": part.code, f"{path}.zh": part.zh, f"{path}.en": part.en})
        fields.update({f"{path}.weight": part.weight, f"{path}.value_class": part.value_class})
        for n, one in enumerate(part.parts):
            put(f"{path}.{n}", one)

    for n, one in enumerate(tree.dimensions):
        put(str(n), one)
    return fields
