"""The form of a sign: what HR found."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SignForm(forms.Form):
    """All is well, or records were corrected, with words."""

    outcome = forms.ChoiceField(
        label=_("What was found"),
        choices=(("fine", _("Checked, nothing is wrong")), ("corrected", _("Checked, records corrected"))),
        widget=forms.RadioSelect,
    )
    words = forms.CharField(label=_("What you found, in a sentence"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    version = forms.IntegerField(widget=forms.HiddenInput)
