"""When results are published."""

from bole.surveys.models import Calendar
from bole.surveys.rules.calendar import DEFAULT_DAYS


def publication_calendar() -> tuple[tuple[int, int], ...]:
    """Return the publication days of a year as months and days (one query)."""
    days = Calendar.objects.order_by("-id").values_list("days", flat=True).first()
    return tuple((month, day) for month, day in days) if days else DEFAULT_DAYS
