"""What is asked of a mentor: ratings, mentees, time; each boundary to the hair."""

from datetime import date

import pytest

from bole.mentoring.rules.admission import Days, months_since, whole_months
from tests.mentoring.records import DAY, closed, found, mentored, rate

pytestmark = pytest.mark.django_db
EXCELLENT, SCORE = "scoring.excellent_running", "scoring.score_at_least"
ENDED, MONTHS, LIFTED = "mentoring.mentees_ended", "mentoring.months_mentored", "mentoring.mentees_lifted"
GRADE, TENURE = "people.grade_at_least", "people.tenure_months"


def words(finding):
    return [one.words for one in finding.evidence]


class TestExcellentYears:
    def test_two_years_of_a_are_excellent(self, cast):
        rate(cast.people["吴铮"], cast.viewer("苏文"), y2024="A", y2025="S")

        finding = found(EXCELLENT, cast.people["吴铮"], years=2, gap="breaks")

        assert finding.is_met
        assert words(finding) == ["2024: A (imported, verified by 苏文), 2025: S (imported, verified by 苏文)"]

    def test_a_b_is_not(self, cast):
        rate(cast.people["吴铮"], cast.viewer("苏文"), y2024="A", y2025="B")

        finding = found(EXCELLENT, cast.people["吴铮"], years=2, gap="breaks")

        assert not finding.is_met
        assert finding.left == "excellent ratings from 2026 to 2027"

    def test_a_year_without_a_rating_breaks_the_run(self, cast):
        rate(cast.people["吴铮"], cast.viewer("苏文"), y2023="A", y2025="A")

        finding = found(EXCELLENT, cast.people["吴铮"], years=2, gap="breaks")

        assert not finding.is_met
        assert words(finding)[1] == "No result for 2024 (joined later); by the rule it breaks the run."

    def test_a_year_without_a_rating_is_passed_over_where_the_rule_says_so(self, cast):
        rate(cast.people["吴铮"], cast.viewer("苏文"), y2023="A", y2025="A")

        finding = found(EXCELLENT, cast.people["吴铮"], years=2, gap="skipped")

        assert finding.is_met
        assert words(finding)[1] == "No result for 2024 (joined later); by the rule it is not counted and breaks nothing."

    def test_the_year_that_runs_is_not_asked_for(self, cast):
        rate(cast.people["吴铮"], cast.viewer("苏文"), y2024="A", y2025="A")

        assert found(EXCELLENT, cast.people["吴铮"], years=2, gap="breaks").is_met


class TestScoreOfFive:
    @pytest.mark.parametrize(("last", "is_met"), [(450, True), (449, False)])
    def test_exactly_four_and_a_half_is_enough(self, cast, last, is_met):
        rate(cast.people["吴铮"], cast.viewer("苏文"), y2023=480, y2024=450, y2025=last)

        finding = found(SCORE, cast.people["吴铮"], score=450, years=3, how="each", gap="breaks")

        assert finding.is_met is is_met

    @pytest.mark.parametrize(("last", "is_met"), [(420, True), (419, False)])
    def test_the_mean_is_compared_unrounded(self, cast, last, is_met):
        rate(cast.people["吴铮"], cast.viewer("苏文"), y2023=480, y2024=450, y2025=last)

        finding = found(SCORE, cast.people["吴铮"], score=450, years=3, how="mean", gap="breaks")

        assert finding.is_met is is_met

    def test_a_level_without_a_score_is_a_year_without_one(self, cast):
        rate(cast.people["吴铮"], cast.viewer("苏文"), y2024=480, y2025="S")

        finding = found(SCORE, cast.people["吴铮"], score=450, years=2, how="each", gap="breaks")

        assert not finding.is_met
        assert words(finding) == ["No result for 2025 (only a level was given, no score); by the rule it breaks the run."]


class TestMentees:
    def test_an_ended_one_counts_and_says_who_verified_it(self, cast):
        mentored(cast.people["吴铮"], cast.people["丁一"], date(2025, 1, 1), date(2025, 6, 30), by=cast.viewer("周宁"))

        finding = found(ENDED, cast.people["吴铮"], mentees=1)

        assert finding.is_met
        assert words(finding) == ["1 ended: 丁一, January–June 2025 (imported, verified by 周宁)"]

    def test_a_running_one_does_not_and_says_when_it_will(self, cast):
        cast.pair("张三", "李四", months=8, state="running")

        finding = found(ENDED, cast.people["张三"], mentees=1)

        assert not finding.is_met
        assert words(finding)[0].startswith("李四 is running, counts after it ends on")
        assert finding.left.startswith("the running mentoring comes to its end on")

    def test_a_mentee_counts_once(self, cast):
        mentored(cast.people["吴铮"], cast.people["丁一"], date(2024, 1, 1), date(2024, 6, 30))
        mentored(cast.people["吴铮"], cast.people["丁一"], date(2025, 1, 1), date(2025, 6, 30))

        assert not found(ENDED, cast.people["吴铮"], mentees=2).is_met


