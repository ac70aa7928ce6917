"""The scoring rule beside bare NumPy: on ready arrays, and as a whole batch from readings in files to scores in a file.

    python -m benchmarks.rule                               a million people, 72 million readings
    BOLE_BENCH_PEOPLE=50000 python -m benchmarks.rule       quicker
    python -m benchmarks.rule --write                       also writes benchmarks/results/rule.md

Both sides score the programmer's model, take turns, and must come to the same scores. Of the whole batch every run is a process of its own.
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import polars as pl

from benchmarks.bare_rule import DAYS, GONE, Columns, bare, bare_in_blocks
from benchmarks.measuring import Row, in_turn, middle, table, timed
from bole.scoring.rules.fold import Folded, blank
from bole.scoring.rules.fold_bulk import Spans, fold_bulk
from bole.scoring.rules.library import LIBRARY
from bole.scoring.rules.rule import Batch, rule_of, score
from bole.scoring.rules.templates import PROGRAMMER

PEOPLE = int(os.environ.get("BOLE_BENCH_PEOPLE", "1000000"))
ROUNDS, BATCH_ROUNDS = 15, 3
RESULTS = Path(__file__).parent / "results" / "rule.md"
FIRST, LAST, READING_DAYS = date(2026, 11, 1), date(2026, 11, 30), 9
RULE = rule_of(PROGRAMMER, LIBRARY)
RATINGS = ("peer_rating", "satisfaction")
GIB = 2**30


class Disagreement(Exception):  # noqa: N818  (the two sides disagree)
    """The two sides come to other scores: their times say nothing."""


def rows() -> list[Row]:
    """Measure everything."""
    return [*on_ready_arrays(), *few_people(), whole_batch()]


def on_ready_arrays() -> list[Row]:
    """Measure the rule on arrays in memory, beside plain NumPy and beside NumPy in blocks that fit the cache."""
    folded = company(PEOPLE)
    batch = Batch(folded=folded, days=DAYS, gone=GONE)
    totals: Columns = {measure: folded.total(measure) for measure in folded.measures}
    counts: Columns = {measure: folded.count(measure) for measure in folded.measures}
    if not np.array_equal(score(RULE, batch).totals, bare(totals, counts)):
        raise Disagreement
    found = []
    for name, side in (("bare NumPy", bare), ("bare NumPy in blocks", bare_in_blocks)):
        limit, ours = in_turn(
            lambda _, side=side: timed(lambda: side(totals, counts)),  # type: ignore[misc]  # bound at once
            lambda _: timed(lambda: score(RULE, batch)),
            rounds=ROUNDS + 1,
        )
        note = f"median of {ROUNDS}; ours also keeps values, indicators' and dimensions' scores"
        found.append(row(f"Rule on arrays, {PEOPLE:,} people, beside {name}", middle(limit[1:]), middle(ours[1:]), 1.5, note))
    return found


def few_people() -> list[Row]:
    """Measure the rule on one person and on ten thousand."""
    found = []
    for people, aim in ((1, 1.0), (10_000, 10.0)):
        batch = Batch(folded=company(people), days=DAYS, gone=GONE)
        taken = middle([timed(lambda: score(RULE, batch)) for _ in range(200)]) * 1000  # noqa: B023  (called at once)
        found.append(Row(f"Rule on arrays, {people:,} people", "", f"{taken:.2f} ms", None, f"≤ {aim:.0f} ms", taken <= aim))
    return found


def whole_batch() -> Row:
    """Measure from readings in files to scores in a file, each run in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="bole-bench-") as name:
        folder = Path(name) / "readings"
        folder.mkdir()
        began = time.perf_counter()
        readings = write_readings(folder)
        size = sum(file.stat().st_size for file in folder.iterdir())
        print(f"{readings:,} readings, {size / 1e6:,.0f} MB, written in {time.perf_counter() - began:.0f} s", file=sys.stderr)
        peaks = {"ours": 0.0, "bare": 0.0}

        def run(side: str) -> float:
            command = [sys.executable, "-m", "benchmarks.rule", "--side", side, "--folder", str(folder), "--out", f"{name}/{side}.parquet"]
            told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            peaks[side] = max(peaks[side], told["peak"] / GIB)
            return float(told["seconds"])

        limit, ours = in_turn(lambda _: run("bare"), lambda _: run("ours"), rounds=BATCH_ROUNDS + 1)
        if not pl.read_parquet(f"{name}/ours.parquet").equals(pl.read_parquet(f"{name}/bare.parquet")):
            raise Disagreement
    note = f"peak {peaks['ours']:.2f} GiB (aim < 4), bare {peaks['bare']:.2f} GiB; median of {BATCH_ROUNDS}"
    found = row(f"Whole batch, {readings:,} readings: read, fold, score, write", middle(limit[1:]), middle(ours[1:]), 4.0, note)
    return found if peaks["ours"] < 4 else Row(found.what, found.limit, found.ours, found.ratio, found.aim, is_met=False, note=note)


