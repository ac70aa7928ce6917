"""Generates companies with mentors whose effects are known: what can be observed, and the truth apart.

A score of a half-year is level + what years bring + the unit and its shock + the mentors one has had + noise, on the 5-point scale. Who
gets a mentor depends on the score before and on tenure, so that mentees regress to the mean and grow by themselves; some mentors are given
weak starters, some strong ones; most mentees of a mentor are of one unit and share its shocks. Some years are missing; some people leave,
weak ones rather.

`hidden` lets the choice also look at what nobody observes: where people are heading. An estimate cannot know; it shows how far it is off.
"""

from dataclasses import dataclass, field

import numpy as np

from bole.sandbox.generated.chance import stream
from bole.sandbox.generated.mentors import PRACTICES, Floats, GeneratedMentoring, MentoringTruth, ObservedMentoring
from bole.sandbox.generated.mentors_people import People, draw_climate, draw_people

BOTTOM, TOP = 1.0, 5.0
PEOPLE_OF_A_MENTOR = 12  # of the company, for each mentor
HARMFUL, HARM = 0.08, 0.28  # some mentors do harm, by about this much
OF_THE_PAIR = 0.06  # how much the effect of one mentor differs from mentee to mentee
STRENGTHS = (0.0, 1.4, -1.1)  # of PRACTICES, on top of the company's own way of choosing
OWN_UNIT = 0.7
NEW, NEW_PREFERRED = 4, 0.8  # people of less than two years
SHORT = 0.6  # programmes of one half-year; the others take two
LEAST_PERIODS = 3


@dataclass(slots=True)
class _Walk:
    """What has come about so far."""

    carried: Floats  # [people, periods], what mentors added
    free_from: Floats  # [people], the first period that may be a before
    pairs: list[tuple[int, int, int, int]] = field(default_factory=list)  # mentor, mentee, before, after
    added: list[float] = field(default_factory=list)
    earlier: list[tuple[float, float]] = field(default_factory=list)  # what mentors before had added, at the before and at the after


def generate(*, people: int, seed: int, periods: int = 6, hidden: float = 0.0) -> GeneratedMentoring:
    """Generate a company with mentors, and beside it the truth that was planted.

    :raises ValueError: if there are fewer than 3 half-years
    """
    if periods < LEAST_PERIODS:
        raise ValueError(f"at least {LEAST_PERIODS} periods, not {periods}")
    climate = draw_climate(seed)
    staff = draw_people(people=people, periods=periods, climate=climate, seed=seed)
    rng = stream(seed, "mentors", people)
    mentors = max(2, people // PEOPLE_OF_A_MENTOR)
    effect = climate.mean_effect + climate.spread_of_effects * rng.standard_normal(mentors)
    effect[rng.random(mentors) < HARMFUL] -= HARM
    practice = rng.choice(len(PRACTICES), size=mentors, p=(0.6, 0.25, 0.15)).astype(np.int32)
    strength = climate.choosing + np.array(STRENGTHS)[practice]
    walk = _walk(rng, staff, effect=effect, strength=strength, hidden=hidden)
    score = _on_scale(staff.without_mentors + walk.carried)
    mentor, mentee, before, after = np.array(walk.pairs, dtype=np.int32).reshape(-1, 4).T
    observed = ObservedMentoring(
        score=np.where(staff.is_seen, score, np.nan), unit=staff.unit, grade=staff.grade, tenure=staff.tenure, family=staff.family,
        mentor=mentor, mentee=mentee, before=before, after=after,
    )  # fmt: skip
    earlier_before, earlier_after = np.array(walk.earlier).reshape(-1, 2).T
    without = _on_scale(staff.without_mentors[mentee, after] + earlier_after)
    truth = MentoringTruth(
        effect=effect,
        practice=practice,
        effect_of_pair=np.array(walk.added),
        without=np.where(staff.is_here[mentee, after], without, np.nan),
        level_before=(staff.without_mentors - staff.noise)[mentee, before] + earlier_before,
        shock=staff.shock,
        climate=climate,
    )
    return GeneratedMentoring(observed=observed, truth=truth)


def _on_scale(score: Floats) -> Floats:
    return np.asarray(np.round(np.clip(score, BOTTOM, TOP), 2), dtype=np.float64)


def _walk(rng: np.random.Generator, staff: People, *, effect: Floats, strength: Floats, hidden: float) -> _Walk:
    """Let mentors take mentees, one period after the other."""
    people, periods = staff.without_mentors.shape
    walk = _Walk(carried=np.zeros((people, periods)), free_from=np.zeros(people))
    home = rng.integers(0, len(staff.shock), len(effect))
    eagerness = rng.gamma(2.0, 0.45, len(effect))  # some have had one mentee, some ten
    for before in range(periods - 1):
        score = np.where(staff.is_seen[:, before], _on_scale(staff.without_mentors + walk.carried)[:, before], np.nan)
        known = np.nan_to_num((score - np.nanmean(score)) / np.nanstd(score))
        heading = staff.heading[:, before] / max(float(staff.heading[:, before].std()), 1e-9)
        wanted = np.minimum(rng.poisson(eagerness), 4)
        for mentor in rng.permutation(len(effect)):
            pull = -strength[mentor] * known - hidden * heading + NEW_PREFERRED * (staff.tenure[:, before] < NEW)
            for _ in range(wanted[mentor]):
                mentee = _choose(rng, staff, walk, pull=pull, before=before, home=int(home[mentor]))
                if mentee >= 0:
                    _take(rng, walk, mentor=int(mentor), mentee=mentee, before=before, effect=float(effect[mentor]))
    return walk


def _choose(rng: np.random.Generator, staff: People, walk: _Walk, *, pull: Floats, before: int, home: int) -> int:
    """Return who is chosen, the likelier the stronger the pull; -1: nobody is free."""
    free = staff.is_here[:, before] & (walk.free_from <= before)
    near = free & (staff.unit[:, before] == home)
    pool = np.flatnonzero(near if near.any() and rng.random() < OWN_UNIT else free)
    if not len(pool):
        return -1
    # Gumbel's trick: the largest of pull + Gumbel noise is a draw with weights exp(pull).
    return int(pool[np.argmax(pull[pool] + rng.gumbel(size=len(pool)))])


def _take(rng: np.random.Generator, walk: _Walk, *, mentor: int, mentee: int, before: int, effect: float) -> None:
    """Pair the two; what the mentor adds comes in equal steps and stays."""
    periods = walk.carried.shape[1]
    after = min(before + (1 if rng.random() < SHORT else 2), periods - 1)
    added = effect + OF_THE_PAIR * rng.standard_normal()
    walk.pairs.append((mentor, mentee, before, after))
    walk.added.append(added)
    walk.earlier.append((float(walk.carried[mentee, before]), float(walk.carried[mentee, after])))
    for period in range(before + 1, periods):
        walk.carried[mentee, period] += added * min(1.0, (period - before) / (after - before))
    walk.free_from[mentee] = after
