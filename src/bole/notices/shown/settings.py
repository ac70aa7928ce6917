"""Settings of notices in words: topics and ways, devices, the last messages, who stands in, the operator's ways out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bole.kit.ui.days import brief_day, day, hour, moment
from bole.notices.kinds import TOPICS, kind_of, said_outside
from bole.notices.queries import ChannelRow, DelegationRow, DeviceRow, Outbox, OutRow, Wishes
from bole.notices.rules.planning import WAYS
from bole.notices.wording import WHYS

CHANNELS: Mapping[str, str | Promise] = {
    "wecom": gettext_lazy("WeCom"),
    "dingtalk": gettext_lazy("DingTalk"),
    "feishu": gettext_lazy("Feishu"),
    "push": gettext_lazy("Push"),
    "mail": gettext_lazy("E-mail"),
    "app": gettext_lazy("In the app"),
    "slack": gettext_lazy("Slack robot"),
    "teams": gettext_lazy("Teams robot"),
    "wecom_robot": gettext_lazy("WeCom robot"),
    "ding_robot": gettext_lazy("DingTalk robot"),
    "feishu_robot": gettext_lazy("Feishu robot"),
}
STATES: Mapping[str, tuple[str, str | Promise]] = {
    "waiting": ("wait", gettext_lazy("to be sent")),
    "sending": ("wait", gettext_lazy("on its way")),
    "sent": ("done", gettext_lazy("sent")),
    "kept": ("plain", gettext_lazy("in the app")),
    "dropped": ("plain", gettext_lazy("not needed")),
    "gone": ("watch", gettext_lazy("address gone")),
    "refused": ("watch", gettext_lazy("not taken")),
    "aside": ("act", gettext_lazy("laid aside")),
    "unclear": ("watch", gettext_lazy("unclear")),
}


@dataclass(frozen=True, slots=True)
class SwitchShown:
    """A topic by one way, on or off."""

    value: str
    words: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class TopicShown:
    """A topic with its switches."""

    words: str
    switches: tuple[SwitchShown, ...]


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line of a list: words, what is said below, a state, and its ref."""

    ref: str
    words: str
    note: str
    tone: str = "plain"
    state: str = ""


def topics_shown(wishes: Wishes) -> list[TopicShown]:
    """Return each topic with a switch for every way that reaches this person."""
    names = {"im": CHANNELS.get(wishes.application, ""), "push": CHANNELS["push"], "mail": CHANNELS["mail"]}
    return [
        TopicShown(
            str(words),
            tuple(SwitchShown(f"{topic}:{way}", str(names[way]), f"{topic}:{way}" not in wishes.off) for way in WAYS if way in wishes.ways),
        )
        for topic, words in TOPICS.items()
    ]


def devices_shown(devices: Sequence[DeviceRow]) -> list[LineShown]:
    """Return the browsers that take messages; one that was given up says so."""
    rows = []
    for one in devices:
        last = _("last message %(moment)s") % {"moment": moment(one.sent_at)} if one.sent_at else _("no message yet")
        since = _("since %(day)s") % {"day": brief_day(one.made_at)}
        over = _("Takes no messages any more. Switch it on again on that device.")
        name = one.name or _("A browser")
        rows.append(LineShown(one.ref, name, over if one.is_over else f"{since} · {last}", "watch" if one.is_over else "done", ""))
    return rows


def log_shown(rows: Sequence[OutRow]) -> list[LineShown]:
    """Return messages: by which way, when, what became of them; never what they said."""
    return [_line(one) for one in rows]


def _line(one: OutRow) -> LineShown:
    abouts = {"digest": _("Your digest"), "test": _("A test"), "group": _("News for everybody")}
    about = abouts.get(one.about) or said_outside(kind_of(one.about))[0]
    tone, state = STATES[one.state]
    when = one.ended_at or one.due_at
    why = WHYS.get(one.result) if one.state in {"kept", "dropped", "unclear"} else one.result
    parts = [str(CHANNELS[one.channel]), f"{brief_day(when)} {hour(when)}", str(why or "")]
    return LineShown(one.ref, about, " · ".join(part for part in parts if part), tone, str(state))


def stand_ins_shown(rows: Sequence[DelegationRow]) -> list[LineShown]:
    """Return who stands in for whom."""
    shown = []
    for one in rows:
        facts = {"from": brief_day(one.first_day), "to": brief_day(one.last_day), "name": one.name}
        mine = _("%(name)s stands in for you from %(from)s to %(to)s")
        theirs = _("You stand in for %(name)s from %(from)s to %(to)s")
        shown.append(LineShown(one.ref, (mine if one.is_mine else theirs) % facts, ""))
    return shown


def outbox_shown(found: Outbox) -> list[LineShown]:
    """Return how many messages went each way in the last seven days."""
    rows = []
    for (channel, state), count in sorted(found.counts.items()):
        tone, words = STATES[state]
        rows.append(LineShown("", str(CHANNELS[channel]), "", tone, f"{words} {count}"))
    return rows


def channels_shown(rows: Sequence[ChannelRow]) -> list[LineShown]:
    """Return the ways out that were set up; secrets are not shown."""
    return [
        LineShown(
            one.ref,
            f"{CHANNELS[one.code]} {one.name or one.shown.get('host', '')}".strip(),
            f"{one.changed_by} · {day(one.changed_at)}",
            "done" if one.is_on else "plain",
            str(_("in use") if one.is_on else _("off")),
        )
        for one in rows
    ]
