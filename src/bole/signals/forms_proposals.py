"""Forms of another target for one person: the value with a reason, and what the second person says."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.signals.forms_diagnoses import LEAST, LONGEST, UNIT


class ProposalForm(forms.Form):
    """Another target, and why."""

    value = forms.DecimalField(label=_("Another target"), max_digits=15, decimal_places=3, min_value=LEAST)
    reason = forms.CharField(
        label=_("Why; the second person reads it, and the person concerned once it is approved"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def thousandths(self) -> int:
        """The value as it is kept."""
        return int(self.cleaned_data["value"] * UNIT)


class CheckProposalForm(forms.Form):
    """Approve a target, or send it back with a word."""

    approves = forms.ChoiceField(
        label=_("The new target"), choices=(("yes", _("Approve")), ("no", _("Send back"))), widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("A sentence; who handles the alert can read it"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
