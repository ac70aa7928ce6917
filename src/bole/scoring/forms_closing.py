"""Forms of closings and targets."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _


class ProposalForm(forms.Form):
    """Why a closed score should be opened again."""

    reason = forms.CharField(
        label=_("Why"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person concerned and the second person can read it."),
    )


class TargetForm(forms.Form):
    """A target: of which indicator, for whom, how much, from when, why."""

    indicator = forms.ChoiceField(label=_("Indicator"))
    scope = forms.ChoiceField(
        label=_("For whom"),
        widget=forms.RadioSelect,
        initial="company",
        choices=[
            ("company", _("Company")),
            ("family", _("Job family")),
            ("unit", _("Each person of a unit")),
            ("whole", _("A unit as a whole")),
            ("person", _("One person")),
        ],
    )
    family = forms.ChoiceField(label=_("Job family"), required=False)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    number = forms.CharField(label=_("Staff number"), max_length=40, required=False)
    value = forms.DecimalField(label=_("Target"), max_digits=12, decimal_places=3)
    first_day = forms.TypedChoiceField(label=_("Holds from"))
    why = forms.CharField(
        label=_("Why"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The people concerned can read it."),
    )

    def __init__(
        self,
        *args: object,
        indicators: Sequence[tuple[str, str]],
        families: Sequence[tuple[str, str]],
        units: Sequence[tuple[str, str]],
        days: Sequence[tuple[str, str]],
        **kwargs: object,
    ) -> None:
        """Offer what there is."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        none = [("", "–")]
        given = {"indicator": indicators, "family": [*none, *families], "unit": [*none, *units], "first_day": days}
        for name, choices in given.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField each

    def clean(self) -> dict[str, object]:
        """Ask for the one that the scope names."""
        told = super().clean() or {}
        named = {"family": "family", "unit": "unit", "whole": "unit", "person": "number"}.get(str(told.get("scope")))
        if named and not told.get(named) and named not in self.errors:
            self.add_error(named, _("Say for whom it is."))
        return told
