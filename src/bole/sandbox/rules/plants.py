"""Writing a planned month in place of chance."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
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
PEERS = {"programmer": 20, "solution_engineer": 20, "presales": 25, "support": 20, "product": 25, "operations": 20, "management": 35}
TRIES, NEAR, PLACINGS = 9, 8, 12


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
    """Return the month of chance that needs the likeliest rating, and that rating."""
    level, best = target, None
    for attempt in range(TRIES):
        trial = _fresh(hand, "tuned", attempt)
        BY_FAMILY[hand.worker.family](trial, replace(stint, level=level, offsets=_halved(stint.offsets)))
        peers, total = _peers_for(trial, stint, target)
        if peers is None:
            level += (target - total) * 0.8 if total else 0.0
            continue
        distance = abs(peers / 100 - target)
        if best is None or distance < best[0]:
            best = (distance, trial, peers)
        if distance < NEAR:
            break
    return best[1:] if best else None


def _halved(offsets: Mapping[str, float]) -> dict[str, float]:
    return {code: value / 2 for code, value in offsets.items()}


def _peers_for(trial: Hand, stint: Stint, target: float) -> tuple[int | None, float]:
    """Return the rating that makes the score right (None if it would be no real one), and the score as it is."""
    family = trial.worker.family
    everything = [item for items in trial.items.values() for item in items]
    rated = [item for item in trial.items[TABLE] if item.kind == "rating"]
    until = min(trial.month.last_day, trial.clock.almanac.anchor)
    total = total_of(readings_of(everything), family, trial.month, first_day=stint.first_day, until=until)
    if total is None or not rated:
        return None, 0.0
    now = rated[0].values[0][1]
    wanted = now + round((target - total) * 100 * 100 / PEERS[family])
    return (wanted if 5500 <= wanted <= 9850 else None), total