def row(what: str, limit: float, ours: float, aim: float, note: str) -> Row:
    """Return a line for two times of which ours may be `aim` times the limit."""
    return Row(what, f"{limit:.3f} s", f"{ours:.3f} s", ours / limit, f"≤ {aim}", ours / limit <= aim, note)


def company(people: int) -> Folded:
    """Return what the readings of so many people come to; one in fifty has no customers."""
    rng = np.random.default_rng(20261123)
    folded = blank(people, RULE.measures)
    for measure in RULE.measures:
        counts = rng.integers(9, 36, people)
        counts[(np.arange(people) % 50 == 49) & (measure == "satisfaction")] = 0
        folded.count(measure)[:] = counts
        folded.total(measure)[:] = counts * rng.integers(6000, 9500, people) if measure in RATINGS else rng.integers(0, 36, people)
    return folded


def write_readings(folder: Path) -> int:
    """Write readings, a file a day, and return how many; one person in fifty has commits, which no model reads, for customers."""
    rng = np.random.default_rng(20261123)
    kind = pl.Enum([*RULE.measures, "commits"])
    people = np.repeat(np.arange(1, PEOPLE + 1), len(RULE.measures))
    measures = np.tile(np.arange(len(RULE.measures), dtype=np.uint8), PEOPLE)
    is_rating = np.isin(measures, [RULE.measures.index(measure) for measure in RATINGS])
    measures[(people % 50 == 0) & (measures == RULE.measures.index("satisfaction"))] = len(RULE.measures)
    for n in range(READING_DAYS):
        counts = rng.integers(1, 5, len(people), dtype=np.int32)
        values = rng.integers(6000, 9500, len(people))
        pl.DataFrame(
            {
                "person": people,
                "measure": pl.Series(measures).cat.to(kind),
                "day": np.full(len(people), np.datetime64(FIRST + timedelta(days=n + 1), "D")),
                "total": np.where(is_rating, counts * values, rng.integers(0, 5, len(people))),
                "count": counts,
                "least": np.where(is_rating, values, 0),
                "most": np.where(is_rating, values, 1),
            },
        ).write_parquet(folder / f"{n:02d}.parquet", row_group_size=1_000_000)
    return len(people) * READING_DAYS


def run_ours(folder: Path, out: Path) -> None:
    """Read, fold, score and write, as the product does."""
    people = np.arange(1, PEOPLE + 1)
    folded = fold_bulk(pl.scan_parquet(folder / "*.parquet"), Spans.whole(people, FIRST, LAST), RULE.measures)
    scores = score(RULE, Batch(folded=folded, days=DAYS, gone=GONE))
    pl.DataFrame({"person": people, "score": scores.totals}).write_parquet(out)


def run_bare(folder: Path, out: Path) -> None:
    """Read all, add up by NumPy, score by bare NumPy and write."""
    readings = pl.read_parquet(folder / "*.parquet", columns=["person", "measure", "total", "count"])
    kind = readings.schema["measure"]
    measures = list(kind.categories) if isinstance(kind, pl.Enum) else []
    place = readings["measure"].to_physical().to_numpy().astype(np.int64) * PEOPLE + (readings["person"].to_numpy() - 1)
    shape = (len(measures), PEOPLE)
    totals = np.bincount(place, readings["total"].to_numpy(), minlength=shape[0] * shape[1]).reshape(shape)
    counts = np.bincount(place, readings["count"].to_numpy(), minlength=shape[0] * shape[1]).reshape(shape)
    found = bare(dict(zip(measures, totals, strict=True)), dict(zip(measures, counts, strict=True)))
    pl.DataFrame({"person": np.arange(1, PEOPLE + 1), "score": found}).write_parquet(out)


SIDES = {"ours": run_ours, "bare": run_bare}


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write benchmarks/results/rule.md")
    parser.add_argument("--json", action="store_true", help="print the rows as JSON")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.side:
        seconds = timed(lambda: SIDES[given.side](given.folder, given.out))
        print(json.dumps({"seconds": seconds, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}))
        return
    if given.json:
        print(json.dumps([asdict(row) for row in rows()], ensure_ascii=False))
        return
    machine = (
        f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, NumPy {np.__version__}, Polars {pl.__version__}"
    )
    head = f"# The scoring rule beside bare NumPy\n\n{machine}. Limit and ours in turn, one run; absolute times hold for this machine."
    found = f"{head}\n\n{table(rows())}\n"
    print(found)
    if given.write:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(found, encoding="utf-8")


if __name__ == "__main__":
    main()
