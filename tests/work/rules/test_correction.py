"""A decision after a data objection lies over the item; the item stays as the tool sent it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given

from bole.work.rules.correction import Correction, corrected
from bole.work.rules.facts import facts_of
from bole.work.rules.item import ItemVersion, Mark
from tests.work.rules.strategies import item_versions

BEIJING = ZoneInfo("Asia/Shanghai")
CLOSED = datetime(2026, 11, 23, 2, tzinfo=UTC)
POSTPONED = Mark("postponed", datetime(2026, 11, 10, 2, tzinfo=UTC))
TASK = ItemVersion(
    external_id="T-1",
    kind="task",
    version=1,
    account="7",
    state="done",
    due_on=date(2026, 11, 20),
    closed_at=CLOSED,
    marks=frozenset({POSTPONED}),
)


def decided(day=1, ref="a", **given):
    return Correction(decided_at=datetime(2026, 12, day, tzinfo=UTC), ref=ref, **given)


def measures(item):
    return [fact.measure for fact in facts_of(item, zone=BEIJING)]


class TestCorrected:
    def test_leaves_the_item_as_it_was(self):
        corrected(TASK, [decided(due_on=date(2026, 11, 27))])

        assert TASK.due_on == date(2026, 11, 20)

    def test_an_excluded_item_stands_for_nothing(self):
        assert measures(TASK) == ["delays", "delays", "tasks_done", "tasks_due"]
        assert measures(corrected(TASK, [decided(is_excluded=True)])) == []

    def test_another_due_day_takes_the_delay_away(self):
        item = corrected(TASK, [decided(due_on=date(2026, 11, 27))])

        assert measures(item) == ["delays", "tasks_done", "tasks_due", "tasks_on_time"]

    def test_a_postponement_that_the_customer_wanted_no_longer_counts(self):
        item = corrected(TASK, [decided(without_marks=frozenset({POSTPONED}))])

        assert measures(item) == ["delays", "tasks_done", "tasks_due"]

    def test_a_due_day_that_never_was_agreed_goes(self):
        assert corrected(TASK, [decided(emptied=frozenset({"due_on"}))]).due_on is None

    def test_somebody_elses_work_is_credited_to_them(self):
        assert corrected(TASK, [decided(account="8")]).account == "8"

    def test_the_later_decision_has_the_last_word_in_whatever_order_they_are_read(self):
        first, second = decided(day=1, due_on=date(2026, 11, 25)), decided(day=2, due_on=date(2026, 11, 27))

        assert corrected(TASK, [second, first]).due_on == date(2026, 11, 27)
        assert corrected(TASK, [first, second]).due_on == date(2026, 11, 27)

    @given(item_versions())
    def test_no_decision_changes_nothing(self, item):
        assert corrected(item, []) == item
        assert corrected(item, [decided()]) == item
