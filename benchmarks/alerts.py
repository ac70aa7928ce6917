"""Decline alerts on generated companies whose truth is known, beside a naive rule; and a night of a million series, beside a bare pass.

`python -m benchmarks.alerts` measures both, `quality` or `speed` alone one of them; `limits` sets beside ours what somebody would reach who
was told what a detector must find out. With `--people 50,500` only companies of these sizes are generated (10,000 people take some minutes and
memory), and `--write` writes what was measured to results/alerts.md. Seeds are 9000 and up: never used for tuning.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.alerts_limits import ALONE, TOLD, odds
from benchmarks.measuring import Row, peak_megabytes
from bole.sandbox.generated.company import CAUSES as PLANTED
from bole.sandbox.generated.company import LOOK_ALIKES, SHAPES, GeneratedCompany, Observed
from bole.sandbox.generated.declines import generate
from bole.sandbox.generated.indicators import INDICATORS, Kind
from bole.sandbox.generated.judging import judge
from bole.signals.rules.causes import CAUSES, causes
from bole.signals.rules.daily import Calendar, Daily
from bole.signals.rules.decline import LOOK_BACK, detect, detect_last

# People and seeds; the largest company is as much as two cores do in a few minutes.
COMPANIES = ((50, tuple(range(9000, 9020))), (500, tuple(range(9100, 9104))), (10_000, (9200,)))
RESULT = Path(__file__).resolve().parent / "results" / "alerts.md"
SERIES, PART, TEAM_SIZE, INDICATORS_EACH = 1_000_000, 50_000, 10, 10
SIZES_OF = ((1.5, 2.5), (2.5, 4.0), (4.0, 99.0))
AIMS = {"precision": 0.9, "recall": 0.9, "delay": 5.0, "cause": 0.8}


@dataclass(frozen=True, slots=True)
class Alerts:
    """Alerts, by row and day, and the place of their main cause (None: the rule names none)."""

    row: NDArray[np.int32]
    noticed: NDArray[np.int32]
    cause: NDArray[np.int64] | None


def _nothing() -> tuple[dict[str, list[int]], dict[float, list[int]], dict[str, list[int]]]:
    return {one: [0, 0] for one in SHAPES}, {low: [0, 0] for low, _ in SIZES_OF}, {one.name.lower(): [0, 0, 0] for one in Kind}


@dataclass(slots=True)
class Tally:
    """What became of the alerts of several companies."""

    alerts: int
    true: int
    planted: int
    right_cause: int
    delays: list[int]
    by_shape: dict[str, list[int]]
    by_size: dict[float, list[int]]
    by_indicator: dict[str, list[int]]
    false_by_kind: dict[str, int]

    @classmethod
    def empty(cls) -> "Tally":
        """Return a tally of nothing."""
        return cls(0, 0, 0, 0, [], *_nothing(), {})

    def add(self, company: GeneratedCompany, found: Alerts) -> None:
        """Count a company's alerts; the day of the onset is the first day of a delay."""
        truth, judged = company.truth, judge(company.truth, row=found.row, noticed=found.noticed)
        declines, is_found, is_true = truth.declines, judged.found_by >= 0, judged.decline >= 0
        self.alerts += len(found.row)
        self.true += int(is_true.sum())
        self.planted += len(declines.row)
        if found.cause is not None:
            meant = np.array([CAUSES.index(one) for one in PLANTED])[declines.cause[judged.decline[is_true]]]
            self.right_cause += int((meant == found.cause[is_true]).sum())
        worked = np.cumsum(company.observed.calendar.is_working)
        is_step = is_found & (declines.shape == SHAPES.index("step"))
        self.delays += (worked[found.noticed[judged.found_by[is_step]]] - worked[declines.onset[is_step] - 1]).tolist()
        for place, shape in enumerate(SHAPES):
            of_shape = declines.shape == place
            self.by_shape[shape][0] += int((is_found & of_shape).sum())
            self.by_shape[shape][1] += int(of_shape.sum())
        kinds = np.array([INDICATORS[one].kind for one in company.observed.indicator])
        for kind_of in Kind:
            mine = self.by_indicator[kind_of.name.lower()]
            mine[0] += int((is_found & (kinds[declines.row] == kind_of)).sum())
            mine[1] += int((kinds[declines.row] == kind_of).sum())
            mine[2] += int((kinds[found.row] == kind_of).sum())
        for low, high in SIZES_OF:
            of_size = (declines.size >= low) & (declines.size < high)
            self.by_size[low][0] += int((is_found & of_size).sum())
            self.by_size[low][1] += int(of_size.sum())
        for kind in judged.look_alike[~is_true]:
            name = LOOK_ALIKES[kind] if kind >= 0 else "nothing"
            self.false_by_kind[name] = self.false_by_kind.get(name, 0) + 1

    @property
    def precision(self) -> float:
        """Return the share of alerts that found a decline."""
        return self.true / max(self.alerts, 1)

    @property
    def recall(self) -> float:
        """Return the share of declines that were found."""
        return self.true / max(self.planted, 1)

    @property
    def cause(self) -> float:
        """Return how often the main cause was the planted one."""
        return self.right_cause / max(self.true, 1)

    @property
    def delay(self) -> tuple[float, float]:
        """Return the median and the 90th percentile of a step's delay, in working days."""
        return (float(np.median(self.delays)), float(np.percentile(self.delays, 90))) if self.delays else (float("nan"), float("nan"))

    def line(self, who: str) -> str:
        """Return a line to print."""
        shapes = ", ".join(f"{shape} {a / max(b, 1):.2f}" for shape, (a, b) in self.by_shape.items())
        sizes = ", ".join(f"from {size:g} {a / max(b, 1):.2f}" for size, (a, b) in self.by_size.items())
        parts = ", ".join(f"{name} {a / max(c, 1):.2f} and {a / max(b, 1):.2f}" for name, (a, b, c) in self.by_indicator.items())
        kinds = ", ".join(f"{kind} {number}" for kind, number in sorted(self.false_by_kind.items(), key=lambda one: -one[1]))
        median, ninth = self.delay
        return (
            f"{who}: precision {self.precision:.3f}, recall {self.recall:.3f} of {self.planted}, delay of steps {median:g} (90 %: {ninth:g}), "
            f"right cause {f'{self.cause:.2f}' if self.right_cause else 'not told'}; recall by shape: {shapes}; by size: {sizes}; "
            f"precision and recall by kind: {parts}; false alarms fell for: {kinds or 'none'}"
        )


