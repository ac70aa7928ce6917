"""The loop: a fact from outside becomes a live score."""

from datetime import UTC, date, datetime

import pytest

from bole.kit.worker import settle
from bole.people.actions import end_employment
from bole.scoring.actions import close_period
from bole.scoring.models import ClosedScore, LiveScore
from bole.scoring.rules.explanation import from_json
from bole.values.period import Period
from bole.values.viewer import SYSTEM
from bole.work.models import Delivery, Fact, Item, Reading
from bole.work.rules.item import ItemVersion
from tests.factories import make_company, make_connection, make_model, make_person, map_to, send

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


def task(number: int, *, due: date, closed: datetime | None, version: int = 1) -> ItemVersion:
    """Return a task of zhangsan's."""
    return ItemVersion(
        external_id=f"PAY-{number}", kind="task", version=version, account="zhangsan", state="done" if closed else "open",
        title=f"任务{number}", opened_at=datetime(2026, 11, 2, 1, tzinfo=UTC), due_on=due, closed_at=closed,
    )  # fmt: skip


@pytest.mark.django_db
class TestTheLoop:
    """From a delivery to the score."""

    def test_moves_the_score_and_opens_down_to_the_item(self) -> None:
        company = make_company()
        make_model("programmer", families=("programmer",))
        person, tool = make_person(company, "张三"), make_connection()
        map_to(tool, "zhangsan", person)

        done = [task(n, due=date(2026, 11, 10), closed=datetime(2026, 11, 9, 2, tzinfo=UTC)) for n in range(9)]
        late = task(9, due=date(2026, 11, 10), closed=datetime(2026, 11, 12, 2, tzinfo=UTC))
        send(tool, *done, late, at=NOON)
        settle(NOON)

        live = LiveScore.objects.get(person=person, period="2026-11")
        leaf = next(one for one in from_json(live.parts).leaves if one.code == "task_completion")
        assert (leaf.numerator, leaf.denominator, leaf.score) == (9, 10, 9000)
        assert live.state == "scored"

    def test_takes_a_delivery_once(self) -> None:
        company = make_company()
        person, tool = make_person(company, "张三"), make_connection()
        map_to(tool, "zhangsan", person)
        one = task(1, due=date(2026, 11, 10), closed=datetime(2026, 11, 9, 2, tzinfo=UTC))

        first = send(tool, one, at=NOON, delivery="a")
        again = send(tool, one, at=NOON, delivery="a")
        other = send(tool, one, at=NOON, delivery="b")

        assert (first.fate, again.fate, other.fate) == ("stored", "same", "same")
        assert (again.is_repeat, other.is_repeat) == (True, False)
        assert (Item.objects.count(), Delivery.objects.count()) == (1, 2)
        assert list(Reading.objects.filter(measure="tasks_done").values_list("total", "count")) == [(1, 1)]

    def test_withdraws_the_facts_of_a_reopened_task(self) -> None:
        company = make_company()
        person, tool = make_person(company, "张三"), make_connection()
        map_to(tool, "zhangsan", person)

        send(tool, task(1, due=date(2026, 11, 10), closed=datetime(2026, 11, 9, 2, tzinfo=UTC)), at=NOON)
        send(tool, task(1, due=date(2026, 11, 30), closed=None, version=2), at=NOON)

        assert not Reading.objects.filter(measure__in=["tasks_done", "tasks_on_time"]).exists()
        assert list(Fact.objects.filter(withdrawn_at=None).values_list("measure", "day")) == [("tasks_due", date(2026, 11, 30))]
        assert Fact.objects.exclude(withdrawn_at=None).count() == 3

    def test_lets_facts_wait_for_their_person(self) -> None:
        company = make_company()
        person, tool = make_person(company, "张三"), make_connection()
        one = task(1, due=date(2026, 11, 10), closed=datetime(2026, 11, 9, 2, tzinfo=UTC))

        waiting = send(tool, one, at=NOON)
        before = Reading.objects.count()
        map_to(tool, "zhangsan", person, at=datetime(2026, 11, 27, 4, tzinfo=UTC))

        assert waiting.fates == ("waiting",)
        assert before == 0
        assert list(Reading.objects.order_by("measure").values_list("measure", "day", "total")) == [
            ("tasks_done", date(2026, 11, 9), 1),
            ("tasks_due", date(2026, 11, 9), 1),
            ("tasks_on_time", date(2026, 11, 9), 1),
        ]
        assert not Item.objects.filter(is_waiting=True).exists()

    def test_carries_the_last_peer_rating_over(self) -> None:
        company = make_company()
        make_model("programmer", families=("programmer",))
        person, tool = make_person(company, "张三"), make_connection()
        map_to(tool, "zhangsan", person)
        rated = datetime(2026, 10, 20, 4, tzinfo=UTC)
        rating = ItemVersion(
            external_id="round-3", kind="fact", version=1, account="zhangsan", state="done", opened_at=rated, closed_at=rated,
            values=(("peer_rating", 8800),),
        )  # fmt: skip

        send(tool, rating, at=NOON)
        settle(NOON)
        send(tool, *[task(n, due=date(2026, 11, 10), closed=datetime(2026, 11, 9, 2, tzinfo=UTC)) for n in range(9)], at=NOON)
        settle(NOON)

        leaf = next(
            one for one in from_json(LiveScore.objects.get(person=person, period="2026-11").parts).leaves if one.code == "peer_rating"
        )
        assert (leaf.score, leaf.state, leaf.sample) == (8800, "carried", 0)


@pytest.mark.django_db
class TestWhoLeft:
    """Somebody who leaves in the middle of a period."""

    def test_keeps_a_result_when_it_is_closed(self) -> None:
        company = make_company()
        make_model("programmer", families=("programmer",))
        person, tool = make_person(company, "张三"), make_connection()
        map_to(tool, "zhangsan", person)
        send(tool, *[task(n, due=date(2026, 11, 10), closed=datetime(2026, 11, 9, 2, tzinfo=UTC)) for n in range(9)], at=NOON)
        settle(NOON)
        end_employment(person_id=person.pk, last_day=date(2026, 11, 24), reason="resigned", by=SYSTEM, at=NOON)

        close_period(period=Period.parse("2026-11"), by=SYSTEM, at=datetime(2026, 12, 7, 4, tzinfo=UTC))

        closed = ClosedScore.objects.get(person=person, period="2026-11")
        assert (closed.state, closed.score) == ("scored", 10000)
        assert not LiveScore.objects.exists()
