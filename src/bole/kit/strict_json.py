"""Strict JSON: what hostile or broken bodies are refused for, and where."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest

from bole.values.refusal import Invalid, say

DEEPEST = 30
TOO_DEEP = say("deeper than 30")
LARGEST = 2**53
LONGEST = 5 * 1024 * 1024
MOST_PARTS = 1_000_000  # objects and lists: what a parser makes of a megabyte of brackets is a hundred times larger

# What the parser says of a body, as our readers read it too.
PARSER_SAYS = (
    say("Expecting value"), say("Expecting property name enclosed in double quotes"), say("Expecting ':' delimiter"),
    say("Expecting ',' delimiter"), say("Extra data"), say("Unterminated string starting at"), say("Invalid control character at"),
    say("Invalid \\escape"), say("Invalid \\uXXXX escape"), say("Unexpected UTF-8 BOM (decode using utf-8-sig)"),
)  # fmt: skip


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


class NotJson(Invalid):
    """The body does not say that it is JSON."""

    code = "not_json"
    status = 415
    sentence = say("The body is “{kind}” and should be JSON.")
    hint = say("Send the header “Content-Type: application/json”.")


def insist_on_json(content_type: str) -> None:
    """Let pass a body that says it is JSON, in UTF-8.

    :raises NotJson: if it says something else
    """
    kind, _, options = content_type.partition(";")
    if kind.strip().lower() != "application/json" or options.strip().lower() not in {"", "charset=utf-8", 'charset="utf-8"'}:
        raise NotJson(kind=content_type[:60], where="Content-Type")


def body_of(request: HttpRequest) -> bytes:
    """Return the body of a call.

    :raises NotJson: if it says that it is something else
    :raises TooLong: if it has more bytes than are read of anybody
    """
    insist_on_json(request.headers.get("Content-Type", ""))
    return bytes_of(request)


def bytes_of(request: HttpRequest) -> bytes:
    """Return the body of a call, whatever it says that it is.

    :raises TooLong: if it has more bytes than are read of anybody
    """
    try:
        return request.body
    except RequestDataTooBig as broken:
        raise TooLong(size=int(request.META.get("CONTENT_LENGTH") or 0), limit=settings.DATA_UPLOAD_MAX_MEMORY_SIZE) from broken


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
        raise BadJson(why=say("not UTF-8"), where=f"byte {broken.start}") from broken
    if body.count(b"[") + body.count(b"{") > MOST_PARTS:
        raise BadJson(why=say("more than 1000000 objects and lists"))
    try:
        value = json.loads(text, object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_whole, parse_float=_real)
    except json.JSONDecodeError as broken:
        raise BadJson(why=_said(broken.msg), where=f"line {broken.lineno}, column {broken.colno}") from broken
    except RecursionError as broken:
        raise BadJson(why=TOO_DEEP) from broken
    try:
        _look(value, DEEPEST)
    except _Found as found:
        raise BadJson(why=found.why, where="/" + "/".join(reversed(found.way))) from found
    return value


def _said(words: str) -> str:
    """Return which of its reasons the parser gives; it may add a character or a place."""
    return next((one for one in PARSER_SAYS if words.startswith(one)), say("it breaks the rules of JSON"))


def _pairs(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        seen: set[str] = set()
        doubled = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # add returns None on purpose
        raise BadJson(why=say("doubled key"), where=_shown(doubled))
    return made


def _constant(name: str) -> None:
    raise BadJson(why=name)


def _whole(text: str) -> int:
    if len(text) > 17 or abs(int(text)) > LARGEST:
        raise BadJson(why=say("a whole number beyond 2^53"))
    return int(text)


def _real(text: str) -> float:
    value = float(text)
    if value in {float("inf"), float("-inf")}:
        raise BadJson(why=say("a number without end"))
    return value


class _Found(Exception):  # noqa: N818  (it never leaves this module)
    """Something that cannot be taken; the way to it grows as the search returns."""

    def __init__(self, why: str) -> None:
        self.why, self.way = why, list[str]()
        super().__init__(why)


def _look(value: object, deepest: int) -> None:
    """Refuse text that a database cannot hold, and what lies deeper than `deepest`."""
    if isinstance(value, str):
        _look_at_text(value)
    elif isinstance(value, dict):
        if deepest == 0:
            raise _Found(TOO_DEEP)
        for key in value:
            _look_at_text(key)
        _look_into(value.items(), deepest)
    elif isinstance(value, list):
        if deepest == 0:
            raise _Found(TOO_DEEP)
        _look_into(enumerate(value), deepest)


def _look_into(parts: Iterable[tuple[object, object]], deepest: int) -> None:
    place: object = ""
    try:
        for place, part in parts:  # noqa: B007  (the place is told if the part is refused)
            _look(part, deepest - 1)
    except _Found as found:
        found.way.append(_shown(str(place)))
        raise


def _look_at_text(text: str) -> None:
    if "\x00" in text:
        raise _Found(say("a NUL character"))
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError as broken:
            raise _Found(say("a lone surrogate")) from broken


def _shown(key: str) -> str:
    """Return a key as a part of a JSON pointer that can be sent, shown and stored."""
    plain = "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in key[:60])
    return plain.replace("~", "~0").replace("/", "~1")
