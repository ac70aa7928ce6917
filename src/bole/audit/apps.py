"""The room's name in Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Settings of the room."""

    name = "bole.audit"
    label = "audit"

    def ready(self) -> None:
        """Write the lines of all actions."""
        from bole.audit.actions import write
        from bole.kit.action import record_with

        record_with(write)
