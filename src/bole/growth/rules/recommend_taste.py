"""How much an item appeals, and what somebody's opens say of their taste: arrays in, arrays out.

A number of opens says little by itself. An item that came last month had a month, and who has opened it does not open it again: so opens
are counted against the time in which somebody who leans to the topic could have opened the item and had not (occurrences over exposure,
with a gamma prior). And not every open says what a person likes: some things are opened because everybody does. So of each
open the part is owed to nobody that is likely to come from what everybody opens; the rest goes to the item's topics by how much the
person opens of each else, in a few rounds (topics that are given, with a background).
"""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy import sparse

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

PRIOR_OPENS = 3.0  # how many opens as expected an item is believed to have had before any was seen
UNKNOWN = 0.5  # the appeal of an item of which too few are seen to say anything
FROM_TASTE = 0.6  # of all opens, those that come from a taste; the others from what everybody opens, or from chance
ROUNDS = 5


def appeal_of(used: "sparse.csr_array", heads: Floats, *, topics: Floats, leaning: Floats, there: Floats, least: int) -> Floats:
    """Return how much more each item is opened than expected, about 1 in the middle ([items]).

    :param used: [people, items], how much of an open still counts
    :param leaning: [people, topics], how much people lean to topics, before this is known
    :param there: [items], how much of the time that counts an item has been there, 0 to 1
    :param least: people, below which nothing is said
    """
    active = np.asarray(used.sum(axis=1)).ravel() + 1.0
    person = np.repeat(np.arange(used.shape[0]), np.diff(used.indptr))
    item = used.indices
    exposed = topics @ (active @ leaning) * there
    lost = active[person] * (leaning[person] * topics[item]).sum(axis=1) * np.clip(1.0 - used.data, 0.0, there[item])
    exposed = np.maximum(exposed - np.bincount(item, weights=lost, minlength=len(there)), 0.0)
    opened = np.where(heads >= least, np.asarray(used.sum(axis=0)).ravel(), 0.0)
    expected = exposed * (opened.sum() / max(float(exposed[heads >= least].sum()), 1e-9))
    return np.asarray(np.where(heads >= least, (opened + PRIOR_OPENS) / (expected + PRIOR_OPENS), UNKNOWN), dtype=np.float64)


def taste_of(used: "sparse.csr_array", *, topics: Floats, within: Floats, plain: Floats, before: Floats) -> Floats:
    """Return how many of these people's opens each topic is owed ([people, topics]): what came from what everybody opens is owed to none.

    :param within: [topics, items], how a topic's opens spread over its items
    :param plain: [items], what everybody opens, adding up to 1
    :param before: [people, topics], what is known of each else, in opens
    """
    from scipy import sparse  # here: a quarter of a second, which no process should wait for before it can answer

    people = used.shape[0]
    person = np.repeat(np.arange(people), np.diff(used.indptr))
    item, weight = used.indices, used.data
    likely = FROM_TASTE * within.T[item]
    of_all = (1 - FROM_TASTE) * plain[item]
    about = topics[item]
    rows = sparse.csr_array((np.ones(len(person)), (person, np.arange(len(person)))), shape=(people, len(person)))
    owed = used @ topics
    for _ in range(ROUNDS):
        share = before + owed
        share = (share / np.maximum(share.sum(axis=1, keepdims=True), 1e-9))[person]
        by_taste = (share * likely).sum(axis=1)
        own = share * about
        own *= (weight * by_taste / np.maximum(by_taste + of_all, 1e-12) / np.maximum(own.sum(axis=1), 1e-12))[:, None]
        owed = rows @ own
    return np.asarray(owed, dtype=np.float64)
