"""The worked examples of `docs/domain/scoring.md`: from facts to the score, to the hundredth."""

from datetime import date
from fractions import Fraction

from bole.scoring.rules.explain import explain, join
from bole.scoring.rules.explanation import Explanation, Stretch
from bole.scoring.rules.rounding import five_point
from bole.scoring.rules.rule import score
from tests.scoring.oracle import Person
from tests.scoring.scored import batch_of, month, template_rule

RATED = {"peer_rating": 1, "satisfaction": 10}


def explained(model: str, person: Person) -> Explanation:
    """Score one person by a model that ships."""
    rule = template_rule(model)
    batch = batch_of(rule, [person])
    return explain(rule, batch, score(rule, batch))


def scores_of(explanation: Explanation) -> dict[str, int | None]:
    """The scores of the indicators, in hundredths."""
    return {leaf.code: leaf.score for leaf in explanation.leaves}


def dimensions_of(explanation: Explanation) -> dict[str, int | None]:
    """The scores of the dimensions, in hundredths."""
    return {dimension.code: dimension.score for dimension in explanation.dimensions}


class TestFactory:
    def test_example_comes_to_86_10(self) -> None:
        facts = {"output_units": 2300, "good_units": 2024, "satisfaction": 85_000, "proposals_accepted": 1, "peer_rating": 9000}
        worker = Person(totals=facts, counts=facts | RATED, days=21, gone=21, targets={"output": Fraction(2500)})

        explanation = explained("factory", worker)

        assert dimensions_of(explanation) == {
            "output": 9200, "quality": 8800, "customer_feedback": 8500, "proposals": 7000, "teamwork": 9000,
        }  # fmt: skip
        assert explanation.total == 8610
        assert list(explanation.contributions().values()) == [2760, 2200, 1700, 1050, 900]


class TestProgrammer:
    def test_example_comes_to_86_60(self) -> None:
        facts = {
            "defects_found": 2, "changes_merged": 10, "changes_reusing": 9, "tasks_on_time": 19, "tasks_due": 20, "delays": 1,
            "peer_rating": 8800, "satisfaction": 84_000,
        }  # fmt: skip
        programmer = month(facts, RATED, days=21, gone=16)

        explanation = explained("programmer", programmer)

        assert scores_of(explanation) == {
            "bug_rate": 8000, "reuse_rate": 9000, "task_completion": 9500, "delays": 8500, "peer_rating": 8800, "satisfaction": 8400,
        }  # fmt: skip
        assert dimensions_of(explanation) == {"code_quality": 8500, "progress": 9000, "teamwork": 8800, "customer_feedback": 8400}
        assert explanation.total == 8660
        assert list(explanation.contributions().values()) == [1200, 1350, 1188, 1062, 1760, 2100]

    def test_delay_is_shown_with_what_is_expected_at_the_end(self) -> None:
        programmer = month({"tasks_due": 20, "delays": 1}, days=21, gone=16)

        explanation = explained("programmer", programmer)

        delays = next(leaf for leaf in explanation.leaves if leaf.code == "delays")
        assert (delays.value, delays.expected, delays.read, delays.target) == (1.0, 1.3125, 1.3125, 2)
        assert delays.meets_target is True


def engineer(**changes: int) -> Person:
    """The solution engineer of 84.0 over a month, changed."""
    facts = {
        "first_passes": 44, "acceptances": 50, "reworks": 9, "tasks_done": 50, "tasks_on_time": 45, "tasks_due": 50, "delays": 4,
        "peer_rating": 8600, "satisfaction": 86_000, "responses": 108_000,
    } | changes  # fmt: skip
    counts = RATED | {"responses": 17} | {measure: 0 for measure, total in changes.items() if not total}
    return month(facts, counts)


