"""The directory: cards of people, searching, and the doors to one person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When

from bole.people.models import Employment, NumberAlias, Person
from bole.people.permissions import can_read_contact, can_read_directory, can_read_employment, can_see_leavers, can_see_recent_leavers
from bole.people.queries.assignments import AssignmentRow, CareerRow, EmploymentRow, assignments_on, careers_of, employments_on
from bole.people.queries.lines import managers_on
from bole.people.queries.units import people_in_units
from bole.people.rules.searches import wanted
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

LEAVERS_SEEN_DAYS = 30
MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class Card:
    """What every colleague may see of somebody. `has_namesake`: show unit and number with the name."""

    person_id: int
    ref: str
    number: str
    name: str
    name_en: str
    work_email: str
    unit_id: int | None
    unit_name: str
    unit_name_en: str
    position_name: str
    position_name_en: str
    is_here: bool
    has_namesake: bool = False
    manager_id: int | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Contact:
    """Private contact and birthday."""

    mobile: str
    birthday: date | None


@dataclass(frozen=True, slots=True)
class EmploymentFacts:
    """Grade, contract and way of somebody, for those who may see them."""

    card: Card
    assignment: AssignmentRow | None
    employment: EmploymentRow | None
    career: tuple[CareerRow, ...]


def people_for(viewer: Viewer, day: date) -> QuerySet[Person]:
    """Return the people whose card the viewer may see on the day."""
    if not can_read_directory(viewer):
        return Person.objects.none()
    if can_see_leavers(viewer):
        return Person.objects.all()
    contract = Employment.objects.known().filter(person=OuterRef("pk"))
    if can_see_recent_leavers(viewer):
        seen = Exists(contract.exclude(last_day__lt=day - timedelta(days=LEAVERS_SEEN_DAYS)))
    else:
        seen = Exists(contract.filter(first_day__lte=day).exclude(last_day__lt=day))
    return Person.objects.filter(Q(seen) | Q(pk=viewer.person_id))


def cards(person_ids: Collection[int], day: date, *, with_managers: bool = False) -> dict[int, Card]:
    """Return the cards of these people, in order of their names (three queries, five with managers)."""
    people = Person.objects.filter(pk__in=person_ids).order_by("pinyin_key", "name", "number")
    return {card.person_id: card for card in _cards(people, day, with_managers=with_managers)}


def _cards(people: QuerySet[Person], day: date, *, with_managers: bool = False) -> list[Card]:
    rows = list(people.values_list("id", "ref", "number", "name", "name_en", "work_email", "version"))
    posts = assignments_on([row[0] for row in rows], day)
    doubled = _doubled({row[3] for row in rows}, day)
    managers = managers_on([row[0] for row in rows], day) if with_managers else {}
    made = []
    for person_id, ref, number, name, name_en, email, version in rows:
        post = posts.get(person_id)
        made.append(
            Card(
                person_id=person_id,
                ref=str(ref),
                number=number,
                name=name,
                name_en=name_en,
                work_email=email,
                unit_id=post.unit_id if post else None,
                unit_name=post.unit_name if post else "",
                unit_name_en=post.unit_name_en if post else "",
                position_name=post.position_name if post else "",
                position_name_en=post.position_name_en if post else "",
                is_here=post is not None,
                has_namesake=name in doubled,
                manager_id=managers.get(person_id),
                version=version,
            )
        )
    return made


def _doubled(names: Collection[str], day: date) -> frozenset[str]:
    """Return the names that several people have who are here on the day."""
    here = Exists(Employment.objects.on(day).filter(person=OuterRef("pk")))
    rows = Person.objects.filter(here, name__in=names).values("name").annotate(times=Count("id")).filter(times__gt=1)
    return frozenset(rows.values_list("name", flat=True))


def find_people(viewer: Viewer, text: str, day: date, *, limit: int = 20) -> list[Card]:
    """Find people by Chinese name, pinyin, initials, staff number or English name (three queries); a whole match comes first."""
    want = wanted(text)
    if want is None:
        return []
    people = people_for(viewer, day).filter(search_key__contains=want.holds)
    if want.pattern:
        people = people.filter(search_key__regex=want.pattern)
    whole = Case(When(search_key__contains=want.exactly, then=Value(0)), default=Value(1), output_field=IntegerField())
    return _cards(people.order_by(whole, "pinyin_key", "name", "number")[: min(limit, MOST_FOUND)], day)


def directory(
    viewer: Viewer,
    day: date,
    *,
    unit_ids: Collection[int] | None = None,
    among: Collection[int] | None = None,
    after: str = "",
    limit: int = 50,
) -> list[Card]:
    """Return a page of the directory in order of names, of some units or people or all; `after` is the last card's number."""
    people = people_for(viewer, day)
    if among is not None:
        people = people.filter(pk__in=among)
    if unit_ids is not None:
        people = people.filter(pk__in=people_in_units(unit_ids, day))
    if after:
        last = Person.objects.filter(number=after).values("pinyin_key")[:1]
        people = people.filter(Q(pinyin_key__gt=last) | Q(pinyin_key=last, number__gt=after))
    return _cards(people.order_by("pinyin_key", "number")[:limit], day)


def get_person_for(viewer: Viewer, number: str, day: date) -> Card:
    """Return the card of a staff number; a former number leads to the same person.

    :raises NotFound: if there is nobody, or nobody whom the viewer may see
    """
    former = NumberAlias.objects.filter(number=number).values("person_id")
    found = _cards(people_for(viewer, day).filter(Q(number=number) | Q(pk__in=former)), day, with_managers=True)
    if not found:
        raise NotFound(where="number")
    return found[0]


def contact_for(viewer: Viewer, number: str, day: date) -> Contact:
    """Return private contact and birthday.

    :raises NotFound: if they are not open to the viewer
    """
    card = get_person_for(viewer, number, day)
    if not can_read_contact(viewer, card.person_id):
        raise NotFound(where="number")
    mobile, birthday = Person.objects.values_list("mobile", "birthday").get(pk=card.person_id)
    return Contact(mobile, date.fromisoformat(birthday) if birthday else None)


def employment_for(viewer: Viewer, number: str, day: date) -> EmploymentFacts:
    """Return grade, contract and career.

    :raises NotFound: if they are not open to the viewer
    """
    card = get_person_for(viewer, number, day)
    if not can_read_employment(viewer, card.person_id):
        raise NotFound(where="number")
    key = card.person_id
    return EmploymentFacts(card, assignments_on([key], day).get(key), employments_on([key], day).get(key), careers_of([key]).get(key, ()))
