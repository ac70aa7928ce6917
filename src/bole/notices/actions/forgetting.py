"""Forgetting what became of messages: the log is there to see why something did not arrive, not for ever."""

from datetime import datetime, timedelta

from bole.kit.action import action
from bole.kit.clock import local_day
from bole.notices.models import Sending
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

KEPT_DAYS = 90  # long enough to ask after a quarter what was sent
OPEN = ("waiting", "sending")


@action("notices.forget_old_messages")
def forget_old_messages(*, by: Viewer, at: datetime) -> int:
    """Forget messages that ended more than ninety days ago, laid aside or not; return how many. What still waits stays.

    :raises NotFound: unless the system does it
    """
    if not by.is_system:
        raise NotFound
    old = Sending.objects.filter(day__lt=local_day(at) - timedelta(days=KEPT_DAYS)).exclude(state__in=OPEN)
    gone, _ = old.delete()
    return gone
