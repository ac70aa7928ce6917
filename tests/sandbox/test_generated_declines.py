"""Companies generated with a known truth: the same every time, the truth out of reach, and in the data what the truth says."""

import numpy as np
import pytest

from bole.sandbox.generated.company import CAUSES, DECOYS, LOOK_ALIKES, SHAPES, Declines, Decoys, LookAlikes, Truth
from bole.sandbox.generated.declines import generate
from bole.sandbox.generated.judging import judge
from bole.values.workdays import is_working_day
from tests.sandbox.told_of_generated import arrays, checksum, ratios, steps, truth_of_one_row, within_reach


@pytest.fixture(scope="module")
def company():
    return generate(people=500, seed=11)


@pytest.fixture(scope="module")
def told():
    return generate(people=250, seed=12, with_course=True)


@pytest.fixture(scope="module")
def rows_with(company):
    """Return the entries of a kind of look-alike, as row, first, last."""
    alike = company.truth.look_alikes

    def entries(kind):
        those = alike.kind == LOOK_ALIKES.index(kind)
        return list(zip(alike.row[those].tolist(), alike.first[those].tolist(), alike.last[those].tolist(), strict=True))

    return entries


class TestACompany:
    def test_is_the_same_for_the_same_seed(self):
        one, again = generate(people=50, seed=7), generate(people=50, seed=7)

        assert all(np.array_equal(a, b) for a, b in zip(arrays(one), arrays(again), strict=True))

    def test_is_another_for_another_seed(self):
        one, other = generate(people=50, seed=7), generate(people=50, seed=8)

        assert not np.array_equal(one.observed.surroundings.open_work[0], other.observed.surroundings.open_work[0])

    def test_keeps_its_truth_out_of_reach(self, company):
        reached = within_reach(company.observed)

        assert len(reached) > 100
        assert [one for one in reached if isinstance(one, Truth | Declines | LookAlikes | Decoys)] == []
        assert [a for a in arrays(company.truth) for b in reached if isinstance(b, np.ndarray) and np.shares_memory(a, b)] == []

    def test_has_the_company_calendar(self, company):
        calendar = company.observed.calendar

        first = calendar.first_day.toordinal()
        days = [calendar.first_day.fromordinal(first + n) for n in range(731)]

        assert calendar.is_working.tolist() == [is_working_day(day) for day in days]
        assert calendar.weekday.tolist() == [day.weekday() for day in days]

    @pytest.mark.parametrize("months", [11, 37])
    def test_refuses_months_without_holidays_or_without_a_usual(self, months):
        with pytest.raises(ValueError, match="between 12 and 36 months"):
            generate(people=50, seed=1, months=months)

    def test_has_nothing_where_nobody_was(self, company):
        daily, away = company.observed.daily, company.observed.surroundings.absent

        assert daily.total[away].sum() == 0
        assert daily.count[away].sum() == 0
        assert daily.total[~daily.heard].sum() == 0

    def test_counts_the_working_days_of_a_sum_while_its_source_is_silent(self, company):
        observed = company.observed
        pieces = observed.indicator == [one.code for one in observed.indicators].index("tickets_solved")

        silent = observed.daily.here[pieces] & ~observed.daily.heard[pieces] & observed.calendar.is_working

        assert observed.daily.count[pieces][silent].mean() > 0.9

    def test_has_whole_numbers_that_are_never_negative(self, company):
        daily = company.observed.daily

        assert daily.total.min() == 0
        assert daily.count.min() == 0
        assert np.isfinite(daily.total).all()


class TestThePlantedDeclines:
    def test_are_about_one_in_eight_rows(self, company):
        share = len(company.truth.declines.row) / len(company.observed.person)

        assert 0.09 < share < 0.17

    def test_have_each_shape_and_each_cause(self, company):
        declines = company.truth.declines

        assert set(declines.shape.tolist()) == set(range(len(SHAPES)))
        assert set(declines.cause.tolist()) == set(range(len(CAUSES)))

    def test_are_one_a_row(self, company):
        rows = company.truth.declines.row

        assert len(np.unique(rows)) == len(rows)

    def test_begin_on_a_working_day_on_which_the_person_is_here_and_heard(self, company):
        declines, observed = company.truth.declines, company.observed

        assert observed.calendar.is_working[declines.onset].all()
        assert observed.daily.here[declines.row, declines.onset].all()
        assert observed.daily.heard[declines.row, declines.onset].all()

    def test_leave_a_usual_before_and_time_after(self, company):
        declines, daily = company.truth.declines, company.observed.daily

        assert (declines.onset >= 180).all()
        assert (declines.onset <= daily.total.shape[1] - 65).all()
        assert ((declines.end == -1) | (declines.end > declines.onset + 27)).all()

    def test_are_in_the_data_as_large_as_they_say(self, company):
        by_size = steps(company)

        assert len(by_size) > 80
        assert 0.85 < np.median(by_size) < 1.15

    def test_have_sizes_from_moderate_to_plain(self, company):
        sizes = company.truth.declines.size

        assert (sizes >= 1.5).all()
        assert (sizes <= 9.0).all()


