"""What to recommend to whom, and why: arrays of people and items, no database, no clock, no chance.

Somebody's next topic is guessed from what they opened, wrote about, looked for and are to learn, and from what their role learns: the more
is known of a person, the less the role counts (cold start). A topic's items share its weight by how much they appeal (`recommend_taste`),
and by the kinds that the person likes. To this comes what goes with the things that the person used (co-use), and some of what everybody
opens.

So a score is a sum of parts, each of which has its words, and the part that adds most is the reason that is shown: it is taken from the
very sum that made the order. Nothing is said of fewer than LEAST_PEOPLE together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bole.growth.rules.recommend_taste import appeal_of, taste_of

if TYPE_CHECKING:
    from scipy import sparse

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

PARTS = ("opened", "wrote", "searched", "wanted", "alike", "role", "company")
OPENED, WROTE, SEARCHED, WANTED = 1.0, 0.3, 0.3, 0.5  # what one of each says of the next topic
ROLE = 4.0  # as many opens as the role is worth
OF_KIND = 4.0  # as many opens as the company's liking for kinds is worth
OF_PLAIN, LIFTED, TOGETHER = 0.5, 0.5, 0.1  # what everybody opens; co-use within one's topics, and beyond them
OFTEN = 3  # times of late, from which on a topic is asked for
ASKED_FOR = 3.0  # a topic that is asked for counts that much more
HALF_LIFE_DAYS = 42
LOOKED_AT_DAYS = 180  # older behaviour is kept for its person to see, and counts no more
LATELY_DAYS = 30  # what the word “lately” means
LEAST_PEOPLE = 5
NEIGHBOURS = 40
SHRINK = 3.0
CANDIDATES = 60
SAME_TOPIC, SAME_KIND = 0.9, 0.97  # what is left of an item's score for each one chosen before it that is alike
AT_ONCE = 256  # people


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """What there is to recommend."""

    topics: Bools  # [items, topics]
    kind: Ints  # [items]
    kinds: int
    is_plan: Bools  # a mentoring plan: for who asks for its topic by what they write
    for_role: Bools  # [roles, items]: made for a role, by who keeps it
    there: Floats  # [items]: how much of the time that counts it has been there, 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """What is known of people, already weighed by how long ago it was."""

    used: "sparse.csr_array"  # [people, items]
    opened: Floats  # [people, topics]
    wrote: Floats
    searched: Floats
    wanted: Floats
    often: Bools  # [people, topics]: opened or written about OFTEN times of late
    asks: Bools  # [people, topics]: written about OFTEN times of late
    role: Ints
    shut: "sparse.csr_array"  # [people, items]: finished, put aside
    less: Floats  # [people, topics]: how much less is wanted, 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What people show together."""

    alike: "sparse.csr_array"  # [items, items], 0 to 1
    appeal: Floats  # [items]: how much more it is opened than expected
    use_of_role: Floats  # [roles, items]
    within: Floats  # [topics, items]: how an item shares in a topic, each row adding up to 1
    of_role: Floats  # [roles, topics]: what a role learns, each row adding up to 1
    kinds: Floats  # [kinds]
    plain: Floats  # [items]: what everybody opens, adding up to 1


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is recommended: items in order, -1 where there is no more; the part of PARTS that made each; its score."""

    item: Ints  # [people, places]
    part: Ints
    score: Floats


def faded(days_ago: Floats) -> Floats:
    """Return how much behaviour still counts: half after HALF_LIFE_DAYS, nothing when it is too old."""
    weight = 0.5 ** (days_ago / HALF_LIFE_DAYS)
    return np.asarray(np.where((days_ago < 0) | (days_ago > LOOKED_AT_DAYS), 0.0, weight), dtype=np.float64)


def been_there(days: Floats) -> Floats:
    """Return how much of the time that counts something has been there that came so many days ago, 0 to 1."""
    return np.asarray(
        (1 - 0.5 ** (np.clip(days, 0, LOOKED_AT_DAYS) / HALF_LIFE_DAYS)) / (1 - 0.5 ** (LOOKED_AT_DAYS / HALF_LIFE_DAYS)), dtype=np.float64
    )


def learn_together(items: Items, people: People) -> Together:
    """Return what people show together by what they used."""
    from scipy import sparse  # here: a quarter of a second, which no process should wait for before it can answer

    used = people.used
    seen = sparse.csr_array((np.ones(used.nnz), used.indices, used.indptr), shape=used.shape)
    heads = np.asarray(seen.sum(axis=0)).ravel()
    roles = len(items.for_role)
    by_role = sparse.csr_array((np.ones(len(people.role)), (people.role, np.arange(len(people.role)))), shape=(roles, len(people.role)))
    use_of_role = _of_many((by_role @ used).toarray(), (by_role @ seen).toarray())
    leaning = people.opened + ROLE * _learnt_by_roles(items, use_of_role)[people.role]
    appeal = appeal_of(
        used, heads, topics=items.topics.astype(np.float64), leaning=leaning / leaning.sum(axis=1, keepdims=True), there=items.there,
        least=LEAST_PEOPLE,
    )  # fmt: skip
    return together_of(items, alike=_alike(seen), appeal=appeal, use_of_role=use_of_role)


def _learnt_by_roles(items: Items, use_of_role: Floats) -> Floats:
    of_role = use_of_role @ items.topics + 1
    return np.asarray(of_role / of_role.sum(axis=1, keepdims=True), dtype=np.float64)


def together_of(items: Items, *, alike: "sparse.csr_array", appeal: Floats, use_of_role: Floats) -> Together:
    """Return what people show together: which items go together, how much each appeals, how much each role uses it ([roles, items])."""
    kinds = np.bincount(items.kind, weights=appeal, minlength=items.kinds) + 1
    within = items.topics.T * appeal
    whole = within.sum(axis=1, keepdims=True)
    return Together(
        alike=alike, use_of_role=use_of_role, appeal=appeal, within=within / np.where(whole > 0, whole, 1),
        of_role=_learnt_by_roles(items, use_of_role), kinds=kinds / kinds.sum(), plain=appeal / max(float(appeal.sum()), 1e-9),
    )  # fmt: skip


def _of_many(use: Floats, heads: Floats) -> Floats:
    """Return what LEAST_PEOPLE or more show."""
    return np.asarray(np.where(heads >= LEAST_PEOPLE, use, 0.0), dtype=np.float64)


def _alike(seen: "sparse.csr_array") -> "sparse.csr_array":
    """Return which items go together: cosine with a shrinkage, of LEAST_PEOPLE or more, the nearest of each."""
    from scipy import sparse

    heads = np.asarray(seen.sum(axis=0)).ravel()
    common = sparse.csr_array(seen.T @ seen)
    row = np.repeat(np.arange(common.shape[0]), np.diff(common.indptr))
    keep = (common.data >= LEAST_PEOPLE) & (row != common.indices)
    row, column, both = row[keep], common.indices[keep], common.data[keep]
    weight = both / (np.sqrt(heads[row] * heads[column]) + SHRINK)
    kept = sparse.csr_array((weight, (row, column)), shape=common.shape)
    for at in range(kept.shape[0]):
        own = kept.data[kept.indptr[at] : kept.indptr[at + 1]]
        if len(own) > NEIGHBOURS:
            own[own < np.partition(own, -NEIGHBOURS)[-NEIGHBOURS]] = 0
    kept.eliminate_zeros()
    return kept


def parts_of(items: Items, people: People, together: Together, who: slice) -> Floats:
    """Return the parts of every item's score for these people: [parts, people, items]."""
    more = 1 + (ASKED_FOR - 1) * people.often[who]
    role = ROLE * together.of_role[people.role[who]]
    topics = items.topics.astype(np.float64)
    else_known = WROTE * people.wrote[who] + SEARCHED * people.searched[who] + WANTED * people.wanted[who] + role
    used = people.used[who]
    owed = taste_of(used, topics=topics, within=together.within, plain=together.plain, before=else_known)
    told = [
        OPENED * np.maximum(people.opened[who] - used @ topics + owed, 0) * more,
        WROTE * people.wrote[who] * more,
        SEARCHED * people.searched[who],
        WANTED * people.wanted[who],
    ]
    whole = (sum(told) + role).sum(axis=1, keepdims=True)
    liked = _liked_kinds(items, people, together, who)
    content = [(one / whole) @ together.within * liked for one in told]
    by_role = (role / whole) @ together.within * liked * (1 + items.for_role[people.role[who]])
    alike = (used @ together.alike).toarray()
    beyond = alike / np.maximum(alike.sum(axis=1, keepdims=True), 1e-9)
    co_use = LIFTED * np.tanh(alike) * (sum(content) + by_role) + TOGETHER * beyond
    return np.stack([*content, co_use, by_role, np.broadcast_to(OF_PLAIN * together.plain, by_role.shape)])


