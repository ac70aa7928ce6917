"""Finding counts whose score is the one that a story tells, today and last Sunday, by the product's own rule."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from bole.sandbox.rules.draws import answers, hours_for, near
from bole.sandbox.rules.sheet import Elapsed, Sheet, totals

PEERS = 20  # percent of a delivery engineer's score
RESPONSE = 10
SLOPE = 17 / 3600  # points that a second of the mean response costs, between one hour and three
TRIES, WEEKS = 90, 70


class Unsolved(Exception):  # noqa: N818
    """No counts were found; the targets lie too far from what work brings about."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Counts told before, and counts told since."""

    before: Sheet
    week: Sheet


def solved_month(rng: random.Random, target: float, over: Elapsed, *, hours: float = 0.0) -> Sheet:
    """Return counts that score `target` to the hundredth; `hours` fixes the mean response.

    :raises Unsolved: if none were found
    """
    for _ in range(20):
        bases = [_base(rng, target, over, hours=hours) for _ in range(TRIES)]
        best = _best(bases, totals(bases, over), target)
        if best is not None:
            return best
    raise Unsolved


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """What is wanted: the score today, and last Sunday's.

    `may_work`: more than answers come in this week; `delays` of them, if given, after so many `delays_before`.
    """

    target: float
    before: float
    may_work: bool = True
    delays: int | None = None
    delays_before: int | None = None


