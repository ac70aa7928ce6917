"""Pools to match: seats enough or scarce, with or without star mentors whom everybody would like."""

import numpy as np

from bole.mentoring.rules.matching import Mentee, Mentor
from bole.mentoring.rules.matching_values import Pool

FIRST_MENTOR = 1_000_000
KINDS = ("even", "stars", "scarce", "stars, scarce")


def pool(kind: str, *, mentees: int, mentors: int, seed: int) -> Pool:
    """Draw a pool: 60 skills, 8 families, 3 towns, 12 frameworks; a twentieth of the mentors are stars where there are any."""
    chance = np.random.default_rng(seed)
    skills, hours = [f"s{n:02}" for n in range(60)], [f"h{n}" for n in range(10)]
    has_stars = kind.startswith("stars")
    stars = mentors // 20 if has_stars else 0
    seats = 3 if "scarce" in kind else 6

    def some(names: list[str], count: int) -> list[str]:
        return [names[n] for n in chance.choice(len(names), count, replace=False)]

    def style() -> dict[str, str]:
        return {name: str(chance.integers(0, 2)) for name in "abcd"} if chance.random() < 0.4 else {}

    takers = [
        Mentor(
            key=FIRST_MENTOR + n, skills={one: 5 if n < stars else int(chance.integers(2, 6)) for one in some(skills, 25 if n < stars else int(chance.integers(2, 7)))},
            family=f"f{chance.integers(8)}", grade=int(chance.integers(5, 9)), frameworks=frozenset(some([f"w{k}" for k in range(12)], int(chance.integers(0, 4)))),
            place=f"p{chance.integers(3)}", hours=frozenset(some(hours, int(chance.integers(0, 5)))), capacity=seats, taken=int(chance.integers(0, 2)),
            effect=1000 if n < stars else None if chance.random() < 0.5 else int(chance.normal(0, 300)), style=style(),
        )
        for n in range(mentors)
    ]  # fmt: skip
    wanted = (np.arange(60)[::-1] ** 2.0 + 1) if has_stars else np.ones(60)
    liked = stars or mentors
    waiting = [
        Mentee(
            key=n, wants={skills[one]: int(chance.integers(0, 4)) for one in chance.choice(60, int(chance.integers(1, 4)), replace=False, p=wanted / wanted.sum())},
            family=f"f{chance.integers(8)}", grade=int(chance.integers(3, 7)), framework=f"w{chance.integers(12)}", place=f"p{chance.integers(3)}",
            hours=frozenset(some(hours, int(chance.integers(0, 5)))), style=style(),
            likes=frozenset((FIRST_MENTOR + chance.integers(0, liked, 2)).tolist()) if chance.random() < 0.3 else frozenset(),
        )
        for n in range(mentees)
    ]  # fmt: skip
    never = frozenset((n, int(FIRST_MENTOR + one)) for n in range(mentees) for one in chance.integers(0, mentors, 4))
    return Pool(mentees=waiting, mentors=takers, forbidden=never)
