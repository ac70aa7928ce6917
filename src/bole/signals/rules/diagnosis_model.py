"""The model of a diagnosis: what a unit reaches is its own usual times powers of what stands around it; the powers are learned.

log(value) = the unit's own level and drift + the season + sum of power x log(series / its usual) + what comes and goes. Powers have weak
beliefs before any data, and are learned from the unit and its sisters together; the unit may differ a little. `docs/domain/diagnosis.md`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bole.signals.rules.diagnosis import Case, Factor, Finding, Floats, History
from bole.signals.rules.diagnosis_inputs import WANTED
from bole.signals.rules.diagnosis_shares import Cut, split
from bole.signals.rules.diagnosis_target import propose

METHOD: Final = "shares-1"
DRAWS: Final = 2000
LEAST_BEFORE: Final = 6  # months known before the run
# What is believed of a power before any data: its middle and its spread.
BELIEF: Mapping[str, tuple[float, float]] = {
    "market": (1.0, 0.6), "demand": (0.7, 0.6), "budget": (0.5, 0.5), "hours": (0.7, 0.6), "tools": (0.5, 0.5), "staffing": (0.8, 0.6),
    "headcount": (0.8, 0.6), "work_a_head": (0.4, 0.4), "attendance": (0.7, 0.6), "skills": (0.7, 0.6), "training": (0.4, 0.4),
    "exams": (0.3, 0.3), "held_skills": (0.4, 0.4), "tenure": (0.4, 0.4), "staying": (0.5, 0.5),
}  # fmt: skip
OWN_WAY: Final = 0.3  # how far a unit's own power may lie from that of its sisters
_SEASON: Final = 0.05
_DRIFT: Final = 0.04  # of one unit in a year, beside that of all
_SPELL: Final = 0.025  # what nobody explains may hold on for the missed months: it is not laid to level, season or powers
_TIDE: Final = 0.1
_LEAST: Final = 0.002
_LEVEL: Final = 3.0
_TAIL: Final = 4.0  # degrees of freedom: months far off weigh less


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """Draws of what was learned, on the scale of logs where more is better."""

    level: Floats  # [draws] what the unit reaches usually in these months, drift and season included
    asked: Floats  # [draws] what is asked of it usually in these months
    powers: Mapping[str, Floats]  # [draws] by kind
    noise: float  # of one month


def diagnose(case: Case, *, seed: int = 20261123) -> Finding:
    """Return why the target was missed: the shares of four causes, or that it cannot be told."""
    run = slice(case.first, case.last + 1)
    target, actual = float(np.nanmean(case.subject.target[run])), float(np.nanmean(case.subject.actual[run]))
    blank = wanted_kinds(case.subject, run)
    known = int(np.isfinite(case.subject.actual[: case.first]).sum())
    met, sisters = _sisters_met(case, run), len(case.sisters)
    if known < LEAST_BEFORE:
        missing = ("history", *blank)
        return Finding("insufficient", target, actual, missing=missing, months_known=known, sisters=sisters, sisters_met=met)
    rng = np.random.default_rng(seed)
    fitted = fit(case, rng)
    cuts = cuts_of(case, fitted, rng)
    shared = split(case, fitted.asked, cuts, blank=blank)
    is_told = shared.outcome == "told"
    return Finding(
        outcome=shared.outcome, target=target, actual=actual, shares=shared.shares, sights=shared.sights, luck=shared.luck,
        proposal=propose(case, fitted.level, fitted.asked, fitted.noise, cuts, shared) if is_told else None,
        missing=blank if shared.outcome == "insufficient" else (), months_known=known, sisters=sisters, sisters_met=met,
    )  # fmt: skip


def sign_of(case: Case) -> float:
    """Return 1 where more is better, -1 where less is."""
    return 1.0 if case.is_more_better else -1.0


def logs(values: Floats) -> Floats:
    """Return logs, NaN where there is none."""
    return np.where(values > 0, np.log(np.where(values > 0, values, 1.0)), np.nan)


def deviation(factor: Factor, first: int) -> Floats:
    """Return by how much a series lies off its usual, on the scale of logs where more helps; its usual is the median before the run."""
    line = logs(factor.values)
    before = line[:first]
    usual = np.nanmedian(before) if np.isfinite(before).any() else np.nan
    moved: Floats = (line - usual) * factor.good
    return moved


def wanted_kinds(history: History, run: slice) -> tuple[str, ...]:
    """Return what is not known of the missed months: one kind for each cause of which nothing is."""
    have = {one.kind for one in history.factors if np.isfinite(deviation(one, run.start)[run]).any()}
    return tuple(kinds[0] for kinds in WANTED if have.isdisjoint(kinds))


def fit(case: Case, rng: np.random.Generator) -> Fitted:
    """Learn levels, season and powers from all units together, and draw from what is then believed."""
    units, sign = (case.subject, *case.sisters), sign_of(case)
    kinds = sorted({one.kind for one in case.subject.factors})
    run = slice(case.first, case.last + 1)
    months = [(n, sign * logs(unit.actual), _around(unit, kinds, case.first)) for n, unit in enumerate(units)]
    beliefs = [(*BELIEF[kind], OWN_WAY) for kind in kinds]
    drawn, noise = _learn(case, months, beliefs, rng)
    count = len(units)
    at = 2 * count + 13
    powers = {kind: np.maximum(drawn[:, at + n] + drawn[:, at + len(kinds) + n], 0.0) for n, kind in enumerate(kinds)}
    level = _usual(case, drawn, count, run)
    asked = [(n, sign * logs(unit.target), np.zeros((len(unit.target), 0))) for n, unit in enumerate(units)]
    asked[0][1][run] = np.nan  # what is asked in the missed months is held against what was asked before
    if not any(np.isfinite(line).sum() >= 3 for _, line, _ in asked[:1]):
        return Fitted(level, level, powers, noise)
    wanted, blur = _learn(case, asked, (), rng)
    # Planners are wrong for months on end: their error does not thin out over the three.
    return Fitted(level, _usual(case, wanted, count, run) + rng.normal(0.0, blur, DRAWS), powers, noise)


Months = tuple[int, Floats, Floats]  # unit, what it reached (or was asked) by month, what stands around each month


def _around(unit: History, kinds: Sequence[str], first: int) -> Floats:
    """Return the deviations of a unit's series [months, kinds]; where one is not known it is taken as usual."""
    lines = {one.kind: np.nan_to_num(deviation(one, first)) for one in unit.factors}
    none = np.zeros(len(unit.actual))
    return np.stack([lines.get(kind, none) for kind in kinds], axis=1) if kinds else np.zeros((len(none), 0))


