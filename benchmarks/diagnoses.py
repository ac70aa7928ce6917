"""How right diagnoses are: generated units with known causes, on seeds that were never used for tuning, beside a naive baseline.

    python -m benchmarks.diagnoses             # seeds 9000 to 9003, 1,200 units each
    python -m benchmarks.diagnoses --write     # also writes results/diagnoses.md

The naive baseline gives the whole gap to the factor that fell most against its usual, the target's rise included.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.measuring import Row
from bole.sandbox.generated.targets import generate
from bole.sandbox.generated.units import CAUSES, RUNS, GeneratedUnits, ObservedUnits
from bole.signals.rules.diagnosis import Case, Finding, History
from bole.signals.rules.diagnosis_inputs import history_of
from bole.signals.rules.diagnosis_model import deviation, diagnose, logs, sign_of

FRESH = (9000, 9001, 9002, 9003)
UNITS, MONTHS = 1200, 24
RESULT = Path(__file__).resolve().parent / "results" / "diagnoses.md"
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of runs with known causes."""

    runs: int
    told: float
    main: float
    error: float
    covered: float
    invented: float
    quiet: float
    luck_runs: int
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said of one run: the shares with their ranges, or nothing."""

    is_told: bool
    shares: Floats
    low: Floats
    high: Floats


def case_of(observed: ObservedUnits, unit: int, first: int, last: int) -> Case:
    """Return the case as it would stand when the third month is over: what comes later is not known yet."""
    sisters = np.flatnonzero(observed.group == observed.group[unit])
    histories = {int(one): _history(observed, int(one), last + 1) for one in sisters}
    months = np.array([month.month for month in observed.months[: last + 1]], np.int64)
    kind = observed.indicators[observed.indicator[unit]]
    subject = histories.pop(unit)
    most = 1.0 if kind.is_share else None
    return Case(subject, tuple(histories.values()), months, first, last, kind.is_up_better, most)


def _history(observed: ObservedUnits, unit: int, end: int) -> History:
    months = observed.months[:end]

    def by_month(values: Floats) -> dict[object, float]:
        return {month: float(one) for month, one in zip(months, values[unit, :end], strict=True) if np.isfinite(one)}

    known = {kind: line for kind, values in observed.series.items() if (line := by_month(values))}
    return history_of(unit, by_month(observed.actual), by_month(observed.target), {}, known, months, is_sum=True)  # type: ignore[arg-type]  # months are days


def ours(case: Case) -> Said:
    """Return what the rule says."""
    found: Finding = diagnose(case)
    shares = {one.cause: one for one in found.shares}
    lines = [[getattr(shares[cause], name) if cause in shares else 0.0 for cause in CAUSES] for name in ("share", "low", "high")]
    share, low, high = (np.array(line) for line in lines)
    return Said(is_told=found.outcome == "told", shares=share, low=low, high=high)


def naive(case: Case) -> Said:
    """Return what one says who gives everything to the factor that fell most."""
    run = slice(case.first, case.last + 1)
    fell = dict.fromkeys(CAUSES, 0.0)
    for one in case.subject.factors:
        moved = deviation(one, case.first)[run]
        if np.isfinite(moved).any():
            fell[one.cause] = max(fell[one.cause], -float(np.nanmean(moved)))
    target = sign_of(case) * logs(case.subject.target)
    if np.isfinite(target[: case.first]).any():
        fell["target"] = float(np.nanmean(target[run]) - np.nanmedian(target[: case.first]))
    shares = np.array([float(cause == max(fell, key=lambda name: fell[name])) for cause in CAUSES])
    return Said(is_told=True, shares=shares, low=shares, high=shares)


def judge(made: GeneratedUnits, said: Sequence[Said], seconds: float) -> Judged:
    """Hold what was said against the truth. A run without anything that speaks of its main cause, or hardly a month before it, is left out
    of the right main cause if nothing was claimed of it.
    """
    runs = made.truth.runs
    kind = np.array(RUNS)[runs.kind]
    told = np.array([one.is_told for one in said])
    shares = np.stack([one.shares for one in said])
    low, high = np.stack([one.low for one in said]), np.stack([one.high for one in said])
    planted = kind == "planted"
    blind = planted & (runs.has_no_series[np.arange(len(said)), np.maximum(runs.main, 0)] | (runs.known_months < 6))
    asked = planted & ~(blind & ~told)
    right = told & (shares.argmax(axis=1) == runs.main)
    ranged = told & (kind != "luck")
    inside = (low - 1e-9 <= runs.share) & (runs.share <= high + 1e-9)
    luck = kind == "luck"
    return Judged(
        runs=int(planted.sum()), told=float(told[planted].mean()), main=float(right[asked].mean()),
        error=float(np.abs(shares - runs.share)[planted & told].mean()), covered=float(inside[ranged].mean()),
        invented=float(told[luck].mean()), quiet=float((~told)[blind].mean()) if blind.any() else float("nan"), luck_runs=int(luck.sum()),
        seconds=seconds,
    )  # fmt: skip


def measure(seeds: Sequence[int], units: int = UNITS) -> tuple[Judged, Judged]:
    """Return ours and the naive one, over all seeds."""
    found: list[list[Judged]] = [[], []]
    for seed in seeds:
        made = generate(units=units, seed=seed, months=MONTHS)
        runs = made.truth.runs
        cases = [case_of(made.observed, int(u), int(f), int(e)) for u, f, e in zip(runs.unit, runs.first, runs.last, strict=True)]
        for n, say in enumerate((ours, naive)):
            began = time.perf_counter()
            said = [say(one) for one in cases]
            found[n].append(judge(made, said, time.perf_counter() - began))
    return _pooled(found[0]), _pooled(found[1])


def _pooled(parts: Sequence[Judged]) -> Judged:
    """Return the means over seeds; the seeds have as many units."""

    def mean(name: str) -> float:
        return float(np.nanmean([getattr(one, name) for one in parts]))

    return Judged(
        runs=sum(one.runs for one in parts), told=mean("told"), main=mean("main"), error=mean("error"), covered=mean("covered"),
        invented=mean("invented"), quiet=mean("quiet"), luck_runs=sum(one.luck_runs for one in parts), seconds=sum(one.seconds for one in parts),
    )  # fmt: skip


def lines_of(mine: Judged, other: Judged) -> list[tuple[str, str, str, str, bool]]:
    """Return what is measured: naive, ours, what is aimed at, and if that is met."""
    return [
        ("right main cause", f"{other.main:.2f}", f"{mine.main:.2f}", "≥ 0.80", mine.main >= 0.8),
        ("error of a share (mean, of 1)", f"{other.error:.3f}", f"{mine.error:.3f}", "–", True),
        ("90 % ranges that hold the truth", f"{other.covered:.2f}", f"{mine.covered:.2f}", "0.85 – 0.95", 0.85 <= mine.covered <= 0.95),
        ("causes invented where none was planted", f"{other.invented:.2f}", f"{mine.invented:.2f}", "≤ 0.10", mine.invented <= 0.1),
        ("planted runs of which a cause was told", f"{other.told:.2f}", f"{mine.told:.2f}", "–", True),
        ("nothing claimed where nothing was observed", f"{other.quiet:.2f}", f"{mine.quiet:.2f}", "–", True),
    ]


def table(mine: Judged, other: Judged) -> str:
    """Return the table in Markdown."""
    rows = lines_of(mine, other)
    lines = ["| what | naive | ours | aim | met |", "|---|---|---|---|---|"]
    lines += [f"| {what} | {naive_one} | {ours_one} | {aim} | {'yes' if met else 'no'} |" for what, naive_one, ours_one, aim, met in rows]
    lines.append(f"\n{mine.runs} planted runs, {mine.luck_runs} of luck; {mine.seconds:.0f} s for ours.")
    return "\n".join(lines)


def main() -> int:
    """Measure and print."""
    given = argparse.ArgumentParser(prog="benchmarks.diagnoses")
    given.add_argument("--write", action="store_true")
    given.add_argument("--json", action="store_true")
    given.add_argument("--seeds", type=int, nargs="*", default=list(FRESH))
    given.add_argument("--units", type=int, default=UNITS)
    asked = given.parse_args()
    mine, other = measure(asked.seeds, asked.units)
    words = f"# Diagnoses on generated units, seeds {', '.join(map(str, asked.seeds))}\n\n{table(mine, other)}\n"
    sys.stdout.write(words)
    if asked.json:
        rows = [
            Row(f"diagnoses: {what}", naive_one, ours_one, None, aim, met, "limit: naive baseline")
            for what, naive_one, ours_one, aim, met in lines_of(mine, other)
        ]
        sys.stdout.write(json.dumps([asdict(row) for row in rows], ensure_ascii=False) + "\n")
    if asked.write:
        RESULT.write_text(words, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
