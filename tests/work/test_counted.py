"""How many deliveries came today is counted as they come, so that a page need not count them."""

from datetime import UTC, datetime, timedelta

import pytest

from bole.values.viewer import SYSTEM
from bole.work.actions import DeliveryNote, refuse_delivery
from bole.work.models import Connection
from bole.work.queries.sources import sources_for
from bole.work.rules.item import ItemVersion
from tests.factories import make_connection, send

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 23, 1, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 23, 16, tzinfo=UTC)  # in Shanghai


def come(link: Connection, name: str, at: datetime) -> None:
    """Let a delivery come."""
    send(link, ItemVersion(external_id=name, kind="task", version=1, account="lisi", state="open", opened_at=MORNING), at=at)


def today(at: datetime) -> int:
    """Return how many the page says."""
    return sources_for(SYSTEM, at=at).rows[0].today


def test_each_counts_and_a_refused_one_too() -> None:
    link = make_connection("github")

    come(link, "a", MORNING)
    come(link, "b", MORNING)
    refuse_delivery(connection_id=link.pk, note=DeliveryNote("c"), by=SYSTEM, at=MORNING)

    assert today(MORNING) == 3


def test_yesterdays_do_not_count() -> None:
    link = make_connection("github")

    refuse_delivery(connection_id=link.pk, note=DeliveryNote("a"), by=SYSTEM, at=MORNING - timedelta(days=1))
    come(link, "b", MORNING)

    assert today(MORNING) == 1
    assert today(MORNING + timedelta(days=1)) == 0


def test_one_that_is_overtaken_at_midnight_leaves_the_new_day_alone() -> None:
    link = make_connection("github")

    come(link, "a", MIDNIGHT)
    come(link, "b", MIDNIGHT - timedelta(milliseconds=1))
    come(link, "c", MIDNIGHT)

    assert today(MIDNIGHT) == 2
