"""The room's name in Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Settings of the room."""

    name = "bole.audit"
    label = "audit"
