"""Rule sets in words, and the draft of one as its fields."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.growth.requirements import Node, words_of
from bole.growth.rules.requirements import Leaf
from bole.kit.ui.days import moment
from bole.mentoring.admission_earlier import EarlierLook
from bole.mentoring.queries.admission_rules import RuleSetRow, Trial
from bole.mentoring.rules.admission import PRESETS
from bole.mentoring.shown.admission import is_english, name_of_rules
from bole.mentoring.shown.admission_words import how_words
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


def presets_shown(kept: set[str]) -> list[PresetShown]:
    """Return the presets that are not kept yet."""
    return [PresetShown(code=one.code, name=one.en if is_english() else one.zh) for one in PRESETS if one.code not in kept]


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
