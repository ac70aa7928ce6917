"""Reading what one was told, and taking that back."""

from datetime import datetime

from bole.kit.action import action
from bole.kit.announce import announce
from bole.notices.events import NoticesChanged
from bole.notices.models import Notice
from bole.notices.refusals import NotForYou
from bole.notices.topics import notices_topic
from bole.values.viewer import Viewer


@action("notices.mark_read")
def mark_read(*, ref: str, by: Viewer, at: datetime) -> Notice:
    """Note that one's notice was read.

    :raises NotForYou: unless it was told to this account
    """
    found = _own(ref, by)
    if found.read_at is None:
        found.read_at = at
        found.save(update_fields=["read_at"])
        _say(by, at)
    return found


@action("notices.mark_unread")
def mark_unread(*, ref: str, by: Viewer, at: datetime) -> Notice:
    """Let a notice of one's own be new again.

    :raises NotForYou: unless it was told to this account
    """
    found = _own(ref, by)
    if found.read_at is not None:
        found.read_at = None
        found.save(update_fields=["read_at"])
        _say(by, at)
    return found


@action("notices.mark_all_read")
def mark_all_read(*, by: Viewer, at: datetime) -> int:
    """Note that all one's notices were read; return how many were not."""
    if by.account_id is None:
        return 0
    count = Notice.objects.filter(account=by.account_id, read_at=None).update(read_at=at)
    if count:
        _say(by, at)
    return count


@action("notices.mark_unread_again")
def mark_unread_again(*, read_at: datetime, by: Viewer, at: datetime) -> int:
    """Take back what was marked read all at once, at that moment; return how many are new again."""
    if by.account_id is None:
        return 0
    count = Notice.objects.filter(account=by.account_id, read_at=read_at).update(read_at=None)
    if count:
        _say(by, at)
    return count


def _own(ref: str, by: Viewer) -> Notice:
    found = Notice.objects.filter(ref=ref, account=by.account_id).first() if by.account_id is not None else None
    if found is None:
        raise NotForYou
    return found


def _say(by: Viewer, at: datetime) -> None:
    """Let the other devices of this person show it too."""
    if by.account_id is not None:
        announce(NoticesChanged(count=1), at=at, topics=[notices_topic(by.account_id)])
