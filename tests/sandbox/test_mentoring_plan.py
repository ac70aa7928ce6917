"""Two years of mentoring as planned: the counts and sums that the stories tell, on several days, without a database."""

from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from statistics import median

import pytest

from bole.mentoring.rules.frameworks import faults_of
from bole.mentoring.rules.growth_figures import is_promoted, lift, tenths_of_percent
from bole.mentoring.rules.shipped import SHIPPED
from bole.sandbox.rules.days import step
from bole.sandbox.rules.mentoring import Mentoring, mentoring_on
from bole.sandbox.rules.mentoring_adopters import Adoption, adopters_of
from bole.sandbox.rules.mentoring_cast import (
    ANSWERS_TO_WU_ZHENG,
    ANSWERS_TO_ZHANG_SAN,
    CHEN_XIAOYU,
    COVERED,
    DING_YI,
    LI_SI,
    SUN_RAN,
    TESTS_OF_SUN_RAN,
)
from bole.sandbox.rules.mentoring_framework import COPIED, NAMES, made_own
from bole.sandbox.rules.mentoring_mentors import SONG_YAN, WU_ZHENG, XU_JIA, YE_QING, ZENG_RUI, ZHANG_SAN, ZHAO_NING, ZHOU_YU, promotions_of
from bole.sandbox.rules.mentoring_news import messages_of, steps_down_on
from bole.sandbox.rules.mentoring_skills import skills_of
from bole.sandbox.rules.mentoring_terms import Answer, PairPlan
from bole.sandbox.rules.mentoring_thanks import thanks_of
from bole.sandbox.rules.mentoring_years import Years
from tests.sandbox.told import ANCHORS, EXAMPLE, told

OWN = replace(SHIPPED[COPIED], code="own_x", zh=NAMES[0], en=NAMES[1])
WORTH = {"yes": 2, "partly": 1, "no": 0}


def test_the_framework_that_the_company_made_lacks_nothing():
    made = made_own(OWN)

    assert (faults_of(made), next(one.zh for one in made.core), made.months) == ((), "交接与上线", 8)
    assert NAMES[0] not in {one.zh for one in SHIPPED.values()}


@cache
def planned(day: date) -> Mentoring:
    """Plan the mentoring of a day."""
    demo = told(day)
    return mentoring_on(demo.plan, demo.history.leaves)


def of_mentor(day: date, number: str) -> list[PairPlan]:
    """Return a mentor's pairs since the launch."""
    return [one for one in planned(day).pairs if one.mentor == number and not one.is_imported]


def promoted(day: date, one: PairPlan) -> bool:
    """Test if a mentee was promoted in time."""
    return is_promoted(promotions_of(told(day).plan.by_number[one.mentee]), start=one.first_day, end=one.ended_on)


