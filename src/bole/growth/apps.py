"""The room's name in Django."""

from django.apps import AppConfig


class GrowthConfig(AppConfig):
    """Settings of the room."""

    name = "bole.growth"
    label = "growth"
