"""Forms of accounts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.accounts.actions import SCOPES


class TokenForm(forms.Form):
    """What a new token may do, and for how long."""

    name = forms.CharField(label=_("What it is for"), max_length=120)
    scopes = forms.MultipleChoiceField(label=_("What it may do"), choices=[(code, _(words)) for code, words in SCOPES.items()])
    connection_ref = forms.CharField(label=_("Connection"), max_length=12, required=False)
    days = forms.IntegerField(label=_("Days until it ends"), min_value=1, max_value=365, initial=90)
