"""Rule sets in words, and the draft of one as its fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.growth.requirements import Clause, Node, Value, clauses, words_of
from bole.growth.rules.requirements import Leaf
from bole.kit.ui.days import moment
from bole.mentoring.admission_earlier import EarlierLook
from bole.mentoring.queries.admission_rules import RuleSetRow, Trial
from bole.mentoring.rules.admission import PRESETS
from bole.mentoring.rules.admission_drafting import how_of, is_group, parts_of, shown_as_typed
from bole.mentoring.shown.admission import is_english, name_of_rules
from bole.people.queries import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSetShown:
    """A rule set as a line."""

    ref: str
    code: str
    name: str
    note: str
    lines: tuple[str, ...]
    is_in_force: bool
    is_last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetShown:
    """A rule set that ships."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldShown:
    """What a clause asks to be told."""

    name: str
    label: str
    kind: str
    value: str
    options: tuple[tuple[str, str], ...]
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartShown:
    """A part of a draft: a group with its parts, or a clause with its fields."""

    place: str
    is_group: bool
    name: str
    how: str = ""
    least: int = 1
    parts: tuple["PartShown", ...] = ()
    fields: tuple[FieldShown, ...] = ()
    error: str = ""
    is_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialShown:
    """Who would pass."""

    title: str
    words: str
    lacking: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str, str], ...]
    more: str


def rule_set_shown(row: RuleSetRow) -> RuleSetShown:
    """Return a rule set in words."""
    note = _("version %(n)s, %(name)s, %(moment)s") % {"n": row.rules.number, "name": row.changed_by, "moment": moment(row.changed_at)}
    return RuleSetShown(
        ref=row.rules.ref, code=row.rules.code, name=name_of_rules(row.rules), note=note, lines=tuple(lines_of(row.rules.tree)),
        is_in_force=row.rules.is_in_force, is_last=row.rules.is_last,
    )  # fmt: skip


def lines_of(node: Node, depth: int = 0) -> Iterator[str]:
    """Yield a tree in lines, what stands in a group further in."""
    indent = "\u3000" * depth
    if isinstance(node, Leaf):
        yield indent + words_of(node)
        return
    yield indent + how_words(node.how, node.least)
    for part in node.of:
        yield from lines_of(part, depth + 1)


def how_words(how: str, least: int) -> str:
    """Say how a group joins its parts."""
    if how == "at_least":
        return ngettext("At least %(n)s of these:", "At least %(n)s of these:", least) % {"n": least}
    return _("Any of these:") if how == "any" else _("All of these:")


def how_choices() -> list[tuple[str, str]]:
    """Return the ways to join."""
    return [("all", _("all of these")), ("any", _("any of these")), ("at_least", _("at least so many of these"))]


def clause_choices() -> list[tuple[str, str]]:
    """Return the clauses that are offered, by their groups."""
    found = sorted(clauses(), key=lambda one: (str(one.group), str(one.name)))
    return [(one.code, f"{one.group}：{one.name}" if not is_english() else f"{one.group}: {one.name}") for one in found]


def presets_shown(kept: set[str]) -> list[PresetShown]:
    """Return the presets that are not kept yet."""
    return [PresetShown(code=one.code, name=one.en if is_english() else one.zh) for one in PRESETS if one.code not in kept]


def draft_shown(tree: Mapping[str, Any], *, wrong: tuple[str, str] = ("", "")) -> PartShown:
    """Return a draft as its fields; `wrong` is a place and what is wrong there."""
    return _part(dict(tree), "1", {one.code: one for one in clauses()}, wrong)


def _part(part: dict[str, Any], place: str, known: Mapping[str, Clause], wrong: tuple[str, str]) -> PartShown:
    error = wrong[1] if wrong[0] == place else ""
    if is_group(part):
        parts = tuple(_part(one, f"{place}.{n}", known, wrong) for n, one in enumerate(parts_of(part), 1))
        least = part.get("at_least", 1)
        name = _("The whole") if place == "1" else _("Group")
        return PartShown(
            place=place, is_group=True, name=name, how=how_of(part), least=least, parts=parts, error=error, is_whole=place == "1"
        )
    clause = known.get(str(part["clause"]))
    if clause is None:
        return PartShown(place=place, is_group=False, name=str(part["clause"]), error=error or _("This is not offered any more."))
    fields = tuple(_field(value, part.get(value.name, value.default), place, wrong) for value in clause.values)
    return PartShown(place=place, is_group=False, name=str(clause.name), fields=fields, error=error)


def _field(value: Value, given: object, place: str, wrong: tuple[str, str]) -> FieldShown:
    options = tuple((code, str(words)) for code, words in value.options()) if value.options is not None else ()
    return FieldShown(
        name=f"v-{place}-{value.name}",
        label=_label(value),
        kind="number" if value.is_number else "select",
        value=shown_as_typed(given, value.kind),
        options=options,
        error=wrong[1] if wrong[0] == f"{place}.{value.name}" else "",
    )  # fmt: skip


def _label(value: Value) -> str:
    label = str(value.label or value.name)
    if not value.unit:
        return label
    return f"{label} ({value.unit})" if is_english() else f"{label}（{value.unit}）"


def trial_shown(found: Trial) -> TrialShown:
    """Return a trial in words."""
    title = _("%(n)s of %(all)s would pass") % {"n": found.passing, "all": found.people}
    words = ngettext("%(n)s of them is a mentor already.", "%(n)s of them are mentors already.", found.mentors) % {"n": found.mentors}
    said = [ngettext("%(n)s person lacks it", "%(n)s people lack it", count) % {"n": count} for _words, count in found.lacking]
    named = len(found.named)
    return TrialShown(
        title=title,
        words=words,
        lacking=tuple((words, note) for (words, _count), note in zip(found.lacking, said, strict=True)),
        names=tuple((one.name, one.number, _unit(one)) for one in found.named),
        more=_("and %(n)s more people") % {"n": found.passing - named} if found.passing > named else "",
    )


def _unit(card: Card) -> str:
    return card.unit_name_en if is_english() and card.unit_name_en else card.unit_name


def look_words(look: EarlierLook) -> str:
    """Say what a file of earlier mentoring would do."""
    if look.problems:
        said = {"bad": len({one.row for one in look.problems}), "n": look.rows}
        return _("%(bad)s of %(n)s rows need a change; nothing was imported. The reasons are listed by row.") % said
    new = ngettext("%(n)s mentorship would be taken over", "%(n)s mentorships would be taken over", len(look.new)) % {"n": len(look.new)}
    same = ngettext("%(n)s is here already", "%(n)s are here already", look.same) % {"n": look.same}
    return _(", ").join((new, same)) if look.same else new
