"""Forms of units."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import day_field
from bole.people.models import UNIT_KINDS

Choices = Sequence[tuple[str, str]]


class HeadForm(forms.Form):
    """Who leads a unit, from a day on."""

    head = forms.CharField(
        label=_("Staff number of the head"), max_length=40, required=False, help_text=_("Left empty, the head of the unit above leads.")
    )
    first_day = day_field(_("Holds from"))
    version = forms.IntegerField(widget=forms.HiddenInput)


class UnitNameForm(forms.Form):
    """What a unit is called."""

    name = forms.CharField(label=_("Name of the unit"), max_length=100)
    name_en = forms.CharField(label=_("English name of the unit"), max_length=100, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


class PlaceForm(forms.Form):
    """Under which unit it lies."""

    parent = forms.ChoiceField(label=_("Unit above"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: object, places: Choices, **kwargs: object) -> None:
        """Offer the units that do not lie in it, and the top."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["parent"].choices = [("", _("None: it stands at the top")), *places]  # type: ignore[attr-defined]  # a ChoiceField


class UnitForm(forms.Form):
    """A unit that is new."""

    code = forms.RegexField(
        r"^\s*[A-Za-z0-9][A-Za-z0-9._-]*\s*$",
        label=_("Code of the unit"),
        max_length=40,
        help_text=_("Letters, digits, “.”, “-”, “_”. People files may name the unit by it."),
        error_messages={"invalid": _("Letters, digits, “.”, “-” and “_” only.")},
    )
    name = forms.CharField(label=_("Name of the unit"), max_length=100)
    name_en = forms.CharField(label=_("English name of the unit"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("Kind of unit"))
    first_day = day_field(_("There since"))

    def __init__(self, *args: object, kinds: Choices, **kwargs: object) -> None:
        """Offer the kinds by their names."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["kind"].choices = [one for one in kinds if one[0] in UNIT_KINDS]  # type: ignore[attr-defined]  # a ChoiceField
