"""The editor of a draft in words: every part with what was typed, the sum of every level, and what is wrong where."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bole.kit.middleware import words_of
from bole.kit.ui.days import brief_day
from bole.kit.ui.languages import sentences
from bole.scoring.rules.drafting import TypedLeaf, TypedPart, TypedTree, sum_of, under
from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.tree import MOST_LEVELS, WHOLE, Tree, percent, problems
from bole.scoring.shown.models import value_classes
from bole.scoring.shown.periods import named, period_words
from bole.values.period import Period
from bole.values.refusal import Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelShown:
    """What the weights of one level add up to, in words, and whether that is the whole."""

    path: str
    words: str
    is_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartShown:
    """One part in the editor. Of an indicator `indicator` is its code; a group has names, and its parts below it."""

    path: str
    is_group: bool
    is_dimension: bool
    name: str
    code: str = ""
    zh: str = ""
    en: str = ""
    value_class: str = ""
    indicator: str = ""
    weight: str = ""
    may_hold_parts: bool = False
    parts: tuple["PartShown", ...] = ()
    level: LevelShown | None = None
    problem: str = ""
    wrong: frozenset[str] = frozenset()

    @property
    def above(self) -> str:
        """The level that its weight belongs to."""
        return self.path.rpartition(".")[0] or "all"

    @property
    def invalid(self) -> dict[str, str | None]:
        """What `aria-invalid` says of each field."""
        return {name: "true" if name in self.wrong else None for name in ("zh", "en", "weight", "indicator")}


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorShown:
    """The whole editor."""

    zh: str
    en: str
    parts: tuple[PartShown, ...]
    level: LevelShown
    problems: tuple[str, ...]
    indicators: tuple[tuple[str, str], ...]
    classes: tuple[tuple[str, str], ...]


def editor_shown(given: TypedTree, library: Mapping[str, IndicatorRule], wrong: Mapping[str, Invalid]) -> EditorShown:
    """Return what was typed as the editor shows it; `wrong` are refusals by the field that they are about."""
    said = {place: words_of(one)[0] for place, one in wrong.items()}
    choices = sorted(((code, named(one.zh, one.en)) for code, one in library.items()), key=lambda one: one[1])
    return EditorShown(
        zh=given.zh,
        en=given.en,
        parts=tuple(_part(one, str(n), said, depth=2) for n, one in enumerate(given.dimensions)),
        level=_level(given.dimensions, ""),
        problems=tuple(dict.fromkeys(words for place, words in said.items() if place in {"zh", "en"})),
        indicators=(("", _("Choose an indicator")), *choices),
        classes=tuple(value_classes().items()),
    )


def _part(one: TypedPart, path: str, said: Mapping[str, str], *, depth: int) -> PartShown:
    fields = frozenset(place.rpartition(".")[2] for place in said if place.rpartition(".")[0] == path)
    problem = sentences(*dict.fromkeys(said[f"{path}.{name}"] for name in sorted(fields)))
    if isinstance(one, TypedLeaf):
        return PartShown(
            path=path,
            is_group=False,
            is_dimension=False,
            name=one.indicator,
            indicator=one.indicator,
            weight=one.weight,
            problem=problem,
            wrong=fields,
        )
    return PartShown(
        path=path,
        is_group=True,
        is_dimension=depth == 2,
        name=named(one.zh, one.en) or _("a new dimension"),
        code=one.code,
        zh=one.zh,
        en=one.en,
        value_class=one.value_class,
        weight=one.weight,
        may_hold_parts=depth < MOST_LEVELS,
        parts=tuple(_part(part, under(path, n), said, depth=depth + 1) for n, part in enumerate(one.parts)),
        level=_level(one.parts, path),
        problem=problem,
        wrong=fields,
    )


def _level(parts: Sequence[TypedPart], path: str) -> LevelShown:
    total = sum_of(tuple(parts))
    return LevelShown(path=path, words=sum_words(total), is_whole=total == WHOLE)


def sum_words(total: int) -> str:
    """Return what weights add up to, and by how much that is off."""
    said = {"sum": percent(total), "d": percent(abs(WHOLE - total))}
    if total == WHOLE:
        return _("together %(sum)s%%") % said
    return (_("together %(sum)s%%, %(d)s%% short") if total < WHOLE else _("together %(sum)s%%, %(d)s%% too much")) % said


def sum_patterns() -> dict[str, str]:
    """Return the same words with {sum} and {d} in them, for the line that follows the typing."""
    said = {"sum": "{sum}", "d": "{d}"}
    return {
        "whole": _("together %(sum)s%%") % said,
        "under": _("together %(sum)s%%, %(d)s%% short") % said,
        "over": _("together %(sum)s%%, %(d)s%% too much") % said,
    }


def problem_words(tree: Tree, library: Mapping[str, IndicatorRule]) -> list[str]:
    """Return everything that keeps the tree from being published, each with the part that it is about."""
    names = dict(_names(tree, library))
    return list(dict.fromkeys(_named_problem(one, names) for one in problems(tree, library)))


def _names(tree: Tree, library: Mapping[str, IndicatorRule]) -> Iterator[tuple[str, str]]:
    for dimension in tree.dimensions:
        for group in (dimension, *dimension.groups):
            yield group.code, named(group.zh, group.en)
    for code, rule in library.items():
        yield code, named(rule.zh, rule.en)


def _named_problem(one: Invalid, names: Mapping[str, str]) -> str:
    sentence = words_of(one)[0]
    name = names.get(one.where.rpartition(".")[2], "")
    return _("%(name)s: %(sentence)s") % {"name": name, "sentence": sentence} if name else sentence


def fields_of(given: TypedTree) -> list[tuple[str, str]]:
    """Return the fields that a browser would send for what was typed, to be sent again."""
    return [("zh", given.zh), ("en", given.en), *(field for n, one in enumerate(given.dimensions) for field in _fields(one, str(n)))]


def _fields(one: TypedPart, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(one, TypedLeaf):
        yield from ((f"{path}.kind", "indicator"), (f"{path}.indicator", one.indicator), (f"{path}.weight", one.weight))
        return
    yield from ((f"{path}.kind", "group"), (f"{path}.code", one.code), (f"{path}.zh", one.zh), (f"{path}.en", one.en))
    yield from ((f"{path}.weight", one.weight), (f"{path}.value_class", one.value_class))
    for n, part in enumerate(one.parts):
        yield from _fields(part, under(path, n))


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line of a text that stands beside another; `differs` where the other has no such line."""

    words: str
    depth: int
    differs: bool = False


