"""The effect of mentors beside similar colleagues without one, drawn towards the mean where mentees are few, with its range.

A row is a person and a span: the score before, the score after. People without a mentor in that span say what becomes of somebody with
that score before, of that family, grade and tenure, in that unit and half-year. What mentees reached beyond it belongs to their mentors,
as far as their number allows. The range holds nine in ten. `docs/domain/effect.md` says how, what is assumed, and where it comes from.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LEAST_ALIKE = 30  # rows of people without a mentor; with fewer, nothing is said
SPREADS = np.concatenate(([0.0], np.geomspace(0.02, 0.6, 23)))  # of mentors, in points of 5: what is thought possible
BELIEF = 0.2  # and, before any data, how far the spread may well go (half-normal)
USUAL_SPREAD = 0.15
UNIT_RATIOS = np.geomspace(0.003, 0.7, 8)  # variance of a unit's half-year beside that of one score
RANGE = (0.05, 0.95)


@dataclass(frozen=True, slots=True)
class Panel:
    """Scores on the 5-point scale by person and half-year, NaN where there is none; and what else is known of the people."""

    score: Floats  # [people, periods]
    unit: Ints  # [people, periods], -1: not here
    grade: Ints  # [people, periods]
    tenure: Floats  # [people, periods], in half-years
    family: Ints  # [people]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Mentorships: places of mentor and mentee, the last period closed before, the first that shows the programme."""

    mentor: Ints
    mentee: Ints
    before: Ints
    after: Ints


@dataclass(frozen=True, slots=True)
class Rows:
    """Spans of people whose scores before and after are known; `mentor` -1: had none."""

    y: Floats
    x: Floats
    group: Ints  # unit and half-year afterwards
    mentor: Ints


@dataclass(frozen=True, slots=True)
class Effects:
    """What mentors add, in points of 5: by mentor with the number of mentees that it rests on, and of the programme as a whole."""

    mentor: Ints
    mentees: Ints
    effect: Floats
    low: Floats
    high: Floats
    mean: float
    mean_low: float
    mean_high: float
    spread: float
    alike: int


def effects(panel: Panel, pairs: Pairs) -> Effects | None:
    """Return what mentors add beyond what became of similar colleagues; None where too few of those are known."""
    rows = rows_of(panel, pairs)
    if rows is None:
        return None
    mentors, mentor = np.unique(rows.mentor[rows.mentor >= 0], return_inverse=True)
    number = np.bincount(mentor, minlength=len(mentors))
    sums = _sums(rows, mentor, len(mentors))
    turned = _with_units(sums)
    fits = [_fit(turned, float(one)) for one in SPREADS]
    weight = np.array([fit.likelihood for fit in fits]) - 0.5 * (SPREADS / BELIEF) ** 2
    weight = np.exp(weight - weight.max()) * np.gradient(SPREADS)
    weight /= weight.sum()
    middle, variance = (np.stack([getattr(fit, name) for fit in fits]) for name in ("effect", "variance"))
    low, high = _range(middle, np.sqrt(variance), weight)
    effect = weight @ middle
    return Effects(
        mentor=mentors, mentees=number, effect=effect[1:], low=low[1:], high=high[1:], mean=float(effect[0]), mean_low=float(low[0]),
        mean_high=float(high[0]), spread=float(weight @ SPREADS), alike=int((rows.mentor < 0).sum()),
    )  # fmt: skip


def rows_of(panel: Panel, pairs: Pairs) -> Rows | None:
    """Return the rows of mentees and of people without a mentor, over the same spans; None if there are too few to compare."""
    known = np.isfinite(panel.score)
    both = known[pairs.mentee, pairs.before] & known[pairs.mentee, pairs.after]
    if not both.any():
        return None
    spans = np.unique(np.stack([pairs.before[both], pairs.after[both]], axis=1), axis=0)
    person, before, after, mentor = [pairs.mentee[both]], [pairs.before[both]], [pairs.after[both]], [pairs.mentor[both]]
    for first, last in spans:
        busy = (pairs.before < last) & (pairs.after > first)
        free = known[:, first] & known[:, last]
        free[pairs.mentee[busy]] = False
        alike = np.flatnonzero(free)
        person.append(alike)
        before.append(np.full(alike.size, first))
        after.append(np.full(alike.size, last))
        mentor.append(np.full(alike.size, -1))
    who, was, then, by = (np.concatenate(one).astype(np.int64) for one in (person, before, after, mentor))
    if (by < 0).sum() < LEAST_ALIKE:
        return None
    return Rows(panel.score[who, then], _columns(panel, who, was, then), _groups(panel, who, was, then), by)


