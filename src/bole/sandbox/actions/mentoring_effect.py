"""What came of mentoring: results of surveys on their days, scores of mentors, and how Wu Zheng's role came to its end (story 8)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial

from bole.mentoring.actions.coaching import open_coaching, retire_mentor
from bole.mentoring.actions.effect import compute_mentor_scores
from bole.mentoring.actions.methods import adopt_method, find_methods, show_method
from bole.mentoring.models import MethodCard
from bole.mentoring.refusals import HelpFirst, NotLowEnough
from bole.mentoring.rules.dates import months_later
from bole.sandbox.actions.mentoring_deeds import Deed
from bole.sandbox.actions.mentoring_hands import Hands
from bole.sandbox.rules.days import moment, step
from bole.sandbox.rules.mentoring import Mentoring
from bole.sandbox.rules.mentoring_adopters import Adoption, adopters_of
from bole.sandbox.rules.mentoring_cast import halves_of
from bole.sandbox.rules.mentoring_mentors import WU_ZHENG
from bole.sandbox.rules.mentoring_says import COACHING_WORDS, RETIRED_REASON
from bole.surveys.actions import note_participation, publish_due, set_publication_days
from bole.values.viewer import SYSTEM

MONTHS_OF_SCORES = 3
METHOD = "next_step"
HELPED_FOR, NOTICE = 84, timedelta(days=8)


def effect_deeds(hands: Hands, plan: Mentoring) -> Iterator[Deed]:
    """Yield the days of the calendar, and what HR decided."""
    almanac = plan.plan.almanac
    published = Adoption(almanac).published_on
    days = sorted({(one.month, one.day) for one in published})
    launch = moment(almanac.launch, 8.2)
    yield launch, partial(set_publication_days, days=days, by=hands.hr("hr_admin"), at=launch)
    for day in published:
        yield moment(day, 7.0), partial(publish_due, moment(day, 7.0))
    half = halves_of(almanac)[1]
    helped, retired = months_later(half.first_day, 1), half.last_day - NOTICE
    scored = {helped, retired.replace(day=1), *(months_later(almanac.anchor.replace(day=1), -n) for n in range(MONTHS_OF_SCORES))}
    for day in sorted(scored):
        at = moment(day, 6.0)
        yield at, partial(compute_mentor_scores, day=day, by=SYSTEM, at=at)
    yield moment(step(helped, 1), 14.0), partial(_help, hands, moment(step(helped, 1), 14.0))
    at = moment(step(retired, -1), 11.0)
    yield at, partial(_retire, hands, half.last_day, at)
    yield from _methods(hands, plan)
    yield moment(almanac.anchor, 0.6), partial(note_participation, by=SYSTEM, at=moment(almanac.anchor, 0.6))


def _methods(hands: Hands, plan: Mentoring) -> Iterator[Deed]:
    """Yield how a method was found once the half-year was closed, shown by HR, and adopted by eleven mentors (story 9)."""
    adoption = Adoption(plan.plan.almanac)
    found = adoption.found_on
    at, shown = moment(found, 6.5), moment(step(found, 1), 10.0)
    yield at, partial(find_methods, day=found, by=SYSTEM, at=at)
    yield shown, partial(_show, hands, shown)
    for n, number in enumerate(adopters_of(plan.plan, plan.mentors)):
        adopted = moment(adoption.adopted_on(n), 12.0)
        yield adopted, partial(_adopt, hands, number, adopted)


def _show(hands: Hands, at: datetime) -> None:
    for card in MethodCard.objects.filter(code=METHOD):
        show_method(ref=card.ref, is_shown=True, by=hands.hr("hr_admin"), at=at)


def _adopt(hands: Hands, number: str, at: datetime) -> None:
    for card in MethodCard.objects.filter(code=METHOD):
        adopt_method(ref=card.ref, by=hands.of(number), at=at)


def _help(hands: Hands, at: datetime) -> None:
    """Let He Jia help Wu Zheng, where the product finds his effect low."""
    again, by = at.date() + timedelta(days=HELPED_FOR), hands.hr("hr_partner")
    try:
        open_coaching(person_id=hands.keys[WU_ZHENG], words=COACHING_WORDS, again_on=again, by=by, at=at)
    except NotLowEnough:
        return  # on some days of the demo the halves do not show it yet


def _retire(hands: Hands, ends_on: date, at: datetime) -> None:
    """Let He Jia end the role, if there was help and nothing changed."""
    try:
        retire_mentor(person_id=hands.keys[WU_ZHENG], reason=RETIRED_REASON, ends_on=ends_on, by=hands.hr("hr_partner"), at=at)
    except (HelpFirst, NotLowEnough):
        return