def ours(seen: Observed) -> Alerts:
    """Raise alerts as the product does."""
    found = detect(seen.daily, seen.calendar, seen.surroundings)
    weights = causes(seen.daily, seen.calendar, seen.surroundings, found).weight
    return Alerts(found.row, found.noticed, weights.argmax(axis=1) if len(found) else np.zeros(0, dtype=np.int64))


def naive(seen: Observed) -> Alerts:
    """Raise an alert when the mean of the last 20 working days is worse than that of the 60 before by 2 standard deviations of their days."""
    working = np.flatnonzero(seen.calendar.is_working)
    used = (seen.daily.here & seen.daily.heard)[:, working] & (seen.daily.count[:, working] > 0)
    value = np.divide(seen.daily.total[:, working], seen.daily.count[:, working], out=np.zeros(used.shape, np.float32), where=used)
    sums = [np.pad(np.cumsum(one, axis=1, dtype=np.float64), ((0, 0), (1, 0))) for one in (value, value.astype(np.float64) ** 2, used)]
    rows, days = [], []
    was_worse = np.zeros(len(value), dtype=np.bool_)
    for day in range(80, working.size):
        (now, _, recent), (before, squares, past) = (
            [s[:, b] - s[:, a] for s in sums] for a, b in ((day - 19, day + 1), (day - 79, day - 19))
        )
        with np.errstate(divide="ignore", invalid="ignore"):
            spread = np.sqrt(np.maximum(squares / past - (before / past) ** 2, 0) / recent)
            worse = np.where(seen.daily.is_up_worse, 1, -1) * (now / recent - before / past) > 2 * spread
        worse &= (recent >= 5) & (past >= 20)
        raised = np.flatnonzero(worse & ~was_worse)
        rows.append(raised)
        days.append(np.full(raised.size, working[day]))
        was_worse = worse
    return Alerts(np.concatenate(rows).astype(np.int32), np.concatenate(days).astype(np.int32), None)


