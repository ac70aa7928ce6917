"""Models in words: lists, one model with its versions, what a version would change."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.days import brief_day
from bole.kit.ui.languages import listed
from bole.kit.ui.words import signed
from bole.scoring.queries.catalogue import ModelRow, Use, VersionRow
from bole.scoring.rules.balance import warnings
from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.rounding import half_up
from bole.scoring.rules.tree import WHOLE, Group, Leaf, Tree, leaf_weights, percent
from bole.scoring.shown.curves import curve_words
from bole.scoring.shown.periods import named
from bole.scoring.shown.targets import valued

SHADES = 4  # a stack's fifth part and all after it are of the faintest shade


@dataclass(frozen=True, slots=True, kw_only=True)
class PartShown:
    """One line of a version: a dimension, a part of one, or an indicator, with its weight in its level and in the whole."""

    name: str
    weight: str
    of_whole: str
    note: str
    url: str
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionShown:
    """A dimension with all below it."""

    name: str
    weight: str
    value_class: str
    shade: int
    parts: tuple[PartShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeShown:
    """A version's tree: the stack, what stands in it, what it lacks."""

    stack: tuple[float, ...]
    label: str
    dimensions: tuple[DimensionShown, ...]
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelShown:
    """A model in the list."""

    name: str
    url: str
    version: str
    families: str
    tree: TreeShown | None
    has_draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionShown:
    """A version in the list of versions."""

    name: str
    url: str
    span: str
    note: str
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What an indicator weighs in the whole now, and what it would weigh."""

    name: str
    before: str
    after: str
    change: str


def share_words(basis_points: int) -> str:
    """Return a weight in words: 3333 as 33.33%."""
    return f"{percent(basis_points)}%"


def _points(share: Fraction) -> int:
    return half_up(share.numerator * WHOLE, share.denominator)


def value_classes() -> dict[str, str]:
    """Return the value classes in words."""
    return {"work_result": _("Work result"), "team_contribution": _("Contribution to the team"), "customer_rating": _("Customers' rating")}


def models_title(rows: list[ModelRow]) -> str:
    """Return how many models score people now."""
    count = sum(1 for one in rows if one.in_force and one.used_now)
    if not count:
        return _("No model scores anybody yet")
    return ngettext("%(count)s model is in use", "%(count)s models are in use", count) % {"count": count}


def model_shown(row: ModelRow) -> ModelShown:
    """Return a model as one of the list."""
    held = row.in_force
    return ModelShown(
        name=named(row.zh, row.en),
        url=f"/company/models/{row.code}/",
        version=version_words(held) if held else _("not published yet"),
        families=families_words(row),
        tree=tree_shown(held.tree, held.indicators) if held else None,
        has_draft=row.draft is not None,
    )


def families_words(row: ModelRow) -> str:
    """Return whom the model scores."""
    if not row.used_now:
        return _("No job family uses it")
    names = list(dict.fromkeys(named(one.zh, one.en) for one in row.used_now))
    return _("used for %(families)s") % {"families": listed(names)}


def version_words(one: VersionRow) -> str:
    """Return which version, and since when."""
    return _("Version %(n)s, in force since %(day)s") % {"n": one.number, "day": brief_day(one.first_day)}


def version_shown(row: ModelRow, one: VersionRow, shown: VersionRow | None) -> VersionShown:
    """Return a version as one of the model's list."""
    said = {"first": brief_day(one.first_day), "last": brief_day(one.last_day), "name": one.changed_by}
    if one.is_draft:
        span = _("draft, by %(name)s") % said
    elif one.last_day:
        span = _("%(first)s to %(last)s") % said
    elif one.first_day and one.first_day > row.day:
        span = _("in force from %(first)s on") % said
    else:
        span = _("in force since %(first)s") % said
    url = f"/company/models/{row.code}/draft/" if one.is_draft else f"/company/models/{row.code}/?version={one.number}"
    name = _("Version %(n)s") % {"n": one.number}
    return VersionShown(name=name, url=url, span=span, note=one.note, is_current=one == shown)


