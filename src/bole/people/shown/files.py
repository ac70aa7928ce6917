"""People as HR keeps them, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.middleware import words_of
from bole.kit.ui.days import brief_day
from bole.kit.ui.languages import either
from bole.people.queries import CareerRow
from bole.people.queries.choosing import UnitChoices
from bole.people.queries.files import ContractRow, Listed, PeopleList, PersonFile, PostChoices, PostRow
from bole.people.queries.units import UnitRow
from bole.people.rules.refusals import ChangedMeanwhile

named = either


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedShown:
    """A line of the list."""

    name: str
    number: str
    url: str
    unit: str
    position: str
    grade: str
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitShown:
    """A line of the tree."""

    name: str
    depth: str
    head_label: str
    url: str
    kind: str
    head: str
    people: int
    people_below: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellShown:
    """What was so from a day to a day."""

    words: str
    note: str
    when: str
    is_withdrawn: bool
    url: str = ""  # where it is put right


@dataclass(frozen=True, slots=True, kw_only=True)
class FileShown:
    """One person's file in words."""

    name: str
    number: str
    words: str
    version: int
    facts: tuple[tuple[str, str], ...]
    posts: tuple[SpellShown, ...]
    contracts: tuple[SpellShown, ...]
    career: tuple[SpellShown, ...]
    may_change: bool
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One thing that two people wrote differently."""

    field: str
    words: str


def listed_shown(one: Listed) -> ListedShown:
    """Return somebody in the list."""
    card = one.card
    return ListedShown(
        name=card.name,
        number=card.number,
        url=f"/company/people/{card.number}/",
        unit=named(card.unit_name, card.unit_name_en),
        position=named(card.position_name, card.position_name_en),
        grade=one.grade,
        is_here=card.is_here,
    )


def count_words(found: PeopleList) -> str:
    """Return how many people the list holds, and whom it counts."""
    here = ngettext("%(count)s person works here", "%(count)s people work here", found.here) % {"count": found.here}
    if found.outside:
        words = ngettext(
            "%(here)s, %(count)s of them from outside or on an internship",
            "%(here)s, %(count)s of them from outside or on an internship",
            found.outside,
        )
        here = words % {"here": here, "count": found.outside}
    away = found.count - found.here
    words = ngettext("%(here)s; %(count)s more does not", "%(here)s; %(count)s more do not", away)
    return words % {"here": here, "count": away} if away else here


def unit_ways(units: UnitChoices) -> list[tuple[str, str]]:
    """Return the units to choose from, by depth."""
    return [("", _("All units")), *((one.ref, "\u3000" * one.depth + named(one.name, one.name_en)) for one in units.rows)]


def units_shown(units: Sequence[UnitRow]) -> list[UnitShown]:
    """Return the units of a list, set in from the highest of them."""
    top = min((one.depth for one in units), default=0)
    return [unit_shown(one, top=top) for one in units]


def unit_shown(one: UnitRow, *, top: int) -> UnitShown:
    """Return a unit of the tree, set in by how far it lies below the highest that is shown."""
    depth = "\u3000" * (one.depth - top)
    return UnitShown(
        name=named(one.name, one.name_en),
        depth=depth,
        head_label=f"{depth}{_('Head')}",
        url=f"/company/units/{one.ref}/",
        kind=unit_kinds()[one.kind],
        head=one.head_name,
        people=one.people,
        people_below=one.people_below,
    )


def unit_kinds() -> dict[str, str]:
    """Return the kinds of units by name."""
    return {"company": _("Company"), "division": _("Division"), "department": _("Department"), "team": _("Team"), "region": _("Region")}


def form_choices(found: PostChoices) -> dict[str, Sequence[tuple[str, str]]]:
    """Return what the form of a post offers."""
    return {
        "unit": [(ref, "\u3000" * depth + named(name, name_en)) for ref, name, name_en, depth in found.units],
        "position": [(ref, named(name, name_en)) for ref, name, name_en in found.positions],
        "family": [(code, named(name, name_en)) for code, name, name_en in found.families],
        "grade": list(found.grades),
    }


def file_shown(found: PersonFile) -> FileShown:
    """Return one person's file in words."""
    card, post = found.facts.card, found.facts.assignment
    where = [named(card.unit_name, card.unit_name_en), named(card.position_name, card.position_name_en), card.number]
    employed = found.facts.employment
    return FileShown(
        name=card.name,
        number=card.number,
        words=_(", ").join(part for part in where if part),
        version=card.version,
        facts=(
            (_("Unit"), where[0]),
            (_("Position"), where[1]),
            (_("Job family"), named(post.family_name, post.family_name_en) if post else ""),
            (_("Job grade"), post.grade_code if post else ""),
            (_("Manager"), found.manager.name if found.manager else ""),
            (_("Here since"), brief_day(employed.joined_on) if employed else ""),
            (_("Contract"), _kind(employed.kind) if employed else ""),
        ),
        posts=tuple(_post(one, f"/company/people/{card.number}/posts/" if found.may_change else "") for one in found.posts),
        contracts=tuple(_contract(one) for one in found.contracts),
        career=tuple(_step(one, found.english) for one in found.facts.career),
        may_change=found.may_change,
        is_here=employed is not None,
    )


