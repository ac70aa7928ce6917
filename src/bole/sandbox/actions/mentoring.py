"""Two years of mentoring, made in the order in which it happened: through the rooms' actions, at its moments, by whoever did it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import partial

from django.db import transaction

from bole.accounts.models import Account
from bole.mentoring.actions.duties import set_for
from bole.mentoring.actions.facts import record_mentoring_facts
from bole.mentoring.actions.leaving import note_leaving
from bole.mentoring.actions.meetings import add_agenda_point
from bole.mentoring.actions.office_hours import Opening, book_office_place, open_office_hours
from bole.mentoring.actions.reminding import tell_what_is_due
from bole.mentoring.actions.rounds import draft_round
from bole.mentoring.actions.thanks import say_thanks
from bole.mentoring.actions.wishes import Wanted, make_wish
from bole.mentoring.models import Duty
from bole.notices.actions import mark_all_read
from bole.sandbox.actions.mentoring_deeds import Deed, Pairs, Surveys
from bole.sandbox.actions.mentoring_effect import effect_deeds
from bole.sandbox.actions.mentoring_hands import Hands
from bole.sandbox.actions.mentoring_hours import hours_deeds
from bole.sandbox.actions.mentoring_news import news_deeds
from bole.sandbox.actions.mentoring_setup import setup_deeds
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import moment, step
from bole.sandbox.rules.history import History
from bole.sandbox.rules.mentoring import Mentoring, mentoring_on
from bole.sandbox.rules.mentoring_cast import CHEN_XIAOYU, DING_YI, FIRST_TALK_NEXT, SUN_RAN, TALK_NEXT
from bole.sandbox.rules.mentoring_mentors import GU_QING, SONG_YAN, YE_QING, ZENG_RUI, ZHANG_SAN
from bole.sandbox.rules.mentoring_says import CHEN_XIAOYU_AGENDA
from bole.sandbox.rules.mentoring_terms import WishPlan
from bole.sandbox.rules.mentoring_thanks import ThanksPlan, thanks_of
from bole.values.viewer import SYSTEM, Viewer

READ = 5  # working days before today on which everybody had read what they were told
TOLD = 9  # working days before today on which everybody was told what was due


def mentor_each_other(clock: Clockwork, history: History, keys: Mapping[str, int]) -> str:
    """Make it all; return how much there is."""
    plan, hands = mentoring_on(history.plan, history.leaves), Hands(history.plan, keys)
    pairs = Pairs(hands)
    deeds: list[Deed] = [*setup_deeds(hands, plan), *Surveys(hands, tuple(plan.pairs)).deeds(), *effect_deeds(hands, plan)]
    deeds += hours_deeds(hands, plan)
    for one in (*plan.imported, *plan.pairs):
        deeds += pairs.deeds(one)
    for wish in plan.wishes:
        deeds.append((moment(wish.day, 14.0), partial(_wish, hands, wish)))
    for thanks in thanks_of(plan):
        deeds.append((moment(thanks.day, 12.2), partial(_thank, hands, pairs, thanks)))
    deeds += [*_of_this_month(hands, pairs, plan), *news_deeds(hands, pairs, plan)]
    _do(deeds, until=clock.shown_at)
    return f"{len(plan.pairs) + len(plan.imported)} mentorships, {sum(len(one.talks) for one in plan.pairs)} meetings"


def _do(deeds: list[Deed], *, until: datetime) -> None:
    """Do everything that has happened, in its order; each day is kept at once."""
    by_day: defaultdict[date, list[Callable[[], object]]] = defaultdict(list)
    for at, deed in sorted(deeds, key=lambda one: one[0]):
        if at <= until:
            by_day[at.date()].append(deed)
    for day in sorted(by_day):
        with transaction.atomic():
            for deed in by_day[day]:
                deed()


def _wish(hands: Hands, one: WishPlan) -> None:
    wanted = Wanted(framework=one.framework, skills=one.skills, words=one.words)
    make_wish(wanted=wanted, by=hands.of(one.number), at=moment(one.day, 14.0))


def _thank(hands: Hands, pairs: Pairs, one: ThanksPlan) -> None:
    pair_ref = pairs.refs[f"{one.pair.mentor} {one.pair.mentee}"]
    say_thanks(pair_ref=pair_ref, words=one.words, by=hands.of(one.pair.mentee), at=moment(one.day, 12.2))


def _of_this_month(hands: Hands, pairs: Pairs, plan: Mentoring) -> Iterator[Deed]:
    """Yield what the stories tell of this month: who was told what, and which meetings were set for another day."""
    today, due = plan.plan.almanac.anchor, plan.stories.last_due
    for back in range(TOLD, -1, -1):
        for hour in (9.5, 16.1):
            at = moment(step(today, -back), hour)
            yield at, partial(tell_what_is_due, by=SYSTEM, at=at)
    open_ = moment(step(today, -2), 10.4)
    yield open_, partial(_office_hours, hands, step(today, 2), open_)
    late = moment(step(due, 1), 9.4)  # before the warning goes out: it says the new day
    yield late, partial(_set, hands, pairs, f"{YE_QING} {DING_YI}", step(today, FIRST_TALK_NEXT), late)
    soon = moment(step(today, -2), 11.5)
    yield soon, partial(_set, hands, pairs, f"{GU_QING} {SUN_RAN}", step(today, TALK_NEXT), soon)
    first = moment(step(today, -1), 18.3)
    yield first, partial(_agenda, hands, pairs, first)
    leaves, said = plan.plan.by_number[SONG_YAN].last_day, moment(step(today, -1), 15.0)
    if leaves is not None:
        yield said, partial(note_leaving, person_ids=[hands.keys[SONG_YAN]], last_day=leaves, by=SYSTEM, at=said)
    drafted = moment(step(today, -1), 16.5)
    yield drafted, partial(draft_round, by=hands.hr("hr_admin"), at=drafted)
    read = moment(step(today, -READ), 20.0)
    yield read, partial(_read, read)
    night = moment(today, 0.3)
    yield night, partial(record_mentoring_facts, since=plan.plan.almanac.launch, by=SYSTEM, at=night)


def _read(at: datetime) -> None:
    """Let everybody who can sign in have read what was told until then."""
    for name, account in Account.objects.values_list("name", "pk"):
        mark_all_read(by=Viewer(name=name, account_id=account), at=at)


def _set(hands: Hands, pairs: Pairs, name: str, day: date, at: datetime) -> None:
    """Let the mentor set the first open meeting for another day."""
    duty = Duty.objects.filter(mentorship__ref=pairs.refs[name], kind="meeting", done_on=None, dropped_at=None).order_by("due_on").first()
    if duty is not None:
        set_for(ref=duty.ref, day=day, by=hands.hr("late_mentor" if name.startswith(YE_QING) else "product_mentor"), at=at)


def _agenda(hands: Hands, pairs: Pairs, at: datetime) -> None:
    add_agenda_point(pair_ref=pairs.refs[f"{ZENG_RUI} {CHEN_XIAOYU}"], words=CHEN_XIAOYU_AGENDA, by=hands.of(ZENG_RUI), at=at)


def _office_hours(hands: Hands, day: date, at: datetime) -> None:
    """Let two mentors open office hours, and a newcomer book a place with one of them."""
    first = Opening(day=day, begins=time(14), ends=time(15, 30), place="三号会议室", places=3, minutes=30, skills=["python", "code-review"])
    made = open_office_hours(opening=first, by=hands.of(ZHANG_SAN), at=at)
    book_office_place(ref=made.ref, number=1, words="单元测试写到什么程度算够", by=hands.of(CHEN_XIAOYU), at=at + timedelta(hours=1))
    later = Opening(day=step(day, 1), begins=time(10), ends=time(11), place="二号会议室", places=2, minutes=30, skills=["testing"])
    open_office_hours(opening=later, by=hands.of(ZENG_RUI), at=at)