Sizes = dict[str, tuple[Tally, Tally]]


def quality(companies: Sequence[tuple[int, Sequence[int]]] = COMPANIES) -> tuple[tuple[Tally, Tally], Sizes]:
    """Measure both rules on fresh companies; print each size, and return all together and each size by its name."""
    whole, sizes = (Tally.empty(), Tally.empty()), Sizes()
    for people, seeds in companies:
        part = Tally.empty(), Tally.empty()
        began = time.perf_counter()
        for seed in seeds:
            company = generate(people=people, seed=seed)
            for place, rule in enumerate((ours, naive)):
                found = rule(company.observed)
                part[place].add(company, found)
                whole[place].add(company, found)
        took = time.perf_counter() - began
        _say(f"{people} people, seeds {seeds[0]}–{seeds[-1]}, {took:.0f} s", part)
        sizes[f"{people:,} people × {len(seeds)} {'company' if len(seeds) == 1 else 'companies'}"] = part
    _say("all", whole)
    return whole, sizes


def limits(companies: Sequence[tuple[int, Sequence[int]]] = COMPANIES[:2]) -> dict[str, Tally]:
    """Measure two observers who were told the course of each row, ours and the naive rule on the same companies; print each size."""
    whole = {who: Tally.empty() for who in ("told the course and what moved around", "told the course", "ours", "naive")}
    for people, seeds in companies:
        part = {who: Tally.empty() for who in whole}
        for seed in seeds:
            company = generate(people=people, seed=seed, with_course=True)
            told = [Alerts(*odds(company, with_stories=is_told).alerts(bar), None) for is_told, bar in ((True, TOLD), (False, ALONE))]
            for who, found in zip(whole, (*told, ours(company.observed), naive(company.observed)), strict=True):
                part[who].add(company, found)
                whole[who].add(company, found)
        _print(f"{people} people, seeds {seeds[0]}–{seeds[-1]}", part)
    _print("all", whole)
    return whole


def _print(title: str, tallies: dict[str, Tally]) -> None:
    print(title, *(tally.line(who) for who, tally in tallies.items()), sep="\n  ", file=sys.stderr, flush=True)


def _say(title: str, tallies: tuple[Tally, Tally]) -> None:
    _print(title, dict(zip(("ours", "naive"), tallies, strict=True)))


