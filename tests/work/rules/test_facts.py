"""What items stand for: the examples of `docs/domain/measures.md`, and what holds for all items."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from bole.work.rules.facts import facts_of
from bole.work.rules.item import ItemVersion, Mark
from bole.work.rules.measures import MEASURES
from bole.work.rules.refusals import OutOfRange, UnknownMeasure
from tests.work.rules.strategies import item_versions

BEIJING = ZoneInfo("Asia/Shanghai")


def at(day: int, hour: int = 10, minute: int = 0) -> datetime:
    """Return a moment of November 2026 in Beijing."""
    return datetime(2026, 11, day, hour, minute, tzinfo=BEIJING)


def item(kind="task", **given):
    return ItemVersion(**{"external_id": "T-1", "kind": kind, "version": 1, "account": "7", **given})


def told(version):
    """Return facts as (measure, day of November 2026, value)."""
    return [(fact.measure, fact.day.day, fact.value) for fact in facts_of(version, zone=BEIJING)]


class TestTasks:
    def test_one_done_early_counts_at_once(self):
        task = item(state="done", opened_at=at(2), due_on=date(2026, 11, 20), closed_at=at(12))

        assert told(task) == [("tasks_done", 12, 1), ("tasks_due", 12, 1), ("tasks_on_time", 12, 1)]

    def test_one_done_on_its_due_day_is_on_time(self):
        task = item(state="done", due_on=date(2026, 11, 20), closed_at=at(20, 23, 59))

        assert told(task) == [("tasks_done", 20, 1), ("tasks_due", 20, 1), ("tasks_on_time", 20, 1)]

    def test_one_done_late_was_due_on_its_day_and_is_a_delay_on_the_day_it_is_done(self):
        task = item(state="done", due_on=date(2026, 11, 20), closed_at=at(23))

        assert told(task) == [("delays", 23, 1), ("tasks_done", 23, 1), ("tasks_due", 20, 1)]

    def test_one_without_a_due_day_is_on_time_when_it_is_done(self):
        task = item(state="done", closed_at=at(23))

        assert told(task) == [("tasks_done", 23, 1), ("tasks_due", 23, 1), ("tasks_on_time", 23, 1)]

    def test_an_open_one_falls_due_on_its_day_though_that_is_to_come(self):
        task = item(due_on=date(2026, 11, 30))

        assert told(task) == [("tasks_due", 30, 1)]

    def test_an_open_one_without_a_due_day_stands_for_nothing(self):
        assert told(item(opened_at=at(2))) == []

    def test_each_postponement_is_a_delay(self):
        task = item(due_on=date(2026, 11, 30), marks=frozenset({Mark("postponed", at(9)), Mark("postponed", at(16))}))

        assert told(task) == [("delays", 9, 1), ("delays", 16, 1), ("tasks_due", 30, 1)]

    def test_a_dropped_one_stands_for_nothing(self):
        task = item(state="dropped", due_on=date(2026, 11, 20), closed_at=at(23), marks=frozenset({Mark("postponed", at(9))}))

        assert told(task) == []

    def test_the_day_is_that_of_the_persons_zone(self):
        task = item(state="done", closed_at=datetime(2026, 11, 22, 16, 30, tzinfo=UTC))

        in_beijing, in_utc = facts_of(task, zone=BEIJING), facts_of(task, zone=ZoneInfo("UTC"))

        assert {fact.day for fact in in_beijing} == {date(2026, 11, 23)}
        assert {fact.day for fact in in_utc} == {date(2026, 11, 22)}


class TestCode:
    def test_a_merged_change_counts_on_the_day_it_is_merged(self):
        assert told(item("change", state="done", opened_at=at(2), closed_at=at(5))) == [("changes_merged", 5, 1)]

    @pytest.mark.parametrize("label", ["reuse", "Reuse", "复用"])
    def test_a_merged_change_labelled_reuse_counts_as_reusing_too(self, label):
        change = item("change", state="done", closed_at=at(5), labels=frozenset({label, "backend"}))

        assert told(change) == [("changes_merged", 5, 1), ("changes_reusing", 5, 1)]

    def test_an_open_change_stands_for_nothing(self):
        assert told(item("change", opened_at=at(2), labels=frozenset({"reuse"}))) == []

    def test_a_defect_counts_on_the_day_it_is_opened_and_stays_when_it_is_closed(self):
        defect = item("defect", opened_at=at(2))

        assert told(defect) == [("defects_found", 2, 1)]
        assert told(replace(defect, state="done", closed_at=at(5))) == [("defects_found", 2, 1)]

    def test_a_dropped_defect_stands_for_nothing(self):
        assert told(item("defect", state="dropped", opened_at=at(2), closed_at=at(3))) == []

    def test_a_review_counts_on_the_day_it_is_given(self):
        assert told(item("review", state="done", opened_at=at(4), closed_at=at(4))) == [("reviews_given", 4, 1)]

    def test_a_push_counts_its_commits(self):
        assert told(item("push", state="done", opened_at=at(4), closed_at=at(4), values=(("commits", 3),))) == [("commits", 4, 3)]


class TestDeliveries:
    def test_one_accepted_at_the_first_go_is_a_first_pass(self):
        assert told(item("delivery", state="done", closed_at=at(6))) == [("acceptances", 6, 1), ("first_passes", 6, 1)]

    def test_one_that_was_sent_back_is_accepted_but_no_first_pass(self):
        delivery = item("delivery", state="done", closed_at=at(10), marks=frozenset({Mark("reopened", at(9))}))

        assert told(delivery) == [("acceptances", 10, 1)]

    def test_a_rework_counts_on_the_day_it_is_opened(self):
        assert told(item("rework", opened_at=at(3))) == [("reworks", 3, 1)]


class TestTickets:
    def test_a_response_counts_working_time_only(self):
        # Friday 17:30 to Monday 9:30: half an hour on Friday, half an hour on Monday.
        ticket = item("ticket", opened_at=at(20, 17, 30), responded_at=at(23, 9, 30))

        assert told(ticket) == [("responses", 23, 3600)]

    def test_a_solved_one_counts_its_time_once(self):
        ticket = item("ticket", state="done", opened_at=at(23, 9), responded_at=at(23, 10), closed_at=at(23, 14))

        assert told(ticket) == [("resolutions", 23, 4 * 3600), ("responses", 23, 3600), ("tickets_solved", 23, 1)]

    def test_the_first_of_several_answers_is_the_response(self):
        marks = frozenset({Mark("responded", at(23, 15)), Mark("responded", at(23, 10))})

        assert told(item("ticket", opened_at=at(23, 9), marks=marks)) == [("responses", 23, 3600)]

    def test_one_whose_desk_says_so_was_answered_in_time(self):
        ticket = item("ticket", opened_at=at(23, 9), responded_at=at(23, 10), values=(("responses_in_time", 10_000),))

        assert told(ticket) == [("responses", 23, 3600), ("responses_in_time", 23, 10_000)]

    def test_a_formal_closing_days_later_does_not_make_the_solution_later(self):
        ticket = item("ticket", state="done", opened_at=at(23, 9), closed_at=at(25, 9), marks=frozenset({Mark("resolved", at(23, 11))}))

        assert told(ticket) == [("resolutions", 23, 2 * 3600), ("tickets_solved", 23, 1)]

    def test_a_solution_that_was_taken_back_does_not_count(self):
        marks = frozenset({Mark("resolved", at(23, 11)), Mark("reopened", at(24, 9)), Mark("resolved", at(24, 10))})
        ticket = item("ticket", state="done", opened_at=at(23, 9), closed_at=at(25, 9), marks=marks)

        assert [(fact.measure, fact.day.day) for fact in facts_of(ticket, zone=BEIJING)] == [("resolutions", 24), ("tickets_solved", 24)]


class TestValues:
    def test_an_answer_is_a_fact_of_its_day(self):
        answer = item("rating", state="done", opened_at=at(4), closed_at=at(4), values=(("satisfaction", 9000),))

        assert told(answer) == [("satisfaction", 4, 9000)]

    def test_an_unknown_measure_is_refused(self):
        with pytest.raises(UnknownMeasure):
            told(item("fact", state="done", closed_at=at(4), values=(("keystrokes", 1),)))

    @pytest.mark.parametrize("value", [-1, 10_001])
    def test_a_value_that_the_measure_cannot_have_is_refused(self, value):
        with pytest.raises(OutOfRange):
            told(item("rating", state="done", closed_at=at(4), values=(("satisfaction", value),)))


class TestAnyItem:
    @given(item_versions())
    def test_has_the_same_facts_each_time_sorted_and_numbered_without_gaps(self, version):
        facts = facts_of(version, zone=BEIJING)

        assert facts == facts_of(version, zone=BEIJING)
        assert list(facts) == sorted(facts)
        for measure in {fact.measure for fact in facts}:
            assert [fact.ordinal for fact in facts if fact.measure == measure] == list(
                range(sum(fact.measure == measure for fact in facts))
            )

    @given(item_versions())
    def test_stands_for_known_measures_with_values_that_they_can_have_on_local_days(self, version):
        facts = facts_of(version, zone=BEIJING)

        assert all(MEASURES[fact.measure].least <= fact.value <= MEASURES[fact.measure].most <= 10**12 for fact in facts)
        assert all(fact.day == fact.moment.astimezone(BEIJING).date() for fact in facts)

    @given(item_versions())
    def test_stands_for_nothing_when_it_is_retracted_dropped_or_nobodys(self, version):
        assert facts_of(replace(version, is_retracted=True), zone=BEIJING) == ()
        assert facts_of(replace(version, state="dropped"), zone=BEIJING) == ()
        assert facts_of(replace(version, account=None), zone=BEIJING) == ()

    @given(item_versions())
    @settings(max_examples=50)
    def test_never_has_more_tasks_on_time_than_due(self, version):
        counts = [fact.measure for fact in facts_of(version, zone=BEIJING)]

        assert counts.count("tasks_on_time") <= counts.count("tasks_due") <= 1
        assert counts.count("first_passes") <= counts.count("acceptances") <= 1

    @given(item_versions())
    @settings(max_examples=50)
    def test_counts_no_working_time_where_nobody_works(self, version):
        facts = facts_of(version, zone=BEIJING, hours=lambda start, end, zone: 0)

        assert all(fact.value == 0 for fact in facts if fact.measure in {"responses", "resolutions"})
