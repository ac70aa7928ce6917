"""Fields of the kit."""

from typing import Any

from django.db import models

from bole.kit.refs import new_ref


class RefField(models.CharField):  # type: ignore[type-arg]  # the stubs' parameters are not known at run time
    """A random name of 12 characters that may be shown. In migrations it is plain text, so that they import nothing."""

    def __init__(self, **options: Any) -> None:
        """Fix what every ref has."""
        super().__init__(**{**options, "max_length": 12, "unique": True, "default": new_ref})

    def deconstruct(self) -> Any:  # noqa: ANN401
        """Describe the field to migrations as Django's own."""
        name, _, args, options = super().deconstruct()
        options.pop("default", None)
        return name, "django.db.models.CharField", args, options
