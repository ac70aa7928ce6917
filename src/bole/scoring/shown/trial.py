"""A trial in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.kit.ui.words import points, signed
from bole.scoring.computing import Computed
from bole.scoring.queries.trial import Trial, Tried
from bole.scoring.rules.explanation import Explanation, GroupPart
from bole.scoring.shown.models import share_words
from bole.scoring.shown.periods import named, period_words


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedPart:
    """A dimension of the trial score."""

    name: str
    score: str
    weight: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedShown:
    """One person of the trial."""

    name: str
    note: str
    before_pair: tuple[str, str]
    after_pair: tuple[str, str]
    after: str
    change: str
    parts: tuple[TriedPart, ...]


def trial_words(found: Trial) -> str:
    """Return what is compared."""
    return _("%(period)s, the same records by the version in force and by the draft.") % {"period": period_words(found.period)}


def tried_shown(one: Tried) -> TriedShown:
    """Return one person in words."""
    before, after = one.before.score, one.after.score
    change = signed(after - before, 2) if after is not None and before is not None else ""
    unit = named(one.card.unit_name, one.card.unit_name_en)
    return TriedShown(
        name=one.card.name,
        note=_(", ").join(part for part in (unit, one.card.number) if part),
        before_pair=(_("By the version in force"), _score(one.before)),
        after_pair=(_("By the draft"), _score(one.after)),
        after=points(after, 2),
        change=change,
        parts=tuple(_parts(one.after.explanation)) if one.after.explanation else (),
    )


def _score(one: Computed) -> str:
    if one.score is not None:
        return points(one.score, 2)
    said = {"no_model": _("no model"), "not_enough": _("too few working days yet"), "no_data": _("no records yet")}
    return said.get(one.state, "–")


def _parts(explanation: Explanation) -> Iterator[TriedPart]:
    for stretch in explanation.stretches:
        yield from _parts(stretch.explanation)
    for one in explanation.dimensions:
        yield _part(one)


def _part(one: GroupPart) -> TriedPart:
    leaves = _("; ").join(f"{named(leaf.zh, leaf.en)} {points(leaf.score, 2)}" for leaf in one.leaves)
    return TriedPart(name=named(one.zh, one.en), score=points(one.score, 2), weight=share_words(one.used), note=leaves)