class TestTimeSpentMentoring:
    def test_two_calendar_years_are_24_months(self, cast):
        mentored(cast.people["吴铮"], cast.people["丁一"], date(2024, 1, 1), date(2024, 12, 31))
        mentored(cast.people["吴铮"], cast.people["李四"], date(2025, 1, 1), date(2025, 12, 31))

        assert found(MONTHS, cast.people["吴铮"], months=24).is_met

    def test_a_day_less_is_not(self, cast):
        mentored(cast.people["吴铮"], cast.people["丁一"], date(2024, 1, 2), date(2025, 12, 31))

        finding = found(MONTHS, cast.people["吴铮"], months=24)

        assert not finding.is_met
        assert finding.left == "1 month more of mentoring"

    def test_days_with_two_mentees_count_once(self, cast):
        mentored(cast.people["吴铮"], cast.people["丁一"], date(2025, 1, 1), date(2025, 12, 31))
        mentored(cast.people["吴铮"], cast.people["李四"], date(2025, 1, 1), date(2025, 12, 31))

        assert not found(MONTHS, cast.people["吴铮"], months=13).is_met

    @pytest.mark.parametrize(
        ("spans", "months"),
        [
            ([(date(2025, 1, 31), date(2025, 2, 27))], 1),
            ([(date(2025, 1, 1), date(2025, 1, 30))], 0),
            ([(date(2025, 1, 1), date(2025, 1, 31))], 1),
            ([(date(2025, 1, 1), date(2025, 1, 15)), (date(2025, 3, 1), date(2025, 3, 16))], 1),
            ([(date(2025, 1, 1), date(2025, 1, 15)), (date(2025, 3, 1), date(2025, 3, 15))], 0),
            ([], 0),
        ],
    )
    def test_months_are_counted_by_the_calendar_and_the_rest_in_days(self, spans, months):
        assert whole_months([Days(*one) for one in spans]) == months


class TestMenteesWhoRose:
    def rise(self, cast, before, after):
        mentored(cast.people["吴铮"], cast.people["丁一"], date(2025, 7, 1), date(2025, 12, 31))
        closed(cast.people["丁一"], m2025_06=before, m2025_12=after)

    @pytest.mark.parametrize(("after", "is_met"), [(8400, True), (8399, False)])
    def test_exactly_a_fifth_is_twenty_percent(self, cast, after, is_met):
        self.rise(cast, 7000, after)

        finding = found(LIFTED, cast.people["吴铮"], mentees=1, lift=2000, how="each")

        assert finding.is_met is is_met

    def test_says_from_what_to_what(self, cast):
        self.rise(cast, 7000, 8400)

        finding = found(LIFTED, cast.people["吴铮"], mentees=1, lift=2000, how="each")

        assert words(finding) == ["丁一: from 3.50 to 4.20, 20 %"]

    def test_a_mentee_without_a_score_before_has_no_rise(self, cast):
        mentored(cast.people["吴铮"], cast.people["丁一"], date(2025, 7, 1), date(2025, 12, 31))
        closed(cast.people["丁一"], m2025_12=9000)

        finding = found(LIFTED, cast.people["吴铮"], mentees=1, lift=2000, how="each")

        assert not finding.is_met
        assert words(finding) == ["丁一: no score before or after, so no rise"]

    def test_the_mean_of_mentees_may_be_asked_for(self, cast):
        self.rise(cast, 7000, 8400)
        mentored(cast.people["吴铮"], cast.people["李四"], date(2025, 7, 1), date(2025, 12, 31))
        closed(cast.people["李四"], m2025_06=7000, m2025_12=8399)

        assert not found(LIFTED, cast.people["吴铮"], mentees=2, lift=2000, how="mean").is_met
        assert found(LIFTED, cast.people["吴铮"], mentees=2, lift=1999, how="mean").is_met

    def test_an_imported_rating_stands_for_a_year_before_the_system(self, cast):
        mentored(cast.people["吴铮"], cast.people["丁一"], date(2024, 1, 1), date(2024, 12, 31))
        rate(cast.people["丁一"], cast.viewer("苏文"), y2023=350, y2024=420)

        assert found(LIFTED, cast.people["吴铮"], mentees=1, lift=2000, how="each").is_met


class TestPerson:
    def test_a_grade_is_compared_by_its_rank(self, cast):
        assert found(GRADE, cast.people["吴铮"], grade="P5").is_met

    @pytest.mark.parametrize(("months", "is_met"), [(22, True), (23, False)])
    def test_time_in_the_company_is_counted_in_whole_months(self, cast, months, is_met):
        assert found(TENURE, cast.people["吴铮"], months=months).is_met is is_met

    def test_a_month_is_whole_on_its_day(self):
        assert months_since(date(2025, 11, 23), DAY) == 12
        assert months_since(date(2025, 11, 24), DAY) == 11
