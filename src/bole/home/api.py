"""The API of the app."""

from ninja import Router

router = Router(tags=["people"])
