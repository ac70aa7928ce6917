"""Forms of the app."""

from django import forms
from django.utils.translation import gettext_lazy as _

MOST_WORDS = 1000


class SupportForm(forms.Form):
    """What support somebody needs."""

    words = forms.CharField(
        label=_("What would help?"),
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Asking for help does not affect your score."),
    )


class AnswerForm(forms.Form):
    """What a manager answers."""

    answer = forms.CharField(label=_("Your answer"), max_length=MOST_WORDS, widget=forms.Textarea(attrs={"rows": 2}))
