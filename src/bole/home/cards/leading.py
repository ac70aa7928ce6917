"""Cards of whoever leads people: 今天先看, 需要你的支持, 团队变化, 团队辅导."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bole.home.cards.reads import team, team_results, watched
from bole.home.queries.team import Team
from bole.home.rules.minutes import minutes_for
from bole.home.shown.cards import CardRow
from bole.home.shown.changes import alert_words, from_to
from bole.home.shown.late import late_words
from bole.home.shown.people import name_of
from bole.home.shown.results import result_name
from bole.home.shown.support import support_shown
from bole.home.shown.team import member_row
from bole.kit.cards import NOW, SOON, TODAY, Asked, CardKind, Live, offer_card
from bole.kit.ui.days import brief_day
from bole.mentoring.queries.duties import DutyRow
from bole.mentoring.queries.watched import WatchedPair, WatchedPairs
from bole.mentoring.words import duty_name
from bole.people.queries import Card
from bole.work.queries import ResultRow

ROWS = "home/cards/rows.html"
MOST = 5


def things_of(asked: Asked, found: Team) -> dict[str, int]:
    """Return how much of each kind waits for a manager."""
    return {
        "alert": sum(len(one.alerts) for one in found.members),
        "support": sum(len(one.support) for one in found.members),
        "result": len(team_results(asked)[0]),
        "overdue": watched(asked).late,
    }


def manager_today(asked: Asked) -> Live | None:
    """Return what waits for the manager today, and about how long it takes."""
    found = team(asked)
    if found is None:
        return None
    pairs = watched(asked)
    things = things_of(asked, found)
    count = sum(things.values())
    if not count:
        falling = tuple(_falling(found))
        return Live(words=_("Nothing waits for you today"), is_empty=True, more=falling, template=ROWS if falling else "")
    words = ngettext("%(n)s thing waits for you, about %(m)s minutes", "%(n)s things wait for you, about %(m)s minutes", count)
    rows = (*_asking(found), *_alerts(found), *_results(*team_results(asked)), *_overdue(pairs), *_falling(found))
    return Live(
        words=words % {"n": count, "m": minutes_for(things)}, act=_("Start"), url=rows[0].url, urgency=NOW, more=rows[:MOST], template=ROWS
    )


def _asking(found: Team) -> list[CardRow]:
    return [
        CardRow(
            words=_("%(name)s asks for support") % {"name": name_of(one.card)},
            note=row.words,
            face=one.card.name,
            url=f"/team/#asked-{row.ref}",
        )
        for one in found.asking
        for row in one.support
    ]


def _alerts(found: Team) -> list[CardRow]:
    return [
        CardRow(
            words=_("%(name)s: %(what)s") % {"name": name_of(one.card), "what": alert_words(row)},
            note=from_to(row),
            face=one.card.name,
            url=f"/alerts/{row.ref}/",
        )
        for one in found.members
        for row in one.alerts
    ]


def _results(waiting: Sequence[ResultRow], people: Mapping[int, Card]) -> list[CardRow]:
    return [
        CardRow(
            words=_("%(name)s: a result waits to be confirmed") % {"name": name_of(people[one.person_id])},
            note=result_name(one),
            face=people[one.person_id].name,
            url=f"/results/{one.ref}/",
        )
        for one in waiting
    ]


def _overdue(pairs: WatchedPairs) -> list[CardRow]:
    return [
        CardRow(words=_pair_words(one, pairs, duty), note=_was_due(duty), face=_face(one, pairs), url=f"/mentoring/duties/{duty.ref}/")
        for one in pairs.rows
        for duty in one.overdue
    ]


def _falling(found: Team) -> list[CardRow]:
    """Return whose score is clearly lower, without anything that waits: to look at, not to do."""
    rows = [member_row(one, day=found.day) for one in found.first if not one.support and not one.alerts]
    return [CardRow(words=one.name, note=one.words, face=one.face, url=one.url, trail=one.score) for one in rows]


def _pair_words(one: WatchedPair, pairs: WatchedPairs, duty: DutyRow) -> str:
    mentor, mentee = (pairs.people.get(key) for key in (one.pair.mentor_id, one.pair.mentee_id))
    said = {"mentor": name_of(mentor) if mentor else "", "mentee": name_of(mentee) if mentee else ""}
    return _("%(mentor)s and %(mentee)s: %(duty)s is overdue") % (said | {"duty": duty_name(duty.kind)})


def _face(one: WatchedPair, pairs: WatchedPairs) -> str:
    mentor = pairs.people.get(one.pair.mentor_id)
    return mentor.name if mentor else ""


def _was_due(duty: DutyRow) -> str:
    words = _("due on %(day)s") % {"day": brief_day(duty.due_on)}
    return words if duty.set_for is None else _("%(words)s; now set for %(day)s") % {"words": words, "day": brief_day(duty.set_for)}


def manager_support(asked: Asked) -> Live | None:
    """Return who waits for support, the longest wait first."""
    found = team(asked)
    if found is None:
        return None
    if not found.asking:
        return Live(words=_("Nobody in the team is waiting for support"), is_empty=True)
    first = found.asking[0]
    rows = [
        CardRow(words=name_of(one.card), face=one.card.name, note=support_shown(row).note, url=f"/team/#asked-{row.ref}")
        for one in found.asking
        for row in one.support
    ]
    words = _("%(name)s: %(what)s") % {"name": name_of(first.card), "what": first.support[0].words}
    return Live(words=words, act=_("Answer"), url=rows[0].url, urgency=SOON, more=tuple(rows), template=ROWS)


def manager_moves(asked: Asked) -> Live | None:
    """Return how many of the team went up and down this week."""
    found = team(asked)
    if found is None:
        return None
    up, down, flat = found.moves
    if not up + down + flat:
        return Live(words=_moves_later(asked.day), act=_("The team"), url="/team/", is_empty=True)
    words = _("%(up)s up, %(down)s down, %(flat)s unchanged") % {"up": up, "down": down, "flat": flat}
    due, on_time = sum(one.due for one in found.members), sum(one.on_time for one in found.members)
    note = _("%(some)s of %(all)s tasks of this week were on time.") % {"some": on_time, "all": due} if due else ""
    return Live(words=words, note=note, act=_("The team"), url="/team/", urgency=TODAY)


def _moves_later(day: date) -> str:
    """Return when there is enough to compare: on Wednesday, if that is still to come."""
    return _("Not enough data yet this week; back on Wednesday") if day.weekday() < 2 else _("Not enough data yet this week.")


def manager_mentoring(asked: Asked) -> Live | None:
    """Return how many pairs the team has, and how many of their talks are overdue."""
    if not asked.viewer.reports:
        return None
    found = watched(asked)
    if not found.rows:
        return Live(words=_("No mentoring in the team yet"), is_empty=True)
    words, note = late_words(len(found.rows), [duty for one in found.rows for duty in one.overdue])
    return Live(words=words, note=note, act=_("Details"), url="/team/#mentoring", urgency=SOON if found.late else 0)


def offer_manager_cards() -> None:
    """Offer the four cards."""
    why = gettext_lazy("Because you lead people.")
    names = (
        ("manager_today", gettext_lazy("First today"), manager_today, 1),
        ("manager_support", gettext_lazy("Your support is wanted"), manager_support, 2),
        ("manager_moves", gettext_lazy("Team moves"), manager_moves, 40),
        ("manager_mentoring", gettext_lazy("Team mentoring"), manager_mentoring, 41),
    )
    for code, title, find, order in names:
        offer_card(CardKind(code=code, title=title, role="manager", order=order, find=find, why=why))
