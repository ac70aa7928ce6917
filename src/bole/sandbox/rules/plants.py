"""Writing a planned month in place of chance."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.checkpoints import Checkpoints
from bole.sandbox.rules.facts_now import readings_of, total_of
from bole.sandbox.rules.hand import TABLE, Hand
from bole.sandbox.rules.months import BY_FAMILY, Stint
from bole.sandbox.rules.sheet import Sheet, write
from bole.sandbox.rules.solving import Plan

Plant = Callable[[Hand, Stint], bool]
Plants = dict[tuple[str, str], Plant]
TRIES, NEAR, PLACINGS = 16, 8, 9
LEAST_PEERS, MOST_PEERS = 5500, 9850


def months_sheet(sheet: Sheet) -> Plant:
    """Return the plant of a month with these counts."""

    def plant(hand: Hand, stint: Stint) -> bool:
        write(hand, sheet, stint.days)
        return True

    return plant


def planned(plan: Plan, points: Checkpoints) -> Plant:
    """Return the plant of the headline month: counts before last Sunday, counts since; late ones are told this morning."""

    def plant(hand: Hand, _stint: Stint) -> bool:
        write(hand, plan.before, points.before)
        if points.way != "late":
            write(hand, plan.week, points.week)
            return True
        late = Hand(worker=hand.worker, month=hand.month, clock=hand.clock, rng=hand.rng, project=hand.project, count=hand.count + 300)
        write(late, plan.week, points.week)
        for source, items in late.items.items():
            hand.late[source] += items
        return True

    return plant


def on_days(sheet: Sheet, days: Sequence[date]) -> Plant:
    """Return the plant of counts on these days."""

    def plant(hand: Hand, _stint: Stint) -> bool:
        write(hand, sheet, days)
        return True

    return plant


def steadied(plant: Plant, target: float) -> Plant:
    """Return the plant, its things put on such days that the score stays near `target` at the end of each week."""

    def steady(hand: Hand, stint: Stint) -> bool:
        best: tuple[float, Hand] | None = None
        for attempt in range(PLACINGS):
            trial = _fresh(hand, "steady", attempt)
            plant(trial, stint)
            off = _unrest(trial, stint, target)
            if best is None or off < best[0]:
                best = (off, trial)
        if best is not None:
            _take(hand, best[1])
        return True

    return steady


def _unrest(trial: Hand, stint: Stint, target: float) -> float:
    """Return how far the score strays from the target at the week ends of the month."""
    almanac = trial.clock.almanac
    readings = readings_of(item for items in trial.items.values() for item in items)
    ends = [day for day in almanac.week_ends if day in trial.month]
    scores = [total_of(readings, trial.worker.family, trial.month, first_day=stint.first_day, until=day) for day in ends]
    return max((abs(score - target) for score in scores if score is not None), default=0.0)


def _fresh(hand: Hand, *names: object) -> Hand:
    """Return an empty hand of the same person and month, with dice of its own."""
    dies = dice(*names, hand.worker.number, hand.month.code)
    return Hand(worker=hand.worker, month=hand.month, clock=hand.clock, rng=dies, project=hand.project, count=hand.count)


def _take(hand: Hand, trial: Hand) -> None:
    """Let the hand hold what the trial wrote."""
    for here, there in ((hand.items, trial.items), (hand.late, trial.late)):
        for source, items in there.items():
            here[source] += items
    hand.count = trial.count


def tuned(target: float) -> Plant:
    """Return the plant of a month of chance whose colleagues' rating is the one that makes the score `target`."""

    def plant(hand: Hand, stint: Stint) -> bool:
        if not stint.days:
            return False
        found = _tuned(hand, stint, target)
        if found is None:
            return False
        trial, peers = found
        trial.items[TABLE] = [replace(one, values=(("peer_rating", peers),)) if one.kind == "rating" else one for one in trial.items[TABLE]]
        _take(hand, trial)
        return True

    return plant


def _tuned(hand: Hand, stint: Stint, target: float) -> tuple[Hand, int] | None:
    """Return a month of chance and the rating that makes it right: the likeliest of some, or the one that comes nearest."""
    level, best = target, None
    for attempt in range(TRIES):
        trial = _fresh(hand, "tuned", attempt)
        BY_FAMILY[hand.worker.family](trial, replace(stint, level=level, offsets=_halved(stint.offsets)))
        need = _need(trial, stint, target)
        if need is None:
            continue
        peers = min(max(need.peers, LEAST_PEERS), MOST_PEERS)
        missed = abs(need.peers - peers) * need.slope
        distance = missed * 1000 + abs(peers / 100 - target)
        if best is None or distance < best[0]:
            best = (distance, trial, peers)
        if distance < NEAR:
            break
        level += (target - need.total) * 0.6
    return best[1:] if best else None


def _halved(offsets: Mapping[str, float]) -> dict[str, float]:
    return {code: value / 2 for code, value in offsets.items()}


@dataclass(frozen=True, slots=True)
class _Need:
    """The rating (hundredths) that makes a score right, what one hundredth of it does, and the score as it is."""

    peers: int
    slope: float
    total: float


def _need(trial: Hand, stint: Stint, target: float) -> _Need | None:
    """Return which rating a month of chance needs; None where there is no score yet."""
    family, until = trial.worker.family, min(trial.month.last_day, trial.clock.almanac.anchor)
    readings = readings_of(item for items in trial.items.values() for item in items)
    rated = next((one for one in readings if one.measure == "peer_rating"), None)
    total = total_of(readings, family, trial.month, first_day=stint.first_day, until=until)
    if rated is None or total is None:
        return None
    others = [one for one in readings if one is not rated]
    raised = [*others, replace(rated, total=rated.total + 1000)]
    slope = ((total_of(raised, family, trial.month, first_day=stint.first_day, until=until) or total) - total) / 1000
    return _Need(rated.total + round((target - total) / slope), slope, total) if slope else None
