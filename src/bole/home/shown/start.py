"""The personal home in words: its first line, its cards, what can be done with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from bole.home.cards.leading import things_of
from bole.home.cards.reads import company, guide, is_newcomer, performance, team
from bole.home.queries.start import Found, Start
from bole.home.queries.unscored import Unscored
from bole.home.rules.layout import Verb
from bole.home.shown.amounts import is_english
from bole.home.shown.cards import small_number
from bole.home.shown.company import company_shown
from bole.home.shown.moves import week_brief
from bole.home.shown.unscored import UnscoredShown, unscored_shown
from bole.kit.cards import CardKind, Live, card_kinds
from bole.kit.ui.cards import CardAct
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class CardShown:
    """A card in words."""

    code: str
    title: str
    why: str
    live: Live
    acts: tuple[CardAct, ...]
    is_pinned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StartShown:
    """All words of the personal home; on a desk its cards stand in two columns."""

    title: str
    words: str
    roles: str
    left: tuple[CardShown, ...]
    right: tuple[CardShown, ...]
    hidden: str
    unscored: UnscoredShown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangedCard:
    """A card on the page that arranges them."""

    code: str
    title: str
    why: str
    is_pinned: bool
    is_hidden: bool
    acts: tuple[CardAct, ...]


def act_words(verb: Verb) -> tuple[str, str]:
    """Return what a change of a card is called, and its icon."""
    return {
        "pin": (_("Pin"), "pin"),
        "unpin": (_("Unpin"), "pin-off"),
        "hide": (_("Hide"), "eye-off"),
        "show": (_("Show again"), "eye"),
        "up": (_("Further up"), "arrow-up"),
        "down": (_("Further down"), "arrow-down"),
    }[verb]


def acts_of(kind: CardKind, verbs: Sequence[Verb]) -> tuple[CardAct, ...]:
    """Return the changes of a card."""
    ways = ((verb, *act_words(verb)) for verb in verbs)
    return tuple(CardAct(words, icon, f"/home/cards/{kind.code}/{verb}/", f"{words} {kind.title}") for verb, words, icon in ways)


def start_shown(start: Start, unscored: Unscored | None) -> StartShown:
    """Return the home in words."""
    title, words = _first_line(start, unscored)
    shown = [card_shown(one) for one in start.cards]
    half = half_of([height_of(one.live) for one in shown])
    hidden = sum(code in card_kinds() for code in start.layout.hidden)
    return StartShown(
        title=title,
        words=words,
        roles=roles_words(start),
        left=tuple(shown[:half]),
        right=tuple(shown[half:]),
        hidden=ngettext("%(n)s card is hidden", "%(n)s cards are hidden", hidden) % {"n": hidden} if hidden else "",
        unscored=unscored_shown(unscored, start.asked.name) if unscored else None,
    )


def height_of(live: Live) -> int:
    """Return about how high a card stands, in lines; enough to set two columns beside each other."""
    drawn = {"home/cards/progress.html": 9, "home/cards/work.html": 9, "home/cards/guide.html": 7, "home/cards/week.html": 7}
    lines = len(live.more) if isinstance(live.more, tuple) else drawn.get(live.template, 0)
    return 3 + 2 * lines if isinstance(live.more, tuple) else 3 + lines


def half_of(heights: Sequence[int]) -> int:
    """Return how many cards stand in the first column, so that both end about equally low; one at least."""
    whole = sum(heights)
    return min(range(1, len(heights) + 1), key=lambda count: abs(2 * sum(heights[:count]) - whole), default=0)


def card_shown(one: Found) -> CardShown:
    """Return a card in words, with what can be done with it."""
    return CardShown(
        code=one.kind.code,
        title=str(one.kind.title),
        why=str(one.kind.why),
        live=one.live,
        acts=acts_of(one.kind, ("unpin" if one.is_pinned else "pin", "hide")),
        is_pinned=one.is_pinned,
    )


def _first_line(start: Start, unscored: Unscored | None) -> tuple[str, str]:
    """Return the first thing of the home: to whoever leads what waits, to whoever is new a welcome, else the own week."""
    asked = start.asked
    found = team(asked) if asked.viewer.reports else None
    if any(one.kind.code == "company_figures" for one in start.cards):
        shown = company_shown(company(asked))
        return shown.title, shown.words
    if found is not None:
        count = sum(things_of(asked, found).values())
        if not count:
            return _("Nothing waits for you today"), ""
        return ngettext("%(n)s thing waits for you", "%(n)s things wait for you", count) % {"n": count}, ""
    if unscored is not None:
        shown_here = unscored_shown(unscored, asked.name)
        return shown_here.title, shown_here.words
    if is_newcomer(asked):
        return _welcome(start)
    own = performance(asked)
    brief, why = week_brief(own.score.change) if own else ("", "")
    if brief:
        return _("%(name)s, %(brief)s") % {"name": asked.name, "brief": brief[:1].lower() + brief[1:]}, why
    return _("Welcome, %(name)s") % {"name": asked.name} if own else asked.name, ""


def _welcome(start: Start) -> tuple[str, str]:
    """Return the greeting of the first days: on the first one how many things there are today."""
    asked, found = start.asked, guide(start.asked)
    name = {"name": asked.name}
    mine = [one for one in found.steps if one.on == asked.day] if found else []
    if found is None or not mine:
        return _("Welcome, %(name)s") % name, ""
    count = len(mine)
    said = {**name, "n": count if is_english() else small_number(count)}
    if found.joined_on == asked.day:
        return ngettext("Welcome, %(name)s. Only %(n)s thing today", "Welcome, %(name)s. Only %(n)s things today", count) % said, ""
    return ngettext("%(name)s, %(n)s thing today", "%(name)s, %(n)s things today", count) % said, ""


def role_names(viewer: Viewer) -> Mapping[str, str]:
    """Return the roles in which somebody sees cards, in words; those who run the system share cards of HR."""
    named = {"new": _("newcomer"), "employee": _("employee"), "mentor": _("mentor"), "manager": _("manager")}
    if viewer.has_role("hr", "hr_partner", "hr_admin"):
        return {**named, "hr": pgettext("somebody's role", "HR")}
    return {**named, "hr": _("system admin") if viewer.has_role("system_admin") else _("auditor")}


def roles_words(start: Start) -> str:
    """Return as what somebody sees these cards, where it is more than one role beside being an employee."""
    names = role_names(start.asked.viewer)
    mine = [names[role] for role in names if role not in {"employee", "new"} and any(one.kind.role == role for one in start.cards)]
    if any(one.kind.role == "employee" for one in start.cards):
        mine.insert(0, names["employee"])
    if len(mine) < 2:
        return ""
    words = _("You are %(roles)s. Your home joins the cards of all of them; put them in your own order")
    return words % {"roles": (", " if is_english() else "、").join(mine)}


def arranged_cards(start: Start, kinds: Sequence[CardKind]) -> tuple[ArrangedCard, ...]:
    """Return the cards of the page that arranges them."""
    hidden, pinned = set(start.layout.hidden), set(start.layout.pinned)
    return tuple(
        ArrangedCard(
            code=one.code,
            title=str(one.title),
            why=str(one.why),
            is_pinned=one.code in pinned,
            is_hidden=one.code in hidden,
            acts=acts_of(one, _verbs(one.code, hidden, pinned)),
        )
        for one in kinds
    )


def _verbs(code: str, hidden: set[str], pinned: set[str]) -> tuple[Verb, ...]:
    if code in hidden:
        return ("show",)
    return ("unpin", "hide") if code in pinned else ("up", "down", "pin", "hide")


def done_words(verb: Verb, title: str) -> str:
    """Return what was done with a card."""
    words = {
        "pin": _("“%(card)s” is pinned."),
        "unpin": _("“%(card)s” is no longer pinned."),
        "hide": _("“%(card)s” is hidden."),
        "show": _("“%(card)s” is shown again."),
        "up": _("“%(card)s” moved up."),
        "down": _("“%(card)s” moved down."),
    }[verb]
    return words % {"card": title}
