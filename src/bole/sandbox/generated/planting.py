"""Plans what is planted in a block of people: declines of known cause, look-alikes, surroundings that move for nothing.

A decline needs a usual to leave: it begins at least `SETTLED` days after the person came to the post, `WATCHED` days before the end, on a
day on which they are here, the source is heard and the team is not hit as a whole. What else is planted keeps its distance.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.company import CAUSES, LOOK_ALIKES, SHAPES
from bole.sandbox.generated.indicators import INDICATORS, Kind
from bole.signals.rules.daily import BoolArray, FloatArray, IntArray

Floats = NDArray[np.float64]

SETTLED, WATCHED, APART = 180, 65, 75  # days
DECLINING = 0.14  # of the rows that can
SECOND_ROW = 0.3  # of the declines that have one more row of the same person with them
LEAST_SIZE = {"step": 1.5, "ramp": 2.5, "temporary": 2.5}
LEAST_SAMPLES = 1.0  # a week
# Share, from, to. From 1 h to 3 h of response time, which the product must see, is 8 or 9 for most.
SIZES = ((0.15, 1.5, 2.5), (0.40, 2.5, 4.0), (0.45, 4.0, 9.0))
CAUSE_SHARES = {"unknown": 0.25, "load": 0.25, "project": 0.25, "absence": 0.15, "mentoring": 0.10}
SHAPE_SHARES = {"step": 0.5, "ramp": 0.25, "temporary": 0.25}
LOOK_ALIKE_SHARES = {"bad_day": 0.08, "better_spell_over": 0.06, "thin_absence": 0.04, "small_sample": 0.08}
DECOY_SHARE = 0.4  # of the people without a decline


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of some people side by side, and what is known of them before anything is planted."""

    person: IntArray  # [n], place in the block
    indicator: IntArray
    first: IntArray  # [people], first day in the present post
    gone: IntArray  # [people], first day after the last
    room: Floats  # [n], how many of its weekly spreads the row can get worse
    samples: Floats  # [n], a week
    working: BoolArray  # [days]
    silent: BoolArray  # [n, days]
    shocked: FloatArray  # [n, days], in weekly spreads


@dataclass(frozen=True, slots=True)
class Decline:
    """A planted decline; `end` is the first day as usual again, or the number of days."""

    row: int
    onset: int
    end: int
    shape: str
    cause: str
    size: float
    rises: int  # days up to its full height


@dataclass(frozen=True, slots=True)
class LookAlike:
    """What looks like a decline and is none."""

    row: int
    first: int
    last: int
    kind: str
    size: float


@dataclass(frozen=True, slots=True)
class Story:
    """What moves around a person for a while; `is_decoy`: while the work stays as it is."""

    person: int
    first: int
    end: int
    cause: str
    is_decoy: bool


@dataclass(slots=True)
class Plan:
    """What will be planted in a block."""

    declines: list[Decline] = field(default_factory=list)
    look_alikes: list[LookAlike] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)


def draw_plan(rng: np.random.Generator, block: Block) -> Plan:
    """Draw declines first, then look-alikes and decoys among the people that have none."""
    plan = Plan()
    wanted = (rng.random(len(block.person)) < DECLINING) & (block.samples >= LEAST_SAMPLES) & (block.room >= LEAST_SIZE["step"])
    for row in rng.permutation(np.flatnonzero(wanted)):
        _plan_decline(rng, block, plan, row=int(row))
    declining = {int(block.person[one.row]) for one in plan.declines}
    quiet = np.flatnonzero(~np.isin(block.person, list(declining)))
    for row, kind in _drawn_kinds(rng, quiet):
        _plan_look_alike(rng, block, plan, row=row, kind=kind)
    seen = {int(block.person[one.row]) for one in plan.look_alikes}
    for person in np.flatnonzero(rng.random(len(block.first)) < DECOY_SHARE):
        if int(person) not in declining | seen:
            _plan_decoy(rng, block, plan, person=int(person))
    return plan


def _pick(rng: np.random.Generator, shares: dict[str, float]) -> str:
    """Draw a name by the shares."""
    return str(rng.choice(list(shares), p=list(shares.values())))


def _day(rng: np.random.Generator, block: Block, *, person: int) -> int | None:
    """Draw a working day that leaves enough before it and after it."""
    first, last = int(block.first[person]) + SETTLED, min(int(block.gone[person]), len(block.working)) - WATCHED
    days = np.flatnonzero(block.working[first:last]) + first if last > first else np.array([], dtype=np.int64)
    return int(rng.choice(days)) if len(days) else None


def _is_clear(block: Block, *, row: int, day: int) -> bool:
    """Test if the source is heard about that day, and the team is not hit near it."""
    return not block.silent[row, day - 5 : day + 12].any() and not block.shocked[row, max(day - 45, 0) : day + WATCHED].any()


