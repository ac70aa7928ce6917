"""What the play has of notices: one each, with a device and a stand-in; of the company a robot and a message laid aside."""

from datetime import datetime

from bole.notices.actions import save_channel, tell
from bole.notices.kinds import offer_kind
from bole.notices.models import Delegation, Device, Notice, Sending
from bole.values.viewer import SYSTEM
from tests.trust.company import Firm

GHOST = "222222222222"


def notify(firm: Firm, *, at: datetime) -> None:
    """Tell each of them something, and set up what carries it."""
    offer_kind("play.told", "{name}")
    for target, part, other in (("li", "self", "manager"), ("outside", "outside", "colleague")):
        account, stands_in = firm.people[part].account_id, firm.people[other].account_id
        assert account is not None
        assert stands_in is not None
        tell(accounts=[account], kind="play.told", key="once", params={"name": "林静"}, address="/me/", by=SYSTEM, at=at)
        device = Device.objects.create(
            account_id=account,
            name="Chrome",
            endpoint="https://push.example.com/x",
            endpoint_index=target,
            p256dh="x",
            auth="x",
            made_at=at,
        )
        standing = Delegation.objects.create(account_id=account, delegate_id=stands_in, first_day=at.date(), last_day=at.date(), made_at=at)
        firm.things.setdefault("notice", {"ghost": GHOST})[target] = Notice.objects.get(account=account, kind="play.told").ref
        firm.things.setdefault("device", {"ghost": GHOST})[target] = device.ref
        firm.things.setdefault("delegation", {"ghost": GHOST})[target] = standing.ref
    robot = {"url": "https://hooks.example.com/x", "secret": ""}
    channel = save_channel(code="slack", name="Everybody", settings=robot, is_on=True, by=SYSTEM, at=at)
    aside = Sending.objects.create(key="t:1", channel="slack", target=channel.ref, day=at.date(), due_at=at, state="aside")
    firm.things["channel"] = {"li": channel.ref, "ghost": GHOST}
    firm.things["sending"] = {"li": aside.ref, "ghost": GHOST}
