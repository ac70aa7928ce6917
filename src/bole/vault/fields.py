"""Sealed fields: text that lies encrypted in the database and is opened when a row is read."""

from typing import Any

from django.db import models

from bole.vault.sealing import seal, unseal


class Hidden(str):
    """Opened text whose `repr` prints dots, so that no log or error page shows it."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Print dots."""
        return "'•••'"


class Sealed(models.TextField):  # type: ignore[type-arg]  # the stubs' parameters are not known at run time
    """Text of class C2 or higher: never sorted, filtered or summed in SQL."""

    def get_prep_value(self, value: Any) -> Any:  # noqa: ANN401  (Django's shape)
        """Seal what goes into the database; empty text stays empty."""
        return seal(str(value), place=self._place) if value else value

    def from_db_value(self, value: Any, _expression: object, _connection: object) -> Any:  # noqa: ANN401
        """Open what comes out of it."""
        return Hidden(unseal(value, place=self._place)) if value else value

    def deconstruct(self) -> Any:  # noqa: ANN401
        """Describe the field to migrations as plain text, so that they import nothing."""
        name, _, args, options = super().deconstruct()
        return name, "django.db.models.TextField", args, options

    def to_python(self, value: Any) -> Any:  # noqa: ANN401
        """Take text as it is."""
        return value

    @property
    def _place(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"
