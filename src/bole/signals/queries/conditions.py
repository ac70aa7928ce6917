"""The months of a unit around its indicator: series that were given, and what people and absences say."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bole.attendance.queries import absent_days
from bole.people.models import Employment, Unit
from bole.people.queries import AssignmentRow, assignments_during
from bole.people.rules.spells import Spell, joined_on
from bole.scoring.actions.scores import SCORED_KINDS
from bole.signals.models import SeriesValue
from bole.signals.rules.series import KINDS, THOUSAND
from bole.signals.rules.staffing import Member, Staffing, staffing_of
from bole.values.period import Period
from bole.values.workdays import is_working_day, working_days

Values = dict[date, float]


@dataclass(frozen=True, slots=True)
class Contract:
    """A spell of employment that counts as one of us."""

    spell: Spell
    counts: bool


def conditions_of(unit_ids: Collection[int], months: Sequence[date]) -> dict[int, dict[str, Values]]:
    """Return each unit's values by kind and month (five queries)."""
    paths = dict(Unit.objects.filter(pk__among=list(unit_ids)).values_list("id", "path"))
    found: dict[int, dict[str, Values]] = {unit: defaultdict(dict) for unit in paths}
    for unit, kind, month, value in _given(paths, months):
        found[unit][kind][month] = value
    for unit, by_month in staffing_by_month(paths, months).items():
        for month, one in by_month.items():
            known = {"headcount": float(one.headcount), "tenure": one.tenure, "staying": one.staying, "attendance": one.attendance}
            for kind, amount in known.items():
                if amount is not None and one.headcount:
                    found[unit][kind][month] = amount
    return found


def _given(paths: Mapping[int, str], months: Sequence[date]) -> list[tuple[int, str, date, float]]:
    """Return the given values of each unit; the market's are those of the nearest unit above, or of the company, if it has none."""
    rows = SeriesValue.objects.filter(withdrawn_at=None, month__gte=months[0], month__lte=months[-1])
    held: defaultdict[tuple[str, int | None], Values] = defaultdict(dict)
    for kind, unit, month, value in rows.values_list("series__kind", "series__unit_id", "month", "value"):
        held[kind, unit][month] = value / THOUSAND
    kinds = {kind for kind, _ in held}
    found = []
    for unit, path in paths.items():
        above: list[int | None] = [*(int(key) for key in reversed(path.strip("/").split("/"))), None]
        for kind in kinds:
            places = above if KINDS[kind].cause == "market" else above[:1]
            values = next((held[kind, place] for place in places if (kind, place) in held), {})
            found += [(unit, kind, month, value) for month, value in values.items()]
    return found


def staffing_by_month(paths: Mapping[int, str], months: Sequence[date]) -> dict[int, dict[date, Staffing]]:
    """Return how each unit stood at the end of each month (three queries)."""
    first = months[0] - timedelta(days=1)
    last = Period.of("month", months[-1]).last_day
    roots = tuple(paths.values())
    posts = {
        person: inside
        for person, rows in assignments_during(None, first, last).items()
        if (inside := [row for row in rows if row.unit_path.startswith(roots)])
    }
    contracts = _contracts(posts)
    away = absent_days(posts, months[0], last)
    found: dict[int, dict[date, Staffing]] = {unit: {} for unit in paths}
    before = _members(paths, posts, contracts, first)
    for month in months:
        period = Period.of("month", month)
        now = _members(paths, posts, contracts, period.last_day)
        here = {person for person, rows in contracts.items() if any(period.last_day in one.spell for one in rows)}
        days = working_days(period.first_day, period.last_day)
        lost = {person: sum(day in period and is_working_day(day) for day in gone) for person, gone in away.items()}
        for unit in paths:
            then = [one.person for one in before[unit]]
            found[unit][month] = staffing_of(now[unit], then, here, lost, last_day=period.last_day, days=days)
        before = now
    return found


def _contracts(people: Collection[int]) -> dict[int, list[Contract]]:
    found: defaultdict[int, list[Contract]] = defaultdict(list)
    rows = Employment.objects.known().filter(person__among=list(people))
    for person, kind, first, last in rows.values_list("person_id", "kind", "first_day", "last_day"):
        found[person].append(Contract(Spell(first, last), kind in SCORED_KINDS))
    return dict(found)


def _members(
    paths: Mapping[int, str], posts: Mapping[int, Sequence[AssignmentRow]], contracts: Mapping[int, Sequence[Contract]], day: date
) -> dict[int, list[Member]]:
    """Return who was in each unit on the day: those with a contract of ours that counts, no outsourced, dispatched or intern."""
    found: dict[int, list[Member]] = {unit: [] for unit in paths}
    for person, rows in posts.items():
        post = next((row for row in rows if row.first_day <= day and (row.last_day is None or day <= row.last_day)), None)
        held = contracts.get(person, ())
        if post is None or not any(one.counts and day in one.spell for one in held):
            continue
        joined = joined_on([one.spell for one in held], day)
        for unit, root in paths.items():
            if joined is not None and post.unit_path.startswith(root):
                found[unit].append(Member(person, joined))
    return found
