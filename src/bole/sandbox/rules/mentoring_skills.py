"""Which skills mentors and those who wait for one have: by craft, at levels that come with the grade."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.mentoring import Mentoring
from bole.sandbox.rules.mentoring_mentors import GU_QING, ZENG_RUI, ZHANG_SAN

BY_CRAFT: Mapping[str, tuple[str, ...]] = {
    "algorithm": ("python", "machine-learning", "large-models", "model-evaluation", "nlp", "statistics"),
    "backend": ("java", "go", "databases", "distributed-systems", "architecture", "code-review"),
    "frontend": ("frontend", "interaction-design", "code-review", "testing"),
    "testing": ("testing", "devops", "troubleshooting", "python"),
    "data": ("sql", "data-engineering", "databases", "data-analysis"),
    "product": ("requirements", "product-design", "user-research", "data-analysis"),
    "design": ("interaction-design", "user-research", "presenting"),
    "solution": ("implementation", "customer-communication", "project-management", "troubleshooting", "solution-design"),
    "presales": ("solution-design", "presenting", "customer-communication", "business-writing"),
    "support": ("customer-support", "complaint-handling", "customer-communication", "troubleshooting"),
    "sales": ("consultative-selling", "negotiation", "customer-communication", "presenting"),
    "operations": ("operations", "data-analysis", "business-writing"),
    "marketing": ("business-writing", "data-visualisation", "presenting"),
    "finance": ("data-analysis", "business-writing"),
    "legal": ("business-writing", "negotiation"),
    "it": ("cloud", "security", "troubleshooting"),
    "administration": ("time-management", "cross-team-work"),
}
# What the stories say somebody is good at.
SURELY: Mapping[str, tuple[str, ...]] = {
    ZENG_RUI: ("large-models", "model-evaluation", "python"),
    ZHANG_SAN: ("customer-communication", "implementation", "presenting"),
    GU_QING: ("requirements", "product-design", "user-research"),
}
MOST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenSkill:
    """Somebody has a skill at a level."""

    number: str
    skill: str
    level: int
    day: date


def skills_of(plan: Mentoring) -> Iterator[GivenSkill]:
    """Yield the skills of mentors and of those who wait."""
    for mentor in plan.mentors:
        post = plan.plan.by_number[mentor.number].posts[-1]
        usual = BY_CRAFT.get(post.position.rsplit("-", 1)[0], ())
        rng = dice("skills of", mentor.number)
        codes = [*SURELY.get(mentor.number, ()), *rng.sample(usual, min(len(usual), MOST))]
        for n, code in enumerate(dict.fromkeys(codes)):
            yield GivenSkill(number=mentor.number, skill=code, level=min(post.rank - 3 + (n == 0), 5) if n < 2 else 3, day=mentor.first_day)
    for wish in plan.wishes:
        for code in wish.skills:
            yield GivenSkill(number=wish.number, skill=code, level=1, day=wish.day)
