"""Cards of mentors: 学员列表, 辅导计划, 带教数据, 导师资源库."""

from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy

from bole.growth.queries import ItemRow, library_items
from bole.home.cards.reads import me, mentoring
from bole.home.shown.amounts import named, tenths
from bole.home.shown.cards import CardRow, minutes_of
from bole.home.shown.people import name_of
from bole.kit.cards import NOTHING, NOW, SOON, TODAY, Asked, CardKind, Live, offer_card
from bole.kit.ui.days import brief_day
from bole.kit.ui.words import points
from bole.mentoring.queries.duties import DutyRow
from bole.mentoring.queries.effect_rows import MenteeRow, contribution_of, mentee_rows
from bole.mentoring.queries.office_hours import office_minutes
from bole.mentoring.queries.own import OwnMentoring, PairNow
from bole.mentoring.queries.promotion import own_candidacies
from bole.mentoring.rules.growth_figures import tenths_of_percent, whole_percent
from bole.mentoring.words import askings_words

ROWS = "home/cards/rows.html"
SHOWN_AFTER = 3  # months
SOON_DAYS = 7


def mentees(asked: Asked) -> Live | None:
    """Return the mentees, and who needs the mentor first."""
    if not asked.viewer.has_role("mentor") and not asked.viewer.mentees:
        return None
    found = mentoring(asked)
    if not found.mentees:
        if not asked.viewer.has_role("mentor"):
            return None
        return Live(
            words=askings_words(found.askings) or _("No mentees yet. They appear here when pairs are published"),
            act=_("See what waits"),
            url="/mentoring/requests/",
            is_empty=not found.askings,
            urgency=TODAY if found.askings else NOTHING,
        )
    count = len(found.mentees)
    why, first, urgency = min(((*_need(asked, one), n) for n, one in enumerate(found.mentees)), key=lambda one: (-one[2], one[3]))[:3]
    said = {"n": count, "why": why, "name": name_of(found.people[first.pair.mentee_id])}
    if why:
        words = ngettext("%(n)s mentee. %(name)s could use you: %(why)s", "%(n)s mentees. %(name)s could use you: %(why)s", count) % said
    else:
        words = ngettext("%(n)s mentee, nothing is waiting", "%(n)s mentees, nothing is waiting", count) % said
    return Live(
        words=words,
        act=pgettext("card", "Have a look"),
        url=f"/mentoring/pairs/{first.pair.ref}/",
        urgency=urgency,
        more=(*_askings(found), *(_mentee(asked, one) for one in found.mentees)),
        template=ROWS,
    )


def _askings(found: OwnMentoring) -> tuple[CardRow, ...]:
    """Return who asks to be mentored too, before the mentees."""
    words = askings_words(found.askings)
    return (
        (CardRow(words=words, icon="hand-helping", url="/mentoring/requests/", state=_("waiting for your answer"), state_tone="wait"),)
        if words
        else ()
    )


def _need(asked: Asked, one: PairNow) -> tuple[str, PairNow, int]:
    """Return why a mentee could use the mentor, if there is a reason, and how soon."""
    late = one.late(asked.day)
    if late:
        return _open(late[0]), one, NOW
    now = mentoring(asked).live.get(one.pair.mentee_id)
    if now is not None and now.changed:
        return _("something in the work is not as usual"), one, SOON
    due = next((duty for duty in one.coming if (duty.day - asked.day).days <= SOON_DAYS), None)
    if due is not None:
        return _coming(due), one, SOON
    if now is not None and now.work.late:
        said = {"count": now.work.late}
        return ngettext("%(count)s item overdue", "%(count)s items overdue", now.work.late) % said, one, TODAY
    return "", one, NOTHING


def _open(late: DutyRow) -> str:
    words = {
        "meeting": _("the talk of %(day)s is open"),
        "test": _("the skill test of %(day)s is open"),
        "report": _("the report of %(day)s is open"),
    }
    return words[late.kind] % {"day": brief_day(late.due_on)}


def _coming(due: DutyRow) -> str:
    words = {
        "meeting": _("the talk is on %(day)s"),
        "test": _("the skill test is due on %(day)s"),
        "report": _("the report is due on %(day)s"),
    }
    return words[due.kind] % {"day": brief_day(due.day)}


def _mentee(asked: Asked, one: PairNow) -> CardRow:
    found = mentoring(asked)
    card, live = found.people[one.pair.mentee_id], found.live.get(one.pair.mentee_id)
    score = live.sheet.score if live and live.sheet else None
    return CardRow(
        words=name_of(card),
        face=card.name,
        note=named(one.pair.framework_zh, one.pair.framework_en),
        trail=points(score) if score is not None else "",
        url=f"/mentoring/pairs/{one.pair.ref}/",
    )


def plans(asked: Asked) -> Live | None:
    """Return the talks still to be held this month, and how far each plan is."""
    if not asked.viewer.has_role("mentor") and not asked.viewer.mentees:
        return None
    found = mentoring(asked).mentees
    if not found:
        return None if not asked.viewer.has_role("mentor") else Live(words=_("No plan is running"), is_empty=True)
    talks = sorted((duty.due_on, duty.day) for one in found for duty in one.coming if duty.kind == "meeting")
    month = [one for one in talks if (one[0].year, one[0].month) <= (asked.day.year, asked.day.month)]
    if month:
        said = {"n": len(month), "date": brief_day(month[0][0])}
        words = (
            ngettext(
                "%(n)s talk still to hold this month, by %(date)s", "%(n)s talks still to hold this month, the next by %(date)s", len(month)
            )
            % said
        )
    elif talks:
        words = _("All talks of this month are held; the next by %(date)s") % {"date": brief_day(talks[0][0])}
    else:
        words = _("No talk is planned yet")
    return Live(
        words=words,
        act=_("Set a time"),
        url="/mentoring/dates/",
        urgency=_soon(talks, asked.day),
        more=tuple(_plan(asked, one) for one in found),
        template=ROWS,
    )