def use_words(one: Use, row: ModelRow) -> str:
    """Return since when, or from when on, a family uses the model."""
    said = {"first": brief_day(one.first_day), "last": brief_day(one.last_day)}
    if one.last_day:
        return _("%(first)s to %(last)s") % said
    return (_("from %(first)s on") if one.first_day > row.day else _("since %(first)s")) % said


def tree_shown(tree: Tree, indicators: Mapping[str, IndicatorRule]) -> TreeShown:
    """Return a tree in words; its weights need not add up."""
    stack = tuple(one.weight / 100 for one in tree.dimensions)
    said = [f"{named(one.zh, one.en)} {share_words(one.weight)}" for one in tree.dimensions]
    known = all(leaf.indicator in indicators for leaf in tree.leaves)
    return TreeShown(
        stack=stack,
        label=_(", ").join(said),
        dimensions=tuple(_dimension(one, min(n, SHADES) + 1, indicators) for n, one in enumerate(tree.dimensions)),
        lacks=tuple(_(one.sentence) for one in warnings(tree, indicators)) if known and tree.leaves else (),
    )


def _dimension(one: Group, shade: int, indicators: Mapping[str, IndicatorRule]) -> DimensionShown:
    whole = leaf_weights(Tree(code="", zh="", en="", dimensions=(one,)))
    return DimensionShown(
        name=named(one.zh, one.en),
        weight=share_words(one.weight),
        value_class=value_classes()[one.value_class or "work_result"],
        shade=shade,
        parts=tuple(_parts(one, indicators, {code: _points(share) for code, share in whole.items()}, depth=0)),
    )


def _parts(group: Group, indicators: Mapping[str, IndicatorRule], whole: Mapping[str, int], *, depth: int) -> list[PartShown]:
    found = []
    for one in group.parts:
        if isinstance(one, Leaf):
            found.append(_leaf(one, indicators.get(one.indicator), whole.get(one.indicator, 0), depth=depth))
            continue
        name, weight = named(one.zh, one.en), share_words(one.weight)
        found.append(PartShown(name=name, weight=weight, of_whole="", note="", url="", depth=depth))
        found += _parts(one, indicators, whole, depth=depth + 1)
    return found


def _leaf(one: Leaf, rule: IndicatorRule | None, whole: int, *, depth: int) -> PartShown:
    veto = rule is not None and rule.is_veto
    return PartShown(
        name=named(rule.zh, rule.en) if rule else one.indicator,
        weight=_("veto") if veto else share_words(one.weight),
        of_whole="" if veto else _("%(share)s of the whole") % {"share": share_words(whole)},
        note=_note(rule) if rule else _("not in the library"),
        url=f"/company/indicators/{one.indicator}/",
        depth=depth,
    )


def _note(rule: IndicatorRule) -> str:
    if rule.target is None or rule.is_veto:
        return curve_words(rule)
    words = _("target at most %(value)s") if rule.direction == "down" else _("target %(value)s")
    return words % {"value": valued(rule.unit, rule.target)}


def shifts(before: Tree | None, after: Tree, indicators: Mapping[str, IndicatorRule]) -> list[Shift]:
    """Return what each indicator weighs in the whole, now and by the draft, where the two differ."""
    old = {code: _points(share) for code, share in leaf_weights(before).items()} if before else {}
    new = {code: _points(share) for code, share in leaf_weights(after).items()}
    changed = [code for code in dict.fromkeys((*new, *old)) if old.get(code) != new.get(code)]
    return [
        Shift(
            name=named(indicators[code].zh, indicators[code].en) if code in indicators else code,
            before=share_words(old[code]) if code in old else "–",
            after=share_words(new[code]) if code in new else "–",
            change=signed(new.get(code, 0) - old.get(code, 0)),
        )
        for code in changed
    ]
