"""Which units of a tree a page shows: the levels from the top whose units are few enough; the rest opens from there."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST_SHOWN = 150
A_PAGE = 100  # of the units right below one, where not even those fit


@dataclass(frozen=True, slots=True)
class Branches:
    """The units somebody sees: their paths, those at the top, and those right below each, in order of their codes."""

    paths: Mapping[int, str]
    codes: Mapping[int, str]
    tops: tuple[int, ...]
    below: Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Level:
    """The units to show, in order of the tree; which of them open to more; the code after which the next page begins."""

    units: tuple[int, ...]
    opens: frozenset[int]
    after: str


def branches_of(paths: Mapping[int, str], codes: Mapping[int, str]) -> Branches:
    """Return the tree of these units; where one above is not among them, a unit hangs on the next above that is."""
    below = defaultdict[int | None, list[int]](list)
    for unit, path in paths.items():
        above = (int(key) for key in reversed(path.strip("/").split("/")[:-1]))
        below[next((key for key in above if key in paths), None)].append(unit)
    for units in below.values():
        units.sort(key=lambda one: codes[one])
    return Branches(paths, codes, tuple(below.pop(None, ())), {unit: units for unit, units in below.items() if unit is not None})


def level_of(tree: Branches, opened: int | None = None, *, after: str = "", most: int = MOST_SHOWN, page: int = A_PAGE) -> Level:
    """Return what is shown of the tree, or of a unit that was opened: it and the levels below it, as far as they fit."""
    heads = (opened,) if opened is not None else tree.tops if len(tree.tops) == 1 else ()
    level = [unit for unit in (tree.below.get(heads[0], ()) if heads else tree.tops) if tree.codes[unit] > after]
    is_cut = len(heads) + len(level) > most
    shown = dict.fromkeys([*heads, *(level[:page] if is_cut else level)])
    while not is_cut and not after and level:
        level = [one for unit in level for one in tree.below.get(unit, ())]
        if len(shown) + len(level) > most:
            break
        shown |= dict.fromkeys(level)
    opens = (unit for unit in shown if unit not in heads and tree.below.get(unit) and tree.below[unit][0] not in shown)
    rows = sorted(shown, key=lambda one: [tree.codes.get(int(key), "") for key in tree.paths[one].strip("/").split("/")])
    return Level(tuple(rows), frozenset(opens), tree.codes[level[page - 1]] if is_cut else "")
