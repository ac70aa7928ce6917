"""Forms of people."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import day_field


class NameForm(forms.Form):
    """Somebody's names."""

    name = forms.CharField(label=_("Name"), max_length=100)
    name_en = forms.CharField(label=_("English name"), max_length=100, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


class PostForm(forms.Form):
    """Where and as what somebody works, from a day on."""

    unit = forms.ChoiceField(label=_("Unit"))
    position = forms.ChoiceField(label=_("Position"))
    family = forms.ChoiceField(label=_("Job family"))
    grade = forms.ChoiceField(label=_("Job grade"))
    manager = forms.CharField(
        label=_("Manager's staff number"), max_length=40, required=False, help_text=_("Left empty, the head of the unit leads.")
    )
    first_day = day_field(_("Holds from"))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: object, choices: dict[str, Sequence[tuple[str, str]]], **kwargs: object) -> None:
        """Offer what there is."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]  # a ChoiceField each


class CorrectionForm(PostForm):
    """What should have been written of a post; its last day stays unless another is given."""

    last_day = day_field(_("Last day in this post"), required=False, help_text=_("Left empty, it stays as it is."))


class ManagerForm(forms.Form):
    """Who leads somebody, from a day on."""

    manager = forms.CharField(
        label=_("Manager's staff number"), max_length=40, required=False, help_text=_("Left empty, the head of the unit leads.")
    )
    first_day = day_field(_("Holds from"))
    version = forms.IntegerField(widget=forms.HiddenInput)


class NumberForm(forms.Form):
    """Another staff number."""

    number = forms.CharField(label=_("Staff number"), max_length=40, help_text=_("Letters, digits, “.”, “-”, “_”."))
    version = forms.IntegerField(widget=forms.HiddenInput)


class ContactForm(forms.Form):
    """How to reach somebody in private, and the birthday."""

    mobile = forms.CharField(
        label=_("Mobile"), max_length=60, required=False, widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"})
    )
    birthday = day_field(_("Birthday"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)


class EndForm(forms.Form):
    """Somebody's last day, and why."""

    last_day = day_field(_("Last day"))
    reason = forms.CharField(label=_("Reason"), max_length=40)
    version = forms.IntegerField(widget=forms.HiddenInput)
