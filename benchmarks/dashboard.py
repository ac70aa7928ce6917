"""The employee's page: requests a second, against a bare view with one query on the same server, while facts keep changing it."""

import json
import threading
import time
from dataclasses import asdict
from itertools import count

from benchmarks.measuring import Row, middle
from benchmarks.place import folder
from benchmarks.site import Site, fact, site

PEOPLE, SECONDS, ROUNDS, LINKS = 1_000, 4.0, 5, 4
PAGE, BARE = "/performance/", "/healthz/bare/"


def main() -> list[Row]:
    """Measure both in turn."""
    with folder() as path, site(path, PEOPLE) as one:
        stop = threading.Event()
        changer = threading.Thread(target=_keep_changing, args=(one, stop), daemon=True)
        changer.start()
        rate(one, PAGE, 1.0)  # warm
        bare, ours = [], []
        for _ in range(ROUNDS):
            bare.append(rate(one, BARE, SECONDS))
            ours.append(rate(one, PAGE, SECONDS))
        stop.set()
        changer.join()
    a, b = middle(bare), middle(ours)
    note = f"{ROUNDS} rounds of {SECONDS:g} s each, {LINKS} connections, a fact every 0.1 s, client on the same 2 cores"
    return [Row("Employee's page, requests/s", f"{a:,.0f}", f"{b:,.0f}", b / a, "≥ 0.2", b / a >= 0.2, note)]


def rate(one: Site, path: str, seconds: float, *, cookie: str | None = None) -> float:
    """Return how many requests a second were answered."""
    counts = [0] * LINKS
    until = time.perf_counter() + seconds

    def ask(n: int) -> None:
        link = one.link()
        while time.perf_counter() < until:
            one.get(link, path, cookie=cookie)
            counts[n] += 1
        link.close()

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(LINKS)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - began)


def _keep_changing(one: Site, stop: threading.Event) -> None:
    """Send facts about the person whose page is read."""
    link, numbers = one.link(), count(1)
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - 60))
    while not stop.is_set():
        number = next(numbers)
        one.post(link, [fact(f"change-{number}", 1, moment, value=7000 + number % 3000)])
        time.sleep(0.1)


if __name__ == "__main__":
    print(json.dumps([asdict(row) for row in main()], ensure_ascii=False))
