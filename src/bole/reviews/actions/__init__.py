"""Changes of feedback and of one-to-ones."""

from bole.reviews.actions.feedback import keep_draft, note_read, reply_to_feedback, send_feedback, take_back_feedback

__all__ = ["keep_draft", "note_read", "reply_to_feedback", "send_feedback", "take_back_feedback"]