def both_versions(stale: ChangedMeanwhile) -> dict[str, object]:
    """Return what a page says where somebody else was faster: who and when, and both versions side by side."""
    return {"conflicts": conflicts(stale.details), "stale_words": words_of(stale)[0]}


def conflicts(details: Mapping[str, Mapping[str, str]]) -> list[Conflict]:
    """Return what two people wrote differently, side by side."""
    names = {
        "name": _("Name"),
        "name_en": _("English name"),
        "unit": _("Unit"),
        "position": _("Position"),
        "grade": _("Job grade"),
        "manager": _("Manager"),
        "zone": _("Time zone"),
        "last_day": _("Last day"),
        "mobile": _("Mobile"),
        "birthday": _("Birthday"),
        "number": _("Staff number"),
        "head": _("Head"),
        "parent": _("Unit above"),
    }
    yours, theirs = details["yours"], details["theirs"]
    return [
        Conflict(
            field=names.get(key, key),
            words=_("You wrote: %(yours)s; now it says: %(theirs)s") % {"yours": yours.get(key) or "–", "theirs": theirs.get(key) or "–"},
        )
        for key in dict.fromkeys([*yours, *theirs])
        if yours.get(key, "") or theirs.get(key, "")
    ]


def span(first: date, last: date | None) -> str:
    """Return the days from a first to a last one."""
    if last is None:
        return _("since %(day)s") % {"day": brief_day(first)}
    return _("%(first)s to %(last)s") % {"first": brief_day(first), "last": brief_day(last)}


def _post(one: PostRow, corrections: str) -> SpellShown:
    words = _(", ").join(part for part in (named(one.unit, one.unit_en), named(one.position, one.position_en), one.grade) if part)
    note = _("manager %(name)s") % {"name": one.manager} if one.manager else _("led by the head of the unit")
    url = f"{corrections}{one.first_day}/" if corrections and not one.is_withdrawn else ""
    return SpellShown(words=words, note=note, when=span(one.first_day, one.last_day), is_withdrawn=one.is_withdrawn, url=url)


def _contract(one: ContractRow) -> SpellShown:
    note = "" if one.reason_ended == "converted" else one.reason_ended
    return SpellShown(words=_kind(one.kind), note=note, when=span(one.first_day, one.last_day), is_withdrawn=one.is_withdrawn)


def _told(text: str, english: Mapping[str, str]) -> str:
    """Return a unit, a post or a person of a career in the reader's language; a grade may stand behind a position."""
    head, space, grade = text.rpartition(" ")
    if text not in english and head in english:
        return f"{named(head, english[head])}{space}{grade}"
    return named(text, english.get(text, ""))


def _step(one: CareerRow, english: Mapping[str, str]) -> SpellShown:
    kinds = {
        "joined": _("Joined"),
        "moved": _("Moved to another unit"),
        "promoted": _("Was promoted"),
        "transferred": _("Took another post"),
        "manager_changed": _("Another manager"),
        "left": _("Left the company"),
        "returned": _("Joined again"),
        "leave": _("On long leave"),
    }
    change = " → ".join(_told(part, english) for part in (one.before, one.after) if part)
    return SpellShown(words=kinds[one.kind], note=change, when=brief_day(one.day), is_withdrawn=False)


def _kind(kind: str) -> str:
    return {
        "regular": _("regular staff"),
        "probation": _("on probation"),
        "intern": _("intern"),
        "dispatched": _("dispatched by an agency"),
        "outsourced": _("outsourced"),
        "rehired": _("hired again"),
        "foreign": _("foreign staff"),
    }[kind]
