"""Forms of hours: the terms, and what HR grants. Money is typed in yuan and kept in fen."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import words_field
from bole.mentoring.rules.hours import HoursTerms

FEN = 100
MONEY = ("rate", "most_allowance", "hour_cost")


def _money(label: object, help_text: object = "") -> forms.DecimalField:
    return forms.DecimalField(label=label, help_text=help_text, min_value=0, decimal_places=2, max_digits=9)  # type: ignore[arg-type]  # lazy words


class TermsForm(forms.Form):
    """What hours of mentoring come to."""

    reduces = forms.BooleanField(label=_("Propose lower targets for hours of mentoring"), required=False)
    least_share = forms.IntegerField(label=_("Nothing below this share of working time (%)"))
    most_reduction = forms.IntegerField(label=_("At most so much lower (%)"))
    rate = _money(_("Allowance for an hour (yuan)"), _("0: no allowance is proposed."))
    most_allowance = _money(_("At most in a month (yuan)"))
    most_hours = forms.IntegerField(
        label=_("Most hours of talks that a mentor plans in a month"), help_text=_("0: seats alone count. Above it a mentor is full.")
    )
    usual_minutes = forms.IntegerField(
        label=_("A talk usually takes (minutes)"), help_text=_("With the cadence of each framework it makes the planned hours.")
    )
    hour_cost = _money(_("What an hour of work costs (yuan)"), _("For the cost per point of effect alone. 0: it is not shown."))
    version = forms.IntegerField(widget=forms.HiddenInput)

    @property
    def terms(self) -> HoursTerms:
        """What was typed."""
        told: dict[str, Any] = {name: self.cleaned_data[name] for name in self.fields if name != "version"}
        told |= {name: int(told[name] * FEN) for name in MONEY}
        return HoursTerms(**told)


def terms_initial(terms: HoursTerms, version: int) -> dict[str, object]:
    """Return what the form begins with."""
    told = {name: getattr(terms, name) for name in TermsForm.base_fields if name != "version"}
    return {**{name: _yuan(value) if name in MONEY else value for name, value in told.items()}, "version": version}


def _yuan(fen: int) -> str:
    return f"{fen // FEN}.{fen % FEN:02d}".removesuffix(".00")


class DecideForm(forms.Form):
    """What HR grants, and why if it is something else than was proposed."""

    percent = forms.IntegerField(label=_("Targets lower by (%)"), required=False)
    amount = forms.DecimalField(label=_("Allowance (yuan)"), required=False, decimal_places=2, max_digits=9)
    reason = words_field(_("Reason"), rows=2, help_text=_("Needed for another figure, and for declining. The mentor reads it."))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def granted(self, *, percent: int, amount: int) -> tuple[int, int]:
        """Return what was typed, in percent and fen; what was left out stays as proposed."""
        typed, money = self.cleaned_data.get("percent"), self.cleaned_data.get("amount")
        return percent if typed is None else typed, amount if money is None else int(money * FEN)
