"""What a row does to one person: joins, comes back, changes, leaves, or nothing. Values in, values out."""

from dataclasses import dataclass, field
from datetime import date

from bole.connect.people_file.given import Findings, Given, clamped
from bole.connect.people_file.headings import BY_CODE, FIELDS
from bole.connect.people_file.known import Held, Known, Someone
from bole.connect.people_file.plan import FieldChange, What
from bole.connect.people_file.refusals import ChangeOutside, FirstDayDiffers, LastDayDiffers, LeftAlready, Missing, NumberReused
from bole.people.actions import Identity
from bole.people.rules.entries import REGULAR
from bole.people.rules.spells import Spell, WrongWayRound

POST_FIELDS = ("unit", "position", "family", "grade", "manager", "zone")
IDENTITY_FIELDS = ("name", "name_en", "work_email", "mobile", "birthday")


@dataclass(frozen=True, slots=True)
class Target:
    """A post as the file wants it; the manager by staff number in lower case, "" for none."""

    unit: int
    position: int
    family: int
    grade: int
    manager: str
    zone: str
    share_bp: int = 10000


@dataclass(slots=True, kw_only=True)
class Decision:
    """What a row does. `day` is the day as of which the company must afterwards say what the row says."""

    given: Given
    what: What
    name: str
    day: date
    here: Spell
    target: Target | None = None
    before: Target | None = None
    identity: Identity | None = None
    former_identity: Identity | None = None
    kind: str = REGULAR
    former_kind: str = ""
    ends_on: date | None = None
    changes: list[FieldChange] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        """Whether the person joins or comes back."""
        return self.what in {"new", "returns"}


def decide(given: Given, known: Known, findings: Findings) -> Decision | None:
    """Return what the row does; None if it cannot be said because of problems, which are noted."""
    person = given.person
    here = person.here if person else None
    if person is None or here is None:
        return _newcomer(given, known, findings)
    if here.last_day is None or here.last_day >= known.day or here.first_day > known.day:
        return _someone_here(given, person, here, known, findings)
    return _someone_gone(given, person, here, known, findings)


def _newcomer(given: Given, known: Known, findings: Findings) -> Decision | None:
    _note_missing(given, findings, [field.code for field in FIELDS if field.is_needed and field.code != "number"])
    if given.bad or given.first_day is None or given.name is None:
        return None
    if not _is_right_way_round(given, given.first_day, findings):
        return None
    here = Spell(given.first_day, given.last_day)
    decision = Decision(given=given, what="new", name=given.name, day=clamped(known.day, here), here=here)
    decision.target = _target(given, None, known)
    decision.identity = _identity(given, Identity(name=given.name))
    decision.kind = given.kind or REGULAR
    return decision


def _someone_gone(given: Given, person: Someone, here: Spell, known: Known, findings: Findings) -> Decision | None:
    """Decide on a number whose holder left: the same leaver again, somebody who comes back, or a number given twice."""
    left = here.last_day or known.day
    if given.name is not None and given.name != person.name:
        findings.note(given.row, "number", NumberReused(number=person.number, name=person.name, day=left))
        return None
    if given.first_day is not None and given.first_day > left:
        return _returning(given, person, known, findings)
    if given.first_day not in {None, here.first_day}:
        findings.note(given.row, "first_day", FirstDayDiffers(name=person.name, known=here.words, said=given.first_day))
        return None
    if given.last_day is None:
        if "last_day" not in given.bad:
            findings.note(given.row, "number", LeftAlready(name=person.name, day=left))
        return None
    if given.last_day != left:
        findings.note(given.row, "last_day", LastDayDiffers(name=person.name, known=left, said=given.last_day))
        return None
    decision = _compared(given, person, here, left, known, findings)
    if decision is not None and decision.target != decision.before:
        findings.note(given.row, "number", LeftAlready(name=person.name, day=left))
        return None
    return decision


def _returning(given: Given, person: Someone, known: Known, findings: Findings) -> Decision | None:
    _note_missing(given, findings, ["unit", "position", "grade"])
    if given.bad or given.first_day is None or not _is_right_way_round(given, given.first_day, findings):
        return None
    here = Spell(given.first_day, given.last_day)
    decision = Decision(given=given, what="returns", name=given.name or person.name, day=clamped(known.day, here), here=here)
    decision.target = _target(given, None, known)
    decision.former_identity = known.identities[person.id]
    decision.identity = _identity(given, decision.former_identity)
    decision.kind = given.kind or "rehired"
    return decision


