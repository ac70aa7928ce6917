"""Growth: the same pages in a company of 1,000 and of 100,000: time and number of queries."""

import json
import time
from dataclasses import asdict
from pathlib import Path

from benchmarks.measuring import Row, middle
from benchmarks.place import folder
from benchmarks.site import Site, site

SMALL, LARGE, ROUNDS = 1_000, 100_000, 40
PAGES = ("/performance/", "/team/")


def main() -> list[Row]:
    """Measure both companies in turn."""
    with folder() as path:
        (path / "a").mkdir()
        (path / "b").mkdir()
        with site(path / "a", SMALL, log=path / "a.log") as small, site(path / "b", LARGE, log=path / "b.log") as large:
            return [row for page in PAGES for row in _compare(page, small, large, path)]


def _compare(page: str, small: Site, large: Site, path: Path) -> list[Row]:
    links = [small.link(), large.link()]
    times: list[list[float]] = [[], []]
    for _ in range(ROUNDS):
        for n, one in enumerate((small, large)):
            began = time.perf_counter()
            one.get(links[n], page, cookie=one.manager_cookie)
            times[n].append(time.perf_counter() - began)
    a, b = (middle(one) * 1000 for one in times)
    queries = [_queries(path / name, page) for name in ("a.log", "b.log")]
    note = f"median of {ROUNDS}, warm, manager of 10"
    return [
        Row(f"{page} at {SMALL:,} → {LARGE:,} people, ms", f"{a:.1f}", f"{b:.1f}", b / a, "≤ 1.3", b / a <= 1.3, note),
        Row(
            f"{page} queries",
            f"{queries[0]}",
            f"{queries[1]}",
            queries[1] / queries[0],
            "≤ 1.3",
            queries[1] <= 1.3 * queries[0],
            "the last request of each",
        ),
    ]


def _queries(log: Path, page: str) -> int:
    """Return how many queries the last answer took, as the log says."""
    lines = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    return int(next(line["queries"] for line in reversed(lines) if line.get("path") == page and line.get("status") == 200))


if __name__ == "__main__":
    print(json.dumps([asdict(row) for row in main()], ensure_ascii=False))
