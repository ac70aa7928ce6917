"""Forms of the people file."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.connect.people_file.headings import FIELDS
from bole.kit.form_fields import day_field


class FileForm(forms.Form):
    """Which file, as of which day."""

    file = forms.FileField(
        label=_("Excel or CSV file"),
        help_text=_("Up to 10 MB. Nothing is written before you have seen what would change."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    day = day_field(_("Changes hold from"), help_text=_("For people who are here already. New people begin on their first day."))
    creates = forms.BooleanField(label=_("Make units, positions, families and grades that are missing"), required=False)


class ColumnsForm(forms.Form):
    """What each column of a file is; one field a column, by its place."""

    def __init__(self, headings: Sequence[str], *args: object, **kwargs: object) -> None:
        """Ask for each heading of the file."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.headings = headings
        ways = [("", _("Not used")), *((field.code, _(field.name)) for field in FIELDS)]
        for n, heading in enumerate(headings):
            self.fields[f"column_{n}"] = forms.ChoiceField(label=heading, choices=ways, required=False)
        self.fields["day"] = day_field(_("Changes hold from"))
        self.fields["creates"] = forms.BooleanField(label=_("Make units, positions, families and grades that are missing"), required=False)

    @property
    def choices(self) -> dict[str, str]:
        """Heading → field, as it was chosen."""
        return {heading: self.cleaned_data[f"column_{n}"] for n, heading in enumerate(self.headings)}

    @property
    def columns(self) -> list[forms.BoundField]:
        """The fields of the columns, in order."""
        return [self[f"column_{n}"] for n in range(len(self.headings))]
