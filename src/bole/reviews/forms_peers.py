"""Forms of peer rating."""

from collections.abc import Sequence
from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import day_field
from bole.reviews.peer_questions import PEER_QUESTIONS, RATING
from bole.reviews.queries.peers import RateeRow
from bole.reviews.shown.naming import name_of, place_of

ANSWER_DAYS = 7


class RateForm(forms.Form):
    """A line of steps for each colleague; whoever is left out is rated later, or not."""

    def __init__(self, *args: object, ratees: Sequence[RateeRow], **kwargs: object) -> None:
        """Ask about each colleague; nothing is shown of what was chosen before."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        question = PEER_QUESTIONS.question(RATING)
        choices = [(one.code, gettext(one.words)) for one in question.choices] if question else []
        for one in ratees:
            self.fields[one.number] = forms.ChoiceField(
                label=name_of(one.card),
                choices=choices,
                required=False,
                widget=forms.RadioSelect,
                help_text=gettext("rated; choose again to change it") if one.is_rated else place_of(one.card),
            )

    @property
    def ratings(self) -> dict[str, str]:
        """Return what was chosen, by staff number."""
        return {number: choice for number, choice in self.cleaned_data.items() if choice}


class PeerRoundForm(forms.Form):
    """For which unit, about which days, and until when."""

    unit = forms.ChoiceField(label=_("Unit, with everything below it"))
    first_day = day_field(_("Work from"))
    last_day = day_field(_("Work until"))
    closes_on = day_field(_("Can be answered until"))

    def __init__(self, *args: object, units: Sequence[tuple[str, str, str, int]], day: date, **kwargs: object) -> None:
        """Offer the units, and the last three months."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        names = [(ref, f"{'　' * depth}{name}") for ref, name, _name_en, depth in units]
        self.fields["unit"].choices = names  # type: ignore[attr-defined]  # a ChoiceField
        self.initial.setdefault("first_day", day - timedelta(days=90))
        self.initial.setdefault("last_day", day)
        self.initial.setdefault("closes_on", day + timedelta(days=ANSWER_DAYS))
