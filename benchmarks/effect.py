"""How right the effect of mentors is: generated companies with known effects, on seeds never used for tuning, beside the raw figure.

    python -m benchmarks.effect             # companies of 60, 500 and 3,000 people, seeds 9000 on
    python -m benchmarks.effect --write     # also writes results/effect.md

The raw figure is what one would put on a slide: the mean of the mentees' scores afterwards less their scores before; its range is the usual
one of a mean (1.645 standard errors), for mentors with two mentees or more.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.measuring import Row
from bole.mentoring.rules.adjusted import Effects, Pairs, Panel, effects
from bole.sandbox.generated.mentoring import generate
from bole.sandbox.generated.mentors import PRACTICES, GeneratedMentoring, ObservedMentoring

COMPANIES = ((60, tuple(range(9000, 9040))), (500, tuple(range(9100, 9140))), (3000, tuple(range(9200, 9206))))
HIDDEN = (3000, (9300, 9301, 9302))  # where the choice looks at what nobody observes
RESULT = Path(__file__).resolve().parent / "results" / "effect.md"
SIZES = ((1, 1), (2, 3), (4, 6), (7, 99))
LEAST_RANKED = 5  # mentors, for a rank correlation to mean anything
Floats = NDArray[np.float64]


@dataclass(slots=True)
class Told:
    """What was said of mentors, and the truth, of several companies."""

    error: list[Floats] = field(default_factory=list)
    covered: list[Floats] = field(default_factory=list)
    wide: list[Floats] = field(default_factory=list)
    rank: list[float] = field(default_factory=list)
    weak: list[NDArray[np.bool_]] = field(default_factory=list)
    mentees: list[NDArray[np.int64]] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, said: Floats, low: Floats, high: Floats, truth: Floats, *, weak: NDArray[np.bool_], mentees: NDArray[np.int64]) -> None:
        """Hold what was said of a company against its truth."""
        self.error.append(said - truth)
        self.covered.append(np.where(np.isnan(low), np.nan, (low <= truth) & (truth <= high)))
        self.wide.append(high - low)
        self.weak.append(weak)
        self.mentees.append(mentees)
        if len(truth) >= LEAST_RANKED:
            self.rank.append(float(np.corrcoef(_ranks(said), _ranks(truth))[0, 1]))

    @property
    def bias(self) -> float:
        """Return by how much it is too high, in points of 5."""
        return float(np.concatenate(self.error).mean())

    @property
    def bias_of_weak(self) -> float:
        """Return the same for mentors who were given weak starters."""
        return float(np.concatenate(self.error)[np.concatenate(self.weak)].mean())

    @property
    def off(self) -> float:
        """Return how far off it is as a rule."""
        return float(np.abs(np.concatenate(self.error)).mean())

    @property
    def coverage(self) -> float:
        """Return how often the range holds the truth."""
        return float(np.nanmean(np.concatenate(self.covered)))

    @property
    def width(self) -> float:
        """Return how wide the range is."""
        return float(np.nanmean(np.concatenate(self.wide)))

    @property
    def ranked(self) -> float:
        """Return the rank correlation with the truth, the mean over companies."""
        return float(np.mean(self.rank)) if self.rank else float("nan")

    def coverage_by_size(self) -> str:
        """Return the coverage by the number of mentees."""
        covered, mentees = np.concatenate(self.covered), np.concatenate(self.mentees)
        found = []
        for least, most in SIZES:
            of_size = (mentees >= least) & (mentees <= most)
            words = f"{least}" if least == most else f"{least} – {most}" if most < SIZES[-1][1] else f"{least} and more"
            found.append(f"{words}: {np.nanmean(covered[of_size]):.2f} of {int(of_size.sum())}")
        return "; ".join(found)


def _ranks(values: Floats) -> NDArray[np.int64]:
    return np.argsort(np.argsort(values))


def panel_of(seen: ObservedMentoring) -> tuple[Panel, Pairs]:
    """Return what can be observed in the words of the rule."""
    panel = Panel(seen.score, seen.unit.astype(np.int64), seen.grade.astype(np.int64), seen.tenure, seen.family.astype(np.int64))
    return panel, Pairs(*(one.astype(np.int64) for one in (seen.mentor, seen.mentee, seen.before, seen.after)))


def raw_of(seen: ObservedMentoring, mentors: NDArray[np.int64]) -> tuple[Floats, Floats, Floats]:
    """Return the raw figure of each mentor with its range; NaN for one mentee alone."""
    change = seen.score[seen.mentee, seen.after] - seen.score[seen.mentee, seen.before]
    of_each = [change[(seen.mentor == one) & np.isfinite(change)] for one in mentors]
    mean = np.array([one.mean() for one in of_each])
    half = np.array([1.645 * one.std(ddof=1) / np.sqrt(len(one)) if len(one) > 1 else np.nan for one in of_each])
    return mean, mean - half, mean + half


def add_company(mine: Told, raw: Told, made: GeneratedMentoring) -> None:
    """Measure one company, both ways."""
    seen, truth = made.observed, made.truth
    began = time.perf_counter()
    found: Effects | None = effects(*panel_of(seen))
    mine.seconds += time.perf_counter() - began
    if found is None:
        return
    true, weak = truth.effect[found.mentor], truth.practice[found.mentor] == PRACTICES.index("weak")
    mine.add(found.effect, found.low, found.high, true, weak=weak, mentees=found.mentees)
    raw.add(*raw_of(seen, found.mentor), true, weak=weak, mentees=found.mentees)


def measure(companies: Sequence[tuple[int, Sequence[int]]], *, hidden: float = 0.0) -> tuple[Told, Told]:
    """Return ours and the raw figure, over all companies."""
    mine, raw = Told(), Told()
    for people, seeds in companies:
        for seed in seeds:
            add_company(mine, raw, generate(people=people, seed=seed, hidden=hidden))
        _say(f"{people} people, seeds {seeds[0]} – {seeds[-1]}")
    return mine, raw


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def lines_of(mine: Told, raw: Told) -> list[tuple[str, str, str, str, bool]]:
    """Return what is measured: raw, ours, what is aimed at, and if that is met."""
    return [
        ("bias, points of 5", f"{raw.bias:+.3f}", f"{mine.bias:+.3f}", "within ± 0.02", abs(mine.bias) <= 0.02),
        (
            "the same, mentors of weak starters",
            f"{raw.bias_of_weak:+.3f}",
            f"{mine.bias_of_weak:+.3f}",
            "within ± 0.02",
            abs(mine.bias_of_weak) <= 0.02,
        ),
        ("off by, points of 5 (mean)", f"{raw.off:.3f}", f"{mine.off:.3f}", "–", True),
        ("90 % ranges that hold the truth", f"{raw.coverage:.3f}", f"{mine.coverage:.3f}", "0.87 – 0.93", 0.87 <= mine.coverage <= 0.93),
        ("width of the range, points of 5", f"{raw.width:.2f}", f"{mine.width:.2f}", "–", True),
        ("rank correlation with the truth", f"{raw.ranked:.2f}", f"{mine.ranked:.2f}", "above the raw one", mine.ranked > raw.ranked),
    ]


def table(mine: Told, raw: Told) -> str:
    """Return the table in Markdown."""
    lines = ["| what | raw figure | ours | aim | met |", "|---|---|---|---|---|"]
    lines += [f"| {what} | {one} | {two} | {aim} | {'yes' if met else 'no'} |" for what, one, two, aim, met in lines_of(mine, raw)]
    number = len(np.concatenate(mine.mentees))
    lines.append(f"\n{number} mentors; ranges that hold the truth, by mentees: {mine.coverage_by_size()}. {mine.seconds:.0f} s for ours.")
    return "\n".join(lines)


def main() -> int:
    """Measure and print."""
    given = argparse.ArgumentParser(prog="benchmarks.effect")
    given.add_argument("--write", action="store_true")
    given.add_argument("--json", action="store_true")
    asked = given.parse_args()
    mine, raw = measure(COMPANIES)
    hidden, hidden_raw = measure((HIDDEN,), hidden=1.0)
    words = f"# The effect of mentors in generated companies, seeds 9000 on\n\n{table(mine, raw)}\n"
    words += (
        "\n## Where it cannot be right\n\nHere the choice of mentees also looked at where they were heading, which nobody observes (seeds "
        f"{HIDDEN[1][0]} on). The bias is {hidden.bias:+.3f} (raw {hidden_raw.bias:+.3f}), and {hidden.coverage:.2f} of the ranges hold the truth.\n"
    )
    sys.stdout.write(words)
    if asked.json:
        rows = [
            Row(f"effect: {what}", one, two, None, aim, met, "limit: the raw figure") for what, one, two, aim, met in lines_of(mine, raw)
        ]
        sys.stdout.write(json.dumps([asdict(row) for row in rows], ensure_ascii=False) + "\n")
    if asked.write:
        RESULT.write_text(words, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