def _groups(panel: Panel, who: Ints, was: Ints, then: Ints) -> Ints:
    """Return the unit and span of each row, counted from nought: its people share what happened there."""
    keys = (panel.unit[who, then].astype(np.int64) * 64 + then) * 64 + was
    return np.asarray(np.unique(keys, return_inverse=True)[1], dtype=np.int64)


def _columns(panel: Panel, who: Ints, was: Ints, then: Ints) -> Floats:
    """Return what the score afterwards is expected from: the score before and the one before that, unit, tenure, grade, family, span."""
    score = panel.score[who, was]
    score = score - np.nanmean(panel.score)
    earlier = np.where(was > 0, panel.score[who, np.maximum(was - 1, 0)], np.nan) - np.nanmean(panel.score)
    has_earlier = np.isfinite(earlier)
    long = (then - was > 1).astype(np.float64)
    around = _around(panel, who, was)
    tenure = panel.tenure[who, was]
    columns = [
        score, score * long, score**2, np.where(has_earlier, earlier, 0.0), has_earlier, np.where(has_earlier, score, 0.0), around,
        np.exp(-tenure / 4.0), np.exp(-tenure / 4.0) * long, panel.grade[who, was] - 1.0,
        *(panel.family[who] == one for one in np.unique(panel.family[who])[1:]),
    ]  # fmt: skip
    spans = np.unique(was * 64 + then, return_inverse=True)[1]
    columns += [spans == one for one in range(spans.max() + 1)]
    return np.stack([np.asarray(one, dtype=np.float64) for one in columns], axis=1)


def _around(panel: Panel, who: Ints, was: Ints) -> Floats:
    """Return how far the unit's mean stood from the company's in the half-year before: what a good or bad half-year there gives back."""
    periods, unit = panel.score.shape[1], panel.unit.max() + 1
    key = np.where(panel.unit >= 0, panel.unit, unit) * periods + np.arange(periods)[None, :]
    known = np.isfinite(panel.score)
    # A half-year before anything was scored has no mean.
    centred = panel.score - np.nansum(panel.score, axis=0, keepdims=True) / np.maximum(known.sum(axis=0, keepdims=True), 1)
    total = np.bincount(key[known], centred[known], minlength=(unit + 1) * periods)
    count = np.bincount(key[known], minlength=(unit + 1) * periods)
    at = key[who, was]
    return np.asarray(total[at] / (count[at] + 3.0), dtype=np.float64)  # few people say little of a unit


@dataclass(frozen=True, slots=True)
class _Sums:
    """Sums of products of columns, mentors and scores, whole and by group; enough to fit any spreads quickly."""

    whole: Floats  # [c, c]
    by_group: Floats  # [groups, c]
    size: Floats  # [groups]
    rows: int
    fixed: int
    mentors: int


def _sums(rows: Rows, mentor: Ints, mentors: int) -> _Sums:
    """Gather the sums: columns are fixed ones (whether mentored last), mentors, then the score itself."""
    treated = rows.mentor >= 0
    fixed = np.column_stack([rows.x, treated.astype(np.float64)])
    # Columns that repeat others (a family of the treated alone, say) are left out; whether mentored stays.
    fixed = fixed[:, _independent(fixed)]
    k, groups = fixed.shape[1], int(rows.group.max()) + 1
    size = k + mentors + 1
    by_group, whole = np.zeros((groups, size)), np.zeros((size, size))
    dense = np.column_stack([fixed, rows.y])
    at = [*range(k), size - 1]
    for place, column in zip(at, dense.T, strict=True):
        by_group[:, place] = np.bincount(rows.group, column, minlength=groups)
        whole[place, k : k + mentors] = np.bincount(mentor, column[treated], minlength=mentors)
    whole[k : k + mentors, at] = whole[at, k : k + mentors].T
    whole[np.ix_(at, at)] = dense.T @ dense
    inside = np.arange(k, k + mentors)
    whole[inside, inside] = np.bincount(mentor, minlength=mentors)
    np.add.at(by_group, (rows.group[treated], k + mentor), 1.0)
    return _Sums(whole, by_group, np.bincount(rows.group, minlength=groups).astype(np.float64), len(rows.y), k, mentors)


def _independent(columns: Floats) -> list[int]:
    """Return which columns to keep so that none repeats the others; the last one first of all."""
    kept: list[int] = []
    basis = np.zeros((len(columns), 0))
    for place in [columns.shape[1] - 1, *range(columns.shape[1] - 1)]:
        one = columns[:, place]
        left = one - basis @ (basis.T @ one)
        length = float(np.linalg.norm(left))
        if length > 1e-6 * max(float(np.linalg.norm(one)), 1.0):
            basis = np.column_stack([basis, left / length])
            kept.append(place)
    return sorted(kept)


