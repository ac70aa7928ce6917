"""Every vendor has one shape, a guide in both languages and a page of the docs that says the same."""

import inspect
from importlib import import_module
from pathlib import Path

import pytest

from bole.connect.guides import GUIDES
from bole.connect.vendors import VENDORS

ROOT = Path(__file__).resolve().parents[2]


def words_of(guide):
    return [guide.name, *guide.where, guide.secret, *guide.events, guide.reads, guide.never]


class TestAVendor:
    def test_has_a_guide_if_it_is_there(self):
        assert set(GUIDES) == set(VENDORS)

    @pytest.mark.parametrize("code", sorted(GUIDES))
    def test_has_the_three_functions_of_one_shape(self, code):
        signature = import_module(f"bole.connect.{code}.signature")
        mapping = import_module(f"bole.connect.{code}.mapping")

        assert list(inspect.signature(signature.verify).parameters) == ["body", "headers", "secret"]
        assert list(inspect.signature(mapping.map_delivery).parameters) == ["payload", "headers", "at"]
        assert list(inspect.signature(mapping.delivery_id).parameters) == ["payload", "headers", "at"]

    @pytest.mark.parametrize("code", sorted(GUIDES))
    def test_is_told_in_both_languages(self, code):
        guide = GUIDES[code]

        assert guide.code == code
        assert all(words.en and words.zh for words in words_of(guide))
        assert all(words.zh != words.en for words in words_of(guide) if words != guide.name)

    @pytest.mark.parametrize("code", sorted(GUIDES))
    def test_has_a_page_with_what_is_read_and_what_never_is(self, code):
        guide, page = GUIDES[code], (ROOT / GUIDES[code].page).read_text(encoding="utf-8")

        assert page.startswith(f"# {guide.name.en}")
        assert all(heading in page for heading in ("## Set it up", "## What is read", "## What is never read", "## If nothing arrives"))
        assert all(words.en in page for words in (guide.reads, guide.never))
