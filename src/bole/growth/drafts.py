"""A draft of a tree of requirements as it comes from its form and goes back into it: for whoever lets people build one.

The form holds the tree as it was, what was typed over it, and what the pressed button does; `growth/pieces/part.html` draws it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bole.growth.requirements import Clause, Value, clauses
from bole.growth.rules.drafting import (
    Raw,
    blank,
    how_of,
    is_group,
    joined_as,
    part_at,
    parts_of,
    places_of,
    shown_as_typed,
    told,
    typed,
    with_part,
    without,
)
from bole.kit import strict_json
from bole.values.refusal import Invalid, Refused, say

MOST_PLACES = 80


class DraftBroken(Invalid):
    """The hidden part of the form is not as the page wrote it."""

    code = "draft_broken"
    sentence = say("This page is too old or was changed. Open the rule set again.")


def read_draft(sent: QueryDict) -> Raw:
    """Return the draft with everything that was typed.

    :raises DraftBroken: if it is none
    """
    try:
        tree = strict_json.read(sent.get("tree", "").encode())
    except Refused as refused:
        raise DraftBroken from refused
    if not _is_tree(tree, depth=1) or len(places_of(tree)) > MOST_PLACES:
        raise DraftBroken
    made: Raw = tree
    kinds = {one.code: {value.name: value.kind for value in one.values} for one in clauses()}
    for place in places_of(made):
        part = part_at(made, place)
        if part is None:
            continue
        if is_group(part):
            made = joined_as(made, place, sent.get(f"how-{place}", how_of(part)), _least(sent, place, part))
            continue
        for name, kind in kinds.get(str(part["clause"]), {}).items():
            if f"v-{place}-{name}" in sent:
                made = told(made, place, name, typed(sent.get(f"v-{place}-{name}", "")[:40], kind))
    return made


def changed(tree: Raw, pressed: str, sent: QueryDict) -> Raw:
    """Return the draft after a button: `add-<place>` the chosen clause, `group-<place>` a group, `drop-<place>` a part less."""
    act, _, place = pressed.partition("-")
    if act == "drop":
        return without(tree, place)
    if act == "group":
        return with_part(tree, place, blank())
    clause = next((one for one in clauses() if one.code == sent.get(f"clause-{place}", "")), None)
    if act != "add" or clause is None:
        return tree
    values = {one.name: one.default or _first(one.options() if one.options else ()) for one in clause.values}
    return with_part(tree, place, {"clause": clause.code, **values})


def _first(options: object) -> str:
    return next((str(code) for code, _words in options), "")  # type: ignore[attr-defined]  # pairs of a code and its words


def _least(sent: QueryDict, place: str, part: Raw) -> int:
    asked = sent.get(f"least-{place}", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else int(part.get("at_least", 1))


def _is_tree(part: object, *, depth: int) -> bool:
    if not isinstance(part, dict) or depth > 8:
        return False
    if "clause" in part:
        return isinstance(part["clause"], str)
    keys = set(part)
    if keys not in ({"all"}, {"any"}, {"at_least", "of"}) or not isinstance(part.get("at_least", 1), int):
        return False
    parts: object = parts_of(part)
    return isinstance(parts, list) and all(_is_tree(one, depth=depth + 1) for one in parts)


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


def how_choices() -> list[tuple[str, str]]:
    """Return the ways to join."""
    return [("all", _("all of these")), ("any", _("any of these")), ("at_least", _("at least so many of these"))]


def clause_choices() -> list[tuple[str, str]]:
    """Return the clauses that are offered, by their groups."""
    found = sorted(clauses(), key=lambda one: (str(one.group), str(one.name)))
    return [(one.code, f"{one.group}：{one.name}" if not _is_english() else f"{one.group}: {one.name}") for one in found]


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
    return f"{label} ({value.unit})" if _is_english() else f"{label}（{value.unit}）"


def _is_english() -> bool:
    return (get_language() or "").startswith("en")
