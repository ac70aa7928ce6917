"""Changes of feedback and of one-to-ones."""

from bole.reviews.actions.feedback import keep_draft, note_read, reply_to_feedback, send_feedback, take_back_feedback
from bole.reviews.actions.talks import (
    add_note,
    add_point,
    agree_action,
    call_off_talk,
    finish_action,
    hold_talk,
    keep_private_note,
    keep_talk_after_all,
    move_talk,
    plan_talk,
)

__all__ = [
    "add_note",
    "add_point",
    "agree_action",
    "call_off_talk",
    "finish_action",
    "hold_talk",
    "keep_draft",
    "keep_private_note",
    "keep_talk_after_all",
    "move_talk",
    "note_read",
    "plan_talk",
    "reply_to_feedback",
    "send_feedback",
    "take_back_feedback",
]
