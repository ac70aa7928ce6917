"""Recommendations in generated companies: hits and coverage on weeks that were held out, beside popularity; and the time of a whole refresh.

Beside the hit rate stand two limits, of somebody who knows what was planted (`recommend_limits`), where the company is small enough to work them out.

python -m benchmarks.recommend            # seeds from 9000 on, never tuned; writes benchmarks/results/recommend.md
python -m benchmarks.recommend --seeds 1 2 3
"""

import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from scipy import sparse

from benchmarks import recommend_limits as limits
from benchmarks.measuring import Row, middle, peak_megabytes, table, timed
from bole.growth.rules.recommend import LATELY_DAYS, OFTEN, Chosen, Items, People, been_there, choose, faded, learn_together
from bole.growth.rules.words import topics_in
from bole.sandbox.generated.learning import generate
from bole.sandbox.generated.learning_judging import Judged, judge, most_opened
from bole.sandbox.generated.learning_parts import KINDS, ROLES, TOPIC_CODES, TOPICS, ObservedLearning

SEEDS = tuple(range(9000, 9005))
SIZES = ((500, 150), (1_000, 500), (3_000, 1_000), (10_000, 5_000))
WEEKS, HELD_OUT = 20, 2
BEFORE = WEEKS - HELD_OUT
LIMITS_UP_TO = 3_000  # people
RESULTS = Path(__file__).resolve().parent / "results" / "recommend.md"


def known(seen: ObservedLearning) -> tuple[Items, People]:
    """Return what is known when the weeks that are held out begin."""
    people, items = len(seen.role), len(seen.kind)
    earlier = seen.opened_week < BEFORE
    person, item, ago = seen.opened_by[earlier], seen.opened_item[earlier], (BEFORE - seen.opened_week[earlier]) * 7.0 - 3
    used = sparse.csr_array((faded(ago), (person, item)), shape=(people, items))
    topics = seen.topics.astype(float)
    lately = ago <= LATELY_DAYS
    opened_lately = sparse.csr_array((np.ones(int(lately.sum())), (person[lately], item[lately])), shape=(people, items)) @ topics
    wrote, wrote_lately = _written(seen)
    is_shut = (seen.published >= BEFORE).astype(float)
    shut = sparse.csr_array((np.ones(len(person)), (person, item)), shape=(people, items)) + sparse.csr_array(
        np.broadcast_to(is_shut, (people, items)) if is_shut.any() else (people, items)
    )
    offered = Items(
        topics=seen.topics, kind=seen.kind.astype(np.int64), kinds=len(KINDS), is_plan=np.zeros(items, np.bool_),
        for_role=np.zeros((len(ROLES), items), np.bool_), there=been_there(np.maximum((BEFORE - seen.published) * 7.0, 0)),
    )  # fmt: skip
    return offered, People(
        used=used, opened=used @ topics, wrote=wrote, searched=np.zeros_like(wrote), wanted=seen.wants.astype(float),
        often=(opened_lately >= OFTEN) | (wrote_lately >= OFTEN), asks=wrote_lately >= OFTEN, role=seen.role.astype(np.int64), shut=sparse.csr_array(shut),
        less=np.zeros_like(wrote),
    )  # fmt: skip


def _written(seen: ObservedLearning) -> tuple[np.ndarray, np.ndarray]:
    """Return what people wrote about by our word list: weighed, and how often of late."""
    found: dict[str, tuple[str, ...]] = {}
    weighed, lately = np.zeros((len(seen.role), TOPICS)), np.zeros((len(seen.role), TOPICS))
    for person, week, text in zip(seen.wrote_by.tolist(), seen.wrote_week.tolist(), seen.wrote_text, strict=True):
        if week >= BEFORE:
            continue
        if text not in found:
            found[text] = topics_in(text, TOPIC_CODES)
        ago = (BEFORE - week) * 7.0 - 3
        for code in found[text]:
            weighed[person, TOPIC_CODES.index(code)] += float(faded(np.array(ago)))
            lately[person, TOPIC_CODES.index(code)] += ago <= LATELY_DAYS
    return weighed, lately


@dataclass(frozen=True, slots=True)
class Measured:
    """How good recommendations, popularity and (None: not worked out) the two limits are in one company; the seconds by the wall and of the processor."""

    ours: Judged
    plain: Judged
    but_taste: Judged | None
    everything: Judged | None
    seconds: float
    own: float


