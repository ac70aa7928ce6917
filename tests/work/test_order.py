"""Order cannot matter: any permutation, doubling, lateness, correction and retraction gives the readings of the clean sequence."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as depth
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from bole.kit.worker import settle
from bole.people.models import Person
from bole.scoring.actions.scores import put_due
from bole.scoring.models import LiveScore
from bole.work.models import Connection, Fact, Item, Reading
from bole.work.rules.item import ItemVersion, Mark
from tests.factories import make_company, make_connection, make_model, make_person, map_to, send

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
FIRST = datetime(2026, 11, 2, 1, tzinfo=UTC)
A_WEEK_LATER = NOON + timedelta(days=7)
moments = st.integers(0, 17 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))


@st.composite
def versions(draw: st.DrawFn) -> ItemVersion:
    """Return one version of one of four items: open, done, dropped, retracted, reassigned or postponed."""
    opened, later = sorted((draw(moments), draw(moments)))
    state = draw(st.sampled_from(["open", "done", "dropped"]))
    return ItemVersion(
        external_id=f"I-{draw(st.integers(1, 4))}",
        kind=draw(st.sampled_from(["task", "ticket", "delivery", "defect"])),
        version=draw(st.integers(1, 6)),
        account=draw(st.sampled_from(["one", "two", "unknown", None])),
        state=state,
        opened_at=opened,
        due_on=draw(st.none() | st.dates(date(2026, 11, 1), date(2026, 11, 30))),
        responded_at=draw(st.none() | st.just(later)),
        closed_at=later if state == "done" else None,
        marks=frozenset(draw(st.lists(st.builds(Mark, st.sampled_from(["postponed", "reopened"]), moments), max_size=2))),
        is_retracted=draw(st.booleans()) and draw(st.booleans()),
    )


def readings_of(people: Sequence[Person]) -> list[tuple[int, str, date, int, int, int, int]]:
    """Return the readings of two people, each told apart by place and not by key."""
    places = {person.pk: place for place, person in enumerate(people)}
    rows = Reading.objects.filter(person__in=people).values_list("person_id", "measure", "day", "total", "count", "least", "most")
    return sorted((places[row[0]], *row[1:]) for row in rows)


def living_facts_agree(people: Sequence[Person]) -> bool:
    """Test if each reading is what its living facts add up to."""
    sums: dict[tuple[int, str, date], tuple[int, int]] = {}
    for person, measure, day, value in Fact.objects.filter(person__in=people, withdrawn_at=None).values_list(
        "person_id", "measure", "day", "value"
    ):
        total, count = sums.get((person, measure, day), (0, 0))
        sums[person, measure, day] = (total + value, count + 1)
    rows = Reading.objects.filter(person__in=people).values_list("person_id", "measure", "day", "total", "count")
    return {row[:3]: row[3:] for row in rows} == sums


def make_pair() -> tuple[Connection, list[Person]]:
    """Make a tool and the two people whose accounts it knows."""
    tool, people = make_connection(), [make_person(TestAnyOrder.company, name) for name in ("张三", "李四")]
    for account, person in zip(("one", "two"), people, strict=True):
        map_to(tool, account, person)
    return tool, people


class TestAnyOrder(TestCase):
    """What arrives, in whatever order and however often, ends alike."""

    @classmethod
    def setUpTestData(cls) -> None:
        TestAnyOrder.company = make_company()

    @given(st.lists(versions(), min_size=1, max_size=12), st.randoms(use_true_random=False))
    @depth(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def test_gives_the_readings_of_the_clean_sequence(self, sent: list[ItemVersion], chance: random.Random) -> None:
        clean, people = make_pair()
        messy, others = make_pair()

        send(clean, *sorted(sent, key=lambda one: one.version), at=NOON)
        shuffled = [*sent, *chance.sample(sent, k=len(sent) // 2)]
        chance.shuffle(shuffled)
        while shuffled:
            cut = chance.randint(1, len(shuffled))
            send(messy, *shuffled[:cut], at=NOON + timedelta(hours=chance.randint(0, 48)))
            del shuffled[:cut]

        assert readings_of(others) == readings_of(people)
        assert living_facts_agree(people)
        assert living_facts_agree(others)

    @given(st.lists(versions(), min_size=1, max_size=8))
    @depth(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def test_counts_a_late_identity_as_if_it_had_come_in_time(self, sent: list[ItemVersion]) -> None:
        known, people = make_pair()
        unknown, others = make_connection(), [make_person(self.company, name) for name in ("王五", "赵六")]

        send(known, *sent, at=NOON)
        send(unknown, *sent, at=NOON)
        before = Reading.objects.filter(person__in=others).count()
        for account, person in zip(("one", "two"), others, strict=True):
            map_to(unknown, account, person, at=NOON + timedelta(days=7))

        assert before == 0
        assert readings_of(others) == readings_of(people)
        assert Item.objects.filter(connection=unknown, is_waiting=True).exclude(account="unknown").count() == 0


def month_of_work() -> list[ItemVersion]:
    """Return 30 tasks of one account, on time and late, some of them postponed by a second version."""
    facts = [
        ItemVersion(
            external_id=f"T-{n}", kind="task", version=1, account="me", state="done", opened_at=FIRST, due_on=date(2026, 11, 12),
            closed_at=FIRST + timedelta(days=n % 14),
        )
        for n in range(30)
    ]  # fmt: skip
    return facts + [replace(one, version=2, marks=frozenset({Mark("postponed", FIRST + timedelta(days=3))})) for one in facts[::7]]


@pytest.mark.django_db
class TestAnAccountThatIsMappedAWeekLater:
    def test_gives_the_score_of_the_clean_sequence(self) -> None:
        company = make_company()
        make_model("programmer", families=("programmer",))
        in_time, late = make_person(company, "张三"), make_person(company, "李四")
        known, unknown = make_connection(), make_connection()
        map_to(known, "me", in_time)

        for tool in (known, unknown):
            send(tool, *month_of_work(), at=NOON)
        settle(NOON)
        before = LiveScore.objects.filter(person=late).exclude(score=None).count()
        map_to(unknown, "me", late, at=A_WEEK_LATER)
        put_due([(in_time.pk, "2026-11")], at=A_WEEK_LATER)  # the other is due by itself
        settle(A_WEEK_LATER)

        scores = {one.person_id: (one.state, one.score, one.parts) for one in LiveScore.objects.filter(period="2026-11")}
        assert before == 0
        assert scores[late.pk][:2] == ("scored", scores[in_time.pk][1])
        assert scores[late.pk] == scores[in_time.pk]


@pytest.mark.django_db
class TestTenOrders:
    """The same facts in ten random orders, each doubled."""

    def test_give_one_score(self) -> None:
        company = make_company()
        make_model("programmer", families=("programmer",))
        facts = month_of_work()

        scores = set()
        for seed in range(10):
            person, tool = make_person(company, f"张{seed}"), make_connection()
            map_to(tool, "me", person)
            order = random.Random(seed).sample(facts, k=len(facts))
            for n in range(0, len(order), 7):
                send(tool, *order[n : n + 7], *order[n : n + 7], at=NOON)
            settle(NOON)
            scores.add(LiveScore.objects.get(person=person).score)

        assert len(scores) == 1
        assert scores != {None}
