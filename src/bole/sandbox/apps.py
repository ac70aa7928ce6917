"""The room's name in Django."""

from django.apps import AppConfig


class SandboxConfig(AppConfig):
    """Settings of the room."""

    name = "bole.sandbox"
    label = "sandbox"

    def ready(self) -> None:
        """Let the clock of a demo follow its dial."""
        from django.conf import settings

        from bole.kit.clock import follow
        from bole.sandbox.dial import shift

        if settings.ENVIRONMENT.is_demo:
            follow(shift)
