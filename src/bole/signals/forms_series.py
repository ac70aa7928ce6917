"""Forms of series: a value by hand, and a file of them."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.signals.rules.series import GIVEN
from bole.signals.shown.values import is_english


class ValueForm(forms.Form):
    """A value: of which kind, of which unit, of which month."""

    kind = forms.ChoiceField(label=_("Series"))
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    month = forms.CharField(label=_("Month"), max_length=20, widget=forms.TextInput(attrs={"type": "month"}), help_text=_("As 2026-11."))
    value = forms.CharField(label=_("Value"), max_length=30, widget=forms.TextInput(attrs={"inputmode": "decimal"}))
    name = forms.CharField(label=_("What exactly"), max_length=80, required=False, help_text=_("For example which index, from where."))

    def __init__(self, *args: object, units: Sequence[tuple[str, str]], **kwargs: object) -> None:
        """Offer the kinds that can be given, and the units that are looked after."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        kinds = [(one.code, one.en if is_english() else one.zh) for one in GIVEN]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["unit"].choices = list(units)  # type: ignore[attr-defined]


class SeriesFileForm(forms.Form):
    """A CSV file of values."""

    file = forms.FileField(label=_("CSV file"), help_text=_("Columns: kind, unit (its code; empty for the company), month, value, name."))
