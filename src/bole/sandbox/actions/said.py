"""What the cast wrote to each other, and their one-to-ones: each on its day, by whoever wrote it."""

from collections.abc import Mapping
from datetime import timedelta

from bole.reviews.actions import add_point, agree_action, hold_talk, note_read, plan_talk, reply_to_feedback, send_feedback
from bole.reviews.models import Feedback
from bole.reviews.rules.about import About
from bole.sandbox.actions.deeds import viewer_of
from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.days import moment, step
from bole.sandbox.rules.personas import BY_KEY
from bole.sandbox.rules.said import AGREED, BUSY_POINT, HELD_POINT, PIECES, TALK_HELD, TALK_NEXT, Piece


def write_feedback(clock: Clockwork, keys: Mapping[str, int]) -> int:
    """Let everything be written, read and answered; return how many pieces there are."""
    for n, one in enumerate(PIECES):
        day = step(clock.almanac.anchor, -one.back)
        at = moment(day, one.hour)
        to = keys[BY_KEY[one.to].number]
        sent = send_feedback(
            once=f"demo-{n}",
            recipient_id=to,
            kind=one.kind,
            words=one.words,
            about=About(kind="score", person_id=to, period=clock.almanac.headline.code) if one.is_about_score else None,
            shared_with_id=keys[BY_KEY["manager"].number] if one.is_shared else None,
            by=viewer_of(one.by, day),
            at=at,
        )
        _answer(sent, one, clock, n)
    return len(PIECES)


def _answer(sent: Feedback, one: Piece, clock: Clockwork, n: int) -> None:
    """Let the recipient read it, and reply."""
    if one.read_after is None:
        return
    day, at = step(clock.almanac.anchor, -one.back), sent.sent_at + timedelta(hours=one.read_after)
    note_read(ref=sent.ref, by=viewer_of(one.to, day), at=at)
    if one.reply:
        reply_to_feedback(ref=sent.ref, words=one.reply, by=viewer_of(one.to, day), at=at + timedelta(minutes=7 + n))
        note_read(ref=sent.ref, by=viewer_of(one.by, day), at=at + timedelta(hours=1))


def talk_to_each_other(clock: Clockwork, keys: Mapping[str, int]) -> None:
    """Let Lin Jing have talked with Li Si, and have planned a talk with Deng Kai."""
    today = clock.almanac.anchor
    day, last = step(today, -TALK_HELD), step(today, -1)
    manager, employee = viewer_of("manager", day), keys[BY_KEY["employee"].number]
    held = plan_talk(with_id=employee, planned_on=day, by=manager, at=moment(step(day, -2), 9.6))
    add_point(ref=held.ref, words=HELD_POINT, by=viewer_of("employee", day), at=moment(day, 9.1))
    agree_action(ref=held.ref, words=AGREED, is_mine=False, due_on=step(today, 4), by=manager, at=moment(day, 16.4))
    hold_talk(ref=held.ref, held_on=day, next_on=step(today, 5), by=manager, at=moment(day, 16.5))
    planned = plan_talk(
        with_id=keys[BY_KEY["busy"].number], planned_on=step(today, TALK_NEXT), by=viewer_of("manager", last), at=moment(last, 18.2)
    )
    add_point(ref=planned.ref, words=BUSY_POINT, by=viewer_of("busy", last), at=moment(last, 18.6))