def _plan_decline(rng: np.random.Generator, block: Block, plan: Plan, *, row: int) -> None:
    """Draw a decline of the row; none if no day fits."""
    person = int(block.person[row])
    near = [one.onset for one in plan.declines if block.person[one.row] == person]
    for _ in range(8):
        onset = _day(rng, block, person=person)
        if onset is None:
            return
        if not near and _is_clear(block, row=row, day=onset):
            break
    else:
        return
    cause, shape = _pick(rng, CAUSE_SHARES), _pick(rng, SHAPE_SHARES)
    size = _size(rng, shape=shape, room=float(block.room[row]))
    if size is None:
        return
    days = len(block.working)
    rises = int(rng.integers(20, 41)) if shape == "ramp" else 1
    lasts = int(rng.integers(28, 56)) if shape == "temporary" else rises + int(rng.integers(80, 160))
    end = min(onset + lasts, days) if shape == "temporary" or rng.random() < 0.5 else days
    plan.declines.append(Decline(row, onset, end, shape, cause, size, rises))
    plan.stories += [] if cause == "unknown" else [Story(person, onset, end, cause, is_decoy=False)]
    if rng.random() < SECOND_ROW:
        _plan_second_row(rng, block, plan, first=plan.declines[-1])


def _plan_second_row(rng: np.random.Generator, block: Block, plan: Plan, *, first: Decline) -> None:
    """Let the same cause show in one more row of the person, if one can."""
    same = np.flatnonzero((block.person == block.person[first.row]) & (block.samples >= LEAST_SAMPLES))
    able = [int(row) for row in same if row != first.row and _is_clear(block, row=int(row), day=first.onset)]
    if not able:
        return
    row = int(rng.choice(able))
    size = _size(rng, shape=first.shape, room=float(block.room[row]))
    if size is not None:
        plan.declines.append(Decline(row, first.onset, first.end, first.shape, first.cause, size, first.rises))


def _size(rng: np.random.Generator, *, shape: str, room: float) -> float | None:
    """Draw how large it is; None if the row cannot get that much worse."""
    _, low, high = SIZES[int(rng.choice(len(SIZES), p=[share for share, _, _ in SIZES]))]
    size = min(max(float(rng.uniform(low, high)), LEAST_SIZE[shape]), room)
    return size if size >= LEAST_SIZE[shape] else None


def _drawn_kinds(rng: np.random.Generator, rows: NDArray[np.int64]) -> list[tuple[int, str]]:
    """Draw which rows get which look-alike, at most one each."""
    bounds = np.cumsum(list(LOOK_ALIKE_SHARES.values()))
    drawn = np.searchsorted(bounds, rng.random(len(rows)))
    kinds = [*LOOK_ALIKE_SHARES, ""]
    return [(int(row), kinds[kind]) for row, kind in zip(rows, drawn, strict=True) if kinds[kind]]


def _plan_look_alike(rng: np.random.Generator, block: Block, plan: Plan, *, row: int, kind: str) -> None:
    """Draw a look-alike of the row; none if it does not fit."""
    day = _day(rng, block, person=int(block.person[row]))
    if day is None or not _is_clear(block, row=row, day=day):
        return
    is_sparse = block.samples[row] < 6 and INDICATORS[block.indicator[row]].kind in {Kind.OPINION, Kind.SUCCESSES}
    if kind == "small_sample" and not is_sparse:
        return
    lasts, size = {
        "bad_day": (1, float(rng.uniform(8, 16))),
        "small_sample": (1, 0.0),
        "thin_absence": (int(rng.integers(12, 19)), float(rng.uniform(1.5, 3.0))),
        "better_spell_over": (int(rng.integers(40, 71)), -float(rng.uniform(2.0, 3.5))),
    }[kind]
    first = day - lasts if kind == "better_spell_over" else day
    plan.look_alikes.append(LookAlike(row, first, first + lasts - 1, kind, size))


def _plan_decoy(rng: np.random.Generator, block: Block, plan: Plan, *, person: int) -> None:
    """Draw something that moves around the person for nothing."""
    day = _day(rng, block, person=person)
    if day is not None:
        cause = str(rng.choice([one for one in CAUSES if one != "unknown"]))
        plan.stories.append(Story(person, day, min(day + int(rng.integers(30, 120)), len(block.working)), cause, is_decoy=True))


def heights(block: Block, plan: Plan) -> Floats:
    """Return by how many of its weekly spreads each row is worse on each day."""
    by = block.shocked.astype(np.float64)
    for one in plan.declines:
        at = np.arange(one.onset, one.end)
        by[one.row, one.onset : one.end] += one.size * np.minimum((at - one.onset + 1) / one.rises, 1.0)
    for alike in plan.look_alikes:
        by[alike.row, alike.first : alike.last + 1] += alike.size
    return np.minimum(by, np.maximum(block.room, 0.0)[:, None])


def shape_codes(plan: Plan) -> IntArray:
    """Return the shapes of the declines as places in SHAPES."""
    return np.array([SHAPES.index(one.shape) for one in plan.declines], dtype=np.int32)


def cause_codes(plan: Plan) -> IntArray:
    """Return the causes of the declines as places in CAUSES."""
    return np.array([CAUSES.index(one.cause) for one in plan.declines], dtype=np.int32)


def kind_codes(plan: Plan) -> IntArray:
    """Return the kinds of the look-alikes as places in LOOK_ALIKES."""
    return np.array([LOOK_ALIKES.index(one.kind) for one in plan.look_alikes], dtype=np.int32)
