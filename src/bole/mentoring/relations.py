"""Whom somebody mentors on a day: what the access room builds each Viewer from."""

from datetime import date

from django.db.models import Q

from bole.mentoring.models import Mentorship
from bole.mentoring.models.pairs import ALIVE


def mentees_of(person_id: int, day: date) -> frozenset[int]:
    """Return whom somebody mentors on the day: from a mentorship's first day to its last, and no day longer than it lives (one query)."""
    found = Mentorship.objects.filter(mentor=person_id, state__in=ALIVE, first_day__lte=day, last_day__gte=day)
    return frozenset(found.exclude(Q(ended_on__lt=day)).values_list("mentee_id", flat=True))
