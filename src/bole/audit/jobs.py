"""What the audit room does by the clock."""

from datetime import datetime

from bole.audit.anchors import anchor


def anchor_record(at: datetime) -> str:
    """Note the head of the record outside the database."""
    return anchor(at)
