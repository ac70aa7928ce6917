"""All measurements, each in a process of its own, as one table: `python -m benchmarks [ingest rule dashboard home live growth alerts]`."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.measuring import Row, table

HERE = Path(__file__).resolve().parent
NUMBERS = HERE.parent / "var" / "bench" / "rows.json"
RUNS: dict[str, tuple[str, ...]] = {
    "ingest": ("benchmarks.ingest", "sqlite"),
    "ingest-postgres": ("benchmarks.ingest", "postgres"),
    "rule": ("benchmarks.rule", "--json"),
    "dashboard": ("benchmarks.dashboard",),
    "home": ("benchmarks.home",),
    "live": ("benchmarks.live",),
    "growth": ("benchmarks.growth",),
    "diagnoses": ("benchmarks.diagnoses", "--json"),
    "alerts": ("benchmarks.alerts",),
    "matching": ("benchmarks.matching",),
    "matching-run": ("benchmarks.matching_run",),
    "effect": ("benchmarks.effect", "--json"),
    "recommend": ("benchmarks.recommend",),
    "recommend-job": ("benchmarks.recommend_job",),
}


def _kept(path: Path) -> dict[str, Row]:
    """Return the rows of earlier measurements by what they measure."""
    return {one["what"]: Row(**one) for one in json.loads(path.read_text())} if path.exists() else {}


def main(wanted: list[str]) -> int:
    """Run what is wanted (all, if nothing is named); print its rows and keep them with the others in var/bench."""
    rows: dict[str, Row] = _kept(NUMBERS)
    failed = False
    kept = NUMBERS.with_name("table.md")
    kept.parent.mkdir(parents=True, exist_ok=True)
    for name, command in RUNS.items():
        if wanted and name not in wanted:
            continue
        print(f"… {name}", file=sys.stderr, flush=True)
        done = subprocess.run([sys.executable, "-m", *command], cwd=HERE.parent, capture_output=True, text=True, check=False)
        if done.returncode:
            failed = True
            print(f"{name} did not finish:\n{done.stderr[-2000:]}", file=sys.stderr)
            continue
        found = json.loads(done.stdout.splitlines()[-1])
        now = {one["what"]: Row(**one) for one in (found if isinstance(found, list) else [found])}
        rows |= now
        print(table(list(now.values())))
        # After each: whoever stops a long one keeps what was measured, and a measurement alone keeps the others' rows.
        NUMBERS.write_text(json.dumps([asdict(one) for one in rows.values()], ensure_ascii=False, indent=1))
        kept.write_text(table(list(rows.values())) + "\n")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
