"""What pairs of the stories wrote to each other, what their mentors corrected, and a mentor who steps down."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from bole.mentoring.actions.correcting import Held, Taken, correct_meeting, correct_test
from bole.mentoring.actions.messages import send_message
from bole.mentoring.actions.stepping_down import step_down
from bole.mentoring.models import Meeting, SkillTest
from bole.sandbox.actions.mentoring_deeds import MOST_POINTS, Deed, Pairs
from bole.sandbox.actions.mentoring_hands import Hands
from bole.sandbox.rules.days import moment
from bole.sandbox.rules.mentoring import Mentoring
from bole.sandbox.rules.mentoring_news import STEPS_DOWN, STEPS_DOWN_WORDS, MessagePlan, messages_of, steps_down_on
from bole.sandbox.rules.mentoring_terms import PairPlan, Talk, Test

LATER = 0.7  # hours after something was written in which it was put right


def news_deeds(hands: Hands, pairs: Pairs, plan: Mentoring) -> Iterator[Deed]:
    """Yield messages, corrections, and the end that Ye Qing gives her own role."""
    for n, one in enumerate(messages_of(plan)):
        at = moment(one.day, one.hour)
        yield at, partial(_send, hands, pairs, one, n, at)
    for pair in plan.pairs:
        for talk in pair.talks:
            if talk.slip:
                at = moment(talk.day, talk.ends_at + LATER)
                yield at, partial(_correct_talk, hands, pairs, pair, talk, at)
        for test in pair.tests:
            if test.slip:
                at = moment(test.day, test.hour + LATER)
                yield at, partial(_correct_test, hands, pairs, pair, test, at)
    day = steps_down_on(plan)
    if day is not None:
        at = moment(day, STEPS_DOWN[1])
        yield at, partial(step_down, reason=STEPS_DOWN_WORDS, pairs="go_on", by=hands.hr("late_mentor"), at=at)


def _send(hands: Hands, pairs: Pairs, one: MessagePlan, n: int, at: datetime) -> None:
    pair_ref = pairs.refs[f"{one.pair.mentor} {one.pair.mentee}"]
    send_message(pair_ref=pair_ref, once=f"demo-{n}", words=one.words, by=hands.of(one.by), at=at)


def _correct_talk(hands: Hands, pairs: Pairs, pair: PairPlan, talk: Talk, at: datetime) -> None:
    found = Meeting.objects.get(mentorship__ref=pairs.refs[f"{pair.mentor} {pair.mentee}"], held_on=talk.day)
    held = Held(on=talk.day, minutes=talk.minutes, place=talk.place)
    correct_meeting(
        ref=found.ref, version=found.version, codes=found.codes, advice=found.advice, held=held, by=hands.of(pair.mentor), at=at
    )  # fmt: skip


def _correct_test(hands: Hands, pairs: Pairs, pair: PairPlan, test: Test, at: datetime) -> None:
    found = SkillTest.objects.get(mentorship__ref=pairs.refs[f"{pair.mentor} {pair.mentee}"], taken_on=test.day)
    taken = Taken(on=test.day, points=test.points * 100, most=MOST_POINTS, exam=found.exam)
    correct_test(ref=found.ref, version=0, taken=taken, by=hands.of(pair.mentor), at=at)
