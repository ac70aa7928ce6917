"""What the play has of surveys: 李四 and 钱多 are each asked about their mentor."""

from datetime import date, datetime

from bole.surveys.actions import open_round
from bole.values.viewer import SYSTEM
from tests.trust.company import Firm


def ask_both(firm: Firm, *, at: datetime) -> None:
    """Open a round for each of both."""
    for target, part in (("li", "self"), ("outside", "outside")):
        firm.things.setdefault("survey", {})[target] = open_round(
            kind="mentoring",
            about=str(firm.people["mentor"].ref),
            asked=[firm.people[part].pk],
            questions="mentoring",
            opens_on=date(2026, 11, 20 if target == "li" else 21),
            closes_on=date(2026, 11, 30),
            by=SYSTEM,
            at=at,
        )
    firm.things["survey"]["ghost"] = "222222222222"
