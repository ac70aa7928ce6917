"""A delivery engineer's month as counts, what it scores by the product's own rule, and the items that stand for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from bole.sandbox.rules.clockwork import Clockwork
from bole.sandbox.rules.draws import one_of, place_on, shares
from bole.sandbox.rules.hand import Hand
from bole.sandbox.rules.trees import INDICATORS, TREE_OF
from bole.scoring.rules.fold import Folded, blank
from bole.scoring.rules.rule import Batch, rule_of, score

RULE = rule_of(TREE_OF["solution_engineer"], INDICATORS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Counts of some days. `answers` are customers' (0 to 10), `seconds` the working seconds to the first response of all tickets."""

    acceptances: int = 0
    passes: int = 0
    reworks: int = 0
    due: int = 0
    on_time: int = 0
    delays: int = 0
    answers: tuple[int, ...] = ()
    tickets: int = 0
    seconds: int = 0
    peers: tuple[int, ...] = ()

    def __add__(self, other: "Sheet") -> "Sheet":
        """Return the counts of the days of both."""
        return Sheet(
            acceptances=self.acceptances + other.acceptances,
            passes=self.passes + other.passes,
            reworks=self.reworks + other.reworks,
            due=self.due + other.due,
            on_time=self.on_time + other.on_time,
            delays=self.delays + other.delays,
            answers=self.answers + other.answers,
            tickets=self.tickets + other.tickets,
            seconds=self.seconds + other.seconds,
            peers=self.peers + other.peers,
        )


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Working days of the whole period and of what of it is over; months in the period."""

    days: int
    gone: int
    months: int = 1


def totals(sheets: Sequence[Sheet], elapsed: Elapsed) -> list[float]:
    """Return the exact scores of sheets, by the product's rule."""
    folded = _folded(sheets)
    scores = score(RULE, Batch(folded=folded, days=elapsed.days, gone=elapsed.gone, months=elapsed.months))
    return [float(one) for one in scores.exact]


def _folded(sheets: Sequence[Sheet]) -> Folded:
    folded = blank(len(sheets), RULE.measures)
    rows = {
        "acceptances": [one.acceptances for one in sheets],
        "first_passes": [one.passes for one in sheets],
        "reworks": [one.reworks for one in sheets],
        "tasks_due": [one.due for one in sheets],
        "tasks_on_time": [one.on_time for one in sheets],
        "delays": [one.delays for one in sheets],
        "peer_rating": [sum(one.peers) for one in sheets],
        "satisfaction": [sum(one.answers) * 1000 for one in sheets],
        "responses": [one.seconds for one in sheets],
    }
    counts = rows | {
        "peer_rating": [len(one.peers) for one in sheets],
        "satisfaction": [len(one.answers) for one in sheets],
        "responses": [one.tickets for one in sheets],
    }
    for n, measure in enumerate(RULE.measures):
        folded.totals[:, n] = np.array(rows[measure], np.int64)
        folded.counts[:, n] = np.array(counts[measure], np.int64)
    return folded


def write(hand: Hand, sheet: Sheet, days: Sequence[date], *, peer_on: date | None = None) -> None:
    """Write the items of a sheet on these working days; the counts come out exactly."""
    rng, clock = hand.rng, hand.clock
    _write_tasks(hand, sheet, days)
    for n in range(sheet.acceptances):
        day = one_of(rng, days)
        hand.delivery(before(clock, day, rng.randint(3, 9)), day, is_passed=n < sheet.passes, hour=hour_of(hand))
    for _ in range(sheet.reworks):
        day = one_of(rng, days)
        hand.rework(day, after(clock, day, rng.randint(1, 3)))
    for answer in sheet.answers:
        hand.rating(one_of(rng, days), answer, hour=hour_of(hand))
    for seconds in shares(rng, sheet.tickets, sheet.seconds):
        hand.ticket(place_on(rng, clock, one_of(rng, days)), seconds, rng.randint(1200, 30_000))
    for peer in sheet.peers:
        hand.peer(peer_on or days[min(1, len(days) - 1)], peer)


def _write_tasks(hand: Hand, sheet: Sheet, days: Sequence[date]) -> None:
    """Write tasks: some postponed and done in time after all, some done late."""
    rng, clock = hand.rng, hand.clock
    missed = sheet.due - sheet.on_time
    late = min(missed, sheet.delays) if len(days) > 1 else 0
    postponed = sheet.delays - late
    for n in range(sheet.on_time):
        marks = postponed // sheet.on_time + (n < postponed % sheet.on_time)
        closed = one_of(rng, days)
        on = [one_of(rng, [day for day in days if day <= closed]) for _ in range(marks)]
        opened = before(clock, min([closed, *on]), rng.randint(2, 8))
        hand.task(opened, after(clock, closed, rng.randint(0, 2)), closed, hour=hour_of(hand), postponed=on)
    for n in range(missed):
        due = one_of(rng, days[:-1] if n < late else days)
        later = [day for day in days if day > due]
        hand.task(before(clock, due, rng.randint(4, 9)), due, one_of(rng, later[:4]) if n < late else None, hour=hour_of(hand))


def hour_of(hand: Hand) -> float:
    """Return an hour at which things get done."""
    return 9.6 + hand.rng.random() * 8.6


def before(clock: Clockwork, day: date, steps: int) -> date:
    """Return the day so many working days before."""
    return clock.days[max(clock.index(day) - steps, 0)]


def after(clock: Clockwork, day: date, steps: int) -> date:
    """Return the day so many working days after."""
    return clock.days[clock.index(day) + steps]
