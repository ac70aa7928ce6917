"""The room's name in Django."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Settings of the room."""

    name = "bole.reviews"
    label = "reviews"
