"""How many people there are, kept in memory: counting a large company anew for each page would cost as much as all the rest of it."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from django.db.models import Count

from bole.people.models import WITHOUT_SCORE, Employment, LineMark, Person, SpellQuerySet
from bole.people.queries.directory import LEAVERS_SEEN_DAYS


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many people were ever known, and without those who left long ago; how many work here, and from outside or as interns."""

    known: int
    recent: int
    here: int
    outside: int


def headcount_on(day: date) -> Headcount:
    """Return the headcount of the whole company (one query; four after somebody came, left or got another contract)."""
    mark = lines_mark()
    return _kept(mark, day) if mark else _counted(day)  # where nothing was ever marked, nothing is kept


def lines_mark() -> str:
    """Return the mark that every change of units, heads, posts or contracts renews (one query); nothing where none was ever made."""
    return LineMark.objects.filter(pk=1).values_list("token", flat=True).first() or ""


def heads_in(contracts: SpellQuerySet[Employment], day: date) -> tuple[int, int]:
    """Count whose contracts hold on the day, and who of them is from outside or an intern (one query)."""
    counts: dict[str, int] = dict(contracts.on(day).values_list("kind").annotate(Count("id")).order_by())
    return sum(counts.values()), sum(counts.get(kind, 0) for kind in WITHOUT_SCORE)


@lru_cache(maxsize=8)
def _kept(mark: str, day: date) -> Headcount:
    return _counted(day)


def _counted(day: date) -> Headcount:
    here, outside = heads_in(Employment.objects.all(), day)
    recent = Employment.objects.known().exclude(last_day__lt=day - timedelta(days=LEAVERS_SEEN_DAYS))
    return Headcount(Person.objects.count(), recent.values("person").distinct().count(), here, outside)
