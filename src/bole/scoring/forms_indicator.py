"""The form of an indicator: what it counts, how it is worth, what happens without data."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

Choices = Sequence[tuple[str, str]]


class IndicatorForm(forms.Form):
    """All of an indicator but its curve, which is typed line by line."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    zh = forms.CharField(label=_("Name in Chinese"), max_length=60)
    en = forms.CharField(label=_("Name in English"), max_length=80)
    how = forms.ChoiceField(
        label=_("How it is computed"),
        choices=[("ratio", _("one measure by another")), ("mean", _("mean of a measure")), ("sum", _("sum of a measure"))],
        widget=forms.RadioSelect,
    )
    numerator = forms.ChoiceField(label=_("Measure"))
    denominator = forms.ChoiceField(
        label=_("Divided by"),
        required=False,
        help_text=_("For a ratio. For a sum: the measure that shows that there was anything to count."),
    )
    unit = forms.ChoiceField(
        label=_("Shown in"),
        choices=[
            ("percent", _("per cent")),
            ("points", _("points of 100")),
            ("hours", _("hours of work")),
            ("count", _("a number")),
            ("money", _("money")),
            ("rating5", _("points of 5")),
        ],
    )
    direction = forms.ChoiceField(
        label=_("Which way is better"), choices=[("up", _("higher is better")), ("down", _("lower is better"))], widget=forms.RadioSelect
    )
    target = forms.CharField(
        label=_("Target"), required=False, max_length=30, help_text=_("In the unit; of a sum for a month. Empty: none.")
    )
    least_sample = forms.IntegerField(
        label=_("Least number of records"), min_value=0, max_value=10**6, help_text=_("With fewer there is no value yet.")
    )
    missing = forms.ChoiceField(
        label=_("Without data"),
        choices=[
            ("renormalise", _("share its weight among the others")),
            ("carry", _("take the score of the period before")),
            ("zero", _("count as 0")),
        ],
        widget=forms.RadioSelect,
    )
    is_long_term = forms.BooleanField(label=_("It pays off beyond the period"), required=False)
    asks_confirmation = forms.BooleanField(
        label=_("What people hand in themselves counts once their manager has confirmed it"),
        required=False,
        help_text=_("Else it counts at once, marked as self-reported."),
    )

    def __init__(self, *given: Any, measures: Choices, **more: Any) -> None:
        """Offer the measures."""
        super().__init__(*given, **more)
        self.fields["numerator"].choices = measures  # type: ignore[attr-defined]
        self.fields["denominator"].choices = [("", "–"), *measures]  # type: ignore[attr-defined]
