"""Forms about alerts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import day_field
from bole.signals.rules.life import MOST_GRACE_DAYS

MOST_WORDS = 2000


class ContextForm(forms.Form):
    """What somebody knows about a change in their own work."""

    words = forms.CharField(label=_("What happened?"), max_length=MOST_WORDS, widget=forms.Textarea(attrs={"rows": 3}))


class StepForm(forms.Form):
    """What is done about an alert, and when to look again."""

    words = forms.CharField(label=_("In a sentence"), max_length=MOST_WORDS, widget=forms.Textarea(attrs={"rows": 2}))
    items = forms.IntegerField(label=_("How many items"), required=False, min_value=1, max_value=500)
    look_again_on = day_field(_("Look again on"), required=False)


class ReasonForm(forms.Form):
    """Why an alert is no problem; it may be left out."""

    reason = forms.CharField(
        label=_("Why (may be left out)"), max_length=MOST_WORDS, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class WatchForm(forms.Form):
    """Whether an indicator is watched, and how long the person alone sees a change."""

    is_on = forms.BooleanField(label=_("Watched"), required=False)
    grace_days = forms.IntegerField(label=_("Working days of grace"), min_value=0, max_value=MOST_GRACE_DAYS)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
