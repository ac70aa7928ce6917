"""What the play has of promotion: 李四 and the mentor are candidates, reviewed by their managers and one of HR."""

from datetime import datetime, timedelta

from bole.kit.clock import local_day
from bole.mentoring.models import Candidate, PanelMember, PromotionPanel
from bole.people.models import Unit
from tests.trust.company import Firm


def let_review(firm: Firm, *, at: datetime) -> None:
    """Let a panel review."""
    people = firm.people
    panel = PromotionPanel.objects.create(
        unit=Unit.objects.order_by("pk")[0], post="主管",
        begins_on=local_day(at) + timedelta(days=30), opened_at=at, opened_by=people["second_admin"],
    )  # fmt: skip
    for one in ("manager", "upper", "second_admin"):
        PanelMember.objects.create(panel=panel, person=people[one])
    for one in ("self", "mentor"):
        Candidate.objects.create(panel=panel, person=people[one])
    firm.things["panel"] = {"li": panel.ref, "ghost": "222222222222"}
