"""Alerts in words: a manager's list and page. They talk about the work, never about character."""

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.access.rules import may, may_company
from bole.kit.ui.charts import Trend
from bole.kit.ui.days import brief_day
from bole.people.queries import Card
from bole.people.words import name_of as person_name
from bole.signals.handling import address_of
from bole.signals.queries import AlertRow, Alerts, OneAlert
from bole.signals.queries.alerts import Reminder, StepRow
from bole.signals.rules.life import SAID_DAYS
from bole.signals.shown.causes import CauseShown, causes_shown, context_words
from bole.signals.shown.chart import chart_of
from bole.signals.shown.periods import PeriodShown, periods_shown
from bole.signals.shown.steps import StepShown, closed_words, history, step_shown
from bole.signals.shown.values import name_of, period_of, sentences, value_words
from bole.signals.shown.watching import kind_words
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertShown:
    """An alert in a list."""

    ref: str
    face: str
    title: str
    words: str
    note: str
    url: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertsShown:
    """All words of a page of the list. `is_quiet`: nothing wants to be looked at, on no page."""

    title: str
    open: tuple[AlertShown, ...]
    snoozed: tuple[AlertShown, ...]
    closed: tuple[AlertShown, ...]
    reminders: tuple[AlertShown, ...]
    is_quiet: bool
    next_url: str
    first_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertPage:
    """All words of an alert's page."""

    ref: str
    title: str
    words: str
    state: str
    tone: str
    chart: Trend | None
    periods: tuple[PeriodShown, ...]
    causes: tuple[CauseShown, ...]
    context: tuple[StepShown, ...]
    history: tuple[StepShown, ...]
    facts_url: str
    talk_url: str
    advice_url: str
    target_url: str
    target_note: str
    closed: str
    reminder: str
    escalated: str
    quality: str
    is_alive: bool
    is_useful: bool
    may_handle: bool
    may_take_back: bool


def title_words(row: AlertRow, card: Card) -> str:
    """Return whose indicator changed: 张三的客户响应时间最近变化明显."""
    return _("A clear change in %(name)s's %(indicator)s") % {"name": person_name(card), "indicator": name_of(row.indicator)}


def body_words(row: AlertRow) -> str:
    """Return what is usual, what it is now, and what happened at the same time."""
    said = {"usual": value_words(row.indicator, row.usual), "now": value_words(row.indicator, row.now), "n": SAID_DAYS}
    first = _("Usually %(usual)s on average; %(now)s over the last %(n)s working days.") % said
    context = context_words(row)
    return sentences(first, _("At the same time: %(context)s.") % {"context": context} if context else "")


def alert_shown(row: AlertRow, card: Card, steps: tuple[StepRow, ...] = ()) -> AlertShown:
    """Return an alert as a line of a list."""
    return AlertShown(
        ref=row.ref,
        face=card.name,
        title=title_words(row, card),
        words=body_words(row) if row.is_alive else ended_words(row),
        note=_note(row, steps),
        url=f"/alerts/{row.ref}/",
        tone={"open": "act", "snoozed": "wait"}.get(row.stage, "done"),
    )


def alerts_shown(found: Alerts) -> AlertsShown:
    """Return a page of the list in words."""
    lists = {
        name: tuple(alert_shown(row, found.cards[row.person_id], found.steps.get(row.ref, ())) for row in rows)
        for name, rows in (("open", found.open), ("snoozed", found.snoozed), ("closed", found.closed))
    }
    count = found.waiting
    title = ngettext("%(n)s change needs a look", "%(n)s changes need a look", count) % {"n": count}
    return AlertsShown(
        title=title if count else _("Alerts"),
        reminders=tuple(_reminder(one, found.cards[one.alert.person_id]) for one in found.reminders),
        is_quiet=found.is_first and not count,
        next_url=f"/alerts/?after={quote(found.after, safe='')}" if found.after else "",
        first_url="" if found.is_first else "/alerts/",
        **lists,
    )


def _reminder(one: Reminder, card: Card) -> AlertShown:
    words = reminder_words(one.step, one.alert, one.alert.closed_value)
    row = alert_shown(one.alert, card)
    return AlertShown(ref=row.ref, face=row.face, title=row.title, words=words, note="", url=row.url, tone="watch")


