"""How an account stands to people on a day: what the access room builds each Viewer from, at each request.

One query: who leads whom is kept in memory under the mark of the lines, which every change of units, heads or posts renews. After such a
change the next look costs three more.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from bole.access.relations import Standing
from bole.accounts.models import Account
from bole.kit.prepared import Prepared
from bole.notices.queries import away_accounts, stands_in, unread_count
from bole.people.models import WITHOUT_SCORE, Assignment, Employment, Headship, LineMark, Person, SpellQuerySet
from bole.people.queries.lines import MOST_KEYS, Lines, Tree, led_by, lines_on, main_seats, seats_of
from bole.people.rules.lines import manager_of

NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Own:
    """The person of an account on a day."""

    person_id: int
    number: str
    name: str
    position: str
    unit: str
    leads: bool
    stands_in: bool
    is_external: bool
    is_scored: bool
    mark: str
    news: int


@dataclass(frozen=True, slots=True)
class Kin:
    """Whom somebody leads, and whom somebody looks after."""

    units: frozenset[int] = NOBODY
    reports: frozenset[int] = NOBODY
    chain: frozenset[int] = NOBODY
    partnered: frozenset[int] = NOBODY


def standing_of(account: Account, unit_refs: Collection[str], day: date) -> Standing:
    """Return the person of the account, who reports to that person, and whom an HR partner of these units looks after.

    Somebody who has left, or is yet to come, stands to nobody. `reports` and `chain` share nobody.
    """
    own = _own(account.pk, day)
    found = _stand(account, own, unit_refs, day)
    return found if own is None or not own.stands_in else _standing_in(found, own, account.pk, day)


def _standing_in(found: Standing, own: Own, account_id: int, day: date) -> Standing:
    """Add for whom somebody stands in today, and whom those lead: the latter only to whoever leads people, too (three queries at most)."""
    away = frozenset(Person.objects.filter(account__in=away_accounts(account_id, day)).values_list("pk", flat=True))
    led = [_kin_of(own.mark, one, frozenset(), day).reports for one in away] if own.leads else []
    return replace(found, stands_in_for=away, stood_for=frozenset().union(*led))


def _stand(account: Account, own: Own | None, unit_refs: Collection[str], day: date) -> Standing:
    is_away = own is None and Person.objects.filter(account=account.pk).exists()
    leader = own.person_id if own and own.leads else None
    if leader is None and not unit_refs:
        return _standing(own, Kin(), is_away=is_away)
    mark = own.mark if own else _mark()
    return _standing(own, _kin_of(mark, leader, frozenset(unit_refs), day), is_away=is_away)


def _kin_of(mark: str, leader: int | None, unit_refs: frozenset[str], day: date) -> Kin:
    # Where nothing was ever marked, nothing is kept.
    return _kept_kin(mark, leader, unit_refs, day) if mark else _kin(lines_on(day), leader, unit_refs, day)


@lru_cache(maxsize=4)
def _kept_lines(mark: str, day: date) -> Lines:
    return lines_on(day)


@lru_cache(maxsize=256)
def _kept_kin(mark: str, leader: int | None, unit_refs: frozenset[str], day: date) -> Kin:
    return _kin(_kept_lines(mark, day), leader, unit_refs, day)


def _kin(lines: Lines, leader: int | None, unit_refs: frozenset[str], day: date) -> Kin:
    tree, units = lines.tree, lines.tree.under(unit_refs)
    leaders = NOBODY if leader is None else lines.leaders_under(leader)
    reports: set[int] = set()
    chain: set[int] = set()
    partnered: set[int] = set()
    for seat in seats_of(_seats_of_these(leaders, units, tree, day)):
        boss = manager_of(seat, tree.over)
        if boss is not None and boss in leaders:
            (reports if boss == leader else chain).add(seat.person)
        if seat.unit in units:
            partnered.add(seat.person)
    return Kin(units, frozenset(reports), frozenset(chain), frozenset(partnered))


def _mark() -> str:
    return LineMark.objects.filter(pk=1).values_list("token", flat=True).first() or ""


_COLUMNS = (
    "person_id", "person__number", "person__name", "position__name", "unit__name", "leads", "heads", "stands_in", "is_external", "unscored",
    "mark", "news",
)  # fmt: skip


def _own(account_id: int, day: date) -> Own | None:
    for person_id, number, name, position, unit, has_named, has_unit, stands, is_external, unscored, token, news in _OWN.ask(
        account_id, day
    ):
        leads = has_named or has_unit
        return Own(person_id, number, name, position, unit, leads, stands, is_external, not unscored, token or "", news)
    return None


def _own_rows(account_id: int, day: date) -> QuerySet[Assignment, tuple[Any, ...]]:
    leads = main_seats(day).filter(manager=OuterRef("person_id"))
    heads = Headship.objects.on(day).filter(person=OuterRef("person_id"))
    outsourced = Employment.objects.on(day).filter(person=OuterRef("person_id"), kind="outsourced")
    unscored = Employment.objects.on(day).filter(person=OuterRef("person_id"), kind__in=WITHOUT_SCORE)
    mark = LineMark.objects.filter(pk=1).values("token")
    asks = {"is_external": Exists(outsourced), "unscored": Exists(unscored), "mark": Subquery(mark)}
    return (
        Assignment.objects.on(day)
        .filter(is_main=True, person__account=account_id)
        .annotate(leads=Exists(leads), heads=Exists(heads), stands_in=stands_in(OuterRef("person__account"), day), **asks)
        .annotate(news=unread_count(OuterRef("person__account")))
        .order_by("pk")
        .values_list(*_COLUMNS)[:1]
    )


_OWN = Prepared(_own_rows, int, date)


def _seats_of_these(leaders: frozenset[int], units: frozenset[int], tree: Tree, day: date) -> SpellQuerySet[Assignment]:
    """Return the main assignments under these leaders or in these units; with many leaders, all, to be sorted out."""
    seats = main_seats(day)
    if len(leaders) > MOST_KEYS:
        return seats
    return seats.filter((led_by(leaders, tree.over) if leaders else Q(pk__in=[])) | Q(unit__in=units))


def _standing(own: Own | None, kin: Kin, *, is_away: bool) -> Standing:
    if own is None:
        return Standing(units=kin.units, partnered=kin.partnered, is_away=is_away)
    return Standing(
        person_id=own.person_id,
        number=own.number,
        name=own.name,
        position=own.position,
        unit=own.unit,
        reports=kin.reports,
        chain=kin.chain,
        units=kin.units,
        partnered=kin.partnered,
        is_external=own.is_external,
        is_scored=own.is_scored,
        news=own.news,
    )
