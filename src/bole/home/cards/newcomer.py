"""Cards of the first weeks: 新人入职指南, 导师联系方式, 本周培训计划, 绩效目标解读."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bole.growth.queries import TrainingRow, trainings_between
from bole.growth.rules.joining import NEW_DAYS, nth_day, week_of
from bole.home.cards.reads import guide, is_newcomer, joined, learns, me, mentor_card, own_pair
from bole.home.queries.performance import manager_of
from bole.home.shown.amounts import named
from bole.home.shown.cards import CardRow, guide_on_card, week_on_card, when_words
from bole.home.shown.people import name_of, position_of
from bole.kit.cards import NOW, SOON, TODAY, Asked, CardKind, Live, offer_card
from bole.kit.clock import local_day
from bole.kit.ui.days import brief_day
from bole.mentoring.queries.pair_pages import mobile_of
from bole.mentoring.queries.why_so import why_these_two
from bole.scoring.queries import OWN_DAYS, model_for
from bole.values.workdays import is_working_day

ROWS = "home/cards/rows.html"
MENTOR_BY = 5  # working days after which a newcomer has a mentor at the latest


def newcomer_guide(asked: Asked) -> Live | None:
    """Return how far the newcomer's list is, and the next line of it."""
    found = guide(asked)
    if found is None or not found.steps:
        return None
    step = found.next_step
    if step is None:
        if not is_newcomer(asked):
            return None
        words = _("All set. Ask %(hr)s whenever something comes up") % {"hr": _("HR")}
        return Live(words=words, act=_("See the list"), url="/first-week/", is_empty=True)
    said = {"done": found.done, "left": found.left, "next": named(step.title_zh, step.title_en)}
    return Live(
        words=_("%(done)s done, %(left)s to go. Next: %(next)s") % said,
        act=_("Continue"),
        url="/first-week/",
        urgency=NOW if is_newcomer(asked) else TODAY,
        more=guide_on_card(found),
        template="home/cards/guide.html",
    )


def mentor_contact(asked: Asked) -> Live | None:
    """Return who the mentor is, and the ways to them; to a newcomer without one, until when there is one."""
    pair, mentor = own_pair(asked), mentor_card(asked)
    if pair is None or mentor is None:
        if not is_newcomer(asked):
            return None
        by = max(nth_day(joined(asked) or asked.day, MENTOR_BY), asked.day)
        words = _("Your mentor is being matched, by %(date)s at the latest. If it is urgent, ask %(hr)s")
        return Live(words=words % {"date": brief_day(by), "hr": _("HR")}, is_empty=True, urgency=SOON)
    words = _("%(mentor)s, %(position)s. Just send a message; it need not be polished")
    ways = [CardRow(words=_("Meetings and plan"), icon="users", url=f"/mentoring/pairs/{pair.ref}/")]
    mobile = mobile_of(mentor.person_id)
    if mobile:
        ways.insert(0, CardRow(words=_("Call"), icon="phone", url=f"tel:{mobile}", note=mobile, out=True))
    if mentor.work_email:
        ways.insert(0, CardRow(words=_("Write a mail"), icon="mail", url=f"mailto:{mentor.work_email}", note=mentor.work_email, out=True))
    why = why_these_two(pair, name_of(mentor)) if is_newcomer(asked) else ""
    return Live(
        words=words % {"mentor": name_of(mentor), "position": position_of(mentor)},
        note=why,
        act=_("Message"),
        url=f"/mentoring/pairs/{pair.ref}/messages/",
        urgency=SOON if is_newcomer(asked) else 0,
        more=(CardRow(words=name_of(mentor), face=mentor.name, note=position_of(mentor), url=f"/people/{mentor.number}/"), *ways),
        template=ROWS,
    )


def week_training(asked: Asked) -> Live | None:
    """Return the trainings of this week; to whoever has none this week and none the next one, nothing, unless new."""
    if not learns(asked):
        return None
    since = joined(asked)
    monday, sunday = week_of(asked.day)
    found = trainings_between(me(asked), monday, sunday + timedelta(days=7), joined=since if is_newcomer(asked) else None)
    these = [one for one in found if local_day(one.begins_at) <= sunday]
    later = len(found) - len(these)
    if not these:
        if not later and not is_newcomer(asked):
            return None
        words = ngettext("None this week; %(n)s next week", "None this week; %(n)s next week", later) % {"n": later}
        return Live(words=words, act=_("All trainings"), url="/growth/training/", is_empty=True)
    coming = next((one for one in these if one.ends_at > asked.at), None)
    return Live(
        words=_week_words(these, coming, asked.day),
        act=_("View"),
        url="/growth/training/",
        urgency=TODAY if coming else 0,
        more=week_on_card(these, _days(monday, these), day=asked.day, at=asked.at),
        template="home/cards/week.html",
    )


def _week_words(these: Sequence[TrainingRow], coming: TrainingRow | None, day: date) -> str:
    if coming is None:
        return ngettext("%(n)s this week, all of them over", "%(n)s this week, all of them over", len(these)) % {"n": len(these)}
    said = {
        "n": len(these),
        "title": named(coming.title_zh, coming.title_en),
        "time": when_words(coming.begins_at, day),
        "place": named(coming.place_zh, coming.place_en),
    }
    return _("%(n)s this week; the next: %(title)s, %(time)s, %(place)s") % said


def _days(monday: date, found: Sequence[TrainingRow]) -> list[date]:
    """Return the working days of the week, and the days off on which there is a training."""
    there = {local_day(one.begins_at) for one in found}
    days = [monday + timedelta(days=n) for n in range(7)]
    return [one for one in days if is_working_day(one) or one in there]


def goals_explained(asked: Asked) -> Live | None:
    """Return from how many sides the job is looked at, to whoever is new."""
    since = joined(asked)
    if since is None or not is_newcomer(asked) or not asked.viewer.is_scored:
        return None
    model = model_for(me(asked), day=asked.day)
    if model is None:
        _key, manager = manager_of(me(asked), day=asked.day)
        words = _("%(manager)s sets your targets with you by %(date)s")
        by = brief_day(since + timedelta(days=NEW_DAYS))
        return Live(words=words % {"manager": manager or _("HR"), "date": by}, is_empty=True)
    dimensions = model.rule.tree.dimensions
    words = _("Your job is looked at from %(n)s sides. For the first %(days)s days only you see it, and it does not count")
    return Live(
        words=words % {"n": len(dimensions), "days": OWN_DAYS},
        act=_("Understand it in 5 minutes"),
        url="/guide/",
        urgency=TODAY,
        more=tuple(CardRow(words=named(one.zh, one.en), icon="circle-dot", trail=f"{one.weight / 100:.0f}%") for one in dimensions),
        template=ROWS,
    )


def offer_newcomer_cards() -> None:
    """Offer the four cards."""
    names = (
        ("newcomer_guide", gettext_lazy("Newcomer guide"), newcomer_guide, gettext_lazy("Because you joined lately.")),
        ("mentor_contact", gettext_lazy("Your mentor's contact"), mentor_contact, gettext_lazy("Because you have a mentor, or soon will.")),
        ("week_training", gettext_lazy("Training this week"), week_training, gettext_lazy("Because trainings are planned for you.")),
        (
            "goals_explained",
            gettext_lazy("Your performance goals explained"),
            goals_explained,
            gettext_lazy("Because you are in your first 30 days."),
        ),
    )
    for n, (code, title, find, why) in enumerate(names):
        offer_card(CardKind(code=code, title=title, role="new", order=10 + n, find=find, why=why))