def _liked_kinds(items: Items, people: People, together: Together, who: slice) -> Floats:
    """Return how much more these people use each item's kind than the company does."""
    of_kind = np.zeros((len(items.kind), items.kinds))
    of_kind[np.arange(len(items.kind)), items.kind] = 1
    own = people.used[who] @ of_kind
    share = (own + OF_KIND * together.kinds) / (own.sum(axis=1, keepdims=True) + OF_KIND)
    return np.asarray((share / together.kinds)[:, items.kind], dtype=np.float64)


def choose_in_turn(items: Items, people: People, together: Together, *, most: int = 10) -> Iterator[tuple[slice, Chosen]]:
    """Return what to recommend, some people after the other."""
    count = people.used.shape[0] if len(items.kind) else 0
    for at in range(0, count, AT_ONCE):
        who = slice(at, min(at + AT_ONCE, count))
        yield who, _choose(items, people, together, who, most=most)


def choose(items: Items, people: People, together: Together, *, most: int = 10) -> Chosen:
    """Return what to recommend to each of the people."""
    found = [one for _, one in choose_in_turn(items, people, together, most=most)]
    if not found:
        count = people.used.shape[0]
        none = np.full((count, most), -1, dtype=np.int64)
        return Chosen(item=none, part=none, score=np.zeros((count, most)))
    return Chosen(
        item=np.concatenate([one.item for one in found]), part=np.concatenate([one.part for one in found]),
        score=np.concatenate([one.score for one in found]),
    )  # fmt: skip


