"""Idempotency-Key: one effect and one answer, however often and however closely together the request comes."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, connection

from bole.kit.idempotency import BadKey, KeyReused, once
from bole.kit.jobs import sweep
from bole.kit.models import Heartbeat, KeptAnswer

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


def ask(key: str, *, body: bytes = b"{}", who: str = "connection 1", route: str = "facts", at: datetime = NOON) -> tuple[object, bool]:
    return once(who=who, route=route, key=key, body=body, at=at, do=count_up)


def count_up() -> dict[str, int]:
    """Have an effect that can be counted."""
    number = Heartbeat.objects.count() + 1
    Heartbeat.objects.create(name=f"effect {number}", at=NOON)
    return {"number": number}


@pytest.mark.django_db
class TestOnce:
    def test_answers_a_repetition_with_what_was_answered_first(self) -> None:
        first, again = ask("k"), ask("k")

        assert (first, again) == (({"number": 1}, False), ({"number": 1}, True))
        assert Heartbeat.objects.count() == 1

    def test_refuses_the_key_with_another_body_and_has_no_effect(self) -> None:
        ask("k")

        with pytest.raises(KeyReused) as refused:
            ask("k", body=b"[]")

        assert (refused.value.status, refused.value.where) == (422, "Idempotency-Key")
        assert Heartbeat.objects.count() == 1

    def test_holds_for_one_sender_and_one_route(self) -> None:
        numbers = [ask("k"), ask("k", who="connection 2"), ask("k", route="items")]

        assert [is_repeat for _, is_repeat in numbers] == [False, False, False]
        assert Heartbeat.objects.count() == 3

    def test_does_it_each_time_without_a_key(self) -> None:
        assert [ask("")[1], ask("")[1]] == [False, False]
        assert (Heartbeat.objects.count(), KeptAnswer.objects.count()) == (2, 0)

    def test_keeps_no_answer_of_what_failed(self) -> None:
        def fail() -> None:
            count_up()
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            once(who="connection 1", route="facts", key="k", body=b"{}", at=NOON, do=fail)

        assert (Heartbeat.objects.count(), KeptAnswer.objects.count()) == (0, 0)
        assert ask("k") == ({"number": 1}, False)

    @pytest.mark.parametrize("key", ["k" * 201, "a\x00b"])
    def test_refuses_a_key_that_cannot_be_kept(self, key: str) -> None:
        with pytest.raises(BadKey):
            ask(key)

        assert Heartbeat.objects.count() == 0

    @pytest.mark.parametrize("key", ["k" * 200, "钥匙", "\x01\x7f", " "])
    def test_takes_any_other_key(self, key: str) -> None:
        assert [ask(key)[1], ask(key)[1]] == [False, True]

    def test_forgets_after_a_day(self) -> None:
        ask("k")
        sweep(NOON + timedelta(days=1, seconds=1))

        assert ask("k", body=b"[]") == ({"number": 2}, False)

    def test_does_not_take_a_fault_of_the_work_for_a_repetition(self) -> None:
        def clash() -> None:
            Heartbeat.objects.create(name="one", at=NOON)
            Heartbeat.objects.create(name="one", at=NOON)

        with pytest.raises(IntegrityError):
            once(who="connection 1", route="facts", key="k", body=b"{}", at=NOON, do=clash)


@pytest.mark.django_db(transaction=True)
class TestAtTheSameMoment:
    def test_twenty_equal_requests_have_one_effect_and_one_answer(self) -> None:
        answers = in_parallel(20, lambda _: ask("k"))

        assert Heartbeat.objects.count() == 1
        assert [number for number, _ in answers] == [{"number": 1}] * 20
        assert sorted(is_repeat for _, is_repeat in answers) == [False] + [True] * 19

    def test_of_two_bodies_one_is_taken_and_one_refused(self) -> None:
        outcomes = in_parallel(2, lambda n: told(lambda: ask("k", body=str(n).encode())))

        assert Heartbeat.objects.count() == 1
        assert sorted(outcomes) == ["key_reused", "taken"]


def told(work: Callable[[], object]) -> str:
    """Return what became of the work."""
    try:
        work()
    except KeyReused as refused:
        return refused.code
    return "taken"


def in_parallel(times: int, work: Callable[[int], object]) -> list[object]:
    """Do the work that many times at once and return what came out."""
    found: list[object] = []
    gate = threading.Barrier(times)

    def one(number: int) -> None:
        gate.wait(20)
        try:
            found.append(work(number))
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return found
