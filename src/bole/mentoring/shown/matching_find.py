"""Looking for a mentor, being asked, and the own style, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.mentoring.queries.matching_own import Asking, Askings, Looking, Offer
from bole.mentoring.queries.style import OwnStyle
from bole.mentoring.shown.matching_reasons import Names, names_for, style_ways, three_reasons, why_words
from bole.mentoring.shown.naming import either, joined, listed, name_of, place_of
from bole.people.queries import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferShown:
    """A mentor who could be asked."""

    number: str
    name: str
    place: str
    why: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookingShown:
    """The page of whoever looks for a mentor."""

    title: str
    words: str
    has_pair: bool
    pair_url: str
    is_waiting: bool
    is_asked: bool
    wanted: str
    own_words: str
    place: str
    offers: tuple[OfferShown, ...]
    preferences: tuple[tuple[str, str, str], ...]


def looking_shown(found: Looking) -> LookingShown:
    """Return the page in words."""
    names = names_for(found.skills, found.frameworks, found.places_en)
    wish = found.wish
    title, words = _heads(found)
    wanted = ""
    if wish is not None:
        wanted = joined(either(wish.framework_zh, wish.framework_en), listed(names.skills.get(code, code) for code in wish.skills))
    kinds = {True: _("would like"), False: _("would rather not")}
    return LookingShown(
        title=title, words=words, has_pair=found.pair is not None, pair_url=f"/mentoring/pairs/{found.pair.ref}/" if found.pair else "",
        is_waiting=wish is not None and wish.state == "waiting", is_asked=wish is not None and wish.state == "asked", wanted=wanted,
        own_words=wish.words if wish else "",
        place=_("Number %(n)s of %(line)s on the waiting list") % {"n": found.place, "line": found.line} if found.place else "",
        offers=tuple(_offer(one, found.people.get(one.mentor_id), names) for one in found.offers),
        preferences=tuple(
            (found.people[other].number, name_of(found.people[other]), kinds[likes])
            for other, likes in found.preferences.items()
            if other in found.people
        ),
    )  # fmt: skip


def _heads(found: Looking) -> tuple[str, str]:
    if found.pair is not None:
        return _("You have a mentor"), _("One programme at a time. The next one can begin when this one is over.")
    if found.wish is None:
        return _("Apply for a mentor"), _("Say in a sentence what you want to learn. You get three mentors, each with the reason.")
    if found.wish.state == "asked":
        name = name_of(found.people.get(found.wish.asked_id or 0))
        if found.wish.suggested_at is not None:
            return _("%(name)s was suggested to you") % {"name": name}, _(
                "A seat is free. %(name)s can accept, or decline without a reason. You keep your place on the list."
            ) % {"name": name}
        return _("%(name)s was asked") % {"name": name}, _(
            "%(name)s can accept, or decline without a reason. You keep your place on the list."
        ) % {"name": name}
    count = len(found.offers)
    if not count:
        return _("You are on the waiting list"), _("No mentor who fits has a seat at present. HR matches everybody who waits at once.")
    return ngettext("%(count)s mentor for you", "%(count)s mentors for you", count) % {"count": count}, _(
        "Ask one of them, or wait: HR matches everybody who waits at once."
    )


def _offer(one: Offer, card: Card | None, names: Names) -> OfferShown:
    return OfferShown(
        number=card.number if card else "", name=name_of(card), place=place_of(card), why=why_words(name_of(card), one.reasons, names),
        reasons=tuple(three_reasons(one.reasons, names)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingShown:
    """Somebody who asks."""

    ref: str
    name: str
    place: str
    wanted: str
    words: str
    reasons: str
    suggested: str
    stands_for: str  # the mentor who was asked, if that is another


def askings_shown(found: Askings, *, me: int | None) -> tuple[AskingShown, ...]:
    """Return who asks in words."""
    names = names_for(found.skills, {}, found.places_en)
    return tuple(_asking(one, found, names, me) for one in found.rows)


def _asking(one: Asking, found: Askings, names: Names, me: int | None) -> AskingShown:
    wish, card = one.wish, found.people.get(one.wish.person_id)
    mentor = "" if wish.asked_id == me else name_of(found.people.get(wish.asked_id or 0))
    skills = listed(names.skills.get(code, code) for code in wish.skills)
    return AskingShown(
        ref=wish.ref, name=name_of(card), place=place_of(card), wanted=joined(either(wish.framework_zh, wish.framework_en), skills),
        words=wish.words, reasons=either("；", "; ").join(three_reasons(one.offer.reasons, names)) if one.offer else "",
        suggested=_("Suggested, because you have a free seat") if wish.suggested_at and not mentor else "",
        stands_for=_("%(name)s is asked; you stand in") % {"name": mentor} if mentor else "",
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleShown:
    """The own style: what was learned, and what it is made of."""

    is_on: bool
    title: str
    words: str
    ways: tuple[tuple[str, str], ...]


def style_shown(found: OwnStyle) -> StyleShown:
    """Return the own style in words."""
    if not found.is_on:
        words = _("You can allow it under “Become a mentor”. It is learned from the structure of records, never from their words.")
        return StyleShown(is_on=False, title=_("Nothing is learned of your style"), words=words, ways=())
    if found.style is None:
        told = {"meetings": found.meetings, "least": found.least}
        words = _("%(meetings)s records so far; from %(least)s on, a style is shown.") % told
        return StyleShown(is_on=True, title=_("Not enough records yet"), words=words, ways=())
    style, ways = found.style, style_ways()
    made_of = {
        "pace": _("%(days)s days between two talks, in the middle") % {"days": style.days_between},
        "length": _("%(minutes)s minutes, in the middle") % {"minutes": style.minutes},
        "steps": _("%(share)s of 100 talks end with something agreed and a next day") % {"share": style.firm},
        "lead": _("%(share)s of 100 talks cover topics of the plan") % {"share": style.planned},
    }
    shown = tuple((ways[f"{name}.{way}"], made_of[name]) for name, way in style.ways.items())
    words = _("From the structure of %(meetings)s records. It decides between equals only when mentees are matched.") % {
        "meetings": style.meetings
    }
    return StyleShown(is_on=True, title=_("How you mentor"), words=words, ways=shown)
