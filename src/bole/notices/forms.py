"""Forms of notices: how somebody wants to be told, who stands in, the ways out."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import day_field
from bole.notices.actions.channels import ROBOTS

_CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class WishesForm(forms.Form):
    """Quiet hours, the digest, the language of messages."""

    quiet_from = forms.TimeField(label=_("Quiet from"), widget=_CLOCK)
    quiet_to = forms.TimeField(label=_("Quiet until"), widget=_CLOCK)
    wants_digest = forms.BooleanField(label=_("One digest, Mondays at 9:30"), required=False)
    language = forms.ChoiceField(label=_("Language of messages"), choices=[("zh-hans", "中文"), ("en", "English")])


class StandInForm(forms.Form):
    """Who stands in, from when to when."""

    to = forms.TypedChoiceField(label=_("Who stands in"), coerce=int)
    first_day = day_field(_("From"))
    last_day = day_field(_("To"))


class MailForm(forms.Form):
    """The mail server."""

    host = forms.CharField(label=_("Mail server"), max_length=120)
    port = forms.IntegerField(label=_("Port"), min_value=1, max_value=65535, initial=587)
    security = forms.ChoiceField(label=_("Encryption"), choices=[("starttls", "STARTTLS"), ("tls", "TLS"), ("none", _("none"))])
    sender = forms.EmailField(label=_("Sender"))
    user = forms.CharField(label=_("User name"), max_length=120, required=False)
    password = forms.CharField(label=_("Password"), max_length=200, required=False, widget=forms.PasswordInput)
    is_on = forms.BooleanField(label=_("In use"), required=False)


class RobotForm(forms.Form):
    """A robot of a group: its address is its secret."""

    code = forms.ChoiceField(label=_("Robot of"), choices=[(one, one) for one in ROBOTS])
    name = forms.CharField(label=_("Name of the group"), max_length=60)
    url = forms.CharField(label=_("Address of the robot"), max_length=500)
    secret = forms.CharField(label=_("Signing secret, if it has one"), max_length=200, required=False, widget=forms.PasswordInput)