def _choose(items: Items, people: People, together: Together, who: slice, *, most: int) -> Chosen:
    parts = parts_of(items, people, together, who)
    score = parts.sum(axis=0)
    first = items.topics.argmax(axis=1)
    score *= 1 - np.clip(people.less[who], 0, 1)[:, first]
    is_asked = people.asks[who][:, first] & items.topics.any(axis=1)
    score[~is_asked & items.is_plan] = 0
    score[is_asked & items.is_plan] += 1  # a plan is rare and is what the many texts ask for
    score[people.shut[who].toarray() > 0] = 0
    count = min(CANDIDATES, score.shape[1])
    near = np.argpartition(-score, count - 1, axis=1)[:, :count]
    near = np.take_along_axis(near, np.argsort(-np.take_along_axis(score, near, axis=1), axis=1, kind="stable"), axis=1)
    item = _spread(first[near], items.kind[near], np.take_along_axis(score, near, axis=1), near, most=most)
    at = np.maximum(item, 0)
    made = parts[:, np.arange(len(item))[:, None], at]
    return Chosen(
        item=item,
        part=np.where(item >= 0, made.argmax(axis=0), -1),
        score=np.where(item >= 0, np.take_along_axis(score, at, axis=1), 0.0),
    )


def _spread(topic: Ints, kind: Ints, score: Floats, near: Ints, *, most: int) -> Ints:
    """Choose one after the other; what is like those chosen before counts less."""
    left, people = score.copy(), np.arange(len(near))
    chosen = np.full((len(near), most), -1, dtype=np.int64)
    for place in range(min(most, near.shape[1])):
        at = left.argmax(axis=1)
        is_there = left[people, at] > 0
        chosen[is_there, place] = near[people[is_there], at[is_there]]
        left *= np.where(topic == topic[people, at][:, None], SAME_TOPIC, 1) * np.where(kind == kind[people, at][:, None], SAME_KIND, 1)
        left[people, at] = 0
    return chosen
