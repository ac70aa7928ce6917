"""What moved a score: moves that add up, and the few worth a sentence."""

from hypothesis import HealthCheck, given, settings

from bole.scoring.rules.explain import explain, explain_all
from bole.scoring.rules.explanation import Explanation
from bole.scoring.rules.moved import moved, sentence
from bole.scoring.rules.rounding import to_tenths
from bole.scoring.rules.rule import score
from tests.scoring.drawn import Drawn, cases
from tests.scoring.oracle import Person
from tests.scoring.scored import batch_of, month, rule_from, template_rule


def explained(facts: dict[str, int], counts: dict[str, int], *, gone: int, period: str = "2026-11") -> Explanation:
    """The programmer of a month."""
    rule = template_rule("programmer")
    batch = batch_of(rule, [month(facts, counts, gone=gone)])
    return explain(rule, batch, score(rule, batch), period=period)


LAST_WEEK = {
    "defects_found": 2, "changes_merged": 10, "changes_reusing": 9, "tasks_on_time": 16, "tasks_due": 20, "delays": 0,
    "peer_rating": 8800, "satisfaction": 84_000,
}  # fmt: skip
COUNTS = {"peer_rating": 1, "satisfaction": 10}


class TestMoved:
    def test_names_what_moved_and_by_how_much(self) -> None:
        before = explained(LAST_WEEK, COUNTS, gone=14)
        after = explained(LAST_WEEK | {"tasks_on_time": 20, "satisfaction": 85_000}, COUNTS, gone=14)

        found = moved(before, after)

        assert found is not None
        assert (found.change, found.tenths, found.way) == (275, 28, "up")
        assert [(move.code, move.change, move.tenths, move.why, move.counted) for move in found.moves[:3]] == [
            ("task_completion", 250, 25, "value", 4),
            ("satisfaction", 25, 3, "value", 1000),
            ("bug_rate", 0, 0, "weight", 0),
        ]

    def test_tells_weight_that_moved_because_data_appeared(self) -> None:
        before = explained({**LAST_WEEK, "satisfaction": 0}, {"peer_rating": 1, "satisfaction": 0}, gone=14)
        after = explained(LAST_WEEK, COUNTS, gone=14)

        found = moved(before, after)

        assert found is not None
        assert {move.code: move.why for move in found.moves} == {
            "satisfaction": "appeared", "bug_rate": "weight", "reuse_rate": "weight", "task_completion": "weight", "delays": "weight",
            "peer_rating": "weight",
        }  # fmt: skip
        assert sum(move.change for move in found.moves) == found.change

    def test_counts_nothing_across_periods(self) -> None:
        before = explained(LAST_WEEK, COUNTS, gone=21, period="2026-10")
        after = explained(LAST_WEEK | {"tasks_on_time": 19}, COUNTS, gone=21)

        found = moved(before, after)

        assert found is not None
        assert {move.counted for move in found.moves} == {None}

    def test_without_a_score_there_is_nothing_to_say(self) -> None:
        early, later = explained(LAST_WEEK, COUNTS, gone=4), explained(LAST_WEEK, COUNTS, gone=9)

        assert moved(early, later) is None

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(cases())
    def test_always_adds_up(self, drawn: Drawn) -> None:
        rule = rule_from(drawn.tree, drawn.indicators)
        enough = [Person(**{**vars(person), "gone": max(person.gone, 5), "days": max(person.days, 5)}) for person in drawn.people]
        batch = batch_of(rule, [*enough, enough[0]])
        explained = [one for one in explain_all(rule, batch, score(rule, batch)) if one.total is not None]

        found = [(one, other, moved(one, other)) for one in explained for other in explained]

        for one, other, change in found:
            assert change is not None
            assert sum(move.change for move in change.moves) == change.change == (other.total or 0) - (one.total or 0)
            assert sum(move.tenths for move in change.moves) == change.tenths == to_tenths(other.total or 0) - to_tenths(one.total or 0)


class TestSentence:
    def test_says_the_main_reason_only_if_the_second_is_small(self) -> None:
        before = explained(LAST_WEEK, COUNTS, gone=14)
        found = moved(before, explained(LAST_WEEK | {"tasks_on_time": 20, "satisfaction": 85_000}, COUNTS, gone=14))

        said = sentence(found) if found else None

        assert said is not None
        assert (said.way, said.tenths, [move.code for move in said.reasons]) == ("up", 28, ["task_completion"])

    def test_says_two_reasons_of_like_size_and_none_against_it(self) -> None:
        before = explained(LAST_WEEK, COUNTS, gone=14)
        found = moved(before, explained(LAST_WEEK | {"tasks_on_time": 18, "satisfaction": 88_000, "defects_found": 3}, COUNTS, gone=14))

        said = sentence(found) if found else None

        assert said is not None
        assert (said.way, [move.code for move in said.reasons]) == ("up", ["task_completion", "satisfaction"])

    def test_of_less_than_half_a_point_is_about_the_same(self) -> None:
        before = explained(LAST_WEEK, COUNTS, gone=14)
        found = moved(before, explained(LAST_WEEK | {"satisfaction": 85_000}, COUNTS, gone=14))

        said = sentence(found) if found else None

        assert said is not None
        assert (said.way, said.reasons) == ("flat", ())
