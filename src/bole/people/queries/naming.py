"""Names for the rooms below: of those whose data a line of the record is about, of units as choices."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Count, Max
from django.utils.translation import get_language

from bole.access.registry import UnitName
from bole.accounts.models import Account
from bole.people.models import Assignment, JobFamily, Person, Position, Unit
from bole.people.queries.units import unit_rows


def names_by_ref(refs: Collection[str]) -> dict[str, str]:
    """Return name and staff number of the people with these refs (one query)."""
    rows = Person.objects.filter(ref__in=[ref for ref in refs if _is_ref(ref)]).values_list("ref", "name", "number")
    return {str(ref): f"{name} {number}" for ref, name, number in rows}


def names_by_number(numbers: Collection[str]) -> dict[str, str]:
    """Return name and staff number of the people with these numbers (one query)."""
    rows = Person.objects.filter(number__in=numbers).values_list("name", "number")
    return {number: f"{name} {number}" for name, number in rows}


def numbers_by_account(account_ids: Collection[int]) -> dict[int, str]:
    """Return the staff numbers of the people of these accounts (one query)."""
    return dict(Person.objects.filter(account__in=account_ids).values_list("account_id", "number"))


def account_by_work_email(email: str, day: date) -> int | None:
    """Return the key of the account of whoever works here on the day with this work e-mail, whatever its case (one query)."""
    here = Assignment.objects.on(day).filter(is_main=True, person__work_email__iexact=email).exclude(person__account=None)
    return here.values_list("person__account_id", flat=True).first()


def unit_names(refs: Collection[str]) -> dict[str, str]:
    """Return the names of the units with these refs (one query)."""
    return _named(Unit.objects.filter(ref__in=refs).values_list("ref", "name", "name_en"))


def position_names(codes: Collection[str]) -> dict[str, str]:
    """Return the names of the positions with these codes (one query)."""
    return _named(Position.objects.filter(code__in=codes).values_list("code", "name", "name_en"))


def family_names(codes: Collection[str]) -> dict[str, str]:
    """Return the names of the job families with these codes (one query)."""
    return _named(JobFamily.objects.filter(code__in=codes).values_list("code", "name", "name_en"))


def english_names(words: Collection[str]) -> dict[str, str]:
    """Return the English names of units, positions and people that are told by their Chinese ones (three queries).

    A name that several people have is left as it is.
    """
    found: dict[str, str] = {}
    people = Person.objects.filter(name__in=words).exclude(name_en="").values_list("name", "name_en")
    many = Counter(name for name, _english in people)
    found.update({name: english for name, english in people if many[name] == 1})
    for rows in (Position.objects.filter(name__in=words), Unit.objects.filter(name__in=words)):
        found.update(rows.exclude(name_en="").values_list("name", "name_en"))
    return found


def mark_of_names() -> str:
    """Return a mark that changes whenever somebody's name does (one query)."""
    found = Person.objects.aggregate(many=Count("pk"), last=Max("changed_at"))
    return f"{found['many']} {found['last']}"


def names_to_hide() -> set[str]:
    """Return all names of people and accounts, for a screen that shows none (two queries)."""
    own = {name for pair in Person.objects.values_list("name", "name_en") for name in pair if name}
    return own | set(Account.objects.values_list("name", flat=True))


def _named(rows: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    is_english = (get_language() or "").startswith("en")
    return {key: (english or name) if is_english else name for key, name, english in rows}


def unit_choices(day: date) -> list[UnitName]:
    """Return the units of the day, each under the one above."""
    return [UnitName(one.ref, one.name, one.name_en, one.depth) for one in unit_rows(day)]


def _is_ref(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4
