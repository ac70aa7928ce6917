"""Generates companies in which people learn: what can be observed of it, and the tastes that were planted, apart.

Everybody has a taste for topics: some of the role, some of their own, and it drifts. They have a depth, too, from first steps to finer
points, which stands nowhere and which items have as well; and a liking for kinds (courses, articles, cases). In a week somebody opens a few
things: mostly by taste, some because everybody opens them, some by mere chance. Some begin late, and some items come late. Some people
write what customers or projects brought, in words of their own.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.chance import stream
from bole.sandbox.generated.learning_parts import (
    KINDS,
    ROLES,
    TOPICS,
    Bools,
    Floats,
    GeneratedLearning,
    Ints,
    LearningClimate,
    LearningTruth,
    ObservedLearning,
)
from bole.sandbox.generated.learning_writing import write

OF_THE_ROLE, OF_ONESELF = 5, 3  # topics
LATE_STARTERS, LATE_ITEMS = 0.15, 0.2
TAKEN_AGAIN = 0.06
FINISHED = 0.35
WANT_WHAT_THEY_LIKE = 0.7
NOBODY = -1

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Company:
    """What is there before anybody opens anything."""

    role: Ints
    began: Ints
    appetite: Floats
    depth_of_person: Floats
    kinds_of_person: Floats
    taste: Floats
    kind: Ints
    topics: Bools
    published: Ints
    quality: Floats
    depth_of_item: Floats


def generate(*, people: int, items: int, seed: int, weeks: int = 20) -> GeneratedLearning:
    """Generate a company that learns, and beside it the truth that was planted."""
    climate = _climate(seed)
    made = _company(people=people, items=items, weeks=weeks, climate=climate, seed=seed)
    rng = stream(seed, "opens", people, items)
    taste, opened = made.taste.copy(), []
    has_opened: set[int] = set()
    for week in range(weeks):
        taste = _drift(rng, taste, climate)
        opened.append(_week(rng, made, taste=taste, week=week, climate=climate, has_opened=has_opened))
    person, item, when = (np.concatenate(one) for one in zip(*opened, strict=True))
    wants = _wants(rng, made.taste)
    is_finished = rng.random(len(person)) < FINISHED
    wrote = write(stream(seed, "writes", people), role=made.role, taste=made.taste, began=made.began, weeks=weeks)
    observed = ObservedLearning(
        role=made.role, began=made.began, wants=wants, kind=made.kind, topics=made.topics, published=made.published,
        opened_by=person, opened_item=item, opened_week=when, is_finished=is_finished,
        wrote_by=wrote.person, wrote_week=wrote.week, wrote_text=wrote.text,
    )  # fmt: skip
    truth = LearningTruth(
        taste_before=made.taste, taste_after=taste, depth_of_person=made.depth_of_person, kinds_of_person=made.kinds_of_person,
        depth_of_item=made.depth_of_item, quality=made.quality, wrote_about=wrote.topic, climate=climate,
    )  # fmt: skip
    return GeneratedLearning(observed=observed, truth=truth)


def _climate(seed: int) -> LearningClimate:
    rng = stream(seed, "climate of learning")
    return LearningClimate(
        by_taste=float(rng.uniform(0.55, 0.72)), by_fashion=float(rng.uniform(0.12, 0.22)), drift=float(rng.uniform(0.01, 0.05)),
        likeness=float(rng.uniform(0.4, 0.7)), depth_matters=float(rng.uniform(0.6, 1.6)), appetite=float(rng.uniform(0.7, 1.3)),
    )  # fmt: skip


def _company(*, people: int, items: int, weeks: int, climate: LearningClimate, seed: int) -> _Company:
    rng = stream(seed, "people who learn", people)
    of_role = rng.dirichlet(np.full(TOPICS, 0.15), len(ROLES))
    role = rng.choice(len(ROLES), people, p=rng.dirichlet(np.full(len(ROLES), 4.0))).astype(np.int32)
    own = rng.dirichlet(np.full(TOPICS, 0.08), people)
    share = np.clip(rng.normal(climate.likeness, 0.15, (people, 1)), 0.05, 0.95)
    things = stream(seed, "items", items)
    fame = things.dirichlet(np.full(TOPICS, 1.5))
    first = things.choice(TOPICS, items, p=fame)
    topics = np.zeros((items, TOPICS), dtype=np.bool_)
    topics[np.arange(items), first] = True
    has_second = things.random(items) < 0.4
    topics[np.flatnonzero(has_second), things.integers(0, TOPICS, int(has_second.sum()))] = True
    late_item = things.random(items) < LATE_ITEMS
    return _Company(
        role=role,
        began=np.where(rng.random(people) < LATE_STARTERS, rng.integers(weeks // 2, weeks, people), 0).astype(np.int32),
        appetite=rng.gamma(1.2, climate.appetite, people),
        depth_of_person=rng.normal(0, 1, people),
        kinds_of_person=rng.dirichlet(np.full(len(KINDS), 1.2), people),
        taste=share * of_role[role] + (1 - share) * own,
        kind=things.choice(len(KINDS), items, p=(0.2, 0.4, 0.2, 0.12, 0.08)).astype(np.int32),
        topics=topics,
        published=np.where(late_item, things.integers(0, weeks, items), 0).astype(np.int32),
        quality=things.lognormal(0, 0.7, items),
        depth_of_item=things.normal(0, 1, items),
    )


def _drift(rng: np.random.Generator, taste: Floats, climate: LearningClimate) -> Floats:
    """Let some people find a new interest this week."""
    turns = np.flatnonzero(rng.random(len(taste)) < climate.drift)
    moved = taste.copy()
    moved[turns] *= 0.4
    moved[turns, rng.integers(0, TOPICS, len(turns))] += 0.6
    return np.asarray(moved / moved.sum(axis=1, keepdims=True), dtype=np.float64)


def _week(
    rng: np.random.Generator, made: _Company, *, taste: Floats, week: int, climate: LearningClimate, has_opened: set[int]
) -> tuple[Ints, Ints, Ints]:
    """Return who opens what in a week."""
    count = np.where(made.began <= week, rng.poisson(made.appetite), 0)
    person = np.repeat(np.arange(len(count)), count)
    there = np.flatnonzero(made.published <= week)
    way = rng.random(len(person))
    by_taste = way < climate.by_taste
    by_fashion = ~by_taste & (way < climate.by_taste + climate.by_fashion)
    item = rng.choice(there, len(person))
    fashion = made.quality[there] ** 2
    item[by_fashion] = rng.choice(there, int(by_fashion.sum()), p=fashion / fashion.sum())
    item[by_taste] = _by_taste(rng, made, taste, person[by_taste], there, climate)
    key = person.astype(np.int64) * len(made.kind) + item
    fresh = np.array([one not in has_opened for one in key.tolist()], dtype=np.bool_) | (rng.random(len(key)) < TAKEN_AGAIN)
    _, firsts = np.unique(key, return_index=True)
    once = np.zeros(len(key), dtype=np.bool_)
    once[firsts] = True
    kept = fresh & once & (item != NOBODY)
    has_opened.update(key[kept].tolist())
    return person[kept].astype(np.int32), item[kept].astype(np.int32), np.full(int(kept.sum()), week, dtype=np.int32)


def _by_taste(rng: np.random.Generator, made: _Company, taste: Floats, person: Places, there: Places, climate: LearningClimate) -> Places:
    """Return what these people choose when they follow their taste: a topic first, then an item, good and as deep as they."""
    wanted = (taste[person].cumsum(axis=1) < rng.random((len(person), 1))).sum(axis=1).clip(max=TOPICS - 1)
    chosen = np.full(len(person), NOBODY, dtype=np.int64)
    for topic in range(TOPICS):
        who = np.flatnonzero(wanted == topic)
        pool = there[made.topics[there, topic]]
        if not len(who) or not len(pool):
            continue
        apart = made.depth_of_person[person[who], None] - made.depth_of_item[None, pool]
        pull = np.log(made.quality[pool])[None, :] - climate.depth_matters * apart**2 / 2
        pull += np.log(made.kinds_of_person[person[who]][:, made.kind[pool]] + 0.02)
        chosen[who] = pool[np.argmax(pull + rng.gumbel(size=pull.shape), axis=1)]
    return chosen


def _wants(rng: np.random.Generator, taste: Floats) -> Bools:
    """Return which skills people's mentoring plans want: of a third of them one to three, mostly what they like."""
    people = len(taste)
    wants = np.zeros((people, TOPICS), dtype=np.bool_)
    liked = np.argsort(-taste, axis=1)
    for place in range(3):
        has = rng.random(people) < (0.35, 0.2, 0.1)[place]
        by_taste = rng.random(people) < WANT_WHAT_THEY_LIKE
        topic = np.where(by_taste, liked[:, place], rng.integers(0, TOPICS, people))
        wants[np.flatnonzero(has), topic[has]] = True
    return wants
