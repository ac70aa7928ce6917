"""Reading what people edit as JSON: each refusal names the place and what belongs there."""

import math
import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from bole.values.refusal import Invalid, say

Choice = TypeVar("Choice", bound=str)

MOST = 10**12
_CODE = re.compile(r"[a-z][a-z0-9_]{0,59}")


class NotAnObject(Invalid):
    """Something else stands where named values belong."""

    code = "not_an_object"
    sentence = say("Named values ({allowed}) belong here.")


class NotAList(Invalid):
    """A list is missing, too short or too long."""

    code = "not_a_list"
    sentence = say("A list of {low} to {high} entries belongs here.")


class KeyMissing(Invalid):
    """A value that must be there is not."""

    code = "key_missing"
    sentence = say("“{key}” is missing here.")


class KeyUnknown(Invalid):
    """A value is given that nobody reads."""

    code = "key_unknown"
    sentence = say("“{key}” is not known here. Known: {allowed}.")


class NotANumber(Invalid):
    """No number, or one that is out of bounds."""

    code = "not_a_number"
    sentence = say("A number from {low} to {high} belongs here.")


class NotAWholeNumber(Invalid):
    """No whole number, or one that is out of bounds."""

    code = "not_a_whole_number"
    sentence = say("A whole number from {low} to {high} belongs here.")


class NotText(Invalid):
    """No text, none at all, or too much of it."""

    code = "not_text"
    sentence = say("A text of 1 to {high} characters belongs here.")


class NotACode(Invalid):
    """A code has another form."""

    code = "not_a_code"
    sentence = say("A code of small letters, digits and _ belongs here, beginning with a letter.")


class NotOneOf(Invalid):
    """The value is none of those that are possible."""

    code = "not_one_of"
    sentence = say("One of these belongs here: {allowed}.")


class NotYesOrNo(Invalid):
    """Neither true nor false."""

    code = "not_yes_or_no"
    sentence = say("true or false belongs here.")


def read_object(raw: object, *, where: str, needed: Sequence[str], optional: Sequence[str] = ()) -> dict[str, object]:
    """Return the named values.

    :raises NotAnObject: if there are none
    :raises KeyMissing: if one that is needed is not there
    :raises KeyUnknown: if there is one more
    """
    allowed = ", ".join((*needed, *optional))
    if not isinstance(raw, Mapping) or not all(isinstance(key, str) for key in raw):
        raise NotAnObject(where=where, allowed=allowed)
    for key in raw:
        if key not in needed and key not in optional:
            raise KeyUnknown(where=at(where, key), key=key, allowed=allowed)
    for key in needed:
        if key not in raw:
            raise KeyMissing(where=at(where, key), key=key)
    return dict(raw)


def read_list(raw: object, *, where: str, low: int, high: int) -> list[object]:
    """Return the entries.

    :raises NotAList: if it is no list of `low` to `high` entries
    """
    if not isinstance(raw, (list, tuple)) or not low <= len(raw) <= high:
        raise NotAList(where=where, low=low, high=high)
    return list(raw)


def read_number(raw: object, *, where: str, low: float = -MOST, high: float = MOST) -> float:
    """Return a finite number within the bounds.

    :raises NotANumber: if it is none
    """
    if isinstance(raw, bool) or not isinstance(raw, (int, float)) or not low <= raw <= high or not math.isfinite(raw):
        raise NotANumber(where=where, low=plain(low), high=plain(high))
    return float(raw)


def read_whole(raw: object, *, where: str, low: int, high: int) -> int:
    """Return a whole number within the bounds.

    :raises NotAWholeNumber: if it is none
    """
    if isinstance(raw, bool) or not isinstance(raw, int) or not low <= raw <= high:
        raise NotAWholeNumber(where=where, low=low, high=high)
    return raw


def read_text(raw: object, *, where: str, high: int = 100) -> str:
    """Return a text that says something.

    :raises NotText: if it is none, or holds control characters
    """
    if not isinstance(raw, str) or not raw.strip() or len(raw) > high or not raw.isprintable():
        raise NotText(where=where, high=high)
    return raw.strip()


def read_code(raw: object, *, where: str) -> str:
    """Return a code.

    :raises NotACode: if it is none
    """
    if not isinstance(raw, str) or _CODE.fullmatch(raw) is None:
        raise NotACode(where=where)
    return raw


def read_choice(raw: object, choices: Sequence[Choice], *, where: str) -> Choice:
    """Return the one of the choices that is named.

    :raises NotOneOf: if none of them is
    """
    for choice in choices:
        if isinstance(raw, str) and raw == choice:
            return choice
    raise NotOneOf(where=where, allowed=", ".join(choices))


def read_yes_or_no(raw: object, *, where: str) -> bool:
    """Return true or false.

    :raises NotYesOrNo: if it is neither
    """
    if not isinstance(raw, bool):
        raise NotYesOrNo(where=where)
    return raw


def at(where: str, key: str) -> str:
    """Return the place of a key within a place."""
    return f"{where}.{key}" if where else key


def plain(number: float) -> int | float:
    """Return the number as people write it: whole where it is whole."""
    return int(number) if number == int(number) else number
