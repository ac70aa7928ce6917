"""Settling items: from what the tools said to facts and readings, for many items at once.

The only way facts come to be. Items are merged before; here their facts are worked out anew, compared with the living ones, added,
corrected or withdrawn, and the readings they touch are summed again. Nothing depends on the order in which items arrived.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection

from bole.kit.announce import announce
from bole.kit.bulk import given_rows, insert_rows
from bole.people.models import Person
from bole.people.queries import zone_spells
from bole.work.events import FactsRecorded, WorkChanged
from bole.work.models import Correction as CorrectionRow
from bole.work.models import Fact, Identity, Item
from bole.work.rules.correction import Correction, corrected
from bole.work.rules.facts import facts_of
from bole.work.rules.item import FactValue, ItemVersion, Mark
from bole.work.topics import work_topic

Key = tuple[int, str, date]
FACT_COLUMNS = ("item_id", "measure", "ordinal", "person_id", "moment", "day", "value", "recorded_at")


@dataclass(frozen=True, slots=True)
class Spell:
    """An account was this person's from a day to a day (half-open)."""

    person_id: int
    active_from: date | None
    active_to: date | None

    def holds(self, day: date) -> bool:
        """Test if the account was theirs on that day."""
        return (self.active_from is None or self.active_from <= day) and (self.active_to is None or day < self.active_to)


@dataclass(frozen=True, slots=True)
class Settled:
    """What items stand for: who is credited with each, which wait for an identity, and every fact with whom it is credited to."""

    owners: Mapping[str, int]
    waiting: frozenset[str]
    facts: Mapping[str, Sequence[tuple[int, FactValue]]]


def work_out(
    items: Collection[ItemVersion], *, connection_id: int, nobodies: Collection[str], fixes: Mapping[str, Sequence[Correction]]
) -> Settled:
    """Work out what items stand for; `fixes` are HR's corrections by external id."""
    spells = identities(connection_id, {item.account for item in items if item.account})
    zones = zone_spells({spell.person_id for one in spells.values() for spell in one})
    owners: dict[str, int] = {}
    waiting: set[str] = set()
    facts: dict[str, list[tuple[int, FactValue]]] = {}
    for item in items:
        own = spells.get(item.account or "", ())
        may_wait = bool(item.account) and item.account not in nobodies and not item.is_retracted
        if own:
            owners[item.external_id] = own[-1].person_id
        elif may_wait:
            waiting.add(item.external_id)
        credited = []
        zone = _zone_of(item, own[-1].person_id if own else None, zones)
        for fact in facts_of(corrected(item, fixes.get(item.external_id, ())), zone=zone):
            person = next((spell.person_id for spell in own if spell.holds(fact.day)), None)
            if person is not None:
                credited.append((person, fact))
            elif may_wait:
                waiting.add(item.external_id)
        facts[item.external_id] = credited
    return Settled(owners, frozenset(waiting), facts)


def bring_in_line(settled: Settled, ids: Mapping[str, int], *, had_facts: Collection[int], at: datetime) -> None:
    """Bring the facts of items in line with what they stand for now, and say so; `had_facts` are the items that may have living facts."""
    wanted = {(ids[name], fact.measure, fact.ordinal): (person, fact) for name, facts in settled.facts.items() for person, fact in facts}
    touched = _bring_in_line(wanted, had_facts=had_facts, at=at)
    people = tuple(sorted({person_id for person_id, _, _ in touched} | set(settled.owners.values())))
    if people:
        event = FactsRecorded(_spans(touched)) if touched else WorkChanged(people)
        announce(event, at=at, topics=[work_topic(person_id) for person_id in people])


def identities(connection_id: int, accounts: Collection[str]) -> dict[str, list[Spell]]:
    """Return whose each account was."""
    rows = Identity.objects.filter(outside__connection_id=connection_id, withdrawn_at=None)
    rows = rows.filter(outside__account__among=accounts)
    found: dict[str, list[Spell]] = defaultdict(list)
    for account, person_id, start, end in rows.order_by("active_from", "id").values_list(
        "outside__account", "person_id", "active_from", "active_to"
    ):
        found[account].append(Spell(person_id, start, end))
    return found


def corrections(item_ids: Collection[int]) -> dict[str, tuple[Correction, ...]]:
    """Return HR's corrections of items, by external id."""
    if not item_ids:
        return {}
    found: dict[str, tuple[Correction, ...]] = {}
    for row in (
        CorrectionRow.objects.filter(withdrawn_at=None, item_id__among=item_ids).select_related("item").defer("item__title", "item__link")
    ):
        marks = frozenset(Mark(name, datetime.fromisoformat(moment)) for name, moment in row.without_marks)
        one = Correction(decided_at=row.decided_at, ref=row.ref, is_excluded=row.is_excluded, due_on=row.due_on, without_marks=marks)
        name = row.item.external_id
        found[name] = (*found.get(name, ()), one)
    return found


def _zone_of(item: ItemVersion, person_id: int | None, zones: Mapping[int, Sequence[tuple[date, date | None, str]]]) -> ZoneInfo:
    """Return the zone in which the item's days are counted: the person's when it happened, else the company's."""
    moment = item.closed_at or item.responded_at or item.opened_at
    if person_id is not None and person_id in zones and moment is not None:
        day = moment.date()
        for first, last, name in zones[person_id]:
            if first <= day and (last is None or day <= last):
                return ZoneInfo(name)
    return ZoneInfo(settings.TIME_ZONE)