def one(people: int, items: int, seed: int) -> Measured:
    """Measure one company."""
    made = generate(people=people, items=items, seed=seed, weeks=WEEKS)
    seen = made.observed
    offered, crowd = known(seen)
    held: list[Chosen] = []
    began = time.process_time()
    seconds = timed(lambda: held.append(choose(offered, crowd, learn_together(offered, crowd))))
    own = time.process_time() - began
    is_small = people <= LIMITS_UP_TO
    return Measured(
        ours=judge(seen, held[0].item[:, :5], before=BEFORE), plain=judge(seen, most_opened(seen, before=BEFORE), before=BEFORE),
        but_taste=judge(seen, limits.all_but_taste(made, crowd, week=BEFORE), before=BEFORE) if is_small else None,
        everything=judge(seen, limits.everything(made, crowd, week=BEFORE), before=BEFORE) if is_small else None,
        seconds=seconds, own=own,
    )  # fmt: skip


def rows_of(people: int, items: int, found: list[Measured]) -> list[Row]:
    """Return the rows of one size."""
    ours, plain = [one.ours.hit_rate for one in found], [one.plain.hit_rate for one in found]
    ratios = [a / b for a, b in zip(ours, plain, strict=True)]
    late = [one.ours.hit_rate_of_late for one in found], [one.plain.hit_rate_of_late for one in found]
    cover = [one.ours.coverage for one in found], [one.plain.coverage for one in found]
    shape = f"{people:,} people × {items:,} items"
    asked = sum(one.ours.people for one in found)
    seconds, own = middle([one.seconds for one in found]), middle([one.own for one in found])
    return [
        Row(f"recommend: hit rate at 5, {shape}", f"{np.mean(plain):.3f} popularity", f"{np.mean(ours):.3f}", float(np.mean(ours) / np.mean(plain)),
            "≥ 1.5 × popularity", bool(np.mean(ours) >= 1.5 * np.mean(plain)), f"each seed {', '.join(f'{one:.2f}' for one in ratios)}; {asked:,} people asked{_limits(found)}"),
        Row(f"recommend: of late starters, {shape}", f"{np.mean(late[1]):.3f} popularity", f"{np.mean(late[0]):.3f}", float(np.mean(late[0]) / max(np.mean(late[1]), 1e-9)),
            "≥ popularity", bool(np.mean(late[0]) >= np.mean(late[1])), "began in the last four weeks"),
        Row(f"recommend: coverage, {shape}", f"{np.mean(cover[1]):.2f} popularity", f"{np.mean(cover[0]):.2f}", float(np.mean(cover[0]) / np.mean(cover[1])),
            "≥ popularity", bool(np.mean(cover[0]) >= np.mean(cover[1])), "items recommended to somebody"),
        Row(f"recommend: all worked out, {shape}", "60 s", f"{seconds:.1f} s", seconds / 60, "≤ 60 s", seconds <= 60, f"median; {own:.1f} s of the processor; greatest memory {peak_megabytes():.0f} MB"),
    ]  # fmt: skip


def together(found: list[Measured]) -> Row:
    """Return the hits among all people of all companies: a company counts by how many were asked in it."""
    asked = [one.ours.people for one in found]
    ours, plain = (
        float(np.average(rates, weights=asked)) for rates in ([one.ours.hit_rate for one in found], [one.plain.hit_rate for one in found])
    )
    return Row(
        f"recommend: hit rate at 5, all {len(found)} companies",
        f"{plain:.3f} popularity",
        f"{ours:.3f}",
        ours / plain,
        "≥ 1.5 × popularity",
        ours >= 1.5 * plain,
        f"{sum(asked):,} people asked",
    )


def _limits(found: list[Measured]) -> str:
    """Return how far those who know what was planted get beyond popularity."""
    plain = np.mean([one.plain.hit_rate for one in found])
    taste = [one.but_taste.hit_rate for one in found if one.but_taste]
    whole = [one.everything.hit_rate for one in found if one.everything]
    return f"; who knew all but tastes: {np.mean(taste) / plain:.2f}; who knew everything: {np.mean(whole) / plain:.2f}" if whole else ""


def main(given: list[str]) -> int:
    """Measure all sizes, print the rows, keep them."""
    seeds = tuple(int(one) for one in given if one.isdecimal()) or SEEDS
    rows: list[Row] = []
    companies: list[Measured] = []
    for people, items in SIZES:
        found = [one(people, items, seed) for seed in (seeds if people < 10_000 else seeds[:2])]
        rows += rows_of(people, items, found)
        companies += found
    rows.append(together(companies))
    if seeds == SEEDS:
        RESULTS.write_text(
            f"# Recommendations in generated companies, seeds {SEEDS[0]} to {SEEDS[-1]}\n\n{table(rows)}\n\nTwo weeks held out of twenty; the largest"
            " size with the first two seeds. On two shared cores that others used meanwhile.\n"
        )
    sys.stdout.write(json.dumps([asdict(row) for row in rows], ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
