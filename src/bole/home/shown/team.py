"""A team in words: who needs the manager first, what moved, who asked for support."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.home.queries.team import Member, Team, monday_of
from bole.home.shown.amounts import sentences
from bole.home.shown.changes import alert_words, from_to
from bole.home.shown.moves import week_brief
from bole.home.shown.people import name_of
from bole.home.shown.support import SupportShown, support_shown, waits_words
from bole.home.shown.trend import usual_words
from bole.kit.ui.words import points
from bole.scoring.queries import score_topic

SPARK_WEEKS = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """One line of the team."""

    name: str
    face: str
    url: str
    score: str
    spark: tuple[float | None, ...]
    usual: tuple[float, float] | None
    spark_label: str
    spark_tone: str
    on_time: str
    on_time_url: str
    tone: str
    words: str
    detail: str
    support: tuple[SupportShown, ...]
    topic: str
    alert_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamShown:
    """All words of the team's page."""

    title: str
    words: str
    others: str
    asking: tuple[MemberRow, ...]
    rows: tuple[MemberRow, ...]


def team_shown(team: Team) -> TeamShown:
    """Return the team in words."""
    rows = {one.card.person_id: member_row(one, day=team.day) for one in team.members}
    return TeamShown(
        title=title_of(team),
        words=sentences(moves_words(team), on_time_words(team)),
        others=others_words(team.others),
        asking=tuple(rows[one.card.person_id] for one in team.asking),
        rows=tuple(rows.values()),
    )


def title_of(team: Team) -> str:
    """Return whom to look at first."""
    count = len(team.members)
    first = next(iter(team.first), None)
    if first is None:
        return ngettext("%(count)s person, and nobody waits for you", "%(count)s people, and nobody waits for you", count) % {
            "count": count
        }
    said = {"count": count, "name": name_of(first.card)}
    return ngettext("First today: %(name)s", "Of %(count)s people, first today: %(name)s", count) % said


def others_words(count: int) -> str:
    """Return how many report to the manager without a score of their own."""
    words = ngettext(
        "%(count)s more has no score: from outside, or an intern", "%(count)s more have no score: from outside, or interns", count
    )
    return words % {"count": count} if count else ""


def moves_words(team: Team) -> str:
    """Return how many went up and down this week."""
    up, down, flat = team.moves
    if not up + down + flat:
        return _("Not enough data yet this week.")
    return _("%(up)s up, %(down)s down, %(flat)s unchanged.") % {"up": up, "down": down, "flat": flat}


def on_time_words(team: Team) -> str:
    """Return how many of this week's tasks were on time."""
    due, on_time = sum(one.due for one in team.members), sum(one.on_time for one in team.members)
    return _("%(some)s of %(all)s tasks of this week were on time.") % {"some": on_time, "all": due} if due else ""


def member_row(one: Member, *, day: date) -> MemberRow:
    """Return one line of the team."""
    weeks = one.line.weeks[-SPARK_WEEKS:]
    values = [None if week.score is None else week.score / 100 for week in weeks]
    usual = one.line.usual
    tone, words = state_of(one)
    return MemberRow(
        name=name_of(one.card),
        face=one.card.name,
        url=f"/people/{one.card.number}/score/",
        score=points(one.score),
        spark=() if one.score is None else (*values, one.score / 100),
        usual=(usual.low / 100, usual.high / 100) if usual else None,
        spark_label=_("Usually %(range)s, now %(now)s") % {"range": usual_words(usual), "now": points(one.score)}
        if usual
        else points(one.score),
        spark_tone=tone if tone in {"act", "watch"} and one.is_below else "",
        on_time=f"{one.on_time} / {one.due}" if one.due else "–",
        on_time_url=on_time_url(one, since=monday_of(day)) if one.due else "",
        tone=tone,
        words=words,
        detail=from_to(one.alerts[0]) if one.alerts else week_brief(one.change)[1] if one.is_falling else "",
        support=tuple(support_shown(row) for row in one.support),
        topic=score_topic(one.card.person_id),
        alert_url=f"/alerts/{one.alerts[0].ref}/" if one.alerts else "",
    )


def on_time_url(one: Member, *, since: date) -> str:
    """Return where the week's tasks are listed; nothing where no indicator of the person's counts them."""
    sheet = one.sheet
    leaves = sheet.explanation.leaves if sheet and sheet.explanation else iter(())
    code = next((leaf.code for leaf in leaves if sheet and (own := sheet.indicator(leaf.code)) and own.numerator == "tasks_on_time"), "")
    return f"/people/{one.card.number}/score/{code}/?since={since.isoformat()}" if code else ""


def state_of(one: Member) -> tuple[str, str]:  # noqa: C901  (one line for each state)
    """Return how it stands with somebody's work, as tone and words."""
    if one.support:
        return "act", _("Asks for support, %(waits)s") % {"waits": waits_words(one.support[0].waits)}
    if one.alerts:
        return "act", alert_words(one.alerts[0])
    if one.closed == "new":
        return "plain", _("In the first 30 days only the person sees the score")
    if one.score is None:
        return "plain", _("Has no score of their own") if one.closed else _("No score yet")
    if one.is_below and one.line.usual:
        return "watch", _("Below the usual %(range)s") % {"range": usual_words(one.line.usual)}
    if one.is_falling:
        return "watch", week_brief(one.change)[0]
    if one.open.late:
        return "plain", ngettext("%(count)s item overdue", "%(count)s items overdue", one.open.late) % {"count": one.open.late}
    if one.is_above and one.line.usual:
        return "good", _("Above the usual %(range)s") % {"range": usual_words(one.line.usual)}
    return "plain", _("As usual")
