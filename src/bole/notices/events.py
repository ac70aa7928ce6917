"""What happened to notices."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoticesChanged:
    """Somebody was told, or read: open pages fetch their list again."""

    count: int
