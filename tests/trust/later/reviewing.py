"""A piece of feedback that nobody has read, a talk that was called off, an improvement plan that runs."""

from collections.abc import Iterator

from bole.reviews.models import Feedback
from tests.trust.company import Firm
from tests.trust.later.moving import Look, all_at, does


def feedback_just_sent(firm: Firm) -> Iterator[Look]:
    """林静 may take back what 李四 has not read."""
    does(firm, "manager", "new_feedback")
    yield "manager", f"/feedback/{Feedback.objects.order_by('-pk')[0].ref}/"


def a_talk_called_off(firm: Firm) -> Iterator[Look]:
    """李四 called a talk off, and may have it after all."""
    does(firm, "self", "call_off_talk")
    yield from all_at(firm, "talk", "self")


def an_improvement_plan_that_runs(firm: Firm) -> Iterator[Look]:
    """李四 agreed: weeks are looked back at, milestones are done, the plan ends."""
    does(firm, "self", "answer_improvement")
    yield from all_at(firm, "improvement_plan", "manager", "partner", "hr_admin")


STORIES = (feedback_just_sent, a_talk_called_off, an_improvement_plan_that_runs)
