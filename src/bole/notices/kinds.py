"""Kinds of notices: rooms above offer them when they start; a notice keeps the code and what fills the sentence, never the words.

So each reader reads it in their own language, and a sentence that is mended is mended everywhere.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bole.kit.ui.days import brief_day

Group = Literal["reminder", "alert", "approval", "news"]
GROUPS: Mapping[Group, str | Promise] = {
    "reminder": _("Reminders"),
    "alert": _("Alerts"),
    "approval": _("Approvals"),
    "news": _("What changed"),
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notice. `words` say what codes among the params mean: `{"duty": {"meeting": _("mentoring talk")}}`."""

    code: str
    sentence: str | Promise
    icon: str
    group: Group
    words: Mapping[str, Mapping[str, str | Promise]] = field(default_factory=dict)


_kinds: dict[str, Kind] = {}


def offer_kind(
    code: str,
    sentence: str | Promise,
    *,
    icon: str = "bell",
    group: Group = "news",
    words: Mapping[str, Mapping[str, str | Promise]] | None = None,
) -> None:
    """Offer a kind: `room.what_is_told`, the sentence with `{params}` and without a full stop of its own making."""
    _kinds[code] = Kind(code, sentence, icon, group, words or {})


def is_offered(code: str) -> bool:
    """Test if some room offers the kind."""
    return code in _kinds


def kind_of(code: str) -> Kind:
    """Return a kind; of a room that is gone, one that says only that there was something."""
    return _kinds.get(code) or Kind(code, _("Something changed for you"), "bell", "news")


def said(kind: Kind, params: Mapping[str, str | int]) -> str:
    """Return the sentence in the reader's language, filled: days (ISO) as days, codes by their words."""
    return str(kind.sentence).format_map(_Filled({name: _word(kind, name, value) for name, value in params.items()}))


def _word(kind: Kind, name: str, value: str | int) -> str:
    text = str(value)
    if text in kind.words.get(name, {}):
        return str(kind.words[name][text])
    return brief_day(date.fromisoformat(text)) if _DAY.fullmatch(text) else text


class _Filled(dict[str, str]):
    """What fills a sentence; a name that an older notice lacks stays empty."""

    def __missing__(self, name: str) -> str:
        return ""
