"""Lighthouse (mobile) on the main pages and on a bare page, and what each page weighs on the wire: `python -m benchmarks.lighthouse [--write]`."""

import gzip
import json
import os
import platform
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.site import Site, site

HERE = Path(__file__).resolve().parent
RESULT = HERE.parent / "results" / "lighthouse.md"
CHROMIUM = "/usr/bin/chromium"
PEOPLE = 200
FIRST_MOST, LATER_MOST = 100 * 1024, 20 * 1024
BARE = b"<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><title>Bare</title><h1>Bare</h1>"
# Who asks for which page; nobody for the door.
PAGES = (
    ("", "/sign-in/"),
    ("own", "/"),
    ("own", "/performance/"),
    ("own", "/growth/"),
    ("own", "/notices/"),
    ("own", "/me/"),
    ("own", "/mentoring/"),
    ("own", "/people/"),
    ("own", "/search/?q=li"),
    ("own", "/results/new/"),
    ("lead", "/team/"),
    ("hr", "/company/"),
)


def main(words: list[str]) -> int:
    """Measure, print the table, and keep it if asked."""
    runs = int(os.environ.get("BOLE_BENCH_RUNS", "5"))
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=HERE, check=True, stdout=sys.stderr)
    with tempfile.TemporaryDirectory() as folder, site(Path(folder), PEOPLE) as one, bare() as beside:
        cookies = {"": "", "own": f"sid={one.cookie}", "lead": f"sid={one.manager_cookie}", "hr": f"sid={one.hr_cookie}"}
        first = sum(weigh(one, path, "") for path in parts_of(one))
        rows = [("a bare page", len(BARE), asked(beside, "", runs))]
        for who, path in PAGES:
            rows.append((path, weigh(one, path, cookies[who]), asked(f"http://127.0.0.1:{one.port}{path}", cookies[who], runs)))
    text = page(rows, first, runs)
    print(text)
    if "--write" in words:
        RESULT.write_text(text, encoding="utf-8")
    return 0


def asked(address: str, cookies: str, runs: int) -> list[dict[str, Any]]:
    """Return what Lighthouse says, run after run."""
    print(f"… {address}", file=sys.stderr, flush=True)
    done = subprocess.run(["node", "run.mjs", address, cookies, str(runs), CHROMIUM], cwd=HERE, check=True, capture_output=True, text=True)
    told: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return told


def weigh(one: Site, path: str, cookies: str) -> int:
    """Return how many bytes an answer has on the wire, its headers included."""
    link = one.link()
    link.request("GET", path, headers={"Accept-Encoding": "gzip", "Cookie": cookies})
    answer = link.getresponse()
    return len(answer.read()) + sum(len(name) + len(value) + 4 for name, value in answer.getheaders())


def parts_of(one: Site) -> list[str]:
    """Return the styles and scripts that the first page brings, once, with that page."""
    link = one.link()
    link.request("GET", "/sign-in/", headers={"Accept-Encoding": "gzip"})
    body = gzip.decompress(link.getresponse().read()).decode()
    marks = ('<link rel="stylesheet" href="', '<script src="')
    found = [piece.split('"')[0] for mark in marks for piece in body.split(mark)[1:]]
    return ["/sign-in/", *found]


@contextmanager
def bare() -> Iterator[str]:
    """Serve a page of nothing but a heading: what the machine itself reaches."""

    class Speaker(BaseHTTPRequestHandler):
        def log_message(self, *_said: Any) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            """Answer."""
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(BARE)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Speaker)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def page(rows: list[tuple[str, int, list[dict[str, Any]]]], first: int, runs: int) -> str:
    """Return the table."""
    lines = [
        "# Lighthouse on a phone",
        "",
        f"Lighthouse 12, mobile, simulated slow 4G and a processor four times slower; median of {runs}, a bare page beside. Embedded database,",
        f"{PEOPLE} people, {os.cpu_count()} cores, {platform.system()}, load {os.getloadavg()[0]:.1f} when it ended. Aims: performance ≥ 95, the others 100;",
        f"first visit ≤ {FIRST_MOST // 1024} KB, later pages ≤ {LATER_MOST // 1024} KB on the wire. `python -m benchmarks.lighthouse --write`.",
        "",
        f"First visit (the door, its styles and scripts): {first / 1024:.1f} KB on the wire.",
        "",
        "| page | performance | accessibility | best practices | largest paint | blocked | shift | later, on the wire | what costs points |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, weight, told in rows:
        scores = [int(median(one["scores"][kind] for one in told)) for kind in ("performance", "accessibility", "best-practices")]
        wrong = sorted({what for one in told for what in one["wrong"]})
        paint, blocked, shift = (median(one[what] for one in told) for what in ("paint", "blocked", "shift"))
        cells = [
            *map(str, scores),
            f"{paint / 1000:.2f} s",
            f"{blocked:.0f} ms",
            f"{shift:.3f}",
            f"{weight / 1024:.1f} KB",
            ", ".join(wrong) or "–",
        ]
        lines.append(f"| `{name}` | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
