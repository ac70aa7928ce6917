"""The registry of measures, and the page of the docs that says the same in prose."""

from pathlib import Path

import pytest

from bole.values.refusal import Invalid
from bole.work.rules.measures import MEASURES, measure_of

PAGE = Path(__file__).resolve().parents[3] / "docs" / "domain" / "measures.md"


class TestRegistry:
    def test_holds_every_measure_under_its_code(self):
        assert all(code == measure.code for code, measure in MEASURES.items())
        assert len(MEASURES) == 32

    @pytest.mark.parametrize("code", sorted(MEASURES))
    def test_says_each_thing_in_both_languages(self, code):
        measure = MEASURES[code]

        assert all(words.en.isascii() or "复用" in words.en for words in (measure.name, measure.event, measure.credited))
        assert not any(words.zh.isascii() for words in (measure.name, measure.event, measure.credited))
        assert measure.formula
        assert measure.source

    def test_lets_commits_never_stand_alone(self):
        assert {code for code, measure in MEASURES.items() if measure.is_alone_forbidden} == {"commits"}

    def test_refuses_an_unknown_code_and_names_the_known_ones(self):
        with pytest.raises(Invalid) as refused:
            measure_of("keystrokes", where="/measure")

        assert (refused.value.code, refused.value.where) == ("unknown_measure", "/measure")
        assert "tasks_due" in str(refused.value.facts["choices"])


class TestPage:
    @pytest.mark.parametrize("code", sorted(MEASURES))
    def test_defines_each_measure_with_its_names_formula_and_source(self, code):
        measure, page = MEASURES[code], PAGE.read_text(encoding="utf-8")

        for words in (f"`{code}`", measure.name.en, measure.name.zh, measure.formula, measure.source, measure.credited.en):
            assert words in page
