"""A form's field for several photos and files; the script beside it makes large photos smaller before they are sent."""

from typing import Any

from django import forms


class Several(forms.FileInput):
    """Chooses several files."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:  # noqa: ANN401  (Django's shape)
        """Return all that came."""
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)


class FilesField(forms.FileField):
    """Photos and files; what they are is the vault's to judge."""

    def __init__(self, *, accepted: str, **more: Any) -> None:
        """Name the kinds that a phone offers."""
        attrs = {"accept": accepted, "data-photos": True, "multiple": True}
        super().__init__(required=False, widget=Several(attrs=attrs), **more)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:  # noqa: ANN401  (Django's shape)
        """Return the files that came."""
        return list(data or [])
