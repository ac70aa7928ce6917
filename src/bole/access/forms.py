"""Forms of roles and tokens."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from bole.access.registry import UnitName
from bole.access.words import ROLES
from bole.accounts.actions import SCOPES

# A token that sends records belongs to one connection and is made on its page.
OF_A_CONNECTION = "facts.write"
GRANTED_BY_HAND = ("hr", "hr_partner", "hr_admin", "auditor", "system_admin")


class TokenForm(forms.Form):
    """What a new token may do, and for how long."""

    name = forms.CharField(label=_("What it is for"), max_length=120, help_text=_("Such as: directory for the door system"))
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"),
        choices=[(code, _(words)) for code, words in SCOPES.items() if code != OF_A_CONNECTION],
        widget=forms.CheckboxSelectMultiple,
    )
    days = forms.IntegerField(label=_("Days until it ends"), min_value=1, max_value=365, initial=90)


class GrantForm(forms.Form):
    """Who gets which role."""

    login = forms.CharField(label=_("Staff number"), max_length=64)
    role = forms.ChoiceField(label=_("Role"), choices=[(code, _(ROLES[code])) for code in GRANTED_BY_HAND])
    unit_ref = forms.ChoiceField(label=_("Unit"), required=False, help_text=_("Only for an HR partner: this unit and all below it"))

    def __init__(self, *given: Any, units: Sequence[UnitName], **named: Any) -> None:
        """Offer the units of today."""
        super().__init__(*given, **named)
        self.fields["unit_ref"].choices = [("", "–"), *((one.ref, _indented(one)) for one in units)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for a unit where the role has one, and drop it where not."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("role") != "hr_partner":
            given["unit_ref"] = ""
        elif not given.get("unit_ref"):
            self.add_error("unit_ref", _("Choose the unit that this HR partner looks after."))
        return given


def _indented(one: UnitName) -> str:
    is_english = (get_language() or "").startswith("en")
    return "\u3000" * one.depth + (one.en or one.zh if is_english else one.zh or one.en)
