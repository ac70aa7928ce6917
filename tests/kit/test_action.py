"""Actions: one transaction, one line on the record, and nothing of either if it fails."""

from datetime import UTC, datetime

import pytest
from django.db import connection

from bole.audit.models import Entry
from bole.kit.action import action, look, on_record
from bole.kit.announce import announce
from bole.kit.models import Announcement, Heartbeat
from bole.values.refusal import Invalid
from bole.values.viewer import SYSTEM, Viewer
from tests.kit.happened import Happened

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
SU = Viewer(name="苏文", account_id=7, address="10.1.2.3", request_id="ab12cd34")


@action("kit.write_one")
def write_one(*, name: str, by: Viewer, at: datetime, fails: bool = False) -> str:
    """Write a row and announce it."""
    Heartbeat.objects.create(name=name, at=at)
    announce(Happened(1), at=at)
    on_record(subject="person 1", thing=f"row {name}", fields=("name", "at"))
    if fails:
        raise Invalid(where="name")
    return name


@action("kit.write_two")
def write_two(*, by: Viewer, at: datetime, fails: bool = False) -> None:
    """Write two rows by the other action."""
    write_one(name="first", by=by, at=at)
    write_one(name="second", by=SYSTEM, at=at, fails=fails)
    on_record(reason="both")


def lines() -> list[tuple[str, str, str, list[str], list[str], str]]:
    return list(Entry.objects.order_by("seq").values_list("what", "by", "subject", "things", "fields", "reason"))


def left() -> tuple[int, int, int]:
    return Heartbeat.objects.count(), Announcement.objects.count(), Entry.objects.count()


@action("kit.write_quietly", is_noted_later=True)
def write_quietly(*, by: Viewer, at: datetime) -> None:
    """Write a row whose line comes later."""
    write_one(name="quiet", by=by, at=at)


class TestAnAction:
    def test_leaves_one_line_that_says_who_what_and_when(self) -> None:
        write_one(name="first", by=SU, at=NOON)

        assert lines() == [("kit.write_one", "苏文", "person 1", ["row first"], ["at", "name"], "")]
        assert Entry.objects.values_list("at", "account_id", "address", "request").get() == (NOON, 7, "10.1.2.0", "ab12cd34")

    def test_leaves_its_line_to_its_room_if_it_is_noted_later(self) -> None:
        write_quietly(by=SU, at=NOON)

        assert left() == (1, 1, 0)

    def test_leaves_nothing_if_it_is_refused(self) -> None:
        with pytest.raises(Invalid):
            write_one(name="first", by=SU, at=NOON, fails=True)

        assert left() == (0, 0, 0)

    def test_writes_no_line_of_its_own_inside_another_action(self) -> None:
        write_two(by=SU, at=NOON)

        assert lines() == [("kit.write_two", "苏文", "person 1", ["row first", "row second"], ["at", "name"], "both")]
        assert left() == (2, 2, 1)

    def test_takes_the_whole_with_it_if_a_part_is_refused(self) -> None:
        with pytest.raises(Invalid):
            write_two(by=SU, at=NOON, fails=True)

        assert left() == (0, 0, 0)

    def test_starts_a_new_line_after_one_that_failed(self) -> None:
        with pytest.raises(Invalid):
            write_one(name="first", by=SU, at=NOON, fails=True)
        write_one(name="second", by=SU, at=NOON)

        assert [things for *_, things, _, _ in lines()] == [["row second"]]

    @pytest.mark.parametrize("missing", ["by", "at"])
    def test_does_not_run_without_who_and_when(self, missing: str) -> None:
        given = {"name": "first", "by": SU, "at": NOON}
        del given[missing]

        with pytest.raises(KeyError):
            write_one(**given)

        assert left() == (0, 0, 0)

    def test_refuses_somebody_who_is_no_viewer(self) -> None:
        with pytest.raises(AssertionError):
            write_one(name="first", by="苏文", at=NOON)

        assert left() == (0, 0, 0)


class TestOnRecord:
    def test_says_nothing_outside_an_action(self) -> None:
        on_record(thing="row")

        assert left() == (0, 0, 0)


class TestLook:
    def test_puts_one_look_on_the_record(self) -> None:
        look(what="scoring.look", by=SU, at=NOON, subject="person 1", fields=("score",), reason="asked")

        assert lines() == [("scoring.look", "苏文", "person 1", [], ["score"], "asked")]


@pytest.mark.django_db(transaction=True)
class TestTheTransaction:
    def test_is_one_for_action_and_record(self) -> None:
        seen = []

        def watch(execute, sql, params, many, context):
            seen.append((sql.split()[0], connection.in_atomic_block))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(watch):
            write_two(by=SU, at=NOON)

        assert {inside for word, inside in seen if word in {"INSERT", "UPDATE"}} == {True}
        assert [word for word, _ in seen if word == "SAVEPOINT"] == []
