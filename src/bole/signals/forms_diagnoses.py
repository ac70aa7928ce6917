"""Forms of diagnoses: what becomes of the target, what the second person says, and after how many months one opens."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

LONGEST = 300
UNIT = 1000
LEAST = Decimal("0.001")  # nought is no target


def _reason(label: Any, *, required: bool = True) -> forms.CharField:  # noqa: ANN401  (words that wait for their language)
    return forms.CharField(label=label, max_length=LONGEST, required=required, widget=forms.Textarea(attrs={"rows": 2}))


class DecisionForm(forms.Form):
    """Accept the proposed target, set another, or keep the old one."""

    WAYS = (("accept", _("Accept")), ("change", _("Accept with changes")), ("reject", _("Reject")))
    decision = forms.ChoiceField(label=_("What becomes of the target"), choices=WAYS, widget=forms.RadioSelect)
    value = forms.DecimalField(
        label=_("Another target"), required=False, max_digits=15, decimal_places=3, min_value=LEAST, help_text=_("Only with changes.")
    )
    reason = _reason(_("Give a reason in a sentence; the team can read it"))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: object, has_proposal: bool = True, **kwargs: object) -> None:
        """Offer to accept where something is proposed."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        if not has_proposal:
            self.fields["decision"].choices = self.WAYS[1:]  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        """Ask for the value where there is another."""
        said = super().clean() or {}
        if said.get("decision") == "change" and said.get("value") is None and "value" not in self.errors:
            self.add_error("value", gettext("Say which target."))
        return said

    @property
    def thousandths(self) -> int | None:
        """The value as it is kept."""
        value = self.cleaned_data.get("value")
        return int(value * UNIT) if value is not None and self.cleaned_data["decision"] == "change" else None


class CheckForm(forms.Form):
    """Approve a target, or send it back with a word."""

    approves = forms.ChoiceField(
        label=_("What was decided"), choices=(("yes", _("Approve")), ("no", _("Send back"))), widget=forms.RadioSelect
    )
    words = _reason(_("A sentence; the team can read it"), required=False)


class MonthsForm(forms.Form):
    """After how many missed months in a row a diagnosis opens."""

    months = forms.IntegerField(label=_("Months missed in a row"), min_value=2, max_value=12)