class TestTheCourse:
    def test_changes_nothing_that_is_generated(self):
        plain, told = generate(people=50, seed=7), generate(people=50, seed=7, with_course=True)

        assert checksum(plain) == 2123086086
        assert all(np.array_equal(a, b) for a, b in zip(arrays(plain.observed), arrays(told.observed), strict=True))
        assert np.array_equal(plain.truth.declines.onset, told.truth.declines.onset)

    def test_says_what_rows_without_a_decline_come_to(self, told):
        of_times = ratios(told, "response_time", is_declining=False)

        assert len(of_times) > 80
        assert 0.97 < np.median(of_times) < 1.03

    def test_leaves_the_declines_out(self, told):
        of_times = ratios(told, "response_time", is_declining=True)

        assert np.median(of_times) > 1.2


class TestTheCauses:
    def test_show_in_the_surroundings(self, company):
        declines, around = company.truth.declines, company.observed.surroundings
        rows, onsets = (part[declines.cause == CAUSES.index("load")] for part in (declines.row, declines.onset))

        after = np.array([around.open_work[row, onset + 5 : onset + 25].mean() for row, onset in zip(rows, onsets, strict=True)])
        before = np.array([around.open_work[row, onset - 40 : onset - 10].mean() for row, onset in zip(rows, onsets, strict=True)])

        assert np.median(after / before) > 1.5

    def test_leave_no_trace_where_the_cause_is_unknown(self, company):
        declines, around = company.truth.declines, company.observed.surroundings
        rows, onsets = (part[declines.cause == CAUSES.index("unknown")] for part in (declines.row, declines.onset))

        after = np.array([around.open_work[row, onset + 5 : onset + 25].mean() for row, onset in zip(rows, onsets, strict=True)])
        before = np.array([around.open_work[row, onset - 40 : onset - 10].mean() for row, onset in zip(rows, onsets, strict=True)])

        assert 0.9 < np.median(after / before) < 1.1

    def test_move_for_nothing_with_people_who_do_not_decline(self, company):
        decoys, declining = company.truth.decoys, company.observed.person[company.truth.declines.row]

        assert set(decoys.kind.tolist()) == set(range(len(DECOYS)))
        assert not np.isin(decoys.person, declining).any()


class TestTheLookAlikes:
    @pytest.mark.parametrize("kind", LOOK_ALIKES)
    def test_are_of_every_kind(self, rows_with, kind):
        assert len(rows_with(kind)) > 0

    def test_say_when_a_source_was_silent(self, company, rows_with):
        heard = company.observed.daily.heard

        assert not any(heard[row, first : last + 1].any() for row, first, last in rows_with("silent_source"))

    def test_hit_a_team_as_a_whole(self, company, rows_with):
        team = company.observed.daily.team
        hit = {row for row, _, _ in rows_with("unit_shock")}

        teams = {int(team[row]) for row in hit}

        assert hit == set(np.flatnonzero(np.isin(team, list(teams))).tolist())

    def test_know_the_day_of_the_move(self, company, rows_with):
        here = company.observed.daily.here

        assert not any(here[row, :first].any() for row, first, _ in rows_with("harder_post"))

    def test_are_around_every_long_holiday(self, company, rows_with):
        spans = {(first, last) for _, first, last in rows_with("holiday")}
        off = [~company.observed.calendar.is_working[first + 8 : last - 7] for first, last in spans]

        assert len(spans) >= 5
        assert all(days.all() for days in off)


class TestJudging:
    @pytest.mark.parametrize(
        "onset, noticed, found",
        [
            ((200,), (200,), [0]),
            ((200,), (260,), [0]),
            ((200,), (261,), [-1]),
            ((200,), (199,), [-1]),
            ((200,), (205, 230), [0, -1]),
            ((200, 400), (410, 205), [1, 0]),
        ],
    )
    def test_takes_one_alert_within_sixty_days_for_one_decline(self, onset, noticed, found):
        truth = truth_of_one_row(onset=onset)

        judged = judge(truth, row=np.zeros(len(noticed), dtype=np.int32), noticed=np.array(noticed, dtype=np.int32))

        assert judged.decline.tolist() == found

    def test_says_what_a_false_alarm_fell_for(self):
        truth = truth_of_one_row(bad_day=(300,))

        judged = judge(truth, row=np.array([0, 0], dtype=np.int32), noticed=np.array([301, 330], dtype=np.int32))

        assert judged.look_alike.tolist() == [LOOK_ALIKES.index("bad_day"), -1]
        assert judged.false_alarms.tolist() == [True, True]


@pytest.mark.full
def test_ten_thousand_people_take_less_than_three_gigabytes():
    company = generate(people=10_000, seed=1)

    assert len(np.unique(company.observed.person)) == 10_000
    assert sum(one.nbytes for one in arrays(company)) < 1_500_000_000
