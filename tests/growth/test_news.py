"""Groups hear once a week that the library has something new; never a title, never a name."""

from datetime import UTC, datetime, timedelta

import pytest

from bole.growth.jobs import tell_groups_of_what_is_new
from bole.growth.models import LibraryItem
from bole.notices.actions import save_channel
from bole.notices.models import Notice, Sending
from bole.values.viewer import SYSTEM

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 23, 2, tzinfo=UTC)
AFTER_THE_HOLIDAY = datetime(2026, 10, 8, 2, tzinfo=UTC)  # a Thursday: the week before was the national holiday
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def robot(team) -> None:
    """Let one group have a robot, and let everything in the library be of last Friday."""
    save_channel(code="slack", name="All hands", settings={"url": "https://hooks.example.com/1"}, is_on=True, by=SYSTEM, at=MONDAY)
    LibraryItem.objects.filter(state="published").update(published_at=MONDAY - 3 * DAY)


def heard() -> list[str]:
    """Return what groups were told."""
    return list(Sending.objects.filter(account=None).order_by("key").values_list("key", flat=True))


class TestGroups:
    def test_hear_it_once_on_the_first_working_day_of_a_week(self):
        for ago in (-3, 0, 0, 1, 4):
            tell_groups_of_what_is_new(MONDAY + ago * DAY)

        assert heard() == ["g:growth.library_news:2026-11-23"]

    def test_hear_it_after_a_holiday_on_the_first_day_of_work(self):
        LibraryItem.objects.filter(state="published").update(published_at=AFTER_THE_HOLIDAY - 2 * DAY)

        for ago in (-3, -2, -1, 0, 1):
            tell_groups_of_what_is_new(AFTER_THE_HOLIDAY + ago * DAY)

        assert heard() == ["g:growth.library_news:2026-10-05"]

    def test_hear_nothing_where_nothing_is_new(self):
        tell_groups_of_what_is_new(MONDAY + 7 * DAY)

        assert heard() == []

    def test_hear_it_and_nobody_is_told_by_name(self):
        tell_groups_of_what_is_new(MONDAY)

        assert not Notice.objects.exists()
