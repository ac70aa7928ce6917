"""Cards of whoever works here: 绩效进度, 我的辅导, 导师辅导申请入口, what is due today, work in hand."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy

from bole.home.cards.reads import is_newcomer, learns, me, mentor_card, own_pair, performance
from bole.home.shown.cards import CardRow
from bole.home.shown.own import own_shown, today_rows
from bole.home.shown.people import name_of
from bole.home.shown.performance import work_shown
from bole.kit.cards import NOTHING, NOW, SOON, TODAY, Asked, CardKind, Live, offer_card
from bole.kit.ui.days import brief_day
from bole.kit.ui.days import day as day_words
from bole.mentoring.queries.duties import DutyRow, duties_of
from bole.mentoring.queries.matching_own import own_wish
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.queries.tests import reports_for
from bole.signals.queries import own_changes
from bole.work.queries import open_work, own_objections

ROWS = "home/cards/rows.html"
NEWS_FOR = timedelta(days=7)
REPORT_SOON = timedelta(days=14)


def today(asked: Asked) -> Live | None:
    """Return what is new or due of one's own; nothing on a quiet day."""
    if asked.viewer.person_id is None:
        return None
    since = asked.at - NEWS_FOR
    news = [one for one in own_objections(asked.viewer, since=asked.at - NEWS_FOR * 4) if one.answered_at and one.answered_at > since]
    changes = [one for one in own_changes(asked.viewer, at=asked.at) if one.is_alive]
    rows = today_rows(performance(asked), news, changes, day=asked.day)
    if not rows:
        return None
    words = ngettext("%(n)s thing to look at today", "%(n)s things to look at today", len(rows)) % {"n": len(rows)}
    return Live(words=words, urgency=NOW if changes else SOON, more=rows, template=ROWS)


def progress(asked: Asked) -> Live | None:
    """Return the own score with what moved it this week, and the indicators short of their target."""
    found = performance(asked)
    if found is None:
        return None
    shown = own_shown(found)
    if not shown.score:
        words = _("No score yet") if is_newcomer(asked) else shown.empty
        note = shown.empty if is_newcomer(asked) else ""
        return Live(words=words, note=note, act=_("Your performance goals explained"), url="/guide/", is_empty=True)
    line = shown.brief if not shown.words else _("%(brief)s, %(why)s") % {"brief": shown.brief, "why": shown.words}
    return Live(
        words=line,
        act=_("Details"),
        url="/performance/",
        urgency=TODAY,
        more=shown,
        template="home/cards/progress.html",
        note=shown.meaning,
    )


def my_mentoring(asked: Asked) -> Live | None:
    """Return the next talk with the mentor, and the report that is due soon, with how far its draft is."""
    pair, mentor = own_pair(asked), mentor_card(asked)
    if pair is None or mentor is None:
        return None
    coming = [one for one in duties_of([pair.id]).get(pair.id, ()) if one.is_open and not one.rests]
    talk = next((one for one in coming if one.kind == "meeting"), None)
    report = next((one for one in coming if one.kind == "report" and one.due_on - asked.day <= REPORT_SOON), None)
    rows = [_report(asked, pair, report)] if report else []
    if talk is None:
        words = _("No talk with %(name)s is planned yet") % {"name": name_of(mentor)}
    else:
        words = _("Next talk with %(name)s: %(day)s") % {"name": name_of(mentor), "day": day_words(talk.day)}
    days = min(((one.day - asked.day).days for one in (talk, report) if one is not None), default=99)
    return Live(
        words=words,
        act=_("Write down what you want to talk about"),
        url=f"/mentoring/pairs/{pair.ref}/#add-point",
        urgency=SOON if days <= 3 else TODAY if days <= 7 else NOTHING,
        more=tuple(rows),
        template=ROWS if rows else "",
    )


def _report(asked: Asked, pair: PairRow, report: DutyRow) -> CardRow:
    has_draft = any(one.sent_at is None for one in reports_for(asked.viewer, pair))
    return CardRow(
        words=_("Half-year report, due on %(day)s") % {"day": day_words(report.due_on)},
        note=_("The draft is kept") if has_draft else _("A draft will do for now"),
        icon="file-text",
        url=f"/mentoring/pairs/{pair.ref}/report/",
    )


def apply_mentor(asked: Asked) -> Live | None:
    """Return the way to a mentor, for whoever has none and is no newcomer."""
    if not learns(asked) or is_newcomer(asked) or own_pair(asked) is not None:
        return None
    wish = own_wish(me(asked))
    if wish is not None:
        words = _("You are waiting for a mentor since %(day)s") % {"day": brief_day(wish.made_at)}
        if wish.state == "asked":
            words = _("You have asked a mentor and wait for the answer")
        return Live(words=words, act=pgettext("card", "Have a look"), url="/mentoring/find/", is_empty=True)
    words = _("Say in a sentence what you want to learn. You get three mentors, each with the reason")
    return Live(words=words, act=pgettext("card", "Apply"), url="/mentoring/find/")


def work(asked: Asked) -> Live | None:
    """Return the work in hand, what is late first."""
    found = performance(asked)
    if found is not None:
        items = found.work
    elif asked.viewer.person_id is not None and not asked.viewer.is_scored:
        items = open_work(asked.viewer, asked.viewer.person_id, day=asked.day)
    else:
        return None
    if items is None:
        return None
    shown = work_shown(items)
    words = shown.counts or _("Nothing is open")
    return Live(
        words=words,
        note="" if items.items else _("Tasks, tickets and changes that you work on appear here."),
        is_empty=not items.items,
        more=shown,
        template="home/cards/work.html" if items.items else "",
    )


def offer_own_cards() -> None:
    """Offer the cards."""
    works = gettext_lazy("Because you work here, and this is about your own work.")
    names = (
        ("today", gettext_lazy("Today"), today, works),
        ("progress", gettext_lazy("Performance progress"), progress, works),
        ("my_mentoring", gettext_lazy("My mentoring"), my_mentoring, gettext_lazy("Because you have a mentor.")),
        ("apply_mentor", pgettext_lazy("card", "Apply for a mentor"), apply_mentor, gettext_lazy("Because you have no mentor at present.")),
        ("work", gettext_lazy("Work in progress"), work, works),
    )
    places = {"today": 19, "progress": 20, "my_mentoring": 21, "apply_mentor": 24, "work": 28}
    for code, title, find, why in names:
        offer_card(CardKind(code=code, title=title, role="employee", order=places[code], find=find, why=why))
