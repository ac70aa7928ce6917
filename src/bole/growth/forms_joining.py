"""Forms of the first weeks, for HR: a training, a line of the newcomer's list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.growth.forms import text_field
from bole.growth.rules.joining import MOST_DAY

MOMENT = "%Y-%m-%dT%H:%M"


class TrainingForm(forms.Form):
    """A training."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    title_zh = text_field(_("Title in Chinese"), longest=60)
    title_en = text_field(_("Title in English"), longest=80)
    words_zh = text_field(_("About it, in Chinese"), longest=300, rows=2, required=False)
    words_en = text_field(_("About it, in English"), longest=300, rows=2, required=False)
    place_zh = text_field(_("Place in Chinese"), longest=60)
    place_en = text_field(_("Place in English"), longest=80)
    begins_at = forms.DateTimeField(
        label=_("Begins"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT), input_formats=[MOMENT]
    )
    minutes = forms.IntegerField(label=_("Minutes"), min_value=5, max_value=600, initial=60)
    for_newcomers = forms.BooleanField(
        label=_("Everybody in the first 30 days goes"), required=False, help_text=_("It appears on their home by itself.")
    )


class NewcomerStepForm(forms.Form):
    """A line of the newcomer's list."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    ordinal = forms.IntegerField(label=_("Place in the list"), min_value=1, max_value=99, initial=1)
    day = forms.IntegerField(label=_("Meant for which working day"), min_value=1, max_value=MOST_DAY, initial=1)
    title_zh = text_field(_("Title in Chinese"), longest=60)
    title_en = text_field(_("Title in English"), longest=80)
    words_zh = text_field(_("In a sentence, in Chinese"), longest=200, rows=2, required=False)
    words_en = text_field(_("In a sentence, in English"), longest=200, rows=2, required=False)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=1, max_value=240, initial=5)
    address = forms.CharField(
        label=_("Page where it is done"),
        max_length=120,
        required=False,
        help_text=_("Like /guide/; empty: none."),
    )
    is_in = forms.BooleanField(label=_("Part of the list"), required=False, initial=True)