def rates(given: list[Answer]) -> list[int]:
    """Return the rate of each question in whole percent, rounded half up."""
    return [(sum(WORTH[one[n]] for one in given) * 100 + len(given)) // (2 * len(given)) for n in range(3)]


@pytest.mark.parametrize("day", ANCHORS, ids=str)
class TestTheWhole:
    def test_forty_six_mentor_and_seventy_eight_pairs_live(self, day):
        plan = planned(day)

        assert len(plan.mentors) - 1 == 46
        assert sum(not one.is_over for one in plan.pairs) == 78
        assert max(plan.load(day).values()) <= 3
        assert len(plan.wishes) == 3

    def test_twenty_of_eighty_were_promoted(self, day):
        ended = planned(day).ended()

        assert (len(ended), sum(promoted(day, one) for one in ended)) == (80, 20)

    def test_four_of_forty_were_promoted_before(self, day):
        imported = planned(day).imported

        assert (len(imported), sum(promoted(day, one) for one in imported)) == (40, 4)
        assert all(one.ended_on and one.ended_on < told(day).plan.almanac.launch for one in imported)

    def test_nobody_is_in_two_pairs_at_once_or_mentors_above_a_grade_of_their_own(self, day):
        plan, people = planned(day), told(day).plan.by_number
        spans = sorted((one.mentee, one.first_day, one.ended_on or date.max) for one in (*plan.pairs, *plan.imported))

        assert all(one[0] != other[0] or one[2] < other[1] for one, other in pairwise(spans))
        assert all(people[one.mentor].post_on(one.first_day) and people[one.mentee].post_on(one.first_day) for one in plan.pairs)

    def test_everything_happened_within_its_pair_and_before_today(self, day):
        plan = planned(day)

        days = [(one, what.day) for one in plan.pairs for what in (*one.talks, *one.tests)]

        assert all(one.first_day <= when <= (one.ended_on or day) and when < day for one, when in days)


class TestTheStories:
    def test_zhang_san_gave_ninety_six_hours_to_three_mentees(self):
        pairs = of_mentor(EXAMPLE, ZHANG_SAN)

        assert {one.mentee for one in pairs} == {ZHOU_YU, ZHAO_NING, LI_SI}
        assert sum(one.minutes for one in pairs) == 96 * 60
        assert sum(promoted(EXAMPLE, one) for one in pairs) == 2

    def test_his_ten_answers_are_90_85_and_80(self):
        given = [answer for months in ANSWERS_TO_ZHANG_SAN.values() for answer in months.values()]

        assert (len(given), rates(given)) == (10, [90, 85, 80])

    def test_li_sis_tests_rose_by_21_4_percent_and_he_met_zhang_san_on_the_12th(self):
        pair = next(one for one in of_mentor(EXAMPLE, ZHANG_SAN) if one.mentee == LI_SI)

        assert [(one.day, one.points) for one in pair.tests] == [
            (date(2026, 5, 20), 70), (date(2026, 8, 19), 78), (date(2026, 11, 18), 85)
        ]  # fmt: skip
        assert tenths_of_percent(lift(70, 85)) == 214
        assert pair.talks[-1].day == date(2026, 11, 12)
        assert planned(EXAMPLE).diary.due(pair, "report")[0][1] == date(2026, 11, 26)

    def test_wu_zhengs_nine_answers_are_44_39_and_50(self):
        given = [answer for months in ANSWERS_TO_WU_ZHENG.values() for answer in months.values()]

        assert (len(given), len(ANSWERS_TO_WU_ZHENG), rates(given)) == (9, 3, [44, 39, 50])

    def test_wu_zheng_had_five_mentees_and_two_left_within_a_year(self):
        pairs = of_mentor(EXAMPLE, WU_ZHENG)

        left = [one for one in pairs if one.ended_why == "mentee_left"]
        assert (len(pairs), len(left)) == (5, 2)
        assert all((one.ended_on - one.first_day).days < 365 for one in left)

    def test_wu_zheng_covered_38_percent_and_met_45_percent_in_time(self):
        pairs, diary = of_mentor(EXAMPLE, WU_ZHENG), planned(EXAMPLE).diary
        core = sum(len(SHIPPED[one.framework].core) for one in pairs)
        due = [(one, [each for _, each in diary.due(one, "meeting") if each <= one.ended_on]) for one in pairs]

        kept = sum(talk.day <= each for one, days in due for talk, each in zip(one.talks, days, strict=False))

        assert (sum(COVERED.values()) * 200 + core) // (2 * core) == 38
        assert (kept * 200 // sum(len(days) for _, days in due) + 1) // 2 == 45

    def test_zeng_rui_met_six_mentees_every_nine_days_and_agreed_on_a_step_each_time(self):
        pairs = [one for one in of_mentor(EXAMPLE, ZENG_RUI) if one.approved_on]
        gaps = [(after.day - before.day).days for one in pairs for before, after in pairwise(one.talks)]

        assert (len(pairs), median(gaps)) == (6, 9)
        assert all(talk.to_do for one in pairs for talk in one.talks)
        assert planned(EXAMPLE).load(step(EXAMPLE, -1))[ZENG_RUI] == 1

    def test_ye_qing_and_ding_yi_alone_did_not_meet_by_the_16th(self):
        plan = planned(EXAMPLE)

        late = [
            (one.mentor, one.mentee)
            for one in plan.running()
            for _, due in plan.diary.due(one, "meeting")
            if due == date(2026, 11, 16) and not any(date(2026, 10, 15) < talk.day <= due for talk in one.talks)
        ]

        assert late == [(YE_QING, DING_YI)]

    def test_sun_rans_tests_rose_by_27_4_percent(self):
        pair = next(one for one in planned(EXAMPLE).pairs if one.mentee == SUN_RAN)

        assert tuple(one.points for one in pair.tests) == TESTS_OF_SUN_RAN
        assert tenths_of_percent(lift(62, 79)) == 274

    def test_xu_jia_and_zhou_yu_mentored_one_each_before(self):
        plan = planned(EXAMPLE)

        assert sum(one.mentor == XU_JIA for one in plan.imported) == 1
        assert [one.ended_on.year for one in plan.pairs if one.mentor == ZHOU_YU] == [2025]

    def test_song_yan_has_two_mentees_to_hand_over(self):
        assert planned(EXAMPLE).load(EXAMPLE)[SONG_YAN] == 2

    def test_years_are_2024_from_before_and_2025_closed(self):
        years = Years(told(EXAMPLE).plan)

        assert (years.imported, years.closed) == ((2024,), (2025,))
        assert all(8000 <= dict(years.ratings(2024))[number] < 9000 for number in (ZHOU_YU, XU_JIA))

    def test_every_mentor_has_skills(self):
        plan = planned(EXAMPLE)

        assert {one.number for one in skills_of(plan)} >= {one.number for one in plan.mentors}


class TestTheMethod:
    def test_eleven_adopt_it_in_august(self):
        plan = planned(EXAMPLE)
        adopters = adopters_of(plan.plan, plan.mentors)

        assert (len(set(adopters)), ZENG_RUI in adopters, WU_ZHENG in adopters) == (11, False, False)
        assert (Adoption(plan.plan.almanac).adopted_on(0), Adoption(plan.plan.almanac).last_on) == (date(2026, 8, 4), date(2026, 8, 6))

    def test_problems_are_solved_eight_points_more_often_afterwards_in_a_wide_range(self):
        solving = planned(EXAMPLE).solving

        said = solving.said_of(solving.planted)

        assert (said.mentors, round(said.before), round(said.after), round(said.difference)) == (6, 67, 75, 8)
        assert said.is_wide

    def test_what_is_planted_is_what_mentees_answer(self):
        plan = planned(EXAMPLE)

        given = {(one.mentee, month): said[2] for one in plan.pairs for month, said in one.answers.items()}

        assert plan.solving.planted.items() <= given.items()


class TestTeachersDay:
    def test_thirty_seven_mentees_say_thank_you_four_of_them_to_zeng_rui(self):
        said = thanks_of(planned(EXAMPLE))

        assert (len(said), sum(one.pair.mentor == ZENG_RUI for one in said)) == (37, 4)
        assert {one.day for one in said} == {date(2026, 9, 10)}


class TestWhatPairsWrite:
    @pytest.mark.parametrize("day", ANCHORS)
    def test_is_written_by_one_of_two_who_are_a_pair_that_day_and_in_the_order_of_days(self, day):
        said = messages_of(planned(day))

        assert said
        assert all(one.by in {one.pair.mentor, one.pair.mentee} and one.day <= (one.pair.ended_on or day) for one in said)
        assert [(one.day, one.hour) for one in said] == sorted((one.day, one.hour) for one in said)
        assert all(one.day < day for one in said)

    def test_waits_for_an_answer_in_two_pairs(self):
        last = {one.pair.mentee: one.by for one in messages_of(planned(EXAMPLE))}

        assert (last[LI_SI], last[CHEN_XIAOYU]) == (LI_SI, ZENG_RUI)

    def test_is_no_sentence_of_another_story(self):
        words = [one.words for one in messages_of(planned(EXAMPLE))]

        assert len(set(words)) == len(words) == 11


class TestSlips:
    def test_are_two_and_leave_the_figures_of_the_stories(self):
        pairs = planned(EXAMPLE).pairs

        tests = [(one.mentee, test.slip, test.points) for one in pairs for test in one.tests if test.slip]
        talks = [(one.mentee, talk.slip, talk.minutes) for one in pairs for talk in one.talks if talk.slip]

        assert (tests, talks) == ([(SUN_RAN, 97, 79)], [(LI_SI, 60, 120)])

    @pytest.mark.parametrize("day", ANCHORS)
    def test_ye_qing_steps_down_only_while_her_pair_lives(self, day):
        stepped = steps_down_on(planned(day))

        assert stepped is None or next(one for one in of_mentor(day, YE_QING) if one.mentee == DING_YI).is_alive_on(stepped)
