"""Puts what is remembered of people into the arrays that recommending works on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bole.growth.rules.recommend import LATELY_DAYS, LOOKED_AT_DAYS, OFTEN, Floats, Items, People, been_there, faded

if TYPE_CHECKING:
    from scipy import sparse

LESS = (0.0, 0.7, 0.9, 0.97)  # how much less of a topic is shown after it was said so many times


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something to recommend: its name, kind, topics and roles; `days` since it came, None for what was always there."""

    item: str
    kind: str
    topics: tuple[str, ...]
    roles: tuple[str, ...]
    is_plan: bool
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Doing:
    """Something that somebody did, so many days ago; `item` is empty where there is none."""

    person_id: int
    what: str
    item: str
    topics: tuple[str, ...]
    days_ago: int


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody wants less of a topic, and no more of the item."""

    person_id: int
    item: str
    topic: str


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything stands in the arrays."""

    items: dict[str, int]
    topics: dict[str, int]
    roles: dict[str, int]
    people: dict[int, int]


def places_of(things: Sequence[Thing], role_of: Mapping[int, str]) -> Places:
    """Return where things, their topics, the roles and the people stand."""
    return Places(
        items={one.item: at for at, one in enumerate(things)},
        topics={code: at for at, code in enumerate(sorted({code for one in things for code in one.topics}))},
        roles={code: at for at, code in enumerate(sorted(set(role_of.values()) | {""}))},
        people={person_id: at for at, person_id in enumerate(sorted(role_of))},
    )


def items_of(things: Sequence[Thing], places: Places) -> Items:
    """Return what there is, as arrays."""
    kinds = {kind: at for at, kind in enumerate(sorted({one.kind for one in things}))}
    topics = np.zeros((len(things), max(1, len(places.topics))), dtype=np.bool_)
    for_role = np.zeros((len(places.roles), len(things)), dtype=np.bool_)
    for at, one in enumerate(things):
        topics[at, [places.topics[code] for code in one.topics]] = True
        for_role[[places.roles[code] for code in one.roles if code in places.roles], at] = True
    return Items(
        topics=topics, kind=np.array([kinds[one.kind] for one in things], dtype=np.int64), kinds=max(1, len(kinds)),
        is_plan=np.array([one.is_plan for one in things], dtype=np.bool_), for_role=for_role,
        there=been_there(np.array([LOOKED_AT_DAYS if one.days is None else one.days for one in things], dtype=np.float64)),
    )  # fmt: skip


def people_of(
    doings: Sequence[Doing], *, places: Places, role_of: Mapping[int, str], wants: Mapping[int, Collection[str]], said: Sequence[Said],
    seen: Collection[tuple[int, str]],
) -> People:  # fmt: skip
    """Return what is known of people, as arrays."""
    shape = (len(places.people), max(1, len(places.topics)))
    weighed = {what: np.zeros(shape) for what in ("opened", "wrote_about", "searched")}
    lately = {what: np.zeros(shape) for what in ("opened", "wrote_about", "searched")}
    cells: dict[tuple[int, int], float] = {}
    weight = faded(np.array([one.days_ago for one in doings], dtype=np.float64))
    for one, fresh in zip(doings, weight.tolist(), strict=True):
        person = places.people.get(one.person_id)
        if person is None:
            continue
        if one.what in weighed:
            own = [places.topics[code] for code in one.topics if code in places.topics]
            weighed[one.what][person, own] += fresh
            lately[one.what][person, own] += one.days_ago <= LATELY_DAYS
        if one.item in places.items:
            cell = (person, places.items[one.item])
            cells[cell] = max(cells.get(cell, 0.0), fresh)
    asks = lately["wrote_about"] >= OFTEN
    less, shut = _put_aside(said, seen, places, shape)
    return People(
        used=_matrix(cells, (shape[0], len(places.items))), opened=weighed["opened"], wrote=weighed["wrote_about"],
        searched=weighed["searched"], wanted=_wanted(wants, places, shape), often=((lately["opened"] >= OFTEN) | asks) & (less == 0),
        asks=asks & (less == 0), role=np.array([places.roles[role_of[one]] for one in places.people], dtype=np.int64),
        shut=_matrix(shut, (shape[0], len(places.items))), less=less,
    )  # fmt: skip


def _wanted(wants: Mapping[int, Collection[str]], places: Places, shape: tuple[int, int]) -> Floats:
    wanted = np.zeros(shape)
    for person_id, codes in wants.items():
        if person_id in places.people:
            wanted[places.people[person_id], [places.topics[code] for code in codes if code in places.topics]] = 1
    return wanted


def _put_aside(
    said: Sequence[Said], seen: Collection[tuple[int, str]], places: Places, shape: tuple[int, int]
) -> tuple[Floats, dict[tuple[int, int], float]]:
    times = np.zeros(shape, dtype=np.int64)
    shut: dict[tuple[int, int], float] = {}
    for one in said:
        if one.person_id in places.people and one.topic in places.topics:
            times[places.people[one.person_id], places.topics[one.topic]] += 1
    for person_id, item in [*((one.person_id, one.item) for one in said), *seen]:
        if person_id in places.people and item in places.items:
            shut[places.people[person_id], places.items[item]] = 1.0
    return np.array(LESS)[np.minimum(times, len(LESS) - 1)], shut


def _matrix(cells: Mapping[tuple[int, int], float], shape: tuple[int, int]) -> "sparse.csr_array":
    from scipy import sparse  # here: a quarter of a second, which no process should wait for before it can answer

    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    return sparse.csr_array((list(cells.values()), (rows, columns)), shape=shape, dtype=np.float64)


def lately_of(doings: Sequence[Doing], *, what: str, topic: str) -> int:
    """Return how often of late somebody did something about a topic, for the words that give the reason."""
    return sum(one.what == what and topic in one.topics and one.days_ago <= LATELY_DAYS for one in doings)
