"""What the room does by the clock."""

from datetime import datetime

from bole.notices.actions.delegating import end_past_delegations
from bole.notices.actions.forgetting import forget_old_messages
from bole.notices.actions.handing_over import hand_over_what_waits
from bole.notices.actions.planning import plan_what_was_told
from bole.notices.actions.sending import send_what_is_due
from bole.values.viewer import SYSTEM


def send_notices(at: datetime) -> str:
    """Decide by which way each notice goes out, and send what is due. Late, twice or side by side: each goes out once."""
    end_past_delegations(by=SYSTEM, at=at)
    hand_over_what_waits(by=SYSTEM, at=at)
    planned = plan_what_was_told(by=SYSTEM, at=at)
    return f"{planned} planned, {send_what_is_due(by=SYSTEM, at=at)} sent"


def sweep_messages(at: datetime) -> str:
    """Forget what became of messages of long ago."""
    return f"{forget_old_messages(by=SYSTEM, at=at)} forgotten"
