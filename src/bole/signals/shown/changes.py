"""Changes in words for whom they are about: plain, and nothing of what managers call it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.kit.ui.charts import Trend
from bole.kit.ui.days import brief_day, moment
from bole.signals.queries import AlertRow, OneAlert
from bole.signals.rules.life import SAID_DAYS
from bole.signals.shown.causes import CauseShown, causes_shown
from bole.signals.shown.chart import chart_of
from bole.signals.shown.periods import PeriodShown, periods_shown
from bole.signals.shown.steps import StepShown, history
from bole.signals.shown.values import name_of, period_of, sentences, value_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """A change in a list."""

    title: str
    words: str
    note: str
    url: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePage:
    """All words of a change's page."""

    ref: str
    title: str
    words: str
    sees: str
    chart: Trend | None
    periods: tuple[PeriodShown, ...]
    causes: tuple[CauseShown, ...]
    history: tuple[StepShown, ...]
    facts_url: str
    ended: str
    may_add: bool


def change_row(row: AlertRow) -> ChangeRow:
    """Return a change as a line of a list."""
    return ChangeRow(
        title=title_words(row),
        words=usual_words(row) if row.is_alive else ended_words(row),
        note=brief_day(row.noticed_on),
        url=f"/changes/{row.ref}/",
        tone="wait" if row.is_alive else "done",
    )


def title_words(row: AlertRow) -> str:
    """Return which indicator is not as usual."""
    return _("Your %(indicator)s is not as usual") % {"indicator": name_of(row.indicator)}


def usual_words(row: AlertRow) -> str:
    """Return what is usual and what it is now."""
    said = {"usual": value_words(row.indicator, row.usual), "now": value_words(row.indicator, row.now), "n": SAID_DAYS}
    return _("Usually %(usual)s; %(now)s over the last %(n)s working days.") % said


def change_page(one: OneAlert) -> ChangePage:
    """Return the page in words."""
    row = one.row
    return ChangePage(
        ref=row.ref,
        title=title_words(row),
        words=sentences(usual_words(row), _first(one) if row.stage == "first" else ""),
        sees=sentences(_sees(one), _("It counts in no score and appears in no review or promotion file.")),
        chart=chart_of(one),
        periods=periods_shown(one, base=f"/performance/{row.indicator.code}/"),
        causes=causes_shown(row, work_url="/performance/#work", team_url=""),
        history=history(one),
        facts_url=f"/performance/{row.indicator.code}/?period={period_of(row)}",
        ended="" if row.is_alive else ended_words(row),
        may_add=one.may_add,
    )


def _first(one: OneAlert) -> str:
    said = {"manager": one.manager or _("HR"), "time": moment(one.row.manager_sees_at)}
    return _("Add what you know first; %(manager)s sees the change and your note at %(time)s.") % said


def _sees(one: OneAlert) -> str:
    """Return who sees it now."""
    manager = one.manager or _("HR")
    if one.row.stage == "first":
        return _("Only you see this until %(time)s.") % {"time": moment(one.row.manager_sees_at)}
    if one.row.stage == "closed" and not any(step.words for step in history(one) if step.at == one.row.manager_sees_at):
        return _("Only you saw this.")
    seen = _("You, %(manager)s, the HR colleagues in charge and the auditors see this.") % {"manager": manager}
    mentor = _("Your mentor, if you have one, sees which indicator it is, and nothing else.") if one.row.is_alive else ""
    also = _("The manager above sees it too.") if one.row.is_escalated else ""
    return sentences(seen, sentences(mentor, also))


def ended_words(row: AlertRow) -> str:
    """Return how it ended."""
    day = brief_day(row.closed_on) if row.closed_on else ""
    match row.closed_why:
        case "recovered":
            return _("Back to usual on %(day)s: %(value)s") % {"day": day, "value": value_words(row.indicator, row.closed_value)}
        case "not_a_problem":
            return _("Looked at on %(day)s: nothing to do") % {"day": day}
        case "moved":
            return _("Another post since %(day)s") % {"day": day}
        case "source":
            return _("The source was silent")
    return _("Taken back on %(day)s: later records explain it") % {"day": day}
