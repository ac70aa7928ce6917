"""Strict JSON: what it takes comes back whole, what it refuses is refused with a reason and a place, and nothing else ever happens."""

import json
import re
import time
from contextlib import suppress

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from bole.kit import strict_json
from bole.kit.middleware import words_of
from bole.kit.strict_json import BadJson, TooLong

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
PLAIN = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | WORDS
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(WORDS, inner, max_size=5), max_leaves=20)
PIECES = st.lists(
    st.sampled_from(
        ["{", "}", "[", "]", ",", ":", '"', "\\", "\\u0000", "\\ud800", "1", "-", ".", "e9999", "NaN", "null", '"a"', "\x00", "张"]
    )
)

REFUSED = {
    "NUL escaped": (rb'{"a":["b","c\u0000"]}', "a NUL character", "/a/1"),
    "NUL in a key": (rb'{"a":{"\u0000":1}}', "a NUL character", "/a"),
    "NUL bare": (b'{"a":"\x00"}', "Invalid control character at", "line 1, column 7"),
    "a lone surrogate": (rb'[{"a":"\ud800"}]', "a lone surrogate", "/0/a"),
    "surrogates the wrong way round": (rb'["\udc00\ud800"]', "a lone surrogate", "/0"),
    "a surrogate in a key": (rb'{"\ud800":1}', "a lone surrogate", "/"),
    "a doubled key": (b'{"a":1,"a":2}', "doubled key", "a"),
    "a doubled key deep inside": (b'[[{"a":{"b":1,"b":1}}]]', "doubled key", "b"),
    "a doubled key of surrogates": (rb'{"\ud800":1,"\ud800":2}', "doubled key", r"\ud800"),
    "a doubled key spelt in two ways": (rb'{"a":1,"\u0061":2}', "doubled key", "a"),
    "NaN": (b'{"a":NaN}', "NaN", ""),
    "Infinity": (b"[Infinity]", "Infinity", ""),
    "-Infinity": (b"[-Infinity]", "-Infinity", ""),
    "1e999": (b"[1e999]", "a number without end", ""),
    "2^53 + 1": (b"[9007199254740993]", "a whole number beyond 2^53", ""),
    "minus 2^53 - 1": (b"[-9007199254740993]", "a whole number beyond 2^53", ""),
    "ten thousand digits": (b"[" + b"9" * 10_000 + b"]", "a whole number beyond 2^53", ""),
    "no UTF-8": (b'{"a":"\xff"}', "not UTF-8", "byte 6"),
    "half of UTF-8": (b'"\xe5\xbc', "not UTF-8", "byte 1"),
    "a surrogate in UTF-8": (b'"\xed\xa0\x80"', "not UTF-8", "byte 1"),
    "overlong UTF-8": (b'"\xc0\x80"', "not UTF-8", "byte 1"),
    "UTF-16": ('{"a":1}'.encode("utf-16"), "not UTF-8", "byte 0"),
    "a byte order mark": (b"\xef\xbb\xbf{}", "Unexpected UTF-8 BOM (decode using utf-8-sig)", "line 1, column 1"),
    "31 levels": (b"[" * 31 + b"]" * 31, "deeper than 30", "/" + "/".join(["0"] * 30)),
    "a million levels": (b"[" * 1_000_000, "deeper than 30", ""),
    "more parts than a parser should make": (b"[" + b"[]," * 1_000_000 + b"[]]", "more than 1000000 objects and lists", ""),
    "nothing": (b"", "Expecting value", "line 1, column 1"),
    "cut off": (b'{"a":', "Expecting value", "line 1, column 6"),
    "two bodies": (b"{}{}", "Extra data", "line 1, column 3"),
    "a comment": (b"{} // no", "Extra data", "line 1, column 4"),
    "a form": (b"a=1&b=2", "Expecting value", "line 1, column 1"),
}

# What the parser itself says of a body, beside the above.
ILL_SPELT = {
    "a bare key": b'{a:1}', "no colon": b'{"a" 1}', "no comma": b'{"a":1 "b":2}', "no comma in a list": b"[1 2]", "an open string": b'"a',
    "an escape of nothing": rb'"\q"', "half an escape": rb'"\u12"',
}  # fmt: skip


class TestRead:
    @given(VALUES)
    def test_gives_back_what_was_sent(self, value: object) -> None:
        assert strict_json.read(json.dumps(value).encode()) == value
        assert strict_json.read(json.dumps(value, ensure_ascii=False).encode()) == value

    @given(st.binary(max_size=200) | PIECES.map("".join).map(str.encode))
    def test_takes_or_refuses_and_does_nothing_else(self, body: bytes) -> None:
        try:
            value = strict_json.read(body)
        except BadJson as refused:
            said = refused
        else:
            said = value
        assert "\x00" not in json.dumps(getattr(said, "where", said), ensure_ascii=False).encode().decode()

    @pytest.mark.parametrize("how", REFUSED)
    def test_refuses_with_reason_and_place(self, how: str) -> None:
        body, why, where = REFUSED[how]

        with pytest.raises(BadJson) as refused:
            strict_json.read(body)

        assert (refused.value.facts["why"], refused.value.where) == (why, where)

    @pytest.mark.parametrize("how", [*REFUSED, *ILL_SPELT])
    def test_says_the_reason_in_the_readers_own_words(self, how: str) -> None:
        body = REFUSED[how][0] if how in REFUSED else ILL_SPELT[how]
        with pytest.raises(BadJson) as refused:
            strict_json.read(body)

        with translation.override("zh-hans"):
            sentence, _ = words_of(refused.value)

        assert re.findall(r"[A-Za-z]{2,}", re.sub(r"JSON|UTF-8|BOM|NUL|NaN|-?Infinity|uXXXX", "", sentence)) == []

    @pytest.mark.parametrize("whole", [2**53, -(2**53), 0])
    def test_takes_whole_numbers_up_to_2_to_the_53(self, whole: int) -> None:
        assert strict_json.read(f"[{whole}]".encode()) == [whole]

    def test_takes_thirty_levels(self) -> None:
        assert json.dumps(strict_json.read(b"[" * 30 + b"]" * 30)) == "[" * 30 + "]" * 30

    def test_takes_a_pair_of_surrogates_as_the_character_it_is(self) -> None:
        assert strict_json.read(rb'["\ud83d\ude00"]') == ["😀"]

    def test_refuses_a_body_beyond_the_limit_before_it_is_read(self) -> None:
        with pytest.raises(TooLong) as refused:
            strict_json.read(b"[" * 11, longest=10)

        assert refused.value.facts == {"size": 11, "limit": 10}

    def test_tells_the_place_as_a_pointer_that_can_be_shown_whatever_the_key(self) -> None:
        key = "a/b~c\u202e" + "x" * 100

        with pytest.raises(BadJson) as refused:
            strict_json.read(json.dumps({key: "\x00"}).encode())

        assert refused.value.where == r"/a~1b~0c\u202e" + "x" * 54


HEAVY = {
    "an unfinished string of escapes": b'"' + b'\\"' * 1_000_000,
    "a long string": b'"' + b"a" * 4_000_000 + b'"',
    "half a million strings": b"[" + b'"a",' * 500_000 + b'"a"]',
    "levels without end": b"[" * 4_000_000,
    "quotation marks": b'"' * 4_000_000,
}


@pytest.mark.parametrize("how", HEAVY)
def test_a_heavy_body_costs_time_in_proportion_to_its_length(how: str) -> None:
    began = time.process_time()

    with suppress(BadJson):
        strict_json.read(HEAVY[how])

    assert time.process_time() - began < 2