def beside(mine: TypedTree, theirs: TypedTree, library: Mapping[str, IndicatorRule]) -> tuple[list[TextLine], list[TextLine]]:
    """Return two models as lines, each line marked that the other does not have."""
    one, other = list(_lines(mine, library)), list(_lines(theirs, library))
    here, there = {line.words for line in one}, {line.words for line in other}
    return (
        [TextLine(words=line.words, depth=line.depth, differs=line.words not in there) for line in one],
        [TextLine(words=line.words, depth=line.depth, differs=line.words not in here) for line in other],
    )


def _lines(given: TypedTree, library: Mapping[str, IndicatorRule]) -> Iterator[TextLine]:
    yield TextLine(words=f"{given.zh} / {given.en}", depth=0)
    for one in given.dimensions:
        yield from _part_lines(one, library, depth=0)


def _part_lines(one: TypedPart, library: Mapping[str, IndicatorRule], *, depth: int) -> Iterator[TextLine]:
    if isinstance(one, TypedLeaf):
        rule = library.get(one.indicator)
        yield TextLine(words=f"{named(rule.zh, rule.en) if rule else one.indicator} {one.weight}%", depth=depth)
        return
    kind = value_classes().get(one.value_class, "")
    yield TextLine(words=" ".join(word for word in (named(one.zh, one.en), f"{one.weight}%", kind) if word), depth=depth)
    for part in one.parts:
        yield from _part_lines(part, library, depth=depth + 1)


def border_choices(periods: Sequence[Period], *, today: date) -> list[tuple[str, str]]:
    """Return the borders of periods as a form offers them; the running one says what it means."""
    return [(one.first_day.isoformat(), _border(one, is_running=today in one)) for one in periods]


def _border(one: Period, *, is_running: bool) -> str:
    said = {"day": brief_day(one.first_day), "period": period_words(one)}
    if is_running:
        return _("%(period)s on (now; computed again)") % said
    return _("%(period)s on (%(day)s)") % said
