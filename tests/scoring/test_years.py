"""Ratings of years: the mean by working days, the levels, the closing, earlier years from a file, corrections by two."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from bole.kit.table_file.sheet import LookedTooLongAgo
from bole.scoring.actions.years import close_year, decide_year_correction, propose_year_correction, set_scale
from bole.scoring.models import ClosedScore, Closing, RatingYear, YearCorrection, YearResult
from bole.scoring.queries.years import year_results
from bole.scoring.refusals import (
    BandsWrong,
    ExcellentWrong,
    NotOverYet,
    PeriodsOpen,
    ProposedAlready,
    ScaleChanged,
    SecondPerson,
    YearClosedAlready,
)
from bole.scoring.rules.ratings import USUAL_BANDS, Closed, level_of, rate, wrong_bands
from bole.scoring.taking_ratings import look_at_ratings, take_looked_at
from bole.values.refusal import NotYours
from bole.values.viewer import SYSTEM
from tests.office import make_office, text

NOON = datetime(2026, 1, 12, 4, tzinfo=UTC)
FILE = "工号,年度,评分,等级,来源\n"


@pytest.fixture
def office(db):
    with time_machine.travel(NOON, tick=False):
        yield make_office()


def closed(person, **scores):
    for name, score in scores.items():
        code = name[1:].replace("_", "-")
        ClosedScore.objects.create(person=person, period=code, score=score, state="scored", readings_hash="x", closed_at=NOON)


def last_period_closed():
    Closing.objects.create(period="2025-12", closed_at=NOON, closed_by="system", people=7)


def look(office, rows, *, most=5, by="苏文"):
    return look_at_ratings(body=(FILE + rows).encode(), name="ratings.csv", most=most, by=office.viewer(by), at=NOON)


class TestTheRule:
    def test_weighs_periods_by_working_days(self):
        rated = rate([Closed("2025-01", 9000, 19), Closed("2025-02", 6000, 18), Closed("2025-03", 8000, 23)], USUAL_BANDS)

        assert (rated.score, rated.level, rated.days) == (7717, "B", 60)  # (9000·19 + 6000·18 + 8000·23) / 60 = 7716.67

    def test_fewer_than_sixty_days_are_not_rated(self):
        rated = rate([Closed("2025-01", 9000, 59)], USUAL_BANDS)

        assert (rated.score, rated.level) == (None, "")

    @pytest.mark.parametrize(
        ("score", "level"), [(9000, "S"), (8999, "A"), (8000, "A"), (7999, "B"), (7000, "B"), (6000, "C"), (5999, "D"), (0, "D")]
    )
    def test_exactly_the_least_is_enough(self, score, level):
        assert level_of(score, USUAL_BANDS) == level

    @given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 23)), min_size=4, max_size=12))
    def test_a_mean_lies_between_its_parts(self, parts):
        rated = rate([Closed("x", score, days + 20) for score, days in parts], USUAL_BANDS)

        assert min(score for score, _days in parts) <= (rated.score or 0) <= max(score for score, _days in parts)

    def test_bands_fall_from_level_to_level(self):
        assert wrong_bands(USUAL_BANDS) == ""
        assert wrong_bands({**USUAL_BANDS, "A": 9000}) == "A"


class TestTheScale:
    def test_is_set_for_one_year(self, office):
        set_scale(year=2025, bands={**USUAL_BANDS, "S": 9500}, excellent=["S"], version=0, by=office.viewer("苏文"), at=NOON)

        kept = RatingYear.objects.get()
        assert (kept.year, kept.bands["S"], kept.excellent) == (2025, 9500, ["S"])

    @pytest.mark.parametrize(
        ("bands", "excellent", "version", "refusal"),
        [
            ({**USUAL_BANDS, "A": 9100}, ["S", "A"], 0, BandsWrong),
            (USUAL_BANDS, ["A"], 0, ExcellentWrong),
            (USUAL_BANDS, ["S", "A", "B", "C", "D"], 0, ExcellentWrong),
            (USUAL_BANDS, ["S"], 3, ScaleChanged),
        ],
    )
    def test_refuses_what_cannot_be(self, office, bands, excellent, version, refusal):
        with pytest.raises(refusal):
            set_scale(year=2025, bands=bands, excellent=excellent, version=version, by=office.viewer("苏文"), at=NOON)

        assert not RatingYear.objects.exists()


class TestCloseYear:
    def test_rates_everybody_by_the_closed_periods(self, office):
        last_period_closed()
        closed(office.people["李四"], m2025_07=8000, m2025_08=8500, m2025_09=8400, m2025_10=8600)

        made = close_year(year=2025, by=office.viewer("苏文"), at=NOON)

        row = year_results([office.people["李四"].pk], [2025])[office.people["李四"].pk][2025]
        assert made.people == 1
        # 23, 21, 23 and 18 working days: (8000·23 + 8500·21 + 8400·23 + 8600·18) / 85 = 8358.8
        assert (row.score, row.score_of_5, row.level, row.is_excellent, row.source) == (8359, 418, "A", True, "closed")

    def test_keeps_that_there_was_too_little(self, office):
        last_period_closed()
        closed(office.people["李四"], m2025_12=9000)

        close_year(year=2025, by=office.viewer("苏文"), at=NOON)

        row = year_results([office.people["李四"].pk], [2025])[office.people["李四"].pk][2025]
        assert (row.score, row.level, row.is_rated) == (None, "", False)

    def test_leaves_an_imported_rating(self, office):
        last_period_closed()
        take_looked_at(sealed=look(office, "BL0471,2025,4.6,,旧系统\n").sealed, by=office.viewer("苏文"), at=NOON)
        closed(office.people["李四"], m2025_07=6000, m2025_08=6000, m2025_09=6000, m2025_10=6000)

        close_year(year=2025, by=office.viewer("苏文"), at=NOON)

        assert year_results([office.people["李四"].pk], [2025])[office.people["李四"].pk][2025].source == "import"

    def test_refuses_a_year_that_runs(self, office):
        with pytest.raises(NotOverYet):
            close_year(year=2026, by=office.viewer("苏文"), at=NOON)

        assert not YearResult.objects.exists()

    def test_refuses_while_a_period_is_open(self, office):
        with pytest.raises(PeriodsOpen):
            close_year(year=2025, by=office.viewer("苏文"), at=NOON)

        assert not YearResult.objects.exists()

    def test_refuses_a_second_time(self, office):
        last_period_closed()
        close_year(year=2025, by=office.viewer("苏文"), at=NOON)

        with pytest.raises(YearClosedAlready):
            close_year(year=2025, by=office.viewer("许静"), at=NOON)

        assert RatingYear.objects.get().closed_by == "苏文"

    def test_is_hr_admins_alone(self, office):
        last_period_closed()

        with pytest.raises(NotYours):
            close_year(year=2025, by=office.viewer("顾海峰"), at=NOON)

        assert not YearResult.objects.exists()


class TestTheFile:
    def test_takes_scores_of_five_levels_or_both(self, office):
        found = look(office, "BL0471,2024,4.5,,旧系统\nBL0471,2023年,,优秀,档案\nBL0031,2024,4.1,B,校准后\n")

        taken = take_looked_at(sealed=found.sealed, by=office.viewer("苏文"), at=NOON)

        li, lin = (year_results([office.people[name].pk], [2023, 2024])[office.people[name].pk] for name in ("李四", "林静"))
        assert taken == 3
        assert (li[2024].score, li[2024].level, li[2024].verified_by, li[2024].note) == (9000, "S", "苏文", "旧系统")
        assert (li[2023].score, li[2023].level) == (None, "A")
        assert (lin[2024].score, lin[2024].level) == (8200, "B")

    def test_reads_scores_of_a_hundred(self, office):
        found = look(office, "BL0471,2024,89.8,,\n", most=100)

        assert (found.new[0].score, found.problems) == (8980, ())

    def test_lists_every_problem_by_its_row_and_takes_nothing(self, office):
        rows = (
            "BL9999,2024,4,,\nBL0471,2026,4,,\nBL0471,2024,5.1,,\nBL0471,2024,,E,\n"
            "BL0471,2024,,,\nBL0012,2024,4,,\nBL0031,2024,4,,\nBL0031,2024,3,,\n"
        )

        found = look(office, rows)

        assert [one.row for one in found.problems] == [2, 3, 4, 5, 6, 7, 9]
        assert found.sealed == ""
        assert not YearResult.objects.exists()

    def test_a_repeated_file_changes_nothing(self, office):
        take_looked_at(sealed=look(office, "BL0471,2024,4.5,,\n").sealed, by=office.viewer("苏文"), at=NOON)

        found = look(office, "BL0471,2024,4.5,,\n")

        assert (found.same, found.new, found.problems) == (1, (), ())

    def test_another_rating_is_no_import_but_a_correction(self, office):
        take_looked_at(sealed=look(office, "BL0471,2024,4.5,,\n").sealed, by=office.viewer("苏文"), at=NOON)

        found = look(office, "BL0471,2024,4.6,,\n")

        assert [one.row for one in found.problems] == [2]

    def test_what_was_looked_at_is_for_who_looked(self, office):
        sealed = look(office, "BL0471,2024,4.5,,\n").sealed

        with pytest.raises(LookedTooLongAgo):
            take_looked_at(sealed=sealed, by=office.viewer("许静"), at=NOON)

        assert not YearResult.objects.exists()


class TestCorrection:
    def proposed(self, office):
        take_looked_at(sealed=look(office, "BL0471,2024,4.1,,\n").sealed, by=office.viewer("苏文"), at=NOON)
        return propose_year_correction(
            person_id=office.people["李四"].pk, year=2024, score=9000, level="S", reason="漏了一个项目", by=office.viewer("苏文"), at=NOON
        )

    def test_holds_once_a_second_person_approves(self, office):
        ref = self.proposed(office).ref

        decide_year_correction(ref=ref, approves=True, by=office.viewer("许静"), at=NOON)

        row = year_results([office.people["李四"].pk], [2024])[office.people["李四"].pk][2024]
        assert (row.level, row.revision, row.source, row.verified_by) == ("S", 2, "correction", "许静")
        assert YearResult.objects.count() == 2

    def test_refuses_the_proposer(self, office):
        ref = self.proposed(office).ref

        with pytest.raises(SecondPerson):
            decide_year_correction(ref=ref, approves=True, by=office.viewer("苏文"), at=NOON)

        assert YearCorrection.objects.get().state == "proposed"

    def test_refuses_a_second_proposal(self, office):
        self.proposed(office)

        with pytest.raises(ProposedAlready):
            propose_year_correction(
                person_id=office.people["李四"].pk, year=2024, score=None, level="B", reason="x", by=office.viewer("许静"), at=NOON
            )

        assert YearCorrection.objects.count() == 1

    def test_nobody_corrects_their_own(self, office):
        with pytest.raises(NotYours):
            propose_year_correction(
                person_id=office.people["苏文"].pk, year=2024, score=None, level="S", reason="x", by=office.viewer("苏文"), at=NOON
            )

        assert not YearCorrection.objects.exists()


class TestPages:
    def test_hr_looks_at_a_file_and_takes_it(self, office):
        browser = office.browser("苏文")
        file = SimpleUploadedFile("评级.csv", (FILE + "BL0471,2024,4.5,,旧系统\n").encode())

        page = browser.post("/company/years/file/", {"file": file, "most": "5"})
        sealed = page.context["look"].sealed
        browser.post("/company/years/take/", {"look": sealed})

        assert page.status_code == 200
        assert "4.50" in text(browser.get("/company/years/2024/BL0471/").content)

    def test_the_year_shows_what_closing_would_give(self, office):
        last_period_closed()
        closed(office.people["李四"], m2025_07=8000, m2025_08=8500, m2025_09=8400, m2025_10=8600)

        page = office.browser("苏文").get("/company/years/2025/")

        assert dict(page.context["shown"].counts)["A优秀"] == "1"

    def test_the_person_reads_it_on_the_own_page(self, office):
        take_looked_at(sealed=look(office, "BL0471,2024,4.5,,旧系统\n").sealed, by=office.viewer("苏文"), at=NOON)

        words = text(office.browser("李四").get("/performance/ratings/").content)

        assert "4.50分（满分5分），导入，苏文核实" in words
        assert "S卓越" in words

    @pytest.mark.parametrize("address", ["/company/years/1800/", "/company/years/99999999999999999999/", "/company/years/2024/BL0471/"])
    def test_what_is_not_there_is_not_found(self, office, address):
        assert office.browser("苏文").get(address).status_code == 404


def test_ratings_of_many_are_few_queries(office, django_assert_num_queries):
    take_looked_at(sealed=look(office, "BL0471,2024,4.5,,\nBL0031,2024,4.5,,\n").sealed, by=office.viewer("苏文"), at=NOON)

    with django_assert_num_queries(2):
        found = year_results(None, [2023, 2024])

    assert len(found) == 2


def test_the_last_day_counts(office):
    with pytest.raises(NotOverYet):
        close_year(year=2025, by=SYSTEM, at=datetime(2025, 12, 31, 4, tzinfo=UTC))

    assert not YearResult.objects.exists()
