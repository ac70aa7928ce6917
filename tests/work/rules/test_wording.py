"""Titles are made fit to be shown; links that run something are none."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.work.rules.wording import cleaned, is_link


class TestCleaned:
    @pytest.mark.parametrize(
        "text, shown",
        [
            ("\u200b四个排序图", "四个排序图"),
            ("a\x00b\u202ec", "abc"),
            ("two\r\nlines\tand a tab", "two lines and a tab"),
            ("  space  ", "space"),
            ("lone \ud800 surrogate", "lone surrogate"),
            ("👩\u200d💻 at work", "👩\u200d💻 at work"),
            ("x" * 301, "x" * 299 + "…"),
        ],
    )
    def test_keeps_what_can_be_shown(self, text, shown):
        assert cleaned(text) == shown

    @given(st.text(alphabet=st.characters(), max_size=400))
    def test_leaves_nothing_that_hides_or_turns(self, text):
        shown = cleaned(text)

        assert len(shown) <= 300
        assert not any(unicodedata.category(letter) in {"Cc", "Cs"} or letter in "\u202e\u2066\u200b" for letter in shown)
        assert cleaned(shown) == shown


class TestIsLink:
    @pytest.mark.parametrize("text", ["https://example.com/1", "http://jira.local:8090/browse/A-1", "https://例子.中国/页"])
    def test_takes_web_addresses(self, text):
        assert is_link(text)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "javascript:alert(1)",
            "data:text/html,x",
            "//example.com",
            "https://",
            "https://a@example.com",
            "https://ex ample.com",
            "https://example.com/\u202e",
            "https://example.com/\n",
            "https://" + "x" * 2000,
        ],
    )
    def test_takes_nothing_else(self, text):
        assert not is_link(text)
