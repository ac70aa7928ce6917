"""What the play has of effect: 李四 and 钱多 were mentors once and were retired, and there is a way that works, shown to mentors."""

from datetime import date, datetime, timedelta

from bole.kit.clock import local_day
from bole.mentoring.models import MentorRole, MentorScore, MethodCard, Retirement
from tests.trust.company import CANARIES, Firm


def retire_both(firm: Firm, *, at: datetime) -> None:
    """Let both have been mentors, with a score and the end of the role; and let there be a method."""
    today = local_day(at)
    for target, part in (("li", "self"), ("outside", "outside")):
        person = firm.people[part]
        MentorRole.objects.create(person=person, first_day=date(2025, 1, 1), last_day=date(2025, 12, 31), how="import")
        MentorScore.objects.create(
            person=person, day=today.replace(day=1), growth=1000, total=1667, adjusted=-30, low=-50, high=-10, mentees=5, made_at=at
        )
        made = Retirement.objects.create(
            person=person, reason=CANARIES["retirement"] if part == "self" else "别的卸任理由", decided_at=at,
            decided_by=firm.people["second_admin"], ends_on=date(2025, 12, 31), object_until=today + timedelta(days=14),
        )  # fmt: skip
        firm.things.setdefault("retirement", {})[target] = made.ref
    card = MethodCard.objects.create(code="steady", zh="间隔稳定", en="Steady", numbers={"pairs": 6}, found_on=today, is_shown=True)
    firm.things["retirement"]["ghost"] = "222222222222"
    firm.things["method"] = {"li": card.ref, "ghost": "222222222222"}