def _soon(talks: list[tuple[date, date]], day: date) -> int:
    return TODAY if talks and (talks[0][0] - day).days <= SOON_DAYS else NOTHING


def _plan(asked: Asked, one: PairNow) -> CardRow:
    card = mentoring(asked).people[one.pair.mentee_id]
    state = {"draft": _("not handed in yet"), "submitted": _("waits for approval"), "returned": _("returned")}.get(one.plan_state, "")
    words = _("%(done)s of %(all)s core topics covered") % {"done": one.coverage.done, "all": one.coverage.all}
    return CardRow(
        words=name_of(card), face=card.name, note=words, state=state, state_tone="wait", url=f"/mentoring/pairs/{one.pair.ref}/plan/"
    )


def mentor_figures(asked: Asked) -> Live | None:
    """Return what came of one's mentoring in the last twelve months."""
    if not asked.viewer.has_role("mentor"):
        return None
    rows = asked.once("figures", lambda: mentee_rows([me(asked)], day=asked.day).get(me(asked), ()))
    recent = [one for one in rows if one.is_recent]
    if not any(one.months >= SHOWN_AFTER for one in recent):
        files = _reviewed(asked)
        words = _("Shown once your first mentee has been with you for 3 months")
        return Live(words=words, is_empty=True, more=tuple(files), template=ROWS if files else "")
    gave = contribution_of(rows, office=office_minutes([me(asked)], day=asked.day).get(me(asked), 0))
    promoted, high, lift = gave.promotion_rate, gave.high_performer_rate, _lift(recent)
    said = {"n": gave.mentees, "p": whole_percent(promoted) if promoted is not None else 0, "q": lift}
    words = (
        _("%(n)s mentored, promotion rate %(p)s %%, performance lift %(q)s %%") if lift else _("%(n)s mentored, promotion rate %(p)s %%")
    )
    shares = ((_("Promotion rate of mentees"), promoted), (_("High performers among mentees"), high))
    more = [CardRow(words=name, trail=f"{whole_percent(share)}%") for name, share in shares if share is not None]
    more.append(CardRow(words=_("Hours of mentoring in 12 months"), trail=str(gave.hours)))
    more += _reviewed(asked)
    return Live(
        words=words % said,
        act=_("Details"),
        url="/mentoring/effect/",
        more=tuple(more),
        template=ROWS,
        note=_("The last 12 months. Few mentees yet: read the rates with care.") if gave.mentees < 5 else _("The last 12 months."),
    )


def _reviewed(asked: Asked) -> list[CardRow]:
    """Return one's own promotion files that wait for a panel (one query)."""
    return [
        CardRow(words=_("Promotion file"), state=_("waiting for review"), state_tone="wait", icon="file-text", url=f"/promotion/{ref}/")
        for ref, state in own_candidacies(me(asked))
        if state == "waiting"
    ]


def _lift(rows: list[MenteeRow]) -> str:
    """Return the mean lift of those mentees who had a score before, in percent."""
    known = [one.lift for one in rows if one.lift is not None]
    if not known:
        return ""
    return tenths(tenths_of_percent(sum(known, Fraction(0)) / len(known))).removesuffix(".0")


def library(asked: Asked) -> Live | None:
    """Return a piece to read before the next talk, by how far the pair is."""
    if not asked.viewer.has_role("mentor") and not asked.viewer.mentees:
        return None
    found = mentoring(asked).mentees
    pair = min((one for one in found if one.coming), key=lambda one: one.coming[0].due_on, default=None)
    items = library_items(asked.viewer, kinds=("article", "case", "guide"), stage=_stage(pair), day=asked.day)
    if not items:
        return Live(words=_("The first pieces are being prepared"), is_empty=True)
    first, *rest = sorted(items, key=lambda one: (-one.reads_this_month, one.minutes, one.ref))
    said = {"title": named(first.title_zh, first.title_en), "minutes": first.minutes}
    words = _("For your next talk: “%(title)s”, %(minutes)s min") if pair else _("Worth reading: “%(title)s”, %(minutes)s min")
    return Live(
        words=words % said, act=_("Read"), url=first.address, more=tuple(_item(one) for one in rest[:2]), template=ROWS if rest else ""
    )


def _stage(pair: PairNow | None) -> str:
    """Return where a pair stands: at its beginning, in the middle, near its end."""
    if pair is None or not pair.meetings:
        return "begin"
    return "end" if pair.coverage.all and pair.coverage.done == pair.coverage.all else "middle"


def _item(one: ItemRow) -> CardRow:
    return CardRow(words=named(one.title_zh, one.title_en), note=minutes_of(one.minutes), icon="book-open", url=one.address)


def offer_mentor_cards() -> None:
    """Offer the four cards."""
    why = gettext_lazy("Because you are a mentor.")
    names = (
        ("mentees", pgettext_lazy("card", "My mentees"), mentees),
        ("plans", gettext_lazy("Mentoring plans"), plans),
        ("mentor_figures", gettext_lazy("My mentoring figures"), mentor_figures),
        ("library", gettext_lazy("Mentor's library"), library),
    )
    for n, (code, title, find) in enumerate(names):
        offer_card(CardKind(code=code, title=title, role="mentor", order=30 + n, find=find, why=why))
