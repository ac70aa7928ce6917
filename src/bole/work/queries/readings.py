"""What readings add up to."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Sum

from bole.work.models import Reading


def totals_of(person_ids: Collection[int], measures: Collection[str], first_day: date, last_day: date) -> dict[int, dict[str, int]]:
    """Return each person's total of each measure over these days (one query)."""
    rows = Reading.objects.filter(person__in=person_ids, measure__in=measures, day__gte=first_day, day__lte=last_day)
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for person, measure, total in rows.values("person_id", "measure").annotate(all=Sum("total")).values_list("person_id", "measure", "all"):
        found[person][measure] = total
    return dict(found)


def records_of(person_id: int, first_day: date, last_day: date) -> int:
    """Count the records of one person in these days (one query)."""
    rows = Reading.objects.filter(person=person_id, day__gte=first_day, day__lte=last_day)
    counted: int = rows.aggregate(all=Sum("count"))["all"] or 0
    return counted
