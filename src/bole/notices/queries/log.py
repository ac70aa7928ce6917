"""Reads of what went out: one's own messages, and for the operator the ways, their counts and what was laid aside."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count

from bole.notices.models import Channel, Sending
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST = 50
DAYS = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutRow:
    """One message: what it was about, by which way, when, and what became of it. `whose` is empty for groups."""

    ref: str
    about: str
    channel: str
    state: str
    result: str
    due_at: datetime
    ended_at: datetime | None
    tries: int
    whose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRow:
    """A way out as it was set up, without its secrets."""

    ref: str
    code: str
    name: str
    is_on: bool
    shown: Mapping[str, str]
    changed_by: str
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbox:
    """What went out in the last seven days: counts by way and state, and what was laid aside or may not have arrived."""

    counts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    aside: tuple[OutRow, ...] = ()


def own_log(viewer: Viewer) -> list[OutRow]:
    """Return one's own last messages (one query).

    :raises NotFound: for programs
    """
    if viewer.account_id is None:
        raise NotFound
    rows = Sending.objects.filter(account=viewer.account_id).select_related("notice").order_by("-due_at", "-pk")
    return [_row(one) for one in rows[:20]]


def may_read_outbox(viewer: Viewer) -> bool:
    """Test if the viewer runs the system, or looks after those who do."""
    return viewer.has_role("system_admin", "hr_admin", "auditor")


def outbox_for(viewer: Viewer, *, at: datetime) -> Outbox:
    """Return what went out of late (two queries). Whose a message was is not told: the operator needs the way, not the person.

    :raises NotFound: unless the viewer runs the system
    """
    if not may_read_outbox(viewer):
        raise NotFound
    rows = Sending.objects.filter(due_at__gte=at - DAYS).order_by().values_list("channel", "state").annotate(count=Count("pk"))
    counts: Counter[tuple[str, str]] = Counter({(channel, state): count for channel, state, count in rows})
    aside = Sending.objects.filter(state__in=("aside", "unclear")).select_related("notice").order_by("-due_at", "-pk")
    return Outbox(counts=counts, aside=tuple(_row(one) for one in aside[:MOST]))


def channels_for(viewer: Viewer) -> list[ChannelRow]:
    """Return the ways that were set up (one query).

    :raises NotFound: unless the viewer runs the system
    """
    if not may_read_outbox(viewer):
        raise NotFound
    return [
        ChannelRow(
            ref=one.ref,
            code=one.code,
            name=one.name,
            is_on=one.is_on,
            shown={key: value for key, value in json.loads(one.settings).items() if key not in {"password", "url", "secret"}},
            changed_by=one.changed_by,
            changed_at=one.changed_at,
        )
        for one in Channel.objects.order_by("code", "name")
    ]


def _row(one: Sending) -> OutRow:
    return OutRow(
        ref=one.ref,
        about=one.notice.kind if one.notice else {"d": "digest", "t": "test", "g": "group"}.get(one.key[:1], ""),
        channel=one.channel,
        state=one.state,
        result=one.result,
        due_at=one.due_at,
        ended_at=one.ended_at,
        tries=one.tries,
    )
