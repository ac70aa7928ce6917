"""A draft of a rule set as it comes from its form: the tree as it was, what was typed over it, and what the pressed button does."""

from django.http import QueryDict

from bole.growth.requirements import clauses
from bole.kit import strict_json
from bole.mentoring.rules.admission_drafting import (
    Raw,
    blank,
    how_of,
    is_group,
    joined_as,
    part_at,
    parts_of,
    places_of,
    told,
    typed,
    with_part,
    without,
)
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
