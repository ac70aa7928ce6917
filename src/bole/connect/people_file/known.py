"""What the company knows when a file is looked at: read once, in a fixed number of queries, then only looked up."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bole.connect.people_file.words import Units, Word, Words
from bole.people.models import Assignment, Employment, JobFamily, JobGrade, NumberAlias, Person, Position, Unit
from bole.people.queries.lines import bosses_of_leaders, tree_on
from bole.people.rules.entries import Identity
from bole.people.rules.lines import Over
from bole.people.rules.spells import Spell

PIECE = 5000


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as the company knows one: who, with which contracts, in which posts (only of those in the file)."""

    id: int
    number: str
    name: str
    work_email: str
    contracts: tuple[tuple[str, Spell], ...] = ()

    @property
    def here(self) -> Spell | None:
        """The unbroken row of contracts that ends last: from when to when the person is here."""
        row: Spell | None = None
        for _, spell in self.contracts:
            follows = row is not None and row.last_day is not None and (spell.first_day - row.last_day).days == 1
            row = Spell(row.first_day, spell.last_day) if row is not None and follows else spell
        return row

    def kind_on(self, day: date) -> str:
        """Return the kind of the contract that holds on the day."""
        return next((kind for kind, spell in self.contracts if day in spell), "")


@dataclass(frozen=True, slots=True)
class Held:
    """A main assignment as the company knows it."""

    spell: Spell
    unit: int
    position: int
    family: int
    grade: int
    manager: int | None
    zone: str
    share_bp: int


@dataclass(frozen=True, slots=True)
class Known:
    """All that a file is held against."""

    day: date
    units: Units
    positions: Words
    families: Words
    grades: Words
    people: Mapping[str, Someone]  # by staff number in lower case, former numbers included
    by_id: Mapping[int, Someone]
    names: Mapping[str, Sequence[Someone]]  # of those who are here on the day
    emails: Mapping[str, Someone]
    identities: Mapping[int, Identity]  # of those in the file
    posts: Mapping[int, Sequence[Held]]  # of those in the file
    unit_of: Mapping[int, int]  # of those who are here on the day
    bosses: Mapping[int, int | None]  # of everybody who leads somebody
    over: Mapping[int, Over]
    companies: frozenset[int] = field(default_factory=frozenset)

    def held_on(self, person: Someone, day: date) -> Held | None:
        """Return the post that holds on the day, of somebody in the file."""
        return next((post for post in self.posts.get(person.id, ()) if day in post.spell), None)

    def employer_of(self, unit: int) -> int:
        """Return the company above the unit; the root if none is called one."""
        above = self.units.above(unit)
        return next((key for key in above if key in self.companies), above[-1])

    def over_unit(self, unit: int) -> Over:
        """Return who leads the people of a unit; a unit yet to be made is led like the one above it."""
        return next((self.over[key] for key in self.units.above(unit) if key in self.over), Over())


def read_known(numbers: Collection[str], day: date, *, creates: bool) -> Known:
    """Read what the company knows; contact and posts only of the people with these numbers."""
    people, by_id = _people()
    wanted = sorted({people[number.lower()].id for number in numbers if number.lower() in people})
    unit_of = dict(Assignment.objects.on(day).filter(is_main=True).values_list("person_id", "unit_id"))
    names: defaultdict[str, list[Someone]] = defaultdict(list)
    for person in by_id.values():
        if person.id in unit_of:
            names[person.name].append(person)
    tree = tree_on(day)
    units, companies = _units(day, creates=creates)
    return Known(
        day=day,
        units=units,
        positions=_words("position", Position.objects.values_list("id", "code", "name", "name_en", "family_id"), creates=creates),
        families=_words("family", JobFamily.objects.values_list("id", "code", "name", "name_en"), creates=creates),
        grades=_words("grade", JobGrade.objects.values_list("id", "code", "name"), creates=creates),
        people=people,
        by_id=by_id,
        names=names,
        emails={person.work_email: person for person in by_id.values() if person.work_email},
        identities=_identities(wanted),
        posts=_posts(wanted),
        unit_of=unit_of,
        bosses=bosses_of_leaders(day, tree),
        over=tree.over,
        companies=companies,
    )


def _people() -> tuple[dict[str, Someone], dict[int, Someone]]:
    contracts: defaultdict[int, list[tuple[str, Spell]]] = defaultdict(list)
    rows = Employment.objects.known().order_by("person_id", "first_day").values_list("person_id", "kind", "first_day", "last_day")
    for person, kind, first, last in rows.iterator(chunk_size=PIECE):
        contracts[person].append((kind, Spell(first, last)))
    by_id = {
        key: Someone(key, number, name, email, tuple(contracts.get(key, ())))
        for key, number, name, email in Person.objects.values_list("id", "number", "name", "work_email").iterator(chunk_size=PIECE)
    }
    former = {number.lower(): by_id[key] for number, key in NumberAlias.objects.values_list("number", "person_id")}
    return former | {person.number.lower(): person for person in by_id.values()}, by_id


def _words(thing: str, rows: Iterable[tuple[object, ...]], *, creates: bool) -> Words:
    words = Words(thing, creates=creates)  # type: ignore[arg-type]  # the three callers name things that are known
    words.add(Word(*row) for row in rows)  # type: ignore[arg-type]  # the columns are those of a word
    return words


def _units(day: date, *, creates: bool) -> tuple[Units, frozenset[int]]:
    units = Units(creates=creates)
    rows = Unit.objects.exclude(last_day__lt=day).order_by("path").values_list("id", "code", "name", "name_en", "parent_id", "kind")
    known: set[int] = set()
    companies = set()
    # By its path a unit may come before the one above ("/10/" sorts before "/9/"), so parents are waited for.
    waiting = list(rows)
    while waiting:
        ready = [row for row in waiting if not row[4] or row[4] in known]
        if not ready:
            break
        units.add(Word(*row[:5]) for row in ready)
        known |= {row[0] for row in ready}
        companies |= {row[0] for row in ready if row[5] == "company"}
        waiting = [row for row in waiting if row[0] not in known]
    return units, frozenset(companies)


def _pieces(keys: Sequence[int]) -> Iterable[Sequence[int]]:
    return (keys[n : n + PIECE] for n in range(0, len(keys), PIECE))


def _identities(wanted: Sequence[int]) -> dict[int, Identity]:
    found = {}
    for keys in _pieces(wanted):
        rows = Person.objects.filter(pk__in=keys).values_list("id", "name", "name_en", "work_email", "mobile", "birthday")
        for key, name, name_en, email, mobile, birthday in rows:
            born = date.fromisoformat(birthday) if birthday else None
            found[key] = Identity(name=name, name_en=name_en, work_email=email, mobile=str(mobile), birthday=born)
    return found


def _posts(wanted: Sequence[int]) -> dict[int, list[Held]]:
    found: defaultdict[int, list[Held]] = defaultdict(list)
    for keys in _pieces(wanted):
        rows = Assignment.objects.known().filter(person__in=keys, is_main=True).order_by("first_day")
        for row in rows.values_list(
            "person_id", "first_day", "last_day", "unit_id", "position_id", "family_id", "grade_id", "manager_id", "zone", "share_bp"
        ):
            found[row[0]].append(Held(Spell(row[1], row[2]), *row[3:]))
    return found
