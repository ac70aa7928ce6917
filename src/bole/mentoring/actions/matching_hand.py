"""The worker's hand in matching: a step at each turn, so that scores and notices go on between; what it holds is in memory alone.

A hand that dies leaves its run open. Another hand takes it when it was not heard of for `LEASE`: it matches anew, as nothing is kept before
the end, or publishes what is left. Each thing that is kept asks in its transaction whose run it is, so nothing is kept twice.
"""

import logging
import secrets
from datetime import datetime, timedelta
from typing import Final

from django.db import OperationalError, transaction

from bole.kit.announce import announce
from bole.mentoring.actions.matching_runs import TakenOver, end_run, who_asked
from bole.mentoring.actions.matching_telling import tell_drafted, tell_failed, tell_published, tell_tried
from bole.mentoring.actions.matching_trying import keep_tried, trying
from bole.mentoring.actions.publishing_round import Published, close_round, publishing
from bole.mentoring.actions.rounds import Draft, drafting, keep_adjusted, keep_draft
from bole.mentoring.events import MatchingMoved
from bole.mentoring.models import MatchRun
from bole.mentoring.rules.matching_pool import Matched
from bole.mentoring.rules.matching_round import drafted
from bole.mentoring.rules.matching_steps import Step, Steps
from bole.mentoring.topics import matching_topic
from bole.values.refusal import NotFound, Refused

log = logging.getLogger("bole.matching")
LEASE: Final = timedelta(seconds=20)
MOST_TRIES: Final = 3
FIRST: Final = {"match": "read", "publish": "begin", "try": "read"}
Came = Draft | Published | Matched


class Hand:
    """What one worker holds of the run that it does."""

    def __init__(self) -> None:
        """Hold nothing."""
        self._name = secrets.token_hex(8)
        self._ref = ""
        self._steps: Steps[Came] | None = None

    def turn(self, at: datetime) -> int:
        """Do the next step of the run that is open; return how much was done."""
        run = MatchRun.objects.select_related("account", "round").filter(is_open=True).first()
        if run is None:
            self._let_go()
            return 0
        if self._steps is None or (run.ref, run.hand) != (self._ref, self._name):
            self._let_go()
            return self._take(run, at)
        self._go_on(run, self._steps, at)
        return 1

    def _let_go(self) -> None:
        self._ref, self._steps = "", None

    def _take(self, run: MatchRun, at: datetime) -> int:
        """Take a run that nobody has, or whose hand was not heard of for a while; one that ended its hand three times is given up."""
        if run.seen_at is not None and run.hand != self._name and run.seen_at <= at < run.seen_at + LEASE:
            return 0
        mine = {"hand": self._name, "seen_at": at, "state": "running", "tries": run.tries + 1, "done": 0, "whole": 0}
        if not MatchRun.objects.filter(pk=run.pk, is_open=True, hand=run.hand, seen_at=run.seen_at).update(stage=FIRST[run.work], **mine):
            return 0  # another worker was faster
        if run.tries >= MOST_TRIES:
            self._fail(run, "gave_out", at)
            return 1
        self._ref, self._steps = run.ref, _steps_of(run, self._name, at)
        return 1

    def _go_on(self, run: MatchRun, steps: Steps[Came], at: datetime) -> None:
        try:
            self._step(run, steps, at)
        except OperationalError:
            self._let_go()  # the loop waits for the database, then this hand takes it again
            raise
        except TakenOver:
            self._let_go()
        except Refused as refused:
            self._fail(run, refused.code, at)
        except Exception:  # whatever it is: a run that stays open would keep all others out, and HR would wait for nothing
            log.exception("matching failed", extra={"facts": {"run": run.ref, "stage": run.stage}})
            self._fail(run, "error", at)

    def _step(self, run: MatchRun, steps: Steps[Came], at: datetime) -> None:
        try:
            step = next(steps)
        except StopIteration as end:
            keep_run(run, self._name, end.value, at=at)
            self._let_go()
        else:
            if not _noted(run, self._name, step, at):
                self._let_go()

    def _fail(self, run: MatchRun, why: str, at: datetime) -> None:
        self._let_go()
        with transaction.atomic():
            mine = MatchRun.objects.select_for_update().filter(pk=run.pk, hand=self._name, is_open=True).first()
            if mine is not None:
                end_run(mine, "failed", why=why, at=at)
                tell_failed(mine, at=at)


_HAND = Hand()


def match_what_waits(at: datetime) -> int:
    """Do a step of the matching that HR asked for, if there is one (a turn of the worker)."""
    return _HAND.turn(at)


def _steps_of(run: MatchRun, hand: str, at: datetime) -> Steps[Came]:
    """Return what a run does, step by step."""
    if run.work == "publish":
        return (yield from publishing(run, hand, at=at))
    if run.work == "try":
        return (yield from trying(run, at=at))
    return (yield from drafting(drafted(run.settings), at=at))


def keep_run(run: MatchRun, hand: str, came: Came, *, at: datetime) -> None:
    """Keep what a run came to, if it is still open and still this hand's, in the name of who asked for it; tell them.

    :raises NotFound: if who asked for it may match no longer
    :raises DraftOver: if the draft was published, replaced or changed meanwhile
    """
    with transaction.atomic():
        mine = MatchRun.objects.select_for_update(of=("self",)).select_related("round").filter(pk=run.pk, hand=hand, is_open=True).first()
        if mine is None:
            return
        made, by = mine.round, who_asked(run, at)
        if isinstance(came, Published):
            if made is None:
                raise NotFound
            end_run(mine, "done", made=close_round(ref=made.ref, by=by, at=at), at=at)
            tell_published(mine, came.began, came.count, at=at)
            return
        if isinstance(came, Matched):
            keep_tried(mine, came)
            end_run(mine, "done", at=at)
            tell_tried(mine, at=at)
            return
        if made is None:
            made = keep_draft(draft=came, by=by, at=at)
        else:
            made = keep_adjusted(ref=made.ref, version=mine.version, draft=came, by=by, at=at)
        end_run(mine, "done", made=made, at=at)
        tell_drafted(mine, came.pairs, len(came.rows), at=at)


def _noted(run: MatchRun, hand: str, step: Step, at: datetime) -> bool:
    """Note what comes next and tell the page; return False if the run was called off, or is another hand's."""
    with transaction.atomic():
        still = MatchRun.objects.filter(pk=run.pk, is_open=True, hand=hand)
        if not still.update(stage=step.stage, done=step.done, whole=step.whole, seen_at=at):
            return False
        announce(MatchingMoved(run.ref), at=at, topics=[matching_topic(run.ref)])
        return True
