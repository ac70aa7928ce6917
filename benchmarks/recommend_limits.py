"""The limits of recommending in a generated company: what somebody would reach who knew what was planted. Never shown to the rule.

`everything`: the tastes of the day, and what items and people are. Nobody can be better but by luck: it orders by the planted chances themselves.
`all_but_taste`: what items and people are, and what roles like, but tastes only as far as people's own opens show them, as for the rule.
"""

import numpy as np
from numpy.typing import NDArray

from bole.growth.rules.recommend import People
from bole.sandbox.generated.learning_parts import ROLES, GeneratedLearning

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

OF_THE_ROLE, ROUNDS = 4.0, 10  # what the role weighs beside one's own opens; found on the tuning seeds
HIDDEN_KIND = 0.02  # as in the generator: a kind that somebody does not like is opened now and then


def _pull(made: GeneratedLearning, week: int) -> Floats:
    """Return how much each item pulls each person within a topic ([people, items])."""
    truth, seen = made.truth, made.observed
    apart = truth.depth_of_person[:, None] - truth.depth_of_item[None, :]
    pull = truth.quality[None, :] * np.exp(-truth.climate.depth_matters * apart**2 / 2)
    return np.asarray(pull * (truth.kinds_of_person[:, seen.kind] + HIDDEN_KIND) * (seen.published <= week), dtype=np.float64)


def _of_all(made: GeneratedLearning, week: int) -> Floats:
    """Return the chance that an item is opened because everybody does, or by chance."""
    climate, there = made.truth.climate, made.observed.published <= week
    fashion = made.truth.quality**2 * there
    return np.asarray(
        climate.by_fashion * fashion / fashion.sum() + (1 - climate.by_taste - climate.by_fashion) * there / there.sum(), dtype=np.float64
    )


def _shown(made: GeneratedLearning, crowd: People, taste: Floats, week: int, most: int) -> Ints:
    pull, topics = _pull(made, week), made.observed.topics.astype(np.float64)
    whole = np.maximum(pull @ topics, 1e-12)
    chance = made.truth.climate.by_taste * ((taste / whole) @ topics.T) * pull + _of_all(made, week)
    chance[crowd.shut.toarray() > 0] = -1
    return np.asarray(np.argsort(-chance, axis=1)[:, :most], dtype=np.int64)


def everything(made: GeneratedLearning, crowd: People, *, week: int, most: int = 5) -> Ints:
    """Return what would be shown by who knew everything that was planted ([people, places])."""
    return _shown(made, crowd, made.truth.taste_after, week, most)


def all_but_taste(made: GeneratedLearning, crowd: People, *, week: int, most: int = 5) -> Ints:
    """Return what would be shown by who knew everything but the tastes, and read these from the opens ([people, places])."""
    truth, topics = made.truth, made.observed.topics
    of_role = np.stack([truth.taste_before[crowd.role == one].mean(axis=0) + 1e-4 for one in range(len(ROLES))])
    pull, of_all = _pull(made, week), _of_all(made, week)
    whole = np.maximum(pull @ topics.astype(np.float64), 1e-12)
    opens = crowd.used.tocoo()
    person, item, weight = opens.row, opens.col, opens.data
    likely = truth.climate.by_taste * topics[item] * (pull[person, item][:, None] / whole[person])
    before = OF_THE_ROLE * (of_role / of_role.sum(axis=1, keepdims=True))[crowd.role] + 0.3 * crowd.wrote + 0.5 * crowd.wanted
    owed = np.zeros_like(before)
    for _ in range(ROUNDS):
        taste = (before + owed) / (before + owed).sum(axis=1, keepdims=True)
        of_topic = taste[person] * likely
        of_topic *= (weight / np.maximum(of_topic.sum(axis=1) + of_all[item], 1e-12))[:, None]
        owed = np.zeros_like(before)
        np.add.at(owed, person, of_topic)
    taste = (before + owed) / (before + owed).sum(axis=1, keepdims=True)
    return _shown(made, crowd, taste, week, most)