def _bring_in_line(wanted: Mapping[tuple[int, str, int], tuple[int, FactValue]], *, had_facts: Collection[int], at: datetime) -> set[Key]:
    """Withdraw, add and correct facts; sum the readings they touch again; return which."""
    touched: set[Key] = set()
    living = _living(had_facts)
    people = {person_id for person_id, _ in wanted.values()} | {old[1] for old in living.values()}
    list(Person.objects.filter(pk__among=people).select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    gone, stays = [], set()
    for key, (fact_id, person_id, moment, day, value) in living.items():
        new = wanted.get(key)
        if new and new[0] == person_id and (new[1].moment, new[1].day, new[1].value) == (moment, day, value):
            stays.add(key)
        else:
            gone.append(fact_id)
            touched.add((person_id, key[1], day))
    rows = []
    for key, (person_id, fact) in wanted.items():
        if key not in stays:
            rows.append((key[0], key[1], key[2], person_id, fact.moment, fact.day, fact.value, at))
            touched.add((person_id, key[1], fact.day))
    for n in range(0, len(gone), 5000):
        Fact.objects.filter(pk__among=gone[n : n + 5000]).update(withdrawn_at=at)
    insert_rows(Fact, FACT_COLUMNS, rows)
    sum_again(touched)
    return touched


def _living(item_ids: Collection[int]) -> dict[tuple[int, str, int], tuple[int, int, datetime, date, int]]:
    if not item_ids:
        return {}
    rows = Fact.objects.filter(item_id__among=item_ids, withdrawn_at=None).values_list(
        "item_id", "measure", "ordinal", "id", "person_id", "moment", "day", "value"
    )
    return {(item, measure, ordinal): rest for item, measure, ordinal, *rest in rows}  # type: ignore[misc]  # the tuple is spelled above


def _spans(touched: Iterable[Key]) -> tuple[tuple[int, str, str], ...]:
    days: dict[int, list[date]] = defaultdict(list)
    for person_id, _, day in touched:
        days[person_id].append(day)
    return tuple((person_id, min(found).isoformat(), max(found).isoformat()) for person_id, found in sorted(days.items()))


def sum_again(keys: Collection[Key]) -> None:
    """Sum readings from their living facts: never incremented, so nothing can be counted twice."""
    ordered = sorted(keys)
    for n in range(0, len(ordered), 5000):
        part = ordered[n : n + 5000]
        source, values = given_rows(part, ("bigint", "text", "date"))
        with connection.cursor() as cursor:
            cursor.execute(_SUM.format(source=source), values)
            if cursor.rowcount != len(part):
                source, values = given_rows(part, ("bigint", "text", "date"))
                cursor.execute(_DROP.format(source=source), values)


# The INSERT stands first, because SQLite's driver counts rows only of statements that begin with it.
# CROSS JOIN: given first, then the index.
_SUM = """
INSERT INTO work_reading (person_id, measure, day, total, count, least, most)
WITH given(person_id, measure, day) AS ({source})
SELECT f.person_id, f.measure, f.day, SUM(f.value), COUNT(*), MIN(f.value), MAX(f.value)
FROM given CROSS JOIN work_fact f
WHERE f.person_id = given.person_id AND f.measure = given.measure AND f.day = given.day AND f.withdrawn_at IS NULL
GROUP BY f.person_id, f.measure, f.day
ON CONFLICT (person_id, measure, day)
DO UPDATE SET total = excluded.total, count = excluded.count, least = excluded.least, most = excluded.most
"""

_DROP = """
WITH given(person_id, measure, day) AS ({source})
DELETE FROM work_reading
WHERE (person_id, measure, day) IN (SELECT person_id, measure, day FROM given)
AND NOT EXISTS (
  SELECT 1 FROM work_fact f WHERE f.person_id = work_reading.person_id AND f.measure = work_reading.measure
  AND f.day = work_reading.day AND f.withdrawn_at IS NULL
)
"""


def version_of(row: Item) -> ItemVersion:
    """Return the version that a row holds."""
    detail = row.detail
    return ItemVersion(
        external_id=row.external_id,
        kind=row.kind,  # type: ignore[arg-type]  # checked when it came in
        version=row.version,
        account=row.account,
        state=row.state,  # type: ignore[arg-type]
        title=str(row.title),
        link=str(row.link),
        project=row.project,
        opened_at=row.opened_at,
        due_on=row.due_on,
        responded_at=row.responded_at,
        closed_at=row.closed_at,
        labels=frozenset(detail.get("labels", ())),
        values=tuple((name, value) for name, value in detail.get("values", ())),
        marks=frozenset(Mark(name, datetime.fromisoformat(moment)) for name, moment in detail.get("marks", ())),
        is_retracted=row.is_retracted,
        account_name=detail.get("account_name", ""),
        account_email=detail.get("account_email", ""),
    )


def detail_of(item: ItemVersion) -> dict[str, object]:
    """Return what of a version has no column of its own."""
    detail: dict[str, object] = {}
    if item.labels:
        detail["labels"] = sorted(item.labels)
    if item.values:
        detail["values"] = [list(one) for one in item.values]
    if item.marks:
        detail["marks"] = [[mark.name, mark.moment.isoformat()] for mark in sorted(item.marks)]
    if item.account_name:
        detail["account_name"] = item.account_name
    if item.account_email:
        detail["account_email"] = item.account_email
    return detail