def night(number: int) -> tuple[Daily, Calendar]:
    """Return a year of plain series: means of a few samples a day, teams of ten, some days away, some not heard."""
    rng = np.random.default_rng(1)
    days = np.arange(LOOK_BACK)
    calendar = Calendar(date(2025, 11, 24), days % 7 < 5, (days % 7).astype(np.int32))
    count = rng.integers(0, 5, (number, LOOK_BACK), dtype=np.int8).astype(np.float32) * calendar.is_working
    total = count * rng.gamma(4.0, 0.25, (number, LOOK_BACK)).astype(np.float32)
    here, heard = rng.random((number, LOOK_BACK), dtype=np.float32) > 0.05, rng.random((number, LOOK_BACK), dtype=np.float32) > 0.01
    team = (np.arange(number) // TEAM_SIZE).astype(np.int32)
    return Daily(total, count, here, heard, np.ones(number, dtype=np.bool_), team, team % INDICATORS_EACH), calendar


def bare(daily: Daily, calendar: Calendar) -> NDArray[np.float32]:
    """Read the same arrays once: the mean of the last five days against the rest."""
    used = daily.here & daily.heard
    total, count = (np.where(used, one, 0) for one in (daily.total, daily.count))
    with np.errstate(divide="ignore", invalid="ignore"):
        result: NDArray[np.float32] = total[:, -7:].sum(axis=1) / count[:, -7:].sum(axis=1) - total.sum(axis=1) / count.sum(axis=1)
    return result


def speed(series: int = SERIES) -> tuple[float, float]:
    """Measure a night, part by part, so that memory does not grow with the company; the same part stands for each."""
    daily, calendar = night(PART)
    seconds = {"bare": 0.0, "ours": 0.0}
    works: tuple[tuple[str, Callable[[], object]], ...] = (
        ("bare", lambda: bare(daily, calendar)),
        ("ours", lambda: detect_last(daily, calendar)),
    )
    for _ in range(series // PART):
        for name, work in works:
            began = time.perf_counter()
            work()
            seconds[name] += time.perf_counter() - began
    return seconds["bare"], seconds["ours"]


def rows_of_quality(tallies: tuple[Tally, Tally], of: str = "") -> list[Row]:
    """Return the lines of the table about right and wrong; `of` says of which companies."""
    (mine, plain), of = tallies, f", {of}" if of else ""
    return [
        Row(f"alerts: precision{of}", f"naive {plain.precision:.3f}", f"{mine.precision:.3f}", None, "≥ 0.9",
            mine.precision >= AIMS["precision"], f"{mine.planted:,} declines"),
        Row(f"alerts: recall{of}", f"naive {plain.recall:.3f}", f"{mine.recall:.3f}", None, "≥ 0.9", mine.recall >= AIMS["recall"]),
        Row(f"alerts: delay of a step{of}", f"naive {plain.delay[0]:g}", f"{mine.delay[0]:g} working days", None, "≤ 5",
            mine.delay[0] <= AIMS["delay"], f"90 %: {mine.delay[1]:g}"),
        Row(f"alerts: right cause{of}", "–", f"{mine.cause:.2f}", None, "≥ 0.8", mine.cause >= AIMS["cause"]),
    ]  # fmt: skip


def rows_of_speed() -> list[Row]:
    """Return the line of the table about time."""
    limit, mine = speed()
    return [
        Row(
            "alerts: a night of a million series",
            f"{limit:.1f} s",
            f"{mine:.1f} s",
            mine / limit,
            "< 30 s",
            mine < 30,
            f"peak {peak_megabytes():.0f} MB",
        )
    ]


def report(rows: Sequence[Row], companies: Sequence[tuple[int, Sequence[int]]]) -> str:
    """Return the page of the results: what was measured, and which sizes were not."""
    seeds = ", ".join(f"{of[0]} to {of[-1]}" if len(of) > 1 else str(of[0]) for _, of in companies)
    title = "# Decline alerts on generated companies" + (f", seeds {seeds}" if seeds else "")
    lines = [title, "", "| what | naive rule, or limit | ours | aim | met | note |", "|---|---|---|---|---|---|"]
    lines += [
        f"| {one.what} | {one.limit.removeprefix('naive ')} | {one.ours} | {one.aim} | {'yes' if one.is_met else 'no'} | {one.note} |"
        for one in rows
    ]
    left = [f"{people:,}" for people, _ in COMPANIES if people not in {size for size, _ in companies}]
    missing = f"Not measured: companies of {' and '.join(left)} people. " if left else ""
    return "\n".join([*lines, "", f"{missing}What each figure means: [decline alerts](../../docs/domain/alerts.md).", ""])


def main(given: Sequence[str]) -> int:
    """Measure; the last line is for the table of all measurements."""
    parser = argparse.ArgumentParser(description="decline alerts on generated companies")
    parser.add_argument("wanted", nargs="*", choices=["quality", "speed", "limits", []], help="one of them alone")
    parser.add_argument("--people", default="", help="sizes of companies, with commas between")
    parser.add_argument("--write", action="store_true", help="write benchmarks/results/alerts.md")
    told = parser.parse_args(list(given))
    sizes = {int(one) for one in told.people.split(",") if one}
    companies = [one for one in COMPANIES if not sizes or one[0] in sizes]
    if "limits" in told.wanted:
        limits()
        return 0
    rows = rows_of_speed() if "quality" not in told.wanted else []
    by_size: list[Row] = []
    if "speed" not in told.wanted:
        whole, parts = quality(companies)
        rows += rows_of_quality(whole)
        by_size = [row for name, part in parts.items() for row in rows_of_quality(part, name)]
    if told.write:
        of_quality = by_size if len(by_size) == 4 else [*by_size, *rows[-4:]] if by_size else []
        of_speed = rows[:1] if "quality" not in told.wanted else []
        RESULT.write_text(report([*of_quality, *of_speed], companies if by_size else []), encoding="utf-8")
    print(json.dumps([asdict(row) for row in rows], ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
