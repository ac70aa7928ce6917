"""Likely causes in words, by weight, each with what the data holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.signals.queries import AlertRow
from bole.signals.shown.values import number

LIKELY, POSSIBLE = 0.35, 0.05
# Without a sign of it, these are named as ruled out; of the others nothing is said.
RULED_OUT = ("load", "project", "absence", "team")


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseShown:
    """A cause: how sure, what it is, what shows it, where that opens."""

    code: str
    sure: str
    tone: str
    words: str
    note: str
    url: str


def causes_shown(row: AlertRow, *, work_url: str, team_url: str, away_url: str = "", source_url: str = "") -> tuple[CauseShown, ...]:
    """Return the causes, the most certain first, then what is ruled out; each opens where the reader may see what shows it."""
    urls = {"load": work_url, "project": work_url, "team": team_url, "absence": away_url, "source": source_url}
    found = []
    for one in row.evidence:
        code, weight, numbers = str(one["cause"]), float(one["weight"]), one.get("numbers", {})
        if weight < (LIKELY if code == "unknown" else POSSIBLE) and code not in RULED_OUT:
            continue
        sure, tone = _sure(weight)
        note = _note(code, numbers, is_out=weight < POSSIBLE)
        found.append(CauseShown(code=code, sure=sure, tone=tone, words=cause_words(code), note=note, url=urls.get(code, "")))
    return tuple(found)


def cause_words(code: str) -> str:
    """Return the name of a cause."""
    return {
        "load": _("More work"),
        "project": _("New project"),
        "absence": _("Absence or travel"),
        "mentoring": _("Time spent mentoring"),
        "team": _("The whole team changed"),
        "source": _("The data source was silent; not a change in the person"),
    }.get(code, _("The data cannot tell; a talk comes first"))


def context_words(row: AlertRow) -> str:
    """Return what happened at the same time, of the causes that count: 新接手1个项目，在办任务由6个增至14个."""
    order = ("project", "load", "absence", "mentoring", "team")
    held = {str(one["cause"]): one.get("numbers", {}) for one in row.evidence if float(one["weight"]) >= POSSIBLE}
    said = [_brief(code, held[code]) for code in order if code in held]
    return _(", ").join(one for one in said if one)


def _sure(weight: float) -> tuple[str, str]:
    if weight >= LIKELY:
        return _("very likely"), "watch"
    return (_("possible"), "plain") if weight >= POSSIBLE else (_("ruled out"), "done")


def _brief(code: str, numbers: Mapping[str, Any]) -> str:
    before, after = numbers.get("before"), numbers.get("after")
    match code:
        case "project":
            count = len(numbers.get("names", ())) or max(round((after or 0) - (before or 0)), 1)
            return ngettext("%(n)s new project taken on", "%(n)s new projects taken on", count) % {"n": count}
        case "load" if before is not None and after is not None and after <= before:
            return _("open items: %(before)s before, %(after)s now") % {"before": number(before, 0), "after": number(after, 0)}
        case "load" if before is not None and after is not None:
            return _("open items went from %(before)s to %(after)s") % {"before": number(before, 0), "after": number(after, 0)}
        case "absence" if after:
            return ngettext("away for %(n)s working day", "away for %(n)s working days", round(after)) % {"n": round(after)}
        case "mentoring" if after:
            return _("%(hours)s hours of mentoring a week") % {"hours": number(5 * after)}
        case "team" if after:
            return _("%(share)s%% of the change is the whole team's") % {"share": number(100 * after, 0)}
    return ""


def _note(code: str, numbers: Mapping[str, Any], *, is_out: bool) -> str:
    """Return what shows a cause, or that nothing does."""
    if is_out and code == "absence":
        return _("no leave or travel in these days")
    if is_out and code == "project":
        return _("no new project in these days")
    if is_out and code == "team":
        return _("the team is as usual")
    if not is_out and code == "project" and numbers.get("names"):
        return _(", ").join([_brief(code, numbers), _(", ").join(str(one) for one in numbers["names"])])
    if code == "source":
        return _("some days without a word from the source")
    return _brief(code, numbers)
