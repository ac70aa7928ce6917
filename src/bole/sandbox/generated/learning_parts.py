"""What a generated company that learns is: what can be observed of it and, apart from that, the truth that was planted."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Bools = NDArray[np.bool_]

KINDS = ("course", "article", "case", "guide", "video")
ROLES = ("algorithm", "platform", "quality", "data", "product", "delivery", "support", "sales", "operations", "people")
TOPIC_CODES = (
    "python", "java", "frontend", "databases", "cloud", "testing", "security", "troubleshooting", "machine-learning", "large-models",
    "data-analysis", "sql", "user-research", "product-design", "requirements", "operations", "solution-design", "project-management",
    "implementation", "customer-communication", "complaint-handling", "customer-support", "consultative-selling", "negotiation",
    "business-writing", "presenting", "mentoring", "team-leadership", "cross-team-work", "time-management",
)  # fmt: skip
TOPICS = len(TOPIC_CODES)


@dataclass(frozen=True, slots=True)
class ObservedLearning:
    """What a recommender may see."""

    role: Ints  # [people], place in ROLES
    began: Ints  # [people], the first week
    wants: Bools  # [people, topics], of the mentoring plan
    kind: Ints  # [items], place in KINDS
    topics: Bools  # [items, topics]
    published: Ints  # [items], the first week
    opened_by: Ints  # [opens]
    opened_item: Ints  # [opens]
    opened_week: Ints  # [opens]
    is_finished: Bools  # [opens]
    wrote_by: Ints  # [texts]
    wrote_week: Ints  # [texts]
    wrote_text: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningClimate:
    """How a company is drawn; differs from seed to seed."""

    by_taste: float  # share of what is opened by taste
    by_fashion: float  # because everybody opens it; the rest by chance
    drift: float  # share of people who find a new interest in a week
    likeness: float  # how much of a taste is that of the role
    depth_matters: float
    appetite: float


@dataclass(frozen=True, slots=True)
class LearningTruth:
    """What was planted; never shown to a recommender, never stored."""

    taste_before: Floats  # [people, topics]
    taste_after: Floats  # [people, topics]
    depth_of_person: Floats  # [people]
    kinds_of_person: Floats  # [people, kinds]
    depth_of_item: Floats  # [items]
    quality: Floats  # [items]
    wrote_about: Ints  # [texts], place in TOPIC_CODES
    climate: LearningClimate


@dataclass(frozen=True, slots=True)
class GeneratedLearning:
    """What can be observed, and the truth beside it."""

    observed: ObservedLearning
    truth: LearningTruth
