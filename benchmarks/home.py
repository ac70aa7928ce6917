"""The personal home: requests a second of an employee and of a manager of ten, against a bare view with one query on the same server."""

import json
from dataclasses import asdict

from benchmarks.dashboard import BARE, LINKS, ROUNDS, SECONDS, rate
from benchmarks.measuring import Row, middle
from benchmarks.place import folder
from benchmarks.site import site

PEOPLE, PAGE = 1_000, "/"
AIMS = {"employee": 0.1, "manager": 0.05}  # of the bare view: a home asks 25 and 35 times


def main() -> list[Row]:
    """Measure the bare view and both homes in turn."""
    with folder() as path, site(path, PEOPLE) as one:
        cookies = {"employee": one.cookie, "manager": one.manager_cookie}
        for cookie in cookies.values():
            rate(one, PAGE, 1.0, cookie=cookie)  # warm
        bare: list[float] = []
        ours: dict[str, list[float]] = {name: [] for name in cookies}
        for _ in range(ROUNDS):
            bare.append(rate(one, BARE, SECONDS))
            for name, cookie in cookies.items():
                ours[name].append(rate(one, PAGE, SECONDS, cookie=cookie))
    note = f"{ROUNDS} rounds of {SECONDS:g} s each, {LINKS} connections, client on the same 2 cores"
    plain = middle(bare)
    found = {name: middle(rates) for name, rates in ours.items()}
    return [
        Row(f"Home of an {name}" if name == "employee" else f"Home of a {name} of 10", f"{plain:,.0f}", f"{each:,.0f}", each / plain,
            f"≥ {AIMS[name]}", each / plain >= AIMS[name], note)
        for name, each in found.items()
    ]  # fmt: skip


if __name__ == "__main__":
    print(json.dumps([asdict(row) for row in main()], ensure_ascii=False))
