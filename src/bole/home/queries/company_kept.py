"""The company's scores as the door keeps them in memory: counting a large company anew for each page would take seconds.

What is kept is of a day, and of the mark of the lines, which every change of units, posts or contracts renews. Scores that changed since
the last look are read before each answer, so that no figure is older than the page.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from bole.home.queries.floors import Hidden, hidden_groups
from bole.home.rules.levels import Branches, branches_of
from bole.home.rules.tally import Held, Tally
from bole.people.queries.choosing import units_there
from bole.people.queries.headcount import lines_mark
from bole.people.queries.units import people_in_units
from bole.scoring.queries import closed_to_others
from bole.scoring.queries.company import live_scores, scores_before
from bole.scoring.queries.written import Place

MOST_NAMED = 20_000  # of more everybody's scores are read
MOST_SCOPES = 64


@dataclass(frozen=True, slots=True)
class Scope:
    """The units that somebody looks after, as a tree, and which show no figures, as it was when so many had a score."""

    tree: Branches
    hidden: Mapping[int, Hidden]
    counted: int


@dataclass(slots=True)
class Kept:
    """Everybody's unit and score on a day. The counts are of each unit with all below it."""

    day: date
    place: Place
    paths: Mapping[int, str]
    codes: Mapping[int, str]
    open_in: Mapping[int, int]  # person → unit, of those whose score others may see
    staff: Counter[int]
    new: Counter[int]
    others: Counter[int]
    tally: Tally
    _scopes: dict[frozenset[int] | None, Scope] = field(default_factory=dict)

    def scope(self, units: frozenset[int] | None) -> Scope:
        """Return the tree of these units, or of all, and which of them show no figures."""
        found = self._scopes.get(units)
        if found is not None and found.counted == self.tally.counted:
            return found
        if found is None:
            paths = self.paths if units is None else {unit: self.paths[unit] for unit in units if unit in self.paths}
            tree = branches_of(paths, self.codes)
        else:
            tree = found.tree
        if len(self._scopes) >= MOST_SCOPES:
            self._scopes.clear()
        hidden = hidden_groups(tree.paths, {unit: self.tally.scored(unit) for unit in tree.paths})
        self._scopes[units] = Scope(tree, hidden, self.tally.counted)
        return self._scopes[units]

    def renew(self) -> bool:
        """Read the scores that changed (a query; three more if any did). Return False if all must be read anew."""
        people = self.place.people_since()
        if people is None:
            return False
        asked = [person for person in people if person in self.open_in]
        if not asked:
            return True
        among = asked if len(asked) <= MOST_NAMED else None
        scores, before = live_scores(among, day=self.day), scores_before(among, day=self.day)
        rows = [Held(person, self.open_in[person], scores[person][1], before.get(person)) for person in asked if person in scores]
        self.tally.change(rows, [person for person in asked if person not in scores])
        return True


_lock = Lock()
_kept: dict[tuple[str, date], Kept] = {}


@contextmanager
def kept_company(day: date) -> Iterator[Kept]:
    """Yield the company's scores as they are now, while nobody changes them (two queries; five if scores changed; eight for all)."""
    mark = lines_mark()
    with _lock:
        found = _kept.get((mark, day))
        if found is None or not found.renew():
            _kept.clear()  # of another day, or before the last change of lines
            found = _read(day)
            if mark:  # where nothing was ever marked, nothing is kept
                _kept[mark, day] = found
        yield found


def forget() -> None:
    """Keep nothing of what was read."""
    with _lock:
        _kept.clear()


def _read(day: date) -> Kept:
    place = Place()  # first: what is written from here on is read again
    units = list(units_there(day).values_list("id", "path", "code"))
    paths = {unit: path for unit, path, _ in units}
    way: dict[int, Sequence[int]] = {unit: [int(key) for key in path.strip("/").split("/")] for unit, path in paths.items()}
    where = {person: unit for person, unit in people_in_units(None, day).items() if unit in paths}
    closed = closed_to_others(list(where), day=day)
    open_in = {person: unit for person, unit in where.items() if person not in closed}
    before, tally = scores_before(None, day=day), Tally(way)
    scores = live_scores(None, day=day).items()
    tally.fill(Held(person, open_in[person], score, before.get(person)) for person, (_, score) in scores if person in open_in)
    why = {person: closed.get(person, "") for person in where}
    return Kept(
        day=day,
        place=place,
        paths=paths,
        codes={unit: code for unit, _, code in units},
        open_in=open_in,
        staff=_counted((unit for person, unit in where.items() if why[person] != "unscored"), way),
        new=_counted((unit for person, unit in where.items() if why[person] == "new"), way),
        others=_counted((unit for person, unit in where.items() if why[person] == "unscored"), way),
        tally=tally,
    )


def _counted(units: Iterator[int], way: Mapping[int, Sequence[int]]) -> Counter[int]:
    """Count people of units for each unit with all below it."""
    counts: Counter[int] = Counter()
    for unit, count in Counter(units).items():
        for one in way[unit]:
            counts[one] += count
    return counts
