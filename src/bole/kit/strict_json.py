"""Strict JSON: what hostile or broken bodies are refused for, and where."""

import json
import re
from collections.abc import Sequence
from typing import Any

from bole.values.refusal import Invalid, say

DEEPEST = 30
LARGEST = 2**53
LONGEST = 5 * 1024 * 1024
_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"')
_BRACKETS = re.compile(r"[\[\]{}]")


class BadJson(Invalid):
    """The body is no JSON that can be taken."""

    code = "bad_json"
    status = 400
    sentence = say("This is no JSON that can be read: {why}.")
    hint = say("Send UTF-8 JSON without doubled keys, NUL characters, NaN or whole numbers beyond 2^53.")


class TooLong(Invalid):
    """The body is larger than the limit."""

    code = "too_long"
    status = 413
    sentence = say("The body has {size} bytes; the limit is {limit}.")


def read(body: bytes, *, longest: int = LONGEST) -> Any:  # noqa: ANN401  (JSON is anything)
    """Read a JSON body.

    :raises TooLong: if it has more than `longest` bytes
    :raises BadJson: if it is malformed, too deep, has doubled keys, NUL, lone surrogates, NaN or huge numbers
    """
    if len(body) > longest:
        raise TooLong(size=len(body), limit=longest)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as broken:
        raise BadJson(why="not UTF-8", where=f"byte {broken.start}") from broken
    if _depth(text) > DEEPEST:
        raise BadJson(why=f"deeper than {DEEPEST}")
    try:
        value = json.loads(text, object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_whole, parse_float=_real)
    except json.JSONDecodeError as broken:
        raise BadJson(why=broken.msg, where=f"line {broken.lineno}, column {broken.colno}") from broken
    except RecursionError as broken:
        raise BadJson(why=f"deeper than {DEEPEST}") from broken
    _look(value)
    return value


def _depth(text: str) -> int:
    """Return the greatest nesting: of brackets that stand outside strings."""
    depth = deepest = 0
    for bracket in _BRACKETS.findall(_STRINGS.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _pairs(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        doubled = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # add returns None on purpose
        raise BadJson(why="doubled key", where=doubled)
    return made


def _constant(name: str) -> None:
    raise BadJson(why=name)


def _whole(text: str) -> int:
    if len(text) > 17 or abs(int(text)) > LARGEST:
        raise BadJson(why="a whole number beyond 2^53")
    return int(text)


def _real(text: str) -> float:
    value = float(text)
    if value in {float("inf"), float("-inf")}:
        raise BadJson(why="a number without end")
    return value


def _look(value: object, where: str = "") -> None:
    """Refuse text that a database cannot hold."""
    if isinstance(value, str):
        if "\x00" in value:
            raise BadJson(why="a NUL character", where=where or "/")
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            raise BadJson(why="a lone surrogate", where=where or "/")
    elif isinstance(value, dict):
        for key, part in value.items():
            _look(key, where)
            _look(part, f"{where}/{key}")
    elif isinstance(value, list):
        for n, part in enumerate(value):
            _look(part, f"{where}/{n}")
