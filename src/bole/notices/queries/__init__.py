"""The reads: one's own notices and settings, how people are reached, what went out."""

from bole.notices.queries.log import ChannelRow, Outbox, OutRow, channels_for, outbox_for, own_log
from bole.notices.queries.own import NoticeRow, Notices, notice_for, notices_for, unread_count, unread_of
from bole.notices.queries.standing import away_accounts, stands_in
from bole.notices.queries.wishes import DelegationRow, DeviceRow, Wishes, stand_ins_for, wishes_for

__all__ = [
    "ChannelRow",
    "DelegationRow",
    "DeviceRow",
    "NoticeRow",
    "Notices",
    "OutRow",
    "Outbox",
    "Wishes",
    "away_accounts",
    "channels_for",
    "notice_for",
    "notices_for",
    "outbox_for",
    "own_log",
    "stand_ins_for",
    "stands_in",
    "unread_count",
    "unread_of",
    "wishes_for",
]
