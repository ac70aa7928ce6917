"""The gate of small groups: whatever is answered in whatever order, nothing that leaves rests on fewer than 5 answers of 3 people."""

from collections import Counter
from datetime import date
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bole.surveys.rules.calendar import is_calendar, is_old_enough, months_later, next_day, publication_days
from bole.surveys.rules.gate import Batch, ClosedRound, batch_of, batches_on, floored, least_people, share
from bole.surveys.rules.questions import Floors
from bole.surveys.shipped import MENTORING, MENTORING_QUESTIONS

FLOORS = Floors(answers=5, people=3)
WORTHS = {one.code: one.worths for one in MENTORING_QUESTIONS.questions}
CHOICES = ("yes", "partly", "no", "not_yet")
YES_TO_NO = WORTHS["fits"]
DAYS = publication_days(((5, 20), (11, 20)), first_day=date(2024, 1, 1), last_day=date(2028, 12, 31))
# A round: the month in which it closes, and what each of six mentees answers to the three questions, if they answer.
ANSWERS = st.one_of(st.none(), st.tuples(*[st.sampled_from(CHOICES)] * 3))
ROUNDS = st.lists(st.tuples(st.integers(0, 47), st.lists(ANSWERS, min_size=1, max_size=6)), max_size=14)


def closed(key, month, answers):
    counts = {code: Counter(one[n] for one in answers if one is not None) for n, code in enumerate(("on_time", "fits", "solved"))}
    people = frozenset(person for person, one in enumerate(answers) if one is not None)
    return ClosedRound(key=key, closed_on=months_later(date(2024, 1, 10), month), people=people, counts=counts)


def published(rounds):
    """Return of each question and day which rounds its result rests on, as the calendar goes by."""
    joined, slices = {code: frozenset() for code in WORTHS}, {code: [] for code in WORTHS}
    batches: list[Batch] = []
    for day in DAYS:
        made = batches_on(day, rounds, joined=joined, worths=WORTHS, floors=FLOORS, months=1)
        joined |= {one.question: joined[one.question] | set(one.rounds) for one in made}
        batches = [one for one in (*batches, *made) if months_later(one.newest, 24) > day]
        for code in WORTHS:
            slices[code].append(frozenset(key for one in batches if one.question == code for key in one.rounds))
    return slices


def passes(keys, n, drawn):
    """Test, knowing who answered what, if the answers of some rounds that count are 5 of 3 people."""
    counted = [person for key in keys for person, one in enumerate(drawn[key][1]) if one is not None and one[n] != "not_yet"]
    return len(counted) >= 5 and len(set(counted)) >= 3


class TestWhatLeaves:
    @settings(max_examples=300, deadline=None)
    @given(ROUNDS)
    def test_never_rests_on_few_nor_do_any_two_results_differ_by_few(self, drawn):
        rounds = [closed(key, *one) for key, one in enumerate(drawn)]

        slices = published(rounds)

        shown = [(n, one) for n, code in enumerate(WORTHS) for one in slices[code]]
        pairs = [(n, one, other) for n, code in enumerate(WORTHS) for one, other in combinations(slices[code], 2)]
        assert [one for n, one in shown if one and not passes(one, n, drawn)] == []
        assert [one for n, one, other in pairs for part in (one - other, other - one) if part and not passes(part, n, drawn)] == []

    @settings(max_examples=100, deadline=None)
    @given(ROUNDS)
    def test_is_at_least_a_month_old(self, drawn):
        rounds = [closed(key, *one) for key, one in enumerate(drawn)]

        slices = published(rounds)

        ages = [(rounds[key].closed_on, day) for code in WORTHS for day, keys in zip(DAYS, slices[code], strict=True) for key in keys]
        assert [one for one, day in ages if months_later(one, 1) > day] == []

    def test_waits_for_the_fifth_answer(self):
        four = closed(1, 0, [("yes", "yes", "yes")] * 4)

        assert batch_of("fits", [four], worths=YES_TO_NO, floors=FLOORS) is None

    def test_waits_for_the_third_mentee(self):
        rounds = [closed(key, key, [("yes", "no", "yes"), ("yes", "yes", "no")]) for key in range(4)]

        assert batch_of("fits", rounds, worths=YES_TO_NO, floors=FLOORS) is None

    def test_counts_what_does_not_apply_yet_for_nothing(self):
        answers = [("yes", "not_yet", "yes"), *[("yes", "yes", "yes")] * 4]

        assert batch_of("fits", [closed(1, 0, answers)], worths=YES_TO_NO, floors=FLOORS) is None
        assert batch_of("on_time", [closed(1, 0, answers)], worths=YES_TO_NO, floors=FLOORS).counted == 5

    def test_takes_the_worst_where_it_cannot_know_whose_answers_were_left_out(self):
        took_part = [frozenset({1, 2, 3}), frozenset({1, 2, 4}), frozenset({1, 2})]

        assert least_people(took_part, left_out=0) == 4
        assert least_people(took_part, left_out=1) == 3
        assert least_people(took_part, left_out=2) == 2


class TestTheWorkedExample:
    """Ten answers of three mentees: 8/2/0, 7/3/0, 7/2/1."""

    @pytest.mark.parametrize(
        ("counts", "rate"),
        [
            ({"yes": 8, "partly": 2}, Fraction(90, 100)),
            ({"yes": 7, "partly": 3}, Fraction(85, 100)),
            ({"yes": 7, "partly": 2, "no": 1}, Fraction(80, 100)),
            ({"yes": 7, "partly": 2, "no": 1, "not_yet": 30}, Fraction(80, 100)),
        ],
    )
    def test_comes_to_the_published_rate(self, counts, rate):
        assert share(counts, worths=YES_TO_NO) == rate


class TestFloors:
    @pytest.mark.parametrize(("answers", "people"), [(2, 2), (5, 2), (3, 4)])
    def test_never_hide_nobody(self, answers, people):
        with pytest.raises(ValueError, match="hide nobody"):
            Floors(answers=answers, people=people)

    def test_of_mentors_are_five_and_three(self):
        assert MENTORING.floors == FLOORS

    @pytest.mark.parametrize(("count", "of", "shown"), [(5, 5, 5), (5, 10, 5), (4, 20, None), (18, 20, None), (20, 20, 20), (0, 3, None)])
    def test_hold_for_those_who_took_part_and_those_who_did_not(self, count, of, shown):
        assert floored(count, of=of, floor=5) == shown


class TestTheCalendar:
    def test_counts_a_month_from_the_closing(self):
        assert is_old_enough(date(2026, 10, 20), day=date(2026, 11, 20), months=1)
        assert not is_old_enough(date(2026, 10, 21), day=date(2026, 11, 20), months=1)

    def test_lets_the_end_of_a_short_month_stand_for_the_31st(self):
        assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)

    def test_finds_the_next_day_in_the_next_year(self):
        assert next_day(((5, 20), (11, 20)), after=date(2026, 11, 20)) == date(2027, 5, 20)

    @pytest.mark.parametrize(
        ("days", "is_one"),
        [
            ([(5, 20), (11, 20)], True),
            ([(1, 31)], True),
            ([], False),
            ([(2, 29)], False),
            ([(5, 20), (6, 20)], False),
            ([(1, 15), (12, 15)], False),
            ([(1, 1), (3, 15), (6, 1), (8, 15), (11, 1)], False),
        ],
    )
    def test_is_one_to_four_days_far_enough_apart(self, days, is_one):
        assert is_calendar(days) is is_one
