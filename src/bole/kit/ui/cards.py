"""Cards of a home, and a week at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.middleware.csrf import get_token
from django.template import Context
from django.utils.safestring import SafeString

from bole.kit.ui.library import Words, attrs, draw, register, trimmed


@dataclass(frozen=True, slots=True)
class CardAct:
    """Something that can be done with a card as such: its words, its icon, where it is posted."""

    words: Words
    icon: str
    url: str
    label: Words = ""  # the words with the card's name, where only the icon is seen


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of a week at a glance: how many things it holds, and how many of them are done."""

    day: date
    things: int
    done: int
    is_today: bool
    label: str


@register.simple_block_tag(takes_context=True)
def card(
    context: Context, content: str, title: Words, *, ident: str, why: Words = "", acts: Sequence[CardAct] = (), part: str = "",
    is_pinned: bool = False, **extra: Any,
) -> SafeString:  # fmt: skip
    """Show a card of the home; in its corner opens why it is seen and what can be done with it, as forms."""
    request = context.get("request")
    token = get_token(request) if request is not None and acts else ""
    values = {"title": title, "ident": ident, "why": why, "acts": acts, "part": part, "is_pinned": is_pinned, "token": token}
    return draw(context, "card", content=trimmed(content), extra=attrs(extra), **values)


@register.simple_tag(takes_context=True)
def week(context: Context, days: Sequence[WeekDay]) -> SafeString:
    """Show the days of a week side by side, with a mark where something is."""
    return draw(context, "week", days=days)
