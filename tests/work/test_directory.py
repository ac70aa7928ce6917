"""Whose account it is by an e-mail: believed from the tool that runs the directory alone, in whatever order it comes to be known."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as depth
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from bole.people.models import Person
from bole.work.actions import open_connection
from bole.work.actions.identities import call_nobody, unmap_account
from bole.work.models import Connection, Fact, Identity, Item, OutsideAccount
from bole.work.rules.item import ItemVersion
from tests.factories import SYSTEM, Company, make_company, make_connection, make_person, send

MORNING = datetime(2026, 11, 16, 2, tzinfo=UTC)
MAIL = "lisi@example.com"


def directory() -> Connection:
    """Open a connection that runs the directory."""
    return open_connection(vendor="api", name="目录", by=SYSTEM, at=MORNING, runs_directory=True)[0]


def review(name: str, *, email: str = "", version: int = 1, account: str = "dev-42") -> ItemVersion:
    """Return a review that an account gave."""
    return ItemVersion(
        external_id=name, kind="review", version=version, account=account, account_email=email, state="done", opened_at=MORNING
    )


def waiting(tool: Connection) -> int:
    """Count the records of a tool that wait for a person."""
    return Item.objects.filter(connection=tool, is_waiting=True).count()


@pytest.fixture
def company(db: None) -> Company:
    return make_company()


@pytest.fixture
def person(company: Company) -> Person:
    made = make_person(company, "李四")
    Person.objects.filter(pk=made.pk).update(work_email=MAIL)
    return made


class TestAnEmail:
    def test_is_believed_from_the_directory(self, person):
        tool = directory()

        done = send(tool, review("R-1", email="LiSi@Example.com"), at=MORNING)

        assert done.fates == ("stored",)
        assert Fact.objects.filter(person=person, measure="reviews_given", withdrawn_at=None).count() == 1

    def test_only_proposes_from_any_other_tool(self, person):
        tool = make_connection()

        done = send(tool, review("R-1", email=MAIL), at=MORNING)

        assert done.fates == ("waiting",)
        assert not Identity.objects.exists()
        assert not Fact.objects.filter(person=person).exists()

    def test_that_comes_later_lets_the_past_count(self, person):
        tool = directory()
        first = send(tool, review("R-1"), at=MORNING)

        send(tool, review("R-2", email=MAIL), at=MORNING + timedelta(days=1))

        assert first.fates == ("waiting",)
        assert waiting(tool) == 0
        assert Fact.objects.filter(person=person, measure="reviews_given", withdrawn_at=None).count() == 2

    def test_of_an_older_version_is_known_all_the_same(self, person):
        tool = directory()
        send(tool, review("R-1", version=2), at=MORNING)

        done = send(tool, review("R-1", email=MAIL), at=MORNING)

        assert done.fates == ("older",)
        assert waiting(tool) == 0
        assert Fact.objects.filter(person=person, withdrawn_at=None).count() == 1

    def test_that_comes_later_is_proposed_where_it_is_not_believed(self, person):
        tool = make_connection()
        send(tool, review("R-1"), at=MORNING)

        send(tool, replace(review("R-2", email=MAIL), account_name="li si"), at=MORNING)

        kept = OutsideAccount.objects.get(connection=tool)
        assert (kept.email, kept.name) == (MAIL, "li si")

    def test_does_not_undo_what_hr_took_back(self, person):
        tool = directory()
        send(tool, review("R-1", email=MAIL), at=MORNING)
        unmap_account(account_ref=OutsideAccount.objects.get().ref, by=SYSTEM, at=MORNING)

        send(tool, review("R-2", email=MAIL), review("R-3", email="other@example.com"), at=MORNING)

        assert waiting(tool) == 3
        assert not Fact.objects.filter(person=person, withdrawn_at=None).exists()

    def test_makes_nobody_of_a_robot(self, person):
        tool = directory()
        send(tool, review("R-1"), at=MORNING)
        call_nobody(account_ref=OutsideAccount.objects.get().ref, by=SYSTEM, at=MORNING)

        send(tool, review("R-2", email=MAIL), at=MORNING)

        assert not Identity.objects.exists()
        assert not Fact.objects.filter(person=person).exists()

    def test_of_two_people_is_nobodys(self, company, person):
        other = make_person(company, "王五")
        Person.objects.filter(pk=other.pk).update(work_email="wangwu@example.com")
        tool = directory()

        send(tool, review("R-1", email=MAIL), review("R-2", email="wangwu@example.com"), at=MORNING)

        assert not Identity.objects.exists()
        assert waiting(tool) == 2


class TestAnyOrder(TestCase):
    """A directory's e-mails, with some versions and not with others, in whatever order."""

    @classmethod
    def setUpTestData(cls) -> None:
        made = make_person(make_company(), "李四")
        Person.objects.filter(pk=made.pk).update(work_email=MAIL)
        cls.person = made

    @given(
        st.lists(
            st.builds(
                review,
                st.sampled_from(["R-1", "R-2", "R-3"]),
                email=st.sampled_from(["", MAIL, "private@example.com"]),
                version=st.integers(1, 3),
                account=st.sampled_from(["one", "two"]),
            ),
            min_size=1,
            max_size=8,
        ),
        st.randoms(use_true_random=False),
    )
    @depth(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def test_gives_the_same_facts(self, sent: list[ItemVersion], chance: random.Random) -> None:
        clean, messy = directory(), directory()
        shuffled = chance.sample(sent, k=len(sent))

        send(clean, *sent, at=MORNING)
        for one in shuffled:
            send(messy, one, at=MORNING)

        kept = [
            sorted(
                Fact.objects.filter(item__connection=tool, withdrawn_at=None).values_list(
                    "item__external_id", "person_id", "measure", "value"
                )
            )
            for tool in (clean, messy)
        ]
        assert kept[0] == kept[1]
        assert waiting(clean) == waiting(messy)
