"""Forms of effect: help, the end of a role, an objection. Empty words are the actions' to refuse."""

from django import forms
from django.utils.translation import gettext_lazy as _


def _words(label: object, *, rows: int = 3) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, strip=False, widget=widget)  # type: ignore[arg-type]  # words that wait for their language


def _day(label: object) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget)  # type: ignore[arg-type]  # words that wait for their language


class CoachForm(forms.Form):
    """What is done together, and when it is looked at again."""

    words = _words(_("What you do together"))
    again_on = _day(_("Look again on"))


class RetireForm(forms.Form):
    """Why, and from when on."""

    reason = _words(_("Reason and evidence"), rows=4)
    ends_on = _day(_("Last day of the role"))


class ObjectionForm(forms.Form):
    """What the mentor says to it."""

    words = _words(_("What you want to say to it"))