def reminder_words(step: StepRow, row: AlertRow, now: float | None) -> str:
    """Return that the day to look again has come."""
    said = {
        "date": brief_day(step.at),
        "indicator": name_of(row.indicator),
        "now": value_words(row.indicator, row.now if now is None else now),
    }
    return _("You gave advice on %(date)s; %(indicator)s is now %(now)s. Talk again?") % said


def _note(row: AlertRow, steps: tuple[StepRow, ...]) -> str:
    done = [step for step in steps if step.is_help]
    parts = [_("noticed on %(day)s") % {"day": brief_day(row.noticed_on)}]
    if row.snoozed_until and row.stage == "snoozed":
        parts.append(_("looked at again on %(day)s") % {"day": brief_day(row.snoozed_until)})
    elif done:
        parts.append(ngettext("%(n)s step taken", "%(n)s steps taken", len(done)) % {"n": len(done)})
    elif row.is_alive:
        parts.append(_("no step yet"))
    if row.is_escalated and row.is_alive:
        parts.append(_("the next manager sees it too"))
    return _(", ").join(parts)


def ended_words(row: AlertRow) -> str:
    """Return how an alert ended."""
    day = brief_day(row.closed_on) if row.closed_on else ""
    match row.closed_why:
        case "recovered":
            said = {"day": day, "value": value_words(row.indicator, row.closed_value)}
            return _("Back to usual on %(day)s: %(value)s") % said
        case "not_a_problem":
            return _("Not a problem, said on %(day)s") % {"day": day}
        case "moved":
            return _("Another post since %(day)s") % {"day": day}
        case "source":
            return _("The source was silent")
    return _("Taken back on %(day)s: later records explain it") % {"day": day}


def alert_page(one: OneAlert, *, viewer: Viewer) -> AlertPage:
    """Return the page of somebody else's alert in words; a team and a talk are ways of managers alone."""
    row, card = one.row, one.card
    work = f"/people/{card.number}/score/"
    ended = next((step for step in reversed(one.steps) if step.kind == "recovered"), None)
    closed = closed_words(one, ended.more) if ended and not row.is_alive else "" if row.is_alive else ended_words(row)
    last = next((step for step in reversed(one.steps) if step.look_again_on and not step.is_off), None)
    now = next((day.value for day in reversed(one.days) if day.value is not None), None)
    return AlertPage(
        ref=row.ref,
        title=title_words(row, card),
        words=body_words(row),
        state=state_words(row),
        tone={"open": "act", "snoozed": "wait"}.get(row.stage, "done"),
        chart=chart_of(one),
        periods=periods_shown(one, base=f"{work}{row.indicator.code}/"),
        causes=causes_shown(
            row,
            work_url=f"{work}?period={period_of(row)}",
            team_url="/team/" if viewer.reports else "",
            away_url=f"/company/absences/?q={card.number}" if may(viewer, "read", "absence", row.person_id) else "",
            source_url="/company/sources/" if may_company(viewer, "read", "connections") else "",
        ),
        context=tuple(step_shown(step, one) for step in one.steps if step.kind == "context"),
        history=history(one),
        facts_url=f"{work}{row.indicator.code}/?period={period_of(row)}",
        talk_url=address_of("talk", row.ref) if row.person_id in viewer.reports else "",
        advice_url=address_of("advice", row.ref),
        target_url=f"/targets/proposals/{one.waiting}/" if one.waiting else f"/alerts/{row.ref}/target/" if one.has_target else "",
        target_note=_("waits for a second person") if one.waiting else "",
        closed=closed,
        reminder=reminder_words(last, row, now) if last and row.is_alive else "",
        escalated=_("Nobody took a step within five working days, so the next manager sees it too.") if row.is_escalated else "",
        quality=kind_words(one.kind),
        is_alive=row.is_alive,
        is_useful=row.is_useful is True,
        may_handle=one.may_handle,
        may_take_back=one.may_handle and row.closed_why == "not_a_problem",
    )


def state_words(row: AlertRow) -> str:
    """Return where it stands."""
    match row.stage:
        case "open":
            return _("needs a look")
        case "snoozed":
            return _("looked at again on %(day)s") % {"day": brief_day(row.snoozed_until)}
    return _("over")
