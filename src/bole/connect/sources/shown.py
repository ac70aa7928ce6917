"""What the pages of the connections say, in the reader's language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bole.connect.guides import GUIDES
from bole.connect.sources.queries import ConnectionRow, DeliveryRow, OneConnection
from bole.kit.middleware import filled
from bole.kit.ui.days import moment
from bole.work.models import BUILT_IN, HANDED_IN, OWN
from bole.work.rules.measures import Words

TONES = {
    "well": "done", "new": "wait", "quiet": "watch", "troubled": "watch", "off": "plain",
    "stored": "done", "same": "plain", "older": "plain", "waiting": "wait", "ignored": "plain", "refused": "watch",
}  # fmt: skip
FATES = ("stored", "waiting", "refused", "same", "older", "ignored")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """A line of the list."""

    ref: str
    name: str
    tool: str
    tone: str
    words: str
    last: str
    refused: str
    today: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListShown:
    """The list in words."""

    title: str
    words: str
    rows: tuple[RowShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryShown:
    """A delivery in words."""

    at: datetime
    event: str
    tone: str
    fate: str
    why: str
    where: str
    counts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideShown:
    """How to connect the tool."""

    steps: tuple[str, ...]
    secret: str
    events: tuple[str, ...]
    reads: str
    never: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OneShown:
    """The page of one connection in words."""

    ref: str
    name: str
    tool: str
    tone: str
    state: str
    address: str
    is_on: bool
    is_api: bool
    is_own: bool
    facts: tuple[tuple[str, str], ...]
    waiting: int
    waiting_words: str
    fates: tuple[tuple[str, str, int], ...]
    deliveries: tuple[DeliveryShown, ...]
    more_url: str
    guide: GuideShown | None
    token_command: str
    curl: str


def list_shown(rows: tuple[ConnectionRow, ...]) -> ListShown:
    """Return the list in words."""
    bad = sum(one.state in {"quiet", "troubled"} for one in rows)
    well = sum(one.state in {"well", "new"} for one in rows)
    waiting = sum(one.waiting for one in rows)
    if not rows:
        title = _("No source yet. Connect one and see scores in 10 minutes")
    elif bad:
        title = ngettext("%(bad)s source needs a look", "%(bad)s sources need a look", bad) % {"bad": bad}
    else:
        title = _("All sources are well")
    words = _("%(ok)s fine, %(bad)s need a look, %(wait)s records wait for a person") % {"ok": well, "bad": bad, "wait": waiting}
    return ListShown(title=title, words=words if rows else "", rows=tuple(_row(one) for one in rows))


def one_shown(found: OneConnection) -> OneShown:
    """Return a connection in words."""
    is_api = found.vendor not in GUIDES
    waiting = ngettext("%(count)s record waits for a person", "%(count)s records wait for a person", found.waiting)
    return OneShown(
        ref=found.ref,
        name=found.name,
        tool=tool_name(found.vendor),
        tone=TONES[found.state],
        state=_states()[found.state],
        address=f"{settings.ENVIRONMENT.url}/hooks/{found.ref}/",
        is_on=found.is_on,
        is_api=is_api,
        is_own=found.vendor in OWN,
        facts=(
            (_("Last delivery"), moment(found.last_at) if found.last_at else _("nothing has come yet")),
            (_("Last refused"), moment(found.last_refused_at) if found.last_refused_at else _("never")),
            (_("Made"), moment(found.made_at)),
        ),
        waiting=found.waiting,
        waiting_words=waiting % {"count": found.waiting},
        fates=tuple((TONES[fate], fate_words()[fate], found.fates[fate]) for fate in FATES if found.fates.get(fate)),
        deliveries=tuple(_delivery(one) for one in found.deliveries),
        more_url=f"/company/connections/{found.ref}/?after={quote(found.after, safe='')}" if found.after else "",
        guide=None if is_api else _guide(found.vendor),
        token_command=f'bole token make "{found.name}" --scope facts.write --connection {found.ref}',
        curl=_curl() if is_api else "",
    )


def tool_name(vendor: str) -> str:
    """Return what the tool is called."""
    if vendor == HANDED_IN:
        return _("People, in the app")
    if vendor == BUILT_IN:
        return _("Bole itself")
    return _said(GUIDES[vendor].name) if vendor in GUIDES else _("Another system, by API")


def fate_words() -> Mapping[str, str]:
    """Return the fates in words."""
    return {
        "stored": _("stored"),
        "same": _("nothing new"),
        "older": _("older than what is known"),
        "waiting": _("waits for a person"),
        "ignored": _("not read"),
        "refused": _("refused"),
    }


def _states() -> Mapping[str, str]:
    return {
        "well": _("well"),
        "new": _("nothing has come yet"),
        "quiet": _("nothing for a while"),
        "troubled": _("the last delivery was not taken whole"),
        "off": _("switched off"),
    }


def _row(one: ConnectionRow) -> RowShown:
    return RowShown(
        ref=one.ref,
        name=one.name,
        tool=tool_name(one.vendor),
        tone=TONES[one.state],
        words=_states()[one.state],
        last=moment(one.last_at) if one.last_at else "–",
        refused=moment(one.last_refused_at) if one.last_refused_at else "–",
        today=one.today,
        waiting=one.waiting,
    )


def _delivery(one: DeliveryRow) -> DeliveryShown:
    words, sep = fate_words(), "，" if (get_language() or "").startswith("zh") else ", "
    several = len(one.counts) > 1 or sum(one.counts.values()) > 1
    counts = sep.join(f"{words.get(fate, fate)} {n}" for fate, n in one.counts.items()) if several else ""
    return DeliveryShown(
        at=one.received_at,
        event=one.event,
        tone=TONES[one.fate],
        fate=words[one.fate],
        why=filled(one.reason, one.facts),
        where=_place(one.where),
        counts=counts,
    )


def _place(where: str) -> str:
    """Return a place in a body in words: those that the reader of JSON says; others are pointers, and alike in every language."""
    if found := re.fullmatch(r"line (\d+), column (\d+)", where):
        return _("line {line}, column {column}").format(line=found[1], column=found[2])
    if found := re.fullmatch(r"byte (\d+)", where):
        return _("byte {number}").format(number=found[1])
    return where


def _guide(vendor: str) -> GuideShown:
    guide = GUIDES[vendor]
    return GuideShown(
        steps=tuple(_said(one) for one in guide.where),
        secret=_said(guide.secret),
        events=tuple(_said(one) for one in guide.events),
        reads=_said(guide.reads),
        never=_said(guide.never),
    )


def _said(words: Words) -> str:
    return words.zh if (get_language() or "").startswith("zh") else words.en


def _curl() -> str:
    return (
        f"curl -i {settings.ENVIRONMENT.url}/api/v1/items \\\n"
        '  -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" \\\n'
        """  -d '{"items": [{"id": "PM-4711", "kind": "task", "version": 1, "account": "lisi", "state": "done",\n"""
        """    "opened_at": "2026-11-02T09:00:00+08:00", "due_on": "2026-11-25", "closed_at": "2026-11-23T10:00:00+08:00"}]}'"""
    )
