"""Matching as a rule: constraints hold, nothing beats it, brute force agrees. The oracle below imports nothing of the rule's solver."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from bole.mentoring.rules.matching import Mentee, Mentor, Terms, counted, fit_of, seat_points, style_points
from bole.mentoring.rules.matching_pool import Matched, first_come, match_pool
from bole.mentoring.rules.matching_solving import solve
from bole.mentoring.rules.matching_values import NEVER, Pool, Problem, fits, permitted, problem_of

SKILLS = st.sampled_from(("python", "sql", "nlp", "design"))
PLACES = st.sampled_from(("", "北京", "深圳"))
HOURS = st.frozensets(st.sampled_from(("mon_am", "wed_pm", "fri_am")), max_size=3)
STYLE = st.dictionaries(st.sampled_from(("pace", "length")), st.sampled_from(("a", "b")), max_size=2)


def mentees(keys: range) -> st.SearchStrategy[list[Mentee]]:
    one = st.builds(
        Mentee, key=st.just(0), wants=st.dictionaries(SKILLS, st.integers(0, 4), max_size=3), family=st.sampled_from(("", "a", "b")),
        grade=st.integers(3, 6), framework=st.sampled_from(("new", "moved")), place=PLACES, hours=HOURS,
        likes=st.frozensets(st.integers(100, 103), max_size=2), style=STYLE,
    )  # fmt: skip
    return st.lists(one, min_size=1, max_size=len(keys)).map(
        lambda rows: [replace(row, key=key) for key, row in zip(keys, rows, strict=False)]
    )


def mentors() -> st.SearchStrategy[list[Mentor]]:
    one = st.builds(
        Mentor, key=st.just(0), skills=st.dictionaries(SKILLS, st.integers(1, 5), max_size=4), family=st.sampled_from(("", "a", "b")),
        grade=st.integers(4, 8), frameworks=st.frozensets(st.sampled_from(("new", "moved"))), place=PLACES, hours=HOURS,
        likes=st.frozensets(st.integers(0, 4), max_size=2), capacity=st.integers(1, 3), taken=st.integers(0, 2),
        effect=st.none() | st.integers(-1500, 1500), style=STYLE,
    )  # fmt: skip
    return st.lists(one, min_size=1, max_size=4).map(lambda rows: [replace(row, key=100 + n) for n, row in enumerate(rows)])


@st.composite
def pools(draw: st.DrawFn) -> Pool:
    pairs = st.frozensets(st.tuples(st.integers(0, 4), st.integers(100, 103)), max_size=6)
    terms = Terms(least=draw(st.sampled_from((0, 20, 40))), fair=draw(st.sampled_from((0, 50))), strictness=draw(st.integers(0, 3)))
    return Pool(mentees=draw(mentees(range(5))), mentors=draw(mentors()), terms=terms, forbidden=draw(pairs))


def oracle(pool: Pool) -> tuple[int, int, int]:
    """Try every matching: how many pairs, what they count, how many ways they share."""
    best = (0, 0, 0)
    stack: list[tuple[int, tuple[int, ...], tuple[int, int, int]]] = [(0, (0,) * len(pool.mentors), best)]
    while stack:
        at, taken, got = stack.pop()
        if at == len(pool.mentees):
            best = max(best, got)
            continue
        stack.append((at + 1, taken, got))
        mentee = pool.mentees[at]
        for n, mentor in enumerate(pool.mentors):
            fit = fit_of(mentee, mentor, pool.terms.weights)
            if fit < pool.terms.least or (mentee.key, mentor.key) in pool.forbidden or mentor.taken + taken[n] >= mentor.capacity:
                continue
            points = counted(fit, pool.terms) + seat_points(mentor.capacity, mentor.taken, taken[n], pool.terms.weights.load)
            now = (got[0] + 1, got[1] + points, got[2] + style_points(mentee, mentor))
            stack.append((at + 1, tuple(t + (i == n) for i, t in enumerate(taken)), now))
    return best


def reached(pool: Pool, found: Matched) -> tuple[int, int, int]:
    """Count what a result comes to, pair by pair."""
    by_key = {one.key: one for one in (*pool.mentees, *pool.mentors)}
    style = sum(style_points(by_key[one.mentee], by_key[one.mentor]) for one in found.pairs)  # type: ignore[arg-type]
    return len(found.pairs), found.objective, style


def dense(problem: Problem) -> tuple[int, int]:
    """Count pairs and gain by the dense solver over all pairs and seats; a pair more outweighs every gain."""
    owner = np.repeat(np.arange(len(problem.seats)), [len(own) for own in problem.seats])
    table = problem.gain[:, owner].astype(np.float64) + np.array([one for own in problem.seats for one in own])
    may = table > NEVER / 2
    more = (2 * np.abs(table[may]).max() + 1) * (min(table.shape) + 1)
    rows, columns = linear_sum_assignment(np.where(may, table + more, 0), maximize=True)
    made = may[rows, columns]
    return int(made.sum()), round(float(table[rows, columns][made].sum()))


class TestMatching:
    @settings(deadline=None, max_examples=150)
    @given(pools())
    def test_is_what_brute_force_finds_with_its_proof(self, pool: Pool) -> None:
        found = match_pool(pool)

        assert reached(pool, found) == oracle(pool)
        assert found.gap == 0

    @settings(deadline=None, max_examples=100)
    @given(pools())
    def test_breaks_no_constraint(self, pool: Pool) -> None:
        found = match_pool(pool)

        taken = {one.key: sum(pair.mentor == one.key for pair in found.pairs) for one in pool.mentors}
        assert all(taken[one.key] <= one.seats for one in pool.mentors)
        assert not {(one.mentee, one.mentor) for one in found.pairs} & set(pool.forbidden)
        assert {one.mentee for one in found.pairs} | {one.mentee for one in found.unmatched} == {one.key for one in pool.mentees}
        assert all(one.fit >= pool.terms.least for one in found.pairs)

    @settings(deadline=None, max_examples=100)
    @given(pools())
    def test_is_never_worse_than_first_come_first_served(self, pool: Pool) -> None:
        found, simple = match_pool(pool), first_come(pool)

        assert (len(found.pairs), found.objective) >= (len(simple.pairs), simple.objective)

    @settings(deadline=None, max_examples=60)
    @given(pools(), st.randoms(use_true_random=False))
    def test_says_the_same_whatever_the_order(self, pool: Pool, order: object) -> None:
        shuffled = list(pool.mentors)
        order.shuffle(shuffled)  # type: ignore[attr-defined]

        assert match_pool(replace(pool, mentors=shuffled)) == match_pool(pool)

    @settings(deadline=None, max_examples=60)
    @given(pools(), mentees(range(4, 5)))
    def test_one_more_mentee_never_costs_a_pair(self, pool: Pool, more: list[Mentee]) -> None:
        known = {one.key for one in pool.mentees}
        wider = replace(pool, mentees=[*pool.mentees, *(one for one in more if one.key not in known)])

        found = match_pool(wider)

        assert len(found.pairs) >= len(match_pool(pool).pairs)
        assert all(sum(pair.mentor == one.key for pair in found.pairs) <= one.seats for one in pool.mentors)

    @settings(deadline=None, max_examples=60)
    @given(pools())
    def test_values_of_arrays_are_those_of_the_words(self, pool: Pool) -> None:
        weights = pool.terms.weights

        table = fits(pool.mentees, pool.mentors, weights)

        assert table.tolist() == [[fit_of(one, other, weights) for other in pool.mentors] for one in pool.mentees]

    def test_nobody_mentors_themselves(self) -> None:
        pool = Pool(mentees=[Mentee(key=7)], mentors=[Mentor(key=7)], terms=Terms(least=0))

        found = match_pool(pool)

        assert found.pairs == ()

    def test_a_pair_that_hr_fixed_stands_whatever_it_is_worth(self) -> None:
        mentors = [Mentor(key=100, capacity=1, skills={"sql": 5}), Mentor(key=101, capacity=1)]
        pool = Pool(mentees=[Mentee(key=0, wants={"sql": 1})], mentors=mentors, fixed={0: 101})

        found = match_pool(pool)

        assert [(one.mentee, one.mentor) for one in found.pairs] == [(0, 101)]

    def test_style_decides_between_equals_only(self) -> None:
        likes_short = Mentee(key=0, wants={"sql": 0}, style={"length": "short"})
        alike = Mentor(key=101, skills={"sql": 3}, style={"length": "short"})
        better = Mentor(key=102, skills={"sql": 4})
        other = Mentor(key=100, skills={"sql": 3})

        equals = match_pool(Pool(mentees=[likes_short], mentors=[other, alike]))
        unequal = match_pool(Pool(mentees=[likes_short], mentors=[other, alike, better]))

        assert equals.pairs[0].mentor == 101
        assert unequal.pairs[0].mentor == 102

    @pytest.mark.parametrize(("is_star", "seats"), [(True, 6), (True, 2), (False, 2), (False, 6)])
    def test_star_mentors_and_scarce_seats_stay_exact(self, is_star, seats) -> None:
        chance = np.random.default_rng(7)
        names = [f"s{n}" for n in range(20)]
        mentors = []
        for n in range(60):
            held = chance.choice(names, 15 if is_star and n < 4 else 4)
            mentors.append(Mentor(key=1000 + n, capacity=seats, skills={str(s): int(chance.integers(1, 6)) for s in held}))
        people = [Mentee(key=n, wants={str(s): 1 for s in chance.choice(names, 2)}) for n in range(240)]

        found = match_pool(Pool(mentees=people, mentors=mentors, terms=Terms(least=0)))

        assert (found.gap, len(found.pairs)) == (0, min(240, 60 * seats))

    def test_a_pool_in_which_nearly_all_are_worth_the_same_is_matched_on_few_candidates(self) -> None:
        takers = [Mentor(key=1000 + n, capacity=6, skills={"sql": 3 + (n == 0)}) for n in range(300)]
        pool = Pool(mentees=[Mentee(key=n, wants={"sql": 1}) for n in range(1500)], mentors=takers)
        fit = fits(pool.mentees, pool.mentors, pool.terms.weights)

        found = solve(problem_of(pool, fit, permitted(pool, fit)))

        assert (found.gap, int((found.mate >= 0).sum())) == (0, 1500)
        assert found.candidates < 100 * 1500

    @pytest.mark.parametrize("levels", [2, 40])
    @pytest.mark.parametrize("free", [1.0, 0.1])
    @pytest.mark.parametrize("most_seats", [2, 5])
    def test_larger_pools_come_to_what_the_dense_solver_finds(self, levels, free, most_seats) -> None:
        chance = np.random.default_rng([levels, most_seats, int(free * 10)])
        mentees, mentors = 400, 150
        gain = chance.integers(-10, levels, (mentees, mentors)) * (4 * mentees + 1) + chance.integers(0, 5, (mentees, mentors))
        gain[chance.random(gain.shape) >= free] = NEVER
        gain[:100, 20:] = NEVER  # a quarter may only be with a few: the pool falls into two halves
        seats = [tuple(10 * (4 * mentees + 1) - 2000 * n for n in range(chance.integers(1, most_seats + 1))) for _ in range(mentors)]

        problem = Problem(gain.astype(np.int32), tuple(seats))
        found = solve(problem)

        assert (int((found.mate >= 0).sum()), found.gained, found.gap) == (*dense(problem), 0)
