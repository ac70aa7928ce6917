"""Forms of ratings of years."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.scoring.rules.ratings import LEVELS


class ScaleForm(forms.Form):
    """From which score of 5 each level is given, and which levels are excellent."""

    band_S = forms.DecimalField(label=_("S from"), max_digits=3, decimal_places=2, min_value=Decimal("0.01"), max_value=5)  # noqa: N815
    band_A = forms.DecimalField(label=_("A from"), max_digits=3, decimal_places=2, min_value=Decimal("0.01"), max_value=5)  # noqa: N815
    band_B = forms.DecimalField(label=_("B from"), max_digits=3, decimal_places=2, min_value=Decimal("0.01"), max_value=5)  # noqa: N815
    band_C = forms.DecimalField(  # noqa: N815
        label=_("C from"), max_digits=3, decimal_places=2, min_value=Decimal("0.01"), max_value=5, help_text=_("Below it: D")
    )
    excellent = forms.MultipleChoiceField(
        label=_("Excellent are"), choices=[(one, one) for one in LEVELS[:-1]], widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def bands(self) -> dict[str, int]:
        """The least scores in hundredths of 100."""
        return {level: int(self.cleaned_data[f"band_{level}"] * 100) * 20 for level in LEVELS[:-1]}


class CorrectionForm(forms.Form):
    """Another rating, and why."""

    level = forms.ChoiceField(label=_("Level"), choices=[(one, one) for one in LEVELS])
    score = forms.DecimalField(label=_("Score of 5"), max_digits=3, decimal_places=2, min_value=0, max_value=5, required=False)
    reason = forms.CharField(
        label=_("Why"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The person concerned and the second person can read it."),
    )

    @property
    def hundredths(self) -> int | None:
        """The score in hundredths of 100."""
        given = self.cleaned_data["score"]
        return None if given is None else int(given * 100) * 20


class RatingFileForm(forms.Form):
    """A file with ratings of earlier years."""

    file = forms.FileField(
        label=_("Excel or CSV file"),
        help_text=_("Columns: staff number, year, score, level, source. Nothing is written before you have seen what it holds."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    most = forms.TypedChoiceField(
        label=_("Scores are"),
        choices=[("5", _("5-point scale")), ("100", _("100-point scale"))],
        coerce=int,
        widget=forms.RadioSelect,
        initial="5",
    )