@dataclass(frozen=True, slots=True)
class _Turned:
    """The sums with units' half-years taken out, mentors turned to axes on which they do not hang together: any spread is then quick."""

    fixed: Floats  # [k, k]
    cross: Floats  # [k, axes]
    axes: Floats  # [mentors, axes]
    own: Floats  # [axes], how much is known along each
    x_y: Floats
    m_y: Floats
    y_y: float
    free: int
    log_units: float


@dataclass(frozen=True, slots=True)
class _Fit:
    """What follows from one spread of mentors: the programme's mean first, then each mentor."""

    likelihood: float
    effect: Floats
    variance: Floats


def _turned(sums: _Sums, ratio: float) -> _Turned:
    k = sums.fixed
    shrink = ratio / (1.0 + ratio * sums.size)
    left = sums.whole - (sums.by_group * shrink[:, None]).T @ sums.by_group
    own, axes = np.linalg.eigh(left[k:-1, k:-1])
    return _Turned(
        fixed=left[:k, :k], cross=left[:k, k:-1] @ axes, axes=axes, own=np.maximum(own, 0.0), x_y=left[:k, -1], m_y=axes.T @ left[k:-1, -1],
        y_y=float(left[-1, -1]), free=sums.rows - k, log_units=float(np.log1p(ratio * sums.size).sum()),
    )  # fmt: skip


def _with_units(sums: _Sums) -> _Turned:
    """Return the sums for as much difference of units' half-years as makes the data likeliest; mentors differ as they well may."""
    found = [_turned(sums, float(one)) for one in UNIT_RATIOS]
    return max(found, key=lambda one: _fit(one, USUAL_SPREAD).likelihood)


def _fit(one: _Turned, spread: float) -> _Fit:
    """Fit fixed columns and mentors for one spread; the variance of a score is what makes the data likeliest."""
    variance = float(one.y_y - one.x_y @ np.linalg.solve(one.fixed, one.x_y)) / one.free
    scale = 0.0
    a: Floats = one.fixed
    beta: Floats = one.x_y
    for _ in range(3):  # the variance of a score and the weight of a mentor hang together; this settles at once
        scale = spread**2 / variance
        weight = scale / (1.0 + scale * one.own)
        a = one.fixed - (one.cross * weight) @ one.cross.T
        b = one.x_y - (one.cross * weight) @ one.m_y
        beta = np.asarray(np.linalg.solve(a, b), dtype=np.float64)
        variance = (one.y_y - float(weight @ one.m_y**2) - float(b @ beta)) / one.free
    weight = scale / (1.0 + scale * one.own)
    determinants = one.log_units + float(np.log1p(scale * one.own).sum()) + float(np.linalg.slogdet(a)[1])
    inverse = np.linalg.inv(a)
    own = one.axes @ (weight * (one.m_y - one.cross.T @ beta))
    # What is not known of the fixed columns is carried through to each mentor; the programme's mean is the last of them.
    through = -(one.axes * weight) @ one.cross.T
    through[:, -1] += 1.0
    spread_out = (one.axes**2) @ weight + ((through @ inverse) * through).sum(axis=1)
    return _Fit(
        likelihood=-0.5 * (one.free * np.log(variance) + determinants),
        effect=np.concatenate([beta[-1:], beta[-1] + own]),
        variance=variance * np.concatenate([inverse[-1:, -1], spread_out]),
    )


def _range(middle: Floats, spread: Floats, weight: Floats) -> tuple[Floats, Floats]:
    """Return the range of each mixture of normals over the spreads, by halving."""
    ends = []
    for share in RANGE:
        low, high = (middle - 6 * spread - 1e-6).min(axis=0), (middle + 6 * spread + 1e-6).max(axis=0)
        for _ in range(50):
            half = (low + high) / 2
            below = weight @ _normal((half[None, :] - middle) / np.maximum(spread, 1e-9))
            low, high = np.where(below < share, half, low), np.where(below < share, high, half)
        ends.append((low + high) / 2)
    return ends[0], ends[1]


def _normal(z: Floats) -> Floats:
    """Return the share of a normal below z (Abramowitz and Stegun 26.2.17, to 1e-7)."""
    t = 1.0 / (1.0 + 0.2316419 * np.abs(z))
    tail = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
    upper = np.exp(-0.5 * np.minimum(np.abs(z), 38.0) ** 2) / np.sqrt(2 * np.pi) * tail
    return np.asarray(np.where(z > 0, 1 - upper, upper), dtype=np.float64)
