"""Changes that cannot be made: said with what is wrong and by how much, alike on both databases, and nothing half done."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.utils import translation

from bole.kit.clock import now
from bole.kit.middleware import words_of
from bole.people.actions import add_unit, move_unit, rename_person, set_head, set_manager
from bole.people.models import Person
from bole.scoring.actions import close_period, publish_version, save_draft, save_indicator, set_target, use_model
from bole.scoring.models import Indicator, ModelVersion
from bole.scoring.rules.indicator import indicator_json
from bole.scoring.rules.library import LIBRARY
from bole.scoring.rules.templates import TEMPLATES
from bole.scoring.rules.tree import Tree, tree_json
from bole.values.period import Period
from bole.values.refusal import Refused
from bole.values.viewer import SYSTEM
from bole.work.actions import change_connection
from bole.work.models import Connection
from tests.factories import START, make_company, make_connection, make_model, make_person
from tests.trust.counted import counted, grown

pytestmark = [pytest.mark.django_db, pytest.mark.both]

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
NEXT = date(2026, 12, 1)


def refusal_of(change: Callable[[], object]) -> Refused:
    """Return the refusal of a change, after seeing that it left nothing behind."""
    before = counted()
    with pytest.raises(Refused) as refused:
        change()
    assert grown(before) == {}
    return refused.value


def said(refused: Refused) -> tuple[int, str, str]:
    """Return status, code and the English sentence."""
    with translation.override("en"):
        return refused.status, refused.code, words_of(refused)[0]


def with_first(tree: Tree, more: int) -> Tree:
    """Return the tree whose first dimension weighs so many basis points more."""
    first, *others = tree.dimensions
    return replace(tree, dimensions=(replace(first, weight=first.weight + more), *others))


class TestWeights:
    def publish(self, change: Callable[[Tree], Tree]) -> Refused:
        make_company()
        make_model("programmer", families=("programmer",))
        tree = change(TEMPLATES["programmer"])
        save_draft(code="programmer", tree=tree_json(tree), version=0, by=SYSTEM, at=NOON)
        return refusal_of(lambda: publish_version(code="programmer", first_day=NEXT, note="", by=SYSTEM, at=NOON))

    def test_of_a_level_that_miss_something_say_by_how_much(self) -> None:
        status, code, words = said(self.publish(lambda tree: with_first(tree, -500)))

        assert (status, code) == (422, "weights_under")
        assert "5 %" in words
        assert ModelVersion.objects.filter(first_day=NEXT).count() == 0

    def test_of_a_level_that_are_too_many_say_by_how_much(self) -> None:
        status, code, words = said(self.publish(lambda tree: with_first(tree, 1)))

        assert (status, code) == (422, "weights_over")
        assert "0.01 %" in words


class TestCircles:
    def test_of_reporting_lines_are_named_whole(self) -> None:
        company = make_company()
        a, b, c = (make_person(company, name) for name in ("张三", "李四", "王五"))
        for person, boss in ((b, a), (c, b)):
            set_manager(person_id=person.pk, manager_id=boss.pk, first_day=date(2026, 1, 1), by=SYSTEM, at=NOON)

        refused = refusal_of(lambda: set_manager(person_id=a.pk, manager_id=c.pk, first_day=date(2026, 11, 1), by=SYSTEM, at=NOON))

        assert said(refused)[:2] == (422, "circle")
        assert {"张三", "李四", "王五"} <= set(said(refused)[2].replace(".", " ").split())

    def test_over_the_head_of_a_unit_are_found(self) -> None:
        company = make_company()
        a, b = make_person(company, "张三"), make_person(company, "李四", unit=company.root)
        set_head(unit_id=company.team.pk, person_id=a.pk, first_day=START, by=SYSTEM, at=NOON)
        set_manager(person_id=a.pk, manager_id=b.pk, first_day=date(2026, 1, 1), by=SYSTEM, at=NOON)

        refused = refusal_of(lambda: set_manager(person_id=b.pk, manager_id=a.pk, first_day=date(2026, 11, 1), by=SYSTEM, at=NOON))

        assert refused.code == "circle"

    def test_of_units_are_named_whole(self) -> None:
        company = make_company()
        inner = add_unit(code="I", name="内层", kind="team", first_day=START, parent_id=company.team.pk, by=SYSTEM, at=NOON)

        refused = refusal_of(lambda: move_unit(unit_id=company.team.pk, parent_id=inner.pk, by=SYSTEM, at=NOON))

        assert refused.status == 422
        assert "交付一组" in said(refused)[2]
        assert "内层" in said(refused)[2]

    def test_of_one_are_refused(self) -> None:
        person = make_person(make_company(), "张三")

        refused = refusal_of(lambda: set_manager(person_id=person.pk, manager_id=person.pk, first_day=START, by=SYSTEM, at=NOON))

        assert refused.status == 422


class TestAClosedPeriod:
    @pytest.fixture(autouse=True)
    def _october_is_closed(self) -> None:
        make_person(make_company(), "张三")
        make_model("programmer", families=("programmer",))
        close_period(period=Period.parse("2026-10"), by=SYSTEM, at=NOON)

    @pytest.mark.parametrize("first_day", [date(2026, 10, 1), date(2026, 1, 1), date(2025, 6, 1)])
    def test_takes_no_other_version_of_a_model(self, first_day: date) -> None:
        tree = ModelVersion.objects.get().tree
        save_draft(code="programmer", tree=tree, version=0, by=SYSTEM, at=NOON)

        refused = refusal_of(lambda: publish_version(code="programmer", first_day=first_day, note="", by=SYSTEM, at=NOON))

        words = "October 2026 is closed; this change is not saved. It can take effect from November 2026."
        assert said(refused) == (409, "closed_period", words)

    def test_takes_no_other_model(self) -> None:
        refused = refusal_of(
            lambda: use_model(code="programmer", families=("programmer",), first_day=date(2026, 10, 1), by=SYSTEM, at=NOON)
        )

        assert refused.code == "closed_period"

    def test_takes_no_other_target(self) -> None:
        refused = refusal_of(
            lambda: set_target(indicator="task_completion", value=95_000, first_day=date(2026, 10, 1), why="x", by=SYSTEM, at=NOON)
        )

        assert refused.code == "closed_period"

    def test_is_not_closed_twice(self) -> None:
        refused = refusal_of(lambda: close_period(period=Period.parse("2026-10"), by=SYSTEM, at=NOON))

        assert (refused.status, refused.code) == (409, "closed_period")

    def test_does_not_begin_in_the_middle(self) -> None:
        tree = ModelVersion.objects.get().tree
        save_draft(code="programmer", tree=tree, version=0, by=SYSTEM, at=NOON)

        refused = refusal_of(lambda: publish_version(code="programmer", first_day=date(2026, 11, 15), note="", by=SYSTEM, at=NOON))

        assert (refused.status, refused.code) == (422, "not_at_border")


class TestTwoAtOnce:
    """Whoever saves second gets 409; what the first saved stays."""

    def test_a_name(self) -> None:
        person = make_person(make_company(), "张三")
        version = Person.objects.get(pk=person.pk).version
        rename_person(person_id=person.pk, name="张山", name_en="", version=version, by=SYSTEM, at=NOON)

        refused = refusal_of(lambda: rename_person(person_id=person.pk, name="章三", name_en="", version=version, by=SYSTEM, at=NOON))

        assert (refused.status, refused.code) == (409, "changed_meanwhile")
        assert (refused.details["yours"]["name"], refused.details["theirs"]["name"]) == ("章三", "张山")
        assert Person.objects.get(pk=person.pk).name == "张山"

    def test_a_connection(self) -> None:
        link = make_connection()
        change_connection(ref=link.ref, name="甲", is_on=True, version=1, by=SYSTEM, at=NOON)

        refused = refusal_of(lambda: change_connection(ref=link.ref, name="乙", is_on=True, version=1, by=SYSTEM, at=NOON))

        assert refused.status == 409
        assert Connection.objects.get(pk=link.pk).name == "甲"

    def test_a_draft(self) -> None:
        make_company()
        make_model("programmer", families=("programmer",))
        tree = ModelVersion.objects.get().tree
        save_draft(code="programmer", tree={**tree, "zh": "甲"}, version=0, by=SYSTEM, at=NOON)
        save_draft(code="programmer", tree={**tree, "zh": "乙"}, version=1, by=SYSTEM, at=NOON)

        refused = refusal_of(lambda: save_draft(code="programmer", tree={**tree, "zh": "丙"}, version=1, by=SYSTEM, at=NOON))

        assert refused.status == 409
        assert ModelVersion.objects.get(first_day=None).tree["zh"] == "乙"

    def test_an_indicator(self) -> None:
        rule = LIBRARY["task_completion"]
        save_indicator(definition=indicator_json(rule), version=0, by=SYSTEM, at=NOON)
        save_indicator(definition={**indicator_json(rule), "zh": "甲"}, version=1, by=SYSTEM, at=NOON)

        refused = refusal_of(lambda: save_indicator(definition={**indicator_json(rule), "zh": "乙"}, version=1, by=SYSTEM, at=NOON))

        assert refused.status == 409
        assert Indicator.objects.get().zh == "甲"


@pytest.mark.django_db(transaction=True)
class TestAtTheSameMoment:
    def test_of_two_lines_that_close_a_circle_together_one_is_refused(self) -> None:
        company = make_company()
        a, b = make_person(company, "张三"), make_person(company, "李四")
        gate, outcomes = threading.Barrier(2), []

        def report(person: Person, boss: Person) -> None:
            gate.wait(20)
            try:
                set_manager(person_id=person.pk, manager_id=boss.pk, first_day=date(2026, 11, 1), by=SYSTEM, at=NOON)
                outcomes.append("done")
            except Refused as refused:
                outcomes.append(refused.code)
            finally:
                connection.close()

        threads = [threading.Thread(target=report, args=pair) for pair in ((a, b), (b, a))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)

        assert sorted(outcomes) == ["circle", "done"]

    def test_of_two_who_save_one_connection_one_is_told(self) -> None:
        link = make_connection()
        gate, outcomes = threading.Barrier(2), []

        def save(name: str) -> None:
            gate.wait(20)
            try:
                change_connection(ref=link.ref, name=name, is_on=True, version=1, by=SYSTEM, at=now())
                outcomes.append(name)
            except Refused as refused:
                outcomes.append(refused.code)
            finally:
                connection.close()

        threads = [threading.Thread(target=save, args=(name,)) for name in ("甲", "乙")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)

        assert "changed_meanwhile" in outcomes
        assert Connection.objects.get(pk=link.pk).name in outcomes
