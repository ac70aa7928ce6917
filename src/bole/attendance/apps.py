"""The room's name in Django."""

from django.apps import AppConfig


class AttendanceConfig(AppConfig):
    """Settings of the room."""

    name = "bole.attendance"
    label = "attendance"
