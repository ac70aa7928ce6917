"""All measurements, each in a process of its own, as one table: `python -m benchmarks [ingest rule dashboard home live growth alerts]`."""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.measuring import Row, table

HERE = Path(__file__).resolve().parent
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
}


def main(wanted: list[str]) -> int:
    """Run what is wanted (all, if nothing is named); print the table and keep it in var/bench."""
    rows: list[Row] = []
    failed = False
    kept = HERE.parent / "var" / "bench" / "table.md"
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
        rows += [Row(**one) for one in (found if isinstance(found, list) else [found])]
        kept.write_text(table(rows) + "\n")  # after each: whoever stops a long one keeps what was measured
    print(table(rows))
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
