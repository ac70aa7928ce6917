"""Half days on which the two of a pair are free, by what each said and when each is away."""

from datetime import date, timedelta

from bole.attendance.queries import absent_days
from bole.mentoring.models import MentorRole, Wish
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.rules.slots import Slot, free_slots

FARTHEST = timedelta(days=45)


def slots_of(pair: PairRow, *, day: date, until: date) -> list[Slot]:
    """Return the first half days from tomorrow on, to a day that is not far off (three queries)."""
    first, last = day + timedelta(days=1), min(max(until, day + timedelta(days=10)), pair.last_day, day + FARTHEST)
    mentor = MentorRole.objects.filter(person=pair.mentor_id).order_by("-first_day").values_list("hours", flat=True).first()
    mentee = Wish.objects.filter(person=pair.mentee_id).order_by("-made_at").values_list("hours", flat=True).first()
    away = absent_days([pair.mentor_id, pair.mentee_id], first, last)
    return free_slots(mentor or (), mentee or (), away=frozenset().union(*away.values()), first_day=first, last_day=last)