def solved_week(rng: random.Random, aim: Aim, then: Elapsed, now: Elapsed) -> Plan:
    """Return counts that scored as wanted last Sunday and score as wanted with this week's.

    :raises Unsolved: if none were found
    """
    target, before = aim.target, aim.before
    bases = [_delayed(_base(rng, before, then), aim.delays_before) for _ in range(TRIES // 2)]
    weeks = _weeks(rng) if aim.may_work else [Sheet(answers=given) for given in _answers()]
    weeks = [week for week in weeks if aim.delays in (None, week.delays)]
    weeks = rng.sample(weeks, min(len(weeks), WEEKS))
    pairs = [(n, week) for n, base in enumerate(bases) for week in weeks]
    then_totals = totals(bases, then)
    now_totals = totals([bases[n] + week for n, week in pairs], now)
    found: list[tuple[float, Plan]] = []
    for (n, week), total in zip(pairs, now_totals, strict=True):
        missing = (target - before) - (total - then_totals[n])
        made = _adjusted(bases[n], week, missing)
        if made is not None:
            found.append((missing, made))
    if not found:
        raise Unsolved
    return _likeliest(found, aim, now)


def _likeliest(found: Sequence[tuple[float, Plan]], aim: Aim, now: Elapsed) -> Plan:
    """Return the plan whose colleagues' rating is nearest to the score, and whose week needed the least help from the tickets.

    :raises Unsolved: if none has a real rating
    """
    without = totals([made.before + made.week for _, made in found], now)
    rated = []
    for (missing, made), total in zip(found, without, strict=True):
        peers = _peers(aim.target, total)
        if peers is not None:
            rated.append((abs(peers / 100 - aim.target) + 12 * abs(missing), peers, made))
    if not rated:
        raise Unsolved
    _, peers, made = min(rated, key=lambda one: one[0])
    return Plan(replace(made.before, peers=(peers,)), made.week)


def solved(rng: random.Random, aim: Aim, then: Elapsed, now: Elapsed) -> Plan:
    """Return counts as wanted, with as many delays as wanted if that can be, else with fewer.

    :raises Unsolved: if none were found after many draws
    """
    for attempt in range(24):
        fewer = None if aim.delays_before is None else max(aim.delays_before - attempt // 2, 0)
        try:
            return solved_week(rng, replace(aim, delays=aim.delays if attempt < 12 else None, delays_before=fewer), then, now)
        except Unsolved:
            continue
    raise Unsolved


def _delayed(base: Sheet, delays: int | None) -> Sheet:
    """Return the counts with so many delays, everything done in time after all; as they are, if none are given."""
    return base if delays is None else replace(base, delays=delays, on_time=base.due)


def _adjusted(base: Sheet, week: Sheet, missing: float) -> Plan | None:
    """Let the tickets of the week bring what is missing of the change; None if they would have to be answered in no time, or never."""
    if abs(missing) < 1e-9:
        return Plan(base, week)
    if not week.tickets:
        return _adjusted_by_before(base, week, missing)
    count = base.tickets + week.tickets
    seconds = week.seconds - round(missing * 100 / RESPONSE / SLOPE * count)
    mean = (base.seconds + seconds) / count
    if not 900 <= seconds / week.tickets <= 14_000 or not 3700 <= mean <= 10_700 or not 3700 <= base.seconds / base.tickets <= 10_700:
        return None
    return Plan(base, replace(week, seconds=seconds))


def _adjusted_by_before(base: Sheet, week: Sheet, missing: float) -> Plan | None:
    """Without a ticket this week the response cannot change: only a change that needs none is right."""
    return Plan(base, week) if abs(missing) <= 0.04 else None


def _peers(target: float, without: float) -> int | None:
    """Return the colleagues' rating, in hundredths, that is still needed; None if it would be no real one."""
    needed = round((target - without) * 100 / PEERS * 100)
    return needed if 6200 <= needed <= 9700 else None


def _best(bases: Sequence[Sheet], scores: Sequence[float], target: float) -> Sheet | None:
    found = [(peers, base) for base, total in zip(bases, scores, strict=True) if (peers := _peers(target, total)) is not None]
    if not found:
        return None
    peers, base = min(found, key=lambda one: abs(one[0] / 100 - target))
    return replace(base, peers=(peers,))


def _base(rng: random.Random, level: float, over: Elapsed, *, hours: float = 0.0) -> Sheet:
    """Draw counts near a level, with colleagues' ratings of 0 in the place of those that will be found."""
    share = max(over.gone / over.days, 0.35)

    def points(spread: float = 6.0) -> float:
        return min(max(level + rng.gauss(0, spread), 50.0), 98.0)

    accepted = max(round(10 * share + rng.uniform(-1, 2)), 4)
    due = max(round(10 * share + rng.uniform(-1, 2)), 4)
    on_time = min(max(near(rng, due * points() / 100, due), 1), due)
    delays = max(near(rng, {True: 1.0, False: 2.6}[level > 85] * share, 6), due - on_time)
    tickets = max(round(22 * share + rng.uniform(-2, 4)), 8)
    mean = hours or min(max(hours_for(points()), 1.06), 2.85)
    return Sheet(
        acceptances=accepted,
        passes=near(rng, accepted * (0.35 + 0.625 * points() / 100), accepted),
        reworks=near(rng, accepted * (100 - points()) / 180, accepted),
        due=due,
        on_time=on_time,
        delays=delays,
        answers=tuple(answers(rng, max(round(6 * share + rng.uniform(0, 2)), 4), points())),
        tickets=tickets,
        seconds=round(tickets * mean * 3600),
        peers=(0,),
    )


def _weeks(rng: random.Random) -> list[Sheet]:
    """Return what a week may bring."""
    made = []
    for on_time, missed, postponed, given in product((0, 1, 2, 3), (0, 1), (0, 1, 2), _answers()):
        tickets = rng.randint(2, 4)
        made.append(
            Sheet(
                due=on_time + missed,
                on_time=on_time,
                delays=postponed if on_time else 0,
                answers=given,
                tickets=tickets,
                seconds=round(tickets * 1.5 * 3600),
            )
        )
    return made


def _answers() -> list[tuple[int, ...]]:
    return [(), (10,), (9,), (8,), (7,), (6,), (5,), (10, 9), (9, 8), (8, 7), (7, 6)]
