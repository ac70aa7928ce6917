"""The room's name in Django."""

from django.apps import AppConfig


class SandboxConfig(AppConfig):
    """Settings of the room."""

    name = "bole.sandbox"
    label = "sandbox"

    def ready(self) -> None:
        """Let the clock of a demo follow its dial, and its worker rest while the demo is put back."""
        from django.conf import settings

        from bole.kit.clock import follow
        from bole.kit.worker import hold_each_turn
        from bole.sandbox.dial import shift
        from bole.sandbox.resting import turn_held

        if settings.ENVIRONMENT.is_demo:
            follow(shift)
            hold_each_turn(turn_held)