class TestSolutionEngineer:
    def test_second_half_of_2025_comes_to_70_and_3_5(self) -> None:
        facts = {
            "first_passes": 36, "acceptances": 50, "reworks": 18, "tasks_done": 50, "tasks_on_time": 39, "tasks_due": 50, "delays": 36,
            "peer_rating": 7500, "satisfaction": 72_000, "responses": 165_600,
        }  # fmt: skip
        half = Person(totals=facts, counts=facts | RATED | {"responses": 17}, days=126, gone=126, months=6)

        explanation = explained("solution_engineer", half)

        assert scores_of(explanation) == {
            "first_pass": 7200, "rework_rate": 6400, "task_completion": 7800, "delays": 6200,
            "peer_rating": 7500, "satisfaction": 7200, "response_time": 6300,
        }  # fmt: skip
        assert dimensions_of(explanation) == {"delivery_quality": 6800, "progress": 7000, "teamwork": 7500, "customer_feedback": 6840}
        assert (explanation.total, five_point(7000)) == (7000, 350)

    def test_six_months_on_comes_to_84_and_4_2(self) -> None:
        explanation = explained("solution_engineer", engineer())

        assert scores_of(explanation) == {
            "first_pass": 8800, "rework_rate": 8200, "task_completion": 9000, "delays": 7400,
            "peer_rating": 8600, "satisfaction": 8600, "response_time": 7900,
        }  # fmt: skip
        assert dimensions_of(explanation) == {"delivery_quality": 8500, "progress": 8200, "teamwork": 8600, "customer_feedback": 8320}
        assert (explanation.total, five_point(8400)) == (8400, 420)

    def test_lift_from_3_5_to_4_2_is_a_fifth(self) -> None:
        before, after = 7000, 8400

        lift = Fraction(after - before, before)

        assert lift == Fraction(1, 5)

    def test_three_hours_instead_of_one_take_91_0_to_87_6(self) -> None:
        month_of = {
            "first_passes": 93, "acceptances": 100, "reworks": 8, "tasks_done": 100, "tasks_on_time": 94, "tasks_due": 100, "delays": 1,
            "peer_rating": 9000, "satisfaction": 870_000,
        }  # fmt: skip
        counts = {"peer_rating": 1, "satisfaction": 100, "responses": 10}

        quick = explained("solution_engineer", month(month_of | {"responses": 10 * 3600}, counts))
        slow = explained("solution_engineer", month(month_of | {"responses": 10 * 3 * 3600}, counts))

        assert (scores_of(quick)["response_time"], scores_of(slow)["response_time"]) == (9200, 5800)
        assert (quick.total, slow.total) == (9100, 8760)
        assert slow.contributions()["response_time"] - quick.contributions()["response_time"] == -340

    def test_recovered_response_time_of_1_1_hours_scores_90_30(self) -> None:
        explanation = explained("solution_engineer", engineer(responses=3960 * 17))

        assert scores_of(explanation)["response_time"] == 9030


class TestMissing:
    def test_siblings_share_the_weight(self) -> None:
        explanation = explained("solution_engineer", engineer(first_passes=0, acceptances=0))

        first_pass, rework = list(explanation.leaves)[:2]
        assert explanation.total == 8310
        assert (first_pass.state, first_pass.score, first_pass.used, first_pass.contribution) == ("renormalised", None, 0, 0)
        assert (rework.state, rework.used, rework.contribution) == ("counted", 3000, 2460)

    def test_dimensions_share_the_weight_of_one_that_is_missing(self) -> None:
        explanation = explained("solution_engineer", engineer(first_passes=0, acceptances=0, satisfaction=0, responses=0))

        assert explanation.total == 8307
        assert dimensions_of(explanation)["customer_feedback"] is None
        assert [dimension.used for dimension in explanation.dimensions] == [4000, 3334, 2666, 0]
        assert sum(explanation.contributions().values()) == 8307

    def test_without_any_data_there_is_no_score(self) -> None:
        explanation = explained("programmer", month({}))

        assert (explanation.outcome, explanation.total) == ("no_data", None)
        assert set(explanation.contributions().values()) == {0}

    def test_four_working_days_are_not_enough_yet(self) -> None:
        explanation = explained("programmer", month({"tasks_on_time": 9, "tasks_due": 10}, days=21, gone=4))

        assert (explanation.outcome, explanation.total) == ("not_enough", None)
        assert scores_of(explanation)["task_completion"] == 9000

    def test_five_working_days_are(self) -> None:
        explanation = explained("programmer", month({"tasks_on_time": 9, "tasks_due": 10}, days=21, gone=5))

        assert (explanation.outcome, explanation.total) == ("scored", 9500)


def stretch(total: int | None, gone: int, *, first: date, last: date) -> Stretch:
    """A part of November with a score."""
    inner = Explanation(outcome="scored" if total else "not_enough", total=total, model="sales", period="2026-11", days=21, gone=gone)
    return Stretch(label="part", first_day=first, last_day=last, explanation=inner)


class TestParts:
    def test_mean_is_by_working_days(self) -> None:
        early = stretch(6300, 8, first=date(2026, 11, 2), last=date(2026, 11, 11))
        late = stretch(7600, 13, first=date(2026, 11, 12), last=date(2026, 11, 30))

        joined = join([early, late], period="2026-11")

        assert (joined.outcome, joined.total, joined.gone) == ("scored", 7105, 21)
        assert [part.contribution for part in joined.stretches] == [2400, 4705]

    def test_part_of_fewer_than_five_days_is_shown_and_left_out(self) -> None:
        short = stretch(None, 3, first=date(2026, 11, 2), last=date(2026, 11, 4))
        long = stretch(7600, 18, first=date(2026, 11, 5), last=date(2026, 11, 30))

        joined = join([short, long], period="2026-11")

        assert joined.total == 7600
        assert [part.contribution for part in joined.stretches] == [0, 7600]

    def test_single_part_is_the_score_itself(self) -> None:
        only = stretch(7600, 21, first=date(2026, 11, 2), last=date(2026, 11, 30))

        assert join([only]) is only.explanation
