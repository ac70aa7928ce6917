"""What the play has of hours of mentoring: 李四 and 钱多 were mentors once, and what their talks of a month come to waits for HR."""

from dataclasses import asdict
from datetime import datetime

from bole.kit.clock import local_day
from bole.mentoring.models import HoursProposal, MentoringTerms
from bole.mentoring.rules.hours import HoursTerms
from bole.values.period import Period
from tests.trust.company import Firm


def propose_for_both(firm: Firm, *, at: datetime) -> None:
    """Let the company grant something for hours, and a proposal wait for each."""
    terms = asdict(HoursTerms(reduces=True, rate=10_000))
    MentoringTerms.objects.create(**terms, version=1, changed_at=at, changed_by="苏文")
    month = Period.of("month", local_day(at)).before.first_day
    talks = [{"day": month.isoformat(), "minutes": 480, "came": 1}]
    made = firm.things.setdefault("hours", {"ghost": "222222222222"})
    for target, part in (("li", "self"), ("outside", "outside")):
        row = HoursProposal.objects.create(
            person=firm.people[part], month=month, minutes=480, days=20, talks=talks, terms=terms, percent=5, amount="80000", made_at=at
        )
        made[target] = row.ref
