"""What the play has of notices: one of 李四's and one of 钱多's."""

from datetime import datetime

from bole.notices.actions import tell
from bole.notices.kinds import offer_kind
from bole.notices.models import Notice
from bole.values.viewer import SYSTEM
from tests.trust.company import Firm


def notify(firm: Firm, *, at: datetime) -> None:
    """Tell each of them something."""
    offer_kind("play.told", "{name}")
    for target, part in (("li", "self"), ("outside", "outside")):
        account = firm.people[part].account_id
        assert account is not None
        tell(accounts=[account], kind="play.told", key="once", params={"name": "林静"}, address="/me/", by=SYSTEM, at=at)
        firm.things.setdefault("notice", {})[target] = Notice.objects.get(account=account, kind="play.told").ref
    firm.things["notice"]["ghost"] = "222222222222"
