"""What a collector reads of scores that wait."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from bole.kit.clock import now
from bole.scoring.models import ScoringDue
from bole.scoring.queries.waiting import oldest_due_score
from tests.factories import make_company, make_person

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


class TestTheMetrics:
    def test_tell_how_many_scores_wait_and_for_how_long(self) -> None:
        person = make_person(make_company(), "李四")
        ScoringDue.objects.create(person=person, period="2026-11", since=NOON - timedelta(minutes=2))

        words = Client().get("/metrics").content.decode()

        assert "bole_due_scores 1\n" in words
        assert oldest_due_score(NOON) == 120

    def test_tell_nothing_waits(self) -> None:
        ScoringDue.objects.all().delete()

        assert oldest_due_score(now()) == 0
