"""The changes: telling, reading, preferring, devices, standing in, ways out, planning and sending."""

from bole.notices.actions.channels import remove_channel, save_channel, try_again
from bole.notices.actions.delegating import delegate, end_delegation, end_delegations_of
from bole.notices.actions.devices import add_device, forget_session, remove_device, try_device
from bole.notices.actions.forgetting import forget_old_messages
from bole.notices.actions.groups import tell_groups
from bole.notices.actions.planning import plan_what_was_told
from bole.notices.actions.preferring import prefer
from bole.notices.actions.reading import mark_all_read, mark_read, mark_unread, mark_unread_again
from bole.notices.actions.sending import send_what_is_due
from bole.notices.actions.telling import tell

__all__ = [
    "add_device",
    "delegate",
    "end_delegation",
    "end_delegations_of",
    "forget_old_messages",
    "forget_session",
    "mark_all_read",
    "mark_read",
    "mark_unread",
    "mark_unread_again",
    "plan_what_was_told",
    "prefer",
    "remove_channel",
    "remove_device",
    "save_channel",
    "send_what_is_due",
    "tell",
    "tell_groups",
    "try_again",
    "try_device",
]
