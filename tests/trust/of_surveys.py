"""What the play has of surveys: 李四 and 钱多 are each asked about their mentor, and colleagues rate the people of both teams."""

from datetime import UTC, date, datetime

from bole.people.models import Unit
from bole.reviews.actions.peers import open_peer_round
from bole.surveys.actions import open_round
from bole.values.viewer import SYSTEM
from bole.work.models import Connection
from bole.work.rules.item import ItemVersion
from tests import factories as make
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


def rate_both(firm: Firm, tool: Connection, units: dict[str, Unit], *, at: datetime) -> None:
    """Let 李四, 许嘉, 陈澈 and 周宁 share a project, and open a round for each of both teams."""
    shared = [
        ItemVersion(
            external_id=f"{part}-shared",
            kind="task",
            version=1,
            account=part,
            project="共同的项目",
            opened_at=datetime(2026, 11, 2, 1, tzinfo=UTC),
        )
        for part in ("self", "colleague", "mentor", "hr")
    ]
    make.send(tool, *shared, at=at)
    for target, unit in (("li", "one"), ("outside", "shop")):
        made = open_peer_round(
            unit_ref=units[unit].ref,
            first_day=date(2026, 9, 1),
            last_day=date(2026, 11, 20),
            closes_on=date(2026, 11, 30),
            by=SYSTEM,
            at=at,
        )
        firm.things.setdefault("peer_round", {})[target] = made.ref
    firm.things["peer_round"]["ghost"] = "222222222222"
