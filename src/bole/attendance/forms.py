"""The form of an absence."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.attendance.shown import KIND_WORDS


class AbsenceForm(forms.Form):
    """Who is away, from when to when, and why."""

    person = forms.CharField(label=_("Staff number"), max_length=40)
    first_day = forms.DateField(label=_("First day away"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    last_day = forms.DateField(label=_("Last day away"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    kind = forms.ChoiceField(label=_("Kind of absence"), choices=list(KIND_WORDS.items()))
