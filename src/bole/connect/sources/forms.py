"""Forms of the connections."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.connect.guides import GUIDES
from bole.connect.vendors import API

LEAST_SECRET = 16


class SecretForm(forms.Form):
    """A secret that the tool itself gives, where it does."""

    secret = forms.CharField(
        label=_("Secret that the tool gave"),
        required=False,
        min_length=LEAST_SECRET,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Most tools take ours: leave this empty and one is made. Delighted gives its own."),
    )


class DirectoryForm(forms.Form):
    """Whose accounts the tool's are."""

    runs_directory = forms.BooleanField(
        label=_("The company runs this tool's directory"),
        required=False,
        help_text=_(
            "Its accounts are made by the company: a new one with a work e-mail is then known by itself. All others are mapped by HR."
        ),
    )


class NewForm(SecretForm, DirectoryForm):
    """Which tool, and by what name it is known here."""

    field_order = ("vendor", "name", "runs_directory", "secret")
    vendor = forms.ChoiceField(label=_("Tool"), widget=forms.RadioSelect)
    name = forms.CharField(
        label=_("Name of the source"), max_length=120, help_text=_("As people know it here, such as “Code of the platform team”.")
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Offer the tools in the reader's language."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        ways = [(code, guide.name.en) for code, guide in GUIDES.items()]
        self.fields["vendor"].choices = [*ways, (API, _("Another system, by API"))]  # type: ignore[attr-defined]  # a ChoiceField


class ChangeForm(DirectoryForm):
    """Its name, and if it takes anything."""

    field_order = ("name", "is_on", "runs_directory", "version")
    name = forms.CharField(label=_("Name of the source"), max_length=120)
    is_on = forms.BooleanField(
        label=_("Switched on"), required=False, help_text=_("Switched off, it takes nothing; the tool is told so. What came stays.")
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
