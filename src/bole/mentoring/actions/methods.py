"""Methods: found by the records each month, shown by HR, adopted by mentors."""

from collections.abc import Sequence
from datetime import date, datetime

from bole.access.rules import insist, may_company
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.models import MethodCard, MethodUse
from bole.mentoring.queries.effect_methods import is_mentor, records_of
from bole.mentoring.refusals import AdoptedAlready
from bole.mentoring.rules.methods import Found, found
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM, Viewer

WAYS = {
    "often": ("大约每10天见一面，不等到月底", "Meet every ten days or so, not at the end of the month"),
    "steady": ("见面的间隔稳定，不忽长忽短", "Keep the days between talks steady"),
    "next_day": ("每次结束前就约好下一次的日期", "Set the day of the next talk before this one ends"),
    "next_step": (
        "每次都约好下一个小实验：谁做什么、什么时候看",
        "Agree on the next small experiment each time: who does what, and when you look at it",
    ),
    "named_topics": ("每次都记下聊到了哪些内容", "Note each time what you covered"),
    "steps_done": ("约好的事做完再约新的", "Finish what was agreed before agreeing on more"),
}


def find_methods(*, day: date, by: Viewer, at: datetime) -> int:
    """Look what strong pairs do differently, before anything is locked, and keep what is clear; return how many."""
    return keep_methods(made=[one for one in found(records_of(day=day)) if one.is_clear], day=day, by=by, at=at)


@action("mentoring.keep_methods")
def keep_methods(*, made: Sequence[Found], day: date, by: Viewer, at: datetime) -> int:
    """Keep a card of each clear difference; HR decides which are shown. Return how many there are.

    :raises NotYours: unless the system does it
    """
    if not by.is_system:
        raise NotYours
    for one in made:
        zh, en = WAYS[one.code]
        card, is_new = MethodCard.objects.get_or_create(
            code=one.code, defaults={"zh": zh, "en": en, "numbers": _numbers(one), "found_on": day}
        )
        if not is_new:
            card.numbers = _numbers(one)
            card.save(update_fields=["numbers"])
    on_record(thing="methods")
    return len(made)


def _numbers(one: Found) -> dict[str, int]:
    cents = {
        name: round(100 * value) for name, value in (("with", one.with_it), ("without", one.without_it), ("difference", one.difference))
    }
    return {"pairs": one.pairs, "others": one.others, **cents, "low": round(100 * one.low), "high": round(100 * one.high)}


@action("mentoring.show_method")
def show_method(*, ref: str, is_shown: bool, by: Viewer, at: datetime) -> MethodCard:
    """Show a card to mentors, or take it from their page.

    :raises NotFound, NotYours: unless HR does it
    """
    insist(by, "change", "mentoring_health")
    card = MethodCard.objects.select_for_update().filter(ref=ref).first()
    if card is None:
        raise NotFound
    card.is_shown = is_shown
    card.save(update_fields=["is_shown"])
    on_record(thing=f"method {card.ref}", fields=("is_shown",))
    return card


@action("mentoring.adopt_method")
def adopt_method(*, ref: str, by: Viewer, at: datetime) -> MethodUse:
    """Try a method from today on.

    :raises NotFound, NotYours: unless a mentor does, of a card that is shown
    :raises AdoptedAlready: if one does so already
    """
    today = local_day(at)
    mentors, card = is_mentor(by, day=today), MethodCard.objects.filter(ref=ref, is_shown=True).first()
    if card is None or not (mentors or may_company(by, "read", "mentoring_health")):
        raise NotFound
    if not mentors or by.person_id is None:
        raise NotYours
    made, is_new = MethodUse.objects.get_or_create(card=card, person_id=by.person_id, defaults={"since": today})
    if not is_new:
        raise AdoptedAlready(date=made.since)
    on_record(thing=f"method {card.ref}")
    return made


def find_methods_of_month(at: datetime) -> str:
    """Look for methods as of the first day of the month (part of the monthly job)."""
    return f"{find_methods(day=local_day(at).replace(day=1), by=SYSTEM, at=at)} methods"
