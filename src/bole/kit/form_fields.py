"""Fields that many forms ask for: a day, and words of several lines."""

from django import forms

from bole.kit.ui.library import Words


def day_field(label: Words, *, help_text: Words = "", required: bool = True) -> forms.DateField:
    """Return a field for a day, with the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help_text, required=required, widget=widget)  # type: ignore[arg-type]  # lazy words


def words_field(label: Words, *, rows: int = 3, help_text: Words = "", hint: Words = "") -> forms.CharField:
    """Return a field for words of several lines. Too many of them, or none, are the action's to refuse: its answer says by how much."""
    widget = forms.Textarea(attrs={"rows": rows, "placeholder": hint} if hint else {"rows": rows})
    return forms.CharField(label=label, help_text=help_text, required=False, strip=False, widget=widget)  # type: ignore[arg-type]  # lazy words
