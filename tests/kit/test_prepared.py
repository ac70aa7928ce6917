"""A question put together once: it answers what the query itself answers, for every value, on both databases."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.test.utils import CaptureQueriesContext

from bole.kit.prepared import Prepared
from bole.people.models import Assignment, Headship, Person
from bole.scoring.models import ScorePoint
from tests.factories import make_company, make_person

pytestmark = pytest.mark.django_db

DAYS = (date(2026, 1, 1), date(2026, 11, 22), date(2026, 11, 23))


def points_of(person: int, after: date, until: date) -> QuerySet[ScorePoint, Any]:
    rows = ScorePoint.objects.filter(person=person, day__gt=after, day__lte=until).order_by("day")
    return rows.annotate(is_low=Q(score__lt=5000)).values_list("day", "score", "parts", "is_low")


def seats_of(person: int, day: date) -> QuerySet[Assignment, Any]:
    heads = Headship.objects.on(day).filter(person=OuterRef("person"))
    return Assignment.objects.on(day).filter(person=person).annotate(leads=Exists(heads)).values_list("first_day", "leads", "unit__name")


def person_of(key: int) -> QuerySet[Person]:
    return Person.objects.filter(pk=key).annotate(called=F("name"))


@pytest.fixture
def people() -> list[Person]:
    company = make_company()
    found = [make_person(company, "林静"), make_person(company, "李四")]
    parts = {"total": 4200, "说": ["甲", None]}
    ScorePoint.objects.bulk_create(
        ScorePoint(person=one, day=day, period="2026-11", score=4200, parts=parts) for one in found for day in DAYS
    )
    return found


class TestTuples:
    def test_are_what_the_query_brings_for_every_value(self, people: list[Person]) -> None:
        asked = Prepared(points_of, int, date, date)

        for one in people:
            for after, until in ((DAYS[0], DAYS[1]), (DAYS[1], DAYS[2]), (DAYS[2], DAYS[0])):
                assert asked.ask(one.pk, after, until) == list(points_of(one.pk, after, until))
        assert asked.ask(people[0].pk, DAYS[1], DAYS[2]) == [(DAYS[2], 4200, {"total": 4200, "说": ["甲", None]}, True)]

    def test_bring_truth_and_joined_columns(self, people: list[Person]) -> None:
        asked = Prepared(seats_of, int, date)

        assert asked.ask(people[0].pk, DAYS[2]) == list(seats_of(people[0].pk, DAYS[2]))

    def test_are_one_query(self, people: list[Person]) -> None:
        asked = Prepared(points_of, int, date, date)

        with CaptureQueriesContext(connection) as queries:
            asked.ask(people[0].pk, *DAYS[:2])
            asked.ask(people[1].pk, *DAYS[1:])

        assert len(queries) == 2


class TestObjects:
    def test_are_whole_with_what_is_sealed_and_what_was_added(self, people: list[Person]) -> None:
        asked = Prepared(person_of, int)

        found = asked.ask(people[1].pk)

        assert [(one, str(one.birthday), one.called) for one in found] == [(people[1], str(people[1].birthday), "李四")]
        assert asked.ask(people[0].pk) == [people[0]]
        assert asked.ask(0) == []


class TestWhatCannotBeAsked:
    def test_a_value_that_the_query_changes_is_refused_at_once(self) -> None:
        asked = Prepared(lambda key: Person.objects.filter(pk=key + 1), int)

        with pytest.raises(ValueError, match="changes or leaves out a value"):
            asked.ask(1)

    def test_too_few_values_are_refused(self, people: list[Person]) -> None:
        with pytest.raises(ValueError, match="zip"):
            Prepared(points_of, int, date, date).ask(people[0].pk, DAYS[0])