def _usual(case: Case, drawn: Floats, count: int, run: slice) -> Floats:
    """Return the subject's level in the missed months, in draws."""
    years = float(_years(case)[run].mean())
    season = drawn[:, 2 * count + 1 : 2 * count + 13][:, case.month_of_year[run] - 1].mean(axis=1)
    level: Floats = drawn[:, 0] + (drawn[:, count] + drawn[:, 2 * count]) * years + season
    return level


def _years(case: Case) -> Floats:
    """Return the time of each month, in years from the first missed one."""
    return (np.arange(len(case.month_of_year)) - case.first) / 12.0


def _learn(
    case: Case, units: Sequence[Months], beliefs: Sequence[tuple[float, float, float]], rng: np.random.Generator
) -> tuple[Floats, float]:
    """Return draws of levels, drifts (of each, of all), season and powers (of all, of the subject), and the noise of a month."""
    count, kinds = len(units), len(beliefs)
    at = 2 * count + 13
    blocks, answers = [], []
    for n, line, around in units:
        is_known = np.isfinite(line)
        block = np.zeros((len(line), at + 2 * kinds + 1))
        block[:, n], block[:, count + n], block[:, 2 * count] = 1.0, _years(case), _years(case)
        block[np.arange(len(line)), 2 * count + case.month_of_year] = 1.0
        block[:, at : at + kinds] = around
        if n == 0:
            block[:, at + kinds : at + 2 * kinds] = around
            block[case.first : case.last + 1, -1] = 1.0
        blocks.append(block[is_known])
        answers.append(line[is_known])
    levels = [float(np.nanmedian(line)) if np.isfinite(line).any() else 0.0 for _, line, _ in units]
    middle = np.array([*levels, *[0.0] * (count + 13), *[one[0] for one in beliefs], *[0.0] * (kinds + 1)])
    spread = np.array(
        [*[_LEVEL] * count, *[_DRIFT] * count, _TIDE, *[_SEASON] * 12, *[one[1] for one in beliefs], *[one[2] for one in beliefs], _SPELL]
    )
    mean, cover, noise, free = _regress(np.concatenate(blocks), np.concatenate(answers), middle, spread)
    drawn = rng.multivariate_normal(mean, cover, size=DRAWS, method="cholesky")
    # The noise itself is not known well, so few months give wide ranges.
    return mean + (drawn - mean) * np.sqrt(free / rng.chisquare(free, DRAWS))[:, None], noise


def _regress(rows: Floats, answers: Floats, middle: Floats, spread: Floats) -> tuple[Floats, Floats, float, float]:
    """Return mean and cover of what is believed after the data; months far off weigh less (Student's t)."""
    noise, weights = max(float(np.std(answers - rows @ middle)), _LEAST), np.ones(len(answers))
    mean, cover, free = middle, np.diag(spread**2).astype(np.float64), 5.0
    for _ in range(15):
        heavy = rows * (weights / noise**2)[:, None]
        cover = np.asarray(np.linalg.inv(heavy.T @ rows + np.diag(spread**-2.0)), np.float64)
        mean = cover @ (heavy.T @ answers + middle / spread**2)
        left = answers - rows @ mean
        free = max(len(answers) - float(np.trace(cover @ (heavy.T @ rows))), 5.0)
        noise = max(float(np.sqrt((weights * left**2).sum() / free)), _LEAST)
        weights = (_TAIL + 1) / (_TAIL + (left / noise) ** 2)
    return mean, (cover + cover.T) / 2, noise, free


def cuts_of(case: Case, fitted: Fitted, rng: np.random.Generator) -> tuple[Cut, ...]:
    """Return what each series did to the missed months, in draws; a series is known no better than it wobbles before them."""
    run, found = slice(case.first, case.last + 1), []
    for one in case.subject.factors:
        line = deviation(one, case.first)
        moved, before = line[run][np.isfinite(line[run])], line[: case.first][np.isfinite(line[: case.first])]
        if not len(moved):
            continue
        wobble = float(np.std(np.diff(before))) / np.sqrt(2) if len(before) > 3 else 0.02
        blur = rng.normal(0.0, wobble * np.sqrt(1 / len(moved) + 1 / max(len(before), 1)), DRAWS)
        usual, now = float(np.nanmedian(one.values[: case.first])), float(np.nanmean(one.values[run]))
        found.append(Cut(one.kind, one.cause, usual, now, fitted.powers[one.kind] * (float(moved.mean()) + blur)))
    return tuple(found)


def _sisters_met(case: Case, run: slice) -> float | None:
    """Return the mean part of their targets that sisters reached meanwhile."""
    parts = [unit.actual[run] / unit.target[run] for unit in case.sisters]
    means = [float(np.nanmean(part)) for part in parts if np.isfinite(part).any()]
    if not means:
        return None
    return float(np.mean(means)) if case.is_more_better else float(1 / np.mean(means))
