"""From the send of a POST to the changed number in Chromium, while other facts come in; and a burst that must be digested."""

import json
import threading
import time
import urllib.request
from dataclasses import asdict
from itertools import count

from playwright.sync_api import Page, sync_playwright

from benchmarks.dashboard import PAGE
from benchmarks.measuring import Row, middle, percentile
from benchmarks.place import folder
from benchmarks.site import Site, fact, site

PEOPLE, SAMPLES, RATE, BURST = 10_000, 200, 200, 50_000
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WATCH = """() => { window.seen = 0; new MutationObserver(() => {
  const value = document.querySelector('[data-figure=score]')?.dataset.value;
  if (value !== window.last) { window.last = value; window.seen = Date.now(); }
}).observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
window.last = document.querySelector('[data-figure=score]').dataset.value; }"""

SEEN = """() => new Promise((done, failed) => {
  const late = setTimeout(() => failed(new Error('the number did not change in 20 s')), 20000);
  const look = setInterval(() => { if (window.seen) { clearInterval(look); clearTimeout(late); done(window.seen); } }, 5);
})"""


def main() -> list[Row]:
    """Measure the walk, then the burst."""
    with folder() as path, site(path, PEOPLE) as one:
        delays = _walks(one)
        return [_row_of(delays), *_burst(one)]


def _row_of(delays: list[float]) -> Row:
    p95 = percentile(delays, 0.95)
    note = f"{len(delays)} samples, {PEOPLE:,} people, {RATE} facts/s besides; median {middle(delays):.2f} s, longest {max(delays):.2f} s"
    return Row("POST to changed number in Chromium, p95", "1.00 s", f"{p95:.2f} s", None, "< 1 s", p95 < 1.0, note)


def _walks(one: Site) -> list[float]:
    stop = threading.Event()
    others = threading.Thread(target=_keep_coming, args=(one, stop), daemon=True)
    others.start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
        context.add_cookies([{"name": "sid", "value": one.cookie, "url": f"http://127.0.0.1:{one.port}"}])
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{one.port}{PAGE}")
        page.evaluate(WATCH)
        link = one.link()
        delays = [_walk(one, page, link, n) for n in range(SAMPLES)]
        browser.close()
    stop.set()
    others.join()
    return delays


def _walk(one: Site, page: Page, link: object, n: int) -> float:
    """Send a fact that changes the score, and return how long the page took to show it."""
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 60))
    page.evaluate("window.seen = 0")
    value = 9_900 if n % 2 else 2_000
    sent = time.time()
    # A hundred of one value move a mean that has hundreds of facts by a visible tenth.
    one.post(link, [fact(f"walk-{n}-{k}", 1, moment, value=value) for k in range(20 + n)])  # type: ignore[arg-type]
    return float(page.evaluate(SEEN)) / 1000 - sent


def _keep_coming(one: Site, stop: threading.Event) -> None:
    """Send 200 facts a second about other people, ten calls a second."""
    link, numbers = one.link(), count(1)
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 60))
    due = time.perf_counter()
    while not stop.is_set():
        call = next(numbers)
        one.post(link, [fact(f"other-{call}-{k}", 20 + (call * 37 + k * 101) % (PEOPLE - 20), moment) for k in range(RATE // 10)])
        due += 0.1
        time.sleep(max(0.0, due - time.perf_counter()))


def _burst(one: Site) -> list[Row]:
    """Send 50,000 facts at once; pages go on answering, and at the end nothing is missing."""
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 60))
    stop, pages = threading.Event(), []
    reader = threading.Thread(target=_keep_reading, args=(one, stop, pages), daemon=True)
    reader.start()
    link, began = one.link(), time.perf_counter()
    for n in range(0, BURST, 2_500):
        one.post(link, [fact(f"burst-{n + k}", (n + k) % PEOPLE, moment) for k in range(2_500)])
    stored = time.perf_counter() - began
    while _open_announcements(one) or _due(one):
        time.sleep(0.2)
    digested = time.perf_counter() - began
    stop.set()
    reader.join()
    note = f"stored after {stored:.1f} s, all scores after {digested:.1f} s; {len(pages)} pages meanwhile, median {middle(pages):.2f} s"
    slowest = percentile(pages, 0.95)
    kept = _count(one)
    return [
        Row(f"Burst of {BURST:,} facts: kept", f"{BURST:,}", f"{kept:,}", kept / BURST, "all, once", kept == BURST, note),
        Row("Pages during the burst, p95", "2.00 s", f"{slowest:.2f} s", None, "< 2 s", slowest < 2.0, ""),
    ]


def _keep_reading(one: Site, stop: threading.Event, took: list[float]) -> None:
    link = one.link()
    while not stop.is_set():
        began = time.perf_counter()
        one.get(link, PAGE)
        took.append(time.perf_counter() - began)
        time.sleep(0.05)


def _open_announcements(one: Site) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{one.port}/metrics", timeout=30) as answer:
        line = next(line for line in answer.read().decode().splitlines() if line.startswith("bole_open_announcements"))
    return int(line.split()[1])


def _ask(one: Site, statement: str) -> int:
    import sqlite3

    link = sqlite3.connect(f"file:{one.env['BOLE_DATA']}/bole.sqlite3?mode=ro", uri=True)
    value = int(link.execute(statement).fetchone()[0])
    link.close()
    return value


def _due(one: Site) -> int:
    return _ask(one, "SELECT COUNT(*) FROM scoring_scoringdue")


def _count(one: Site) -> int:
    return _ask(
        one,
        "SELECT COUNT(*) FROM work_fact f JOIN work_item i ON i.id = f.item_id WHERE i.external_id LIKE 'burst-%' AND f.withdrawn_at IS NULL",
    )


if __name__ == "__main__":
    print(json.dumps([asdict(row) for row in main()], ensure_ascii=False))
