"""The form of a message. How long it may be is the action's to refuse, so that the answer says by how much."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import words_field


class MessageForm(forms.Form):
    """A message to the other one of the pair."""

    once = forms.RegexField(
        r"^[2-9a-z]{12}$", widget=forms.HiddenInput, error_messages={"invalid": _("Open the page again and send it from there.")}
    )
    words = words_field(_("Your message"), hint=_("It need not be polished"))
