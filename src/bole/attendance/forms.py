"""The form of an absence."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.attendance.shown import KIND_WORDS
from bole.kit.form_fields import day_field


class AbsenceForm(forms.Form):
    """Who is away, from when to when, and why."""

    person = forms.CharField(label=_("Staff number"), max_length=40)
    first_day = day_field(_("First day away"))
    last_day = day_field(_("Last day away"))
    kind = forms.ChoiceField(label=_("Kind of absence"), choices=list(KIND_WORDS.items()))
