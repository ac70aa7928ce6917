"""What happened to an alert, in words, in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.days import brief_day
from bole.signals.actions.steps import PROPOSAL
from bole.signals.queries.alerts import UNIT, StepRow
from bole.signals.queries.one_alert import OneAlert
from bole.signals.shown.amounts import amount_words, month_words
from bole.signals.shown.values import name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShown:
    """A line of the history: a day, what, the words, where more of it stands."""

    at: datetime
    words: str
    said: str
    url: str


def history(one: OneAlert) -> tuple[StepShown, ...]:
    """Return what happened, the oldest first; that the manager sees it from a moment on is told as a step too."""
    rows = [step_shown(step, one) for step in one.steps]
    if one.row.stage != "first" and (one.row.closed_on is None or one.row.stage != "closed" or _was_shown(one)):
        rows.append(StepShown(at=one.row.manager_sees_at, words=_shown_words(one), said="", url=""))
    return tuple(sorted(rows, key=lambda row: row.at))


def _was_shown(one: OneAlert) -> bool:
    ended = [step.at for step in one.steps if step.kind in {"recovered", "not_a_problem", "withdrawn", "source", "moved"}]
    return not ended or ended[-1] > one.row.manager_sees_at


def _shown_words(one: OneAlert) -> str:
    return _("%(manager)s can see it") % {"manager": one.manager or _("HR")}


def step_shown(step: StepRow, one: OneAlert) -> StepShown:
    """Return a step in words."""
    who = {"name": one.card.name, "by": step.by}
    words = {
        "noticed": _("You saw it first") if one.is_own else _("%(name)s saw it first") % who,
        "context": _("You added") if one.is_own else _("%(name)s added") % who,
        "talk": (_("%(by)s set up a talk; it was called off") if step.is_off else _("%(by)s set up a talk")) % who,
        "talk_off": _("%(by)s called the talk off") % who,
        "talk_on": _("%(by)s: the talk takes place after all") % who,
        "advice": (_("%(by)s wrote advice; it was taken back") if step.is_off else _("%(by)s wrote advice")) % who,
        "workload": _moved(step.more, who),
        "target": _target(step, one, who),
        "target_asked": _proposed(_("%(by)s proposed another target: %(after)s instead of %(before)s"), step, one, who),
        "target_declined": _proposed(_("%(by)s sent the other target back: %(before)s stays, not %(after)s"), step, one, who),
        "look_again": _("%(by)s will look again") % who,
        "seen": _("%(by)s has seen it") % who,
        "snooze": _("%(by)s will look again in a week") % who,
        "not_a_problem": _("%(by)s: not a problem") % who,
        "taken_back": _("%(by)s opened it again") % who,
        "useful": _("%(by)s found it useful") % who,
        "recovered": closed_words(one, step.more),
        "withdrawn": _("Later records explain it; it was taken back"),
        "source": _("The source was silent; it was taken back"),
        "moved": _("Another post; the usual begins anew"),
    }.get(step.kind, step.kind)
    again = _("Look again on %(day)s") % {"day": brief_day(step.look_again_on)} if step.look_again_on and not step.is_off else ""
    said = _("“%(words)s”") % {"words": step.words} if step.words else ""
    proposal = "" if one.is_own else str(step.more.get(PROPOSAL, ""))
    url = f"/targets/proposals/{proposal}/" if proposal else str(step.more.get("url", ""))
    return StepShown(
        at=step.at, words=_(", ").join(part for part in (words, again) if part), said=said, url=url if url.startswith("/") else ""
    )


def _target(step: StepRow, one: OneAlert, who: Mapping[str, str]) -> str:
    """Return that the target was looked at, or from what to what it was changed and from when on."""
    if "first_day" not in step.more:
        return _("%(by)s looked at the target") % who
    changed = _proposed(_("%(by)s: target changed from %(before)s to %(after)s"), step, one, who)
    begins = date.fromisoformat(str(step.more["first_day"]))
    return _(", ").join((changed, _("from %(month)s on") % {"month": month_words(begins)}))


def _proposed(words: str, step: StepRow, one: OneAlert, who: Mapping[str, str]) -> str:
    unit = one.row.indicator.unit
    if "before" not in step.more:
        return ""
    return words % {**who, **{name: amount_words(unit, step.more[name] / UNIT) for name in ("before", "after")}}


def _moved(more: Mapping[str, Any], who: Mapping[str, str]) -> str:
    count = more.get("items")
    if not count:
        return _("%(by)s moved work") % who
    return ngettext("%(by)s moved %(n)s item", "%(by)s moved %(n)s items", int(count)) % {**who, "n": count}


def closed_words(one: OneAlert, more: Mapping[str, Any]) -> str:
    """Return that it is over: with the working days since the work was moved, if it was."""
    name, days = name_of(one.row.indicator), more.get("working_days")
    if one.is_own:
        return _("%(indicator)s is back to usual") % {"indicator": name}
    if days is None:
        return _("%(indicator)s is back to usual; the alert closed by itself.") % {"indicator": name}
    words = ngettext(
        "%(indicator)s is back to usual; the alert closed by itself, %(n)s working day after the work was moved.",
        "%(indicator)s is back to usual; the alert closed by itself, %(n)s working days after the work was moved.",
        int(days),
    )
    return words % {"indicator": name, "n": days}
