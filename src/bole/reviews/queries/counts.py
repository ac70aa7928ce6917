"""What HR knows of feedback and talks: how much is written, and on which days people talked. Never a word, and no small count."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from bole.kit.clock import local_day
from bole.people.queries import Card, cards
from bole.reviews.models import Feedback, OneToOne
from bole.reviews.permissions import can_count, can_read_talk_days
from bole.reviews.queries.talks import TalkRow, talk_row
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

LEAST_COUNT = 5
MONTHS = 6
MOST_TALKS = 50


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many pieces were sent in a month; None where they are too few to be told."""

    month: str
    pieces: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Months, the newest first, and the talks that took place."""

    months: tuple[MonthCount, ...]
    talks: tuple[TalkRow, ...]
    people: dict[int, Card]


def counts_for(viewer: Viewer, *, day: date) -> Counts:
    """Return how much feedback was given to those whom the viewer looks after, and when they talked (five queries).

    :raises NotFound: unless the viewer is of HR
    """
    if not can_count(viewer):
        raise NotFound
    sent = Feedback.objects.filter(taken_back_at=None, sent_at__date__gte=_since(day))
    held = OneToOne.objects.exclude(held_on=None)
    if not viewer.has_role("hr", "hr_admin"):
        sent, held = sent.filter(recipient__in=viewer.partnered), held.filter(report__in=viewer.partnered)
    found = Counter(f"{local_day(at):%Y-%m}" for at in sent.values_list("sent_at", flat=True))
    rows = [talk_row(one) for one in held.order_by("-held_on", "-id")[: MOST_TALKS * 2]]
    talks = tuple(one for one in rows if can_read_talk_days(viewer, one.report_id))[:MOST_TALKS]
    return Counts(
        months=tuple(MonthCount(month, found[month] if found[month] >= LEAST_COUNT else None) for month in sorted(found, reverse=True)),
        talks=talks,
        people=cards({key for one in talks for key in (one.manager_id, one.report_id)}, day) if talks else {},
    )


def _since(day: date) -> date:
    """Return the first day of the oldest month that is counted."""
    months = day.year * 12 + day.month - MONTHS
    return date(months // 12, months % 12 + 1, 1)
