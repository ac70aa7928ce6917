"""Forms of effect: help, the end of a role, an objection. Empty words are the actions' to refuse."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import day_field, words_field


class CoachForm(forms.Form):
    """What is done together, and when it is looked at again."""

    words = words_field(_("What you do together"))
    again_on = day_field(_("Look again on"))


class RetireForm(forms.Form):
    """Why, and from when on."""

    reason = words_field(_("Reason and evidence"), rows=4)
    ends_on = day_field(_("Last day of the role"))


class AnswerRetirementForm(forms.Form):
    """What HR answers the mentor, and whether the end of the role stays."""

    words = words_field(_("What the mentor reads"))
    way = forms.ChoiceField(choices=[("keep", ""), ("back", "")])


class ObjectionForm(forms.Form):
    """What the mentor says to it."""

    words = words_field(_("What you want to say to it"))
