"""Kinds of notices: rooms above offer them when they start; a notice keeps the code and what fills the sentence, never the words.

So each reader reads it in their own language, and a sentence that is mended is mended everywhere. What leaves the house says less: `brief`,
or the words of the group. It holds no name, number or day.
"""

import re
from collections.abc import Collection, Mapping, Sequence
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
Topic = Literal["mentoring", "performance", "growth", "approvals", "company"]
TOPICS: Mapping[Topic, str | Promise] = {
    "mentoring": _("Mentoring"),
    "performance": _("Performance"),
    "growth": _("Growth"),
    "approvals": _("Approvals"),
    "company": _("Company"),
}
_OF_ROOM: Mapping[str, Topic] = {
    "mentoring": "mentoring",
    "scoring": "performance",
    "signals": "performance",
    "reviews": "performance",
    "work": "performance",
    "growth": "growth",
}
Importance = Literal["duty", "news"]
# What a message says of a kind whose own sentence names somebody: the words of its group.
TITLES: Mapping[Group, str | Promise] = {
    "reminder": _("A reminder"),
    "alert": _("Please have a look"),
    "approval": _("Waiting for your decision"),
    "news": _("News for you"),
}
BRIEFS: Mapping[Group, str | Promise] = {
    "reminder": _("A date of yours is coming up. Open it to see which."),
    "alert": _("Something in your team has changed. Open it to see what."),
    "approval": _("Something waits for your decision. Open it to see what."),
    "news": _("There is something new for you. Open it to see what."),
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class InPlace:
    """What can be done from the list at once: its words, and how its address follows from the notice's own. A change is sent (POST).

    `asks` names what is written first; it is sent along as `remark`. `when` says for which params it is offered: `{"duty": {"meeting"}}`.
    """

    words: str | Promise
    tail: str = ""  # appended to the notice's address
    is_change: bool = False
    asks: str | Promise = ""
    when: Mapping[str, Collection[str]] = field(default_factory=dict)

    def address(self, own: str) -> str:
        """Return where it leads."""
        return f"{own.split('?')[0].split('#')[0]}{self.tail}" if self.tail else own

    def fits(self, params: Mapping[str, object]) -> bool:
        """Test if it is offered with what was told."""
        return all(params.get(name) in among for name, among in self.when.items())


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notice. `words` say what codes among the params mean: `{"duty": {"meeting": _("mentoring talk")}}`."""

    code: str
    sentence: str | Promise
    icon: str
    group: Group
    words: Mapping[str, Mapping[str, str | Promise]] = field(default_factory=dict)
    topic: Topic = "company"
    importance: Importance = "news"
    brief: str | Promise = ""
    does: Sequence[InPlace] = ()
    in_person: bool = False

    @property
    def is_handed_on(self) -> bool:
        """Whether whoever stands in for somebody is told too: of approvals, but those that are decided in person."""
        return self.group == "approval" and not self.in_person

    @property
    def is_duty(self) -> bool:
        """Whether somebody must act on it: outside the count of a day, never in a digest."""
        return self.importance == "duty"


_kinds: dict[str, Kind] = {}


def offer_kind(
    code: str,
    sentence: str | Promise,
    *,
    icon: str = "bell",
    group: Group = "news",
    words: Mapping[str, Mapping[str, str | Promise]] | None = None,
    topic: Topic | None = None,
    importance: Importance | None = None,
    brief: str | Promise = "",
    does: Sequence[InPlace] = (),
    in_person: bool = False,
) -> None:
    """Offer a kind: `room.what_is_told`, the sentence with `{params}` and without a full stop of its own making.

    Left out, the topic is the room's (approvals have their own), and whatever is no mere news is a duty. `brief` is what a message says
    where a sentence that names nobody would help more than the words of the group. `in_person`: nobody who stands in may decide it.
    """
    named = topic or ("approvals" if group == "approval" else _OF_ROOM.get(code.partition(".")[0], "company"))
    weighs = importance or ("news" if group == "news" else "duty")
    _kinds[code] = Kind(code, sentence, icon, group, words or {}, named, weighs, brief, tuple(does), in_person)


def is_offered(code: str) -> bool:
    """Test if some room offers the kind."""
    return code in _kinds


def all_kinds() -> list[Kind]:
    """Return every kind, by its code."""
    return [_kinds[code] for code in sorted(_kinds)]


def kinds_of(group: str) -> list[str]:
    """Return the codes of a group's kinds."""
    return [one.code for one in _kinds.values() if one.group == group]


def kind_of(code: str) -> Kind:
    """Return a kind; of a room that is gone, one that says only that there was something."""
    return _kinds.get(code) or Kind(code, _("Something changed for you"), "bell", "news")


def said(kind: Kind, params: Mapping[str, str | int]) -> str:
    """Return the sentence in the reader's language, filled: days (ISO) as days, codes by their words."""
    return str(kind.sentence).format_map(_Filled({name: _word(kind, name, value) for name, value in params.items()}))


def said_outside(kind: Kind) -> tuple[str, str]:
    """Return title and body of a message: the sentence itself only where it has nothing to fill, so that no value leaves the house."""
    sentence = str(kind.sentence)
    body = str(kind.brief) or ("" if "{" in sentence else sentence)
    return str(TITLES[kind.group]), body or str(BRIEFS[kind.group])


def _word(kind: Kind, name: str, value: str | int) -> str:
    text = str(value)
    if text in kind.words.get(name, {}):
        return str(kind.words[name][text])
    return brief_day(date.fromisoformat(text)) if _DAY.fullmatch(text) else text


class _Filled(dict[str, str]):
    """What fills a sentence; a name that an older notice lacks stays empty."""

    def __missing__(self, name: str) -> str:
        return ""
