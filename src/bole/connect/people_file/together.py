"""What rows say only together: doubled numbers and e-mails, managers who stand in the same file, lines that would run in a circle."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bole.connect.people_file.cells import number_in
from bole.connect.people_file.deciding import Decision
from bole.connect.people_file.given import Findings, Given, clamped, span_of
from bole.connect.people_file.known import Known
from bole.connect.people_file.refusals import EmailTwice, ManagerUnknown, NumberTwice, OwnRow, SeveralOf
from bole.connect.people_file.words import BETWEEN
from bole.people.rules.lines import Circle, Over, circles, in_words
from bole.people.rules.names import normalise_name
from bole.people.rules.refusals import EmailTaken, ManagerNotThere, OwnManager
from bole.values.refusal import Refused

MOST_TOLD = 5


def note_doubled_numbers(rows: Sequence[Given], findings: Findings) -> None:
    """Note every row whose number stood in a row before it; the first one counts."""
    first: dict[str, int] = {}
    for given in rows:
        if given.number and first.setdefault(given.key, given.row) != given.row:
            given.bad.add("number")
            findings.note(given.row, "number", NumberTwice(number=given.number, row=first[given.key]))


def note_doubled_emails(rows: Sequence[Given], known: Known, findings: Findings) -> None:
    """Note every row whose e-mail stood in a row before it, or is that of somebody who keeps it."""
    changing = {given.key for given in rows if given.work_email is not None or "work_email" in given.cleared}
    first: dict[str, int] = {}
    for given in rows:
        if not given.work_email:
            continue
        if first.setdefault(given.work_email, given.row) != given.row:
            given.bad.add("work_email")
            findings.note(given.row, "work_email", EmailTwice(email=given.work_email, row=first[given.work_email]))
        owner = known.emails.get(given.work_email)
        if owner is not None and owner.number.lower() != given.key and owner.number.lower() not in changing:
            given.bad.add("work_email")
            findings.note(given.row, "work_email", EmailTaken(email=given.work_email, name=f"{owner.name} ({owner.number})"))


class Managers:
    """Finds the manager whom a cell names: by staff number, by “张三（BL0064）”, or by a name that only one person has."""

    def __init__(self, rows: Iterable[Given], known: Known) -> None:
        """Take in those of the file; those here already are in `known`."""
        self.known = known
        self.rows = {given.key: given for given in rows if given.number and "number" not in given.bad}
        self.named: defaultdict[str, set[str]] = defaultdict(set)
        for key, given in self.rows.items():
            if given.name:
                self.named[given.name].add(key)

    def find(self, text: str) -> str:
        """Return the staff number, in lower case.

        :raises ManagerUnknown: if nobody has the number or name
        :raises SeveralOf: if several have the name
        """
        for number in (text, number_in(text)):
            key = number.lower()
            if key in self.rows:
                return key
            if key in self.known.people:
                return self.known.people[key].number.lower()
        return self._by_name(text)

    def _by_name(self, text: str) -> str:
        try:
            name = normalise_name(text)
        except Refused:
            raise ManagerUnknown(text=text[:60]) from None
        found = set(self.named.get(name, ()))
        for person in self.known.names.get(name, ()):
            row = self.rows.get(person.number.lower())
            if row is None or row.name in {None, name}:
                found.add(person.number.lower())
        if not found:
            raise ManagerUnknown(text=text[:60])
        if len(found) > 1:
            raise SeveralOf(text=text[:60], which=BETWEEN.join(self.told(key, name) for key in sorted(found)[:MOST_TOLD]))
        return found.pop()

    def name_of(self, key: str) -> str:
        """Return the person's name, as the file has it or as it is known."""
        row, person = self.rows.get(key), self.known.people.get(key)
        return (row.name if row else None) or (person.name if person else key.upper())

    def told(self, key: str, name: str) -> str:
        """Return a person with unit and number, as namesakes are told apart."""
        person, row = self.known.people.get(key), self.rows.get(key)
        unit = row.unit if row and row.unit is not None else self.known.unit_of.get(person.id) if person else None
        number = person.number if person else row.number if row else key
        return f"{name}（{self.known.units.words[unit].name if unit in self.known.units.words else '?'}，{number}）"


def note_managers(rows: Sequence[Given], managers: Managers, findings: Findings) -> None:
    """Find each row's manager, and note those whom nobody can be."""
    for given in rows:
        text = given.texts.get("manager", "")
        if not text or "manager" in given.cleared:
            continue
        try:
            found = managers.find(text)
            if found == given.key:
                raise OwnManager(name=given.name or given.number)
            given.manager = found
        except Refused as refused:
            given.bad.add("manager")
            findings.note(given.row, "manager", refused)


def note_absent_managers(managers: Managers, findings: Findings) -> None:
    """Note managers who are not here on the day from which they should lead; those whose own rows are unclear are left for then."""
    known = managers.known
    for key, given in managers.rows.items():
        span = span_of(given)
        if not given.manager or span is None:
            continue
        day = clamped(given.changed_on or known.day, span)
        held = known.held_on(given.person, day) if given.person else None
        if held is not None and held.manager is not None and known.by_id[held.manager].number.lower() == given.manager:
            continue
        row, person = managers.rows.get(given.manager), known.people.get(given.manager)
        here = span_of(row) if row else person.here if person else None
        if key != given.manager and (here is not None or row is None) and (here is None or day not in here):
            given.bad.add("manager")
            findings.note(given.row, "manager", ManagerNotThere(name=managers.name_of(given.manager), day=day))


def note_circles(managers: Managers, findings: Findings) -> None:
    """Note every row that takes part in a circle, with the whole circle by names."""
    known = managers.known
    keys = {person.id: person.number.lower() for person in known.by_id.values()}
    bosses: dict[str, str | None] = {keys[person]: keys[boss] if boss is not None else None for person, boss in known.bosses.items()}
    for key, given in managers.rows.items():
        span = span_of(given)
        if span is None or span.last_day is None or span.last_day >= known.day:
            bosses[key] = _boss(key, given, known, keys)
    for circle in circles(bosses):
        names = in_words(circle, {key: managers.name_of(key) for key in circle})
        for key in circle:
            row = managers.rows.get(key)
            if row is not None and (row.manager or row.unit is not None):
                row.bad.add("manager")
                findings.note(row.row, "manager", Circle(names=names))


def _boss(key: str, given: Given, known: Known, keys: Mapping[int, str]) -> str | None:
    """Return who would lead the person of a row: whom it names, else whom the post names that is held now, else the head of the unit."""
    span = span_of(given)
    held = known.held_on(given.person, clamped(known.day, span)) if given.person and span else None
    if given.manager:
        return given.manager
    if held is not None and held.manager is not None and "manager" not in given.cleared:
        return keys[held.manager]
    unit = given.unit if given.unit is not None else held.unit if held is not None else None
    over = known.over_unit(unit) if unit is not None else Over()
    head = keys[over.head] if over.head is not None else None
    return head if head != key else keys[over.above] if over.above is not None else None


def note_own_row(decisions: Mapping[str, Decision], own_person: int | None, findings: Findings) -> None:
    """Note the row of whoever imports, if it would change anything."""
    for decision in decisions.values():
        person = decision.given.person
        if person is not None and person.id == own_person and decision.what != "unchanged":
            findings.note(decision.given.row, "number", OwnRow())
