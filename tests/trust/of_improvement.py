"""What the play has of improvement plans: one waits for the answer of 李四, one for 钱多's."""

from dataclasses import replace
from datetime import date, datetime

from bole.reviews.actions.improvement import Proposed, propose_improvement
from bole.reviews.models import Milestone
from tests.trust.company import CANARIES, Firm, viewer

PLAN = {
    "why": "三个项目延期", "goals": ("按期交付",), "milestones": ((date(2026, 12, 18), "验收"),), "first_day": date(2026, 12, 7),
    "weeks": 12,
}  # fmt: skip


def propose_both(firm: Firm, *, at: datetime) -> None:
    """Let the managers of both propose a plan."""
    for target, part, manager in (("li", "self", "manager"), ("outside", "outside", "boss")):
        support = CANARIES["improvement"] if target == "li" else "别的支持"
        told = Proposed(**PLAN, support=support)
        by = replace(viewer(firm, manager), reports=frozenset({firm.people[part].pk}))
        made = propose_improvement(person_id=firm.people[part].pk, plan=told, by=by, at=at)
        firm.things.setdefault("improvement", {})[target] = made.ref
        firm.things.setdefault("milestone", {})[target] = Milestone.objects.get(plan=made).ref
    for kind in ("improvement", "milestone"):
        firm.things[kind]["ghost"] = "222222222222"
