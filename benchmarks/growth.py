"""Growth: the same pages in a company of 1,000 and of 100,000: time and number of queries."""

import json
import time
from dataclasses import asdict
from pathlib import Path

from benchmarks.measuring import Row, middle
from benchmarks.place import folder
from benchmarks.site import Site, site

SMALL, LARGE, ROUNDS = 1_000, 100_000, 80
PAGES = ("/performance/", "/team/")
# Of the whole company. Alerts grow with it, 25 on a page and all counted. The overview reads everybody's score at the first look of a day,
# and after a change of units, posts or contracts: that look is among those that warm up.
OF_HR = ("/company/people/", "/company/connections/", "/alerts/", "/company/")


def main() -> list[Row]:
    """Measure both companies in turn."""
    with folder() as path:
        (path / "a").mkdir()
        (path / "b").mkdir()
        small = site(path / "a", SMALL, log=path / "a.log", is_whole=True)
        large = site(path / "b", LARGE, log=path / "b.log", is_whole=True)
        with small as a, large as b:
            asked = [(page, [one.manager_cookie for one in (a, b)], "manager of 10", ROUNDS) for page in PAGES]
            asked += [(page, [one.hr_cookie for one in (a, b)], "HR", ROUNDS) for page in OF_HR]
            return [row for page, cookies, who, rounds in asked for row in _compare(page, (a, b), cookies, who, rounds, path)]


def _compare(page: str, sites: tuple[Site, Site], cookies: list[str], who: str, rounds: int, path: Path) -> list[Row]:
    links = [one.link() for one in sites]
    times: list[list[float]] = [[], []]
    sizes = [0, 0]
    for round_ in range(rounds + 2):  # the first two warm up
        for n, one in enumerate(sites):
            began = time.perf_counter()
            sizes[n] = len(one.get(links[n], page, cookie=cookies[n]))
            if round_ >= 2:
                times[n].append(time.perf_counter() - began)
    a, b = (middle(one) * 1000 for one in times)
    queries = [_queries(path / name, page) for name in ("a.log", "b.log")]
    note = f"median of {rounds}, warm, {who}; {sizes[0] / 1024:.0f} → {sizes[1] / 1024:.0f} KiB"
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