def _someone_here(given: Given, person: Someone, here: Spell, known: Known, findings: Findings) -> Decision | None:
    if given.first_day not in {None, here.first_day}:
        findings.note(given.row, "first_day", FirstDayDiffers(name=person.name, known=here.first_day, said=given.first_day))
        return None
    if given.last_day is not None and here.last_day not in {None, given.last_day}:
        findings.note(given.row, "last_day", LastDayDiffers(name=person.name, known=here.last_day, said=given.last_day))
        return None
    if not _is_right_way_round(given, here.first_day, findings):
        return None
    spell = Spell(here.first_day, given.last_day or here.last_day)
    if given.changed_on is not None and given.changed_on not in spell:
        findings.note(given.row, "changed_on", ChangeOutside(name=person.name, day=given.changed_on))
        return None
    decision = _compared(given, person, spell, clamped(given.changed_on or known.day, spell), known, findings)
    if decision is not None and given.last_day is not None and here.last_day is None:
        decision.what, decision.ends_on = "leaves", given.last_day
        decision.changes.append(FieldChange("last_day", "", given.last_day.isoformat()))
    return decision


def _compared(given: Given, person: Someone, spell: Spell, day: date, known: Known, findings: Findings) -> Decision | None:
    """Hold the row against what the company knows as of the day."""
    held = known.held_on(person, day)
    if held is None:
        _note_missing(given, findings, ["unit", "position", "grade"])
    if given.bad:
        return None
    decision = Decision(given=given, what="unchanged", name=given.name or person.name, day=day, here=spell)
    decision.before = _as_target(held, known) if held else None
    decision.target = _target(given, decision.before, known)
    decision.former_identity = known.identities[person.id]
    decision.identity = _identity(given, decision.former_identity)
    decision.former_kind = person.kind_on(day)
    decision.kind = given.kind or decision.former_kind
    decision.changes = _changes(decision, known)
    if decision.changes:
        decision.what = "changed"
    return decision


def _note_missing(given: Given, findings: Findings, needed: list[str]) -> None:
    for field_code in needed:
        if not given.texts.get(field_code) and field_code not in given.bad:
            given.bad.add(field_code)
            findings.note(given.row, field_code, Missing(field=BY_CODE[field_code].name))


def _is_right_way_round(given: Given, first_day: date, findings: Findings) -> bool:
    if given.last_day is None or given.last_day >= first_day:
        return True
    findings.note(given.row, "last_day", WrongWayRound(first=first_day, last=given.last_day))
    return False


def _as_target(held: Held, known: Known) -> Target:
    manager = known.by_id[held.manager].number.lower() if held.manager is not None else ""
    return Target(held.unit, held.position, held.family, held.grade, manager, held.zone, held.share_bp)


def _target(given: Given, before: Target | None, known: Known) -> Target | None:
    """Return the post that the row wants: what it says, and else what was."""
    unit = given.unit if given.unit is not None or before is None else before.unit
    grade = given.grade if given.grade is not None or before is None else before.grade
    position = given.position if given.position is not None or before is None else before.position
    if unit is None or grade is None or position is None:
        return None
    family = given.family
    if family is None:
        is_same = before is not None and position == before.position
        family = before.family if before is not None and is_same else known.positions.words[position].parent
    if family is None:
        return None
    manager = _text("manager", given.manager, before.manager if before else "", given)
    zone = _text("zone", given.zone, before.zone if before else "", given)
    return Target(unit, position, family, grade, manager, zone, before.share_bp if before else 10000)


def _identity(given: Given, before: Identity) -> Identity:
    birthday = given.birthday if given.birthday is not None or "birthday" in given.cleared else before.birthday
    return Identity(
        name=given.name or before.name,
        name_en=_text("name_en", given.name_en, before.name_en, given),
        work_email=_text("work_email", given.work_email, before.work_email, given),
        mobile=_text("mobile", given.mobile, before.mobile, given),
        birthday=birthday,
    )


def _text(field: str, said: str | None, before: str, given: Given) -> str:
    """Return what the row says; what was, where it says nothing; nothing, where it clears the field."""
    if field in given.cleared:
        return ""
    return before if said is None else said


def _changes(decision: Decision, known: Known) -> list[FieldChange]:
    """Return what differs, field by field, in words."""
    found = []
    after, before = post_words(decision.target, known), post_words(decision.before, known)
    found += [FieldChange(one, before.get(one, ""), after[one]) for one in POST_FIELDS if after and after[one] != before.get(one, "")]
    for one in IDENTITY_FIELDS:
        was, becomes = getattr(decision.former_identity, one), getattr(decision.identity, one)
        if was != becomes:
            found.append(FieldChange(one, str(was or ""), str(becomes or "")))
    if decision.kind != decision.former_kind:
        found.append(FieldChange("kind", decision.former_kind, decision.kind))
    return found


def post_words(target: Target | None, known: Known) -> dict[str, str]:
    """Return a post by names, as a person reads it."""
    if target is None:
        return {}
    manager = known.people.get(target.manager)
    return {
        "unit": known.units.name_of(target.unit),
        "position": known.positions.name_of(target.position),
        "family": known.families.name_of(target.family),
        "grade": known.grades.code_of(target.grade),
        "manager": f"{manager.name} ({manager.number})" if manager else target.manager.upper(),
        "zone": target.zone,
    }
