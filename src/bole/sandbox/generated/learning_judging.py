"""How good recommendations are: what people opened for the first time in the weeks that were held out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.learning_parts import ObservedLearning

Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of recommendations. `hit_rate`: of the people who opened something new, those who were recommended at least one of it."""

    hit_rate: float
    precision: float  # of all that was recommended to them
    coverage: float  # of all items that were there, those recommended to somebody
    people: int
    hit_rate_of_late: float  # of those who began in the last four weeks before
    late_people: int


def known(observed: ObservedLearning, *, before: int) -> NDArray[np.bool_]:
    """Return which opens lie before a week."""
    return observed.opened_week < before


def judge(observed: ObservedLearning, recommended: Places, *, before: int) -> Judged:
    """Judge what was recommended ([people, places] of items, -1 for none) when `before` began."""
    items = len(observed.kind)
    key = observed.opened_by.astype(np.int64) * items + observed.opened_item
    earlier = known(observed, before=before)
    fresh = np.setdiff1d(key[~earlier], key[earlier])
    asked = np.unique(fresh // items)
    rows = recommended[asked]
    is_hit = np.isin(asked[:, None] * items + rows, fresh) & (rows >= 0)
    late = (observed.began[asked] >= before - 4) & (observed.began[asked] < before)
    shown = recommended[recommended >= 0]
    there = int((observed.published < before).sum())
    return Judged(
        hit_rate=float(is_hit.any(axis=1).mean()),
        precision=float(is_hit.sum() / max(1, int((rows >= 0).sum()))),
        coverage=len(np.unique(shown)) / max(1, there),
        people=len(asked),
        hit_rate_of_late=float(is_hit[late].any(axis=1).mean()) if late.any() else 0.0,
        late_people=int(late.sum()),
    )


def most_opened(observed: ObservedLearning, *, before: int, most: int = 5, weeks: int = 4) -> Places:
    """Return what popularity alone would show: the most opened of the last weeks that one has not opened ([people, places])."""
    items = len(observed.kind)
    earlier = known(observed, before=before)
    of_late = earlier & (observed.opened_week >= before - weeks)
    order = np.argsort(-np.bincount(observed.opened_item[of_late], minlength=items), kind="stable")
    people = len(observed.role)
    seen: dict[int, set[int]] = {}
    for person, item in zip(observed.opened_by[earlier].tolist(), observed.opened_item[earlier].tolist(), strict=True):
        seen.setdefault(person, set()).add(item)
    shown = np.full((people, most), -1, dtype=np.int64)
    for person in range(people):
        own = seen.get(person, set())
        left = [one for one in order[: most + len(own)].tolist() if one not in own]
        shown[person, : len(left[:most])] = left[:most]
    return shown
