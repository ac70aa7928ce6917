"""Forms of the pages that HR looks after."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import day_field

MOST_WORDS = 1000


class MapForm(forms.Form):
    """Whose account it is, from a day to a day."""

    person = forms.ChoiceField(label=_("Whose account it is"), widget=forms.RadioSelect)
    first_day = day_field(_("From"), required=False, help_text=_("Empty: from the beginning."))
    last_day = day_field(_("Until"), required=False, help_text=_("Empty: until now and further."))

    def __init__(self, people: Sequence[tuple[str, str]], *args: object, **kwargs: object) -> None:
        """Offer these people, by number and words."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["person"].choices = list(people)  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        """Hold the two days against each other."""
        said = super().clean() or {}
        first, last = said.get("first_day"), said.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", gettext("The last day lies before the first."))
        return said

    @property
    def active_to(self) -> date | None:
        """The day after the last."""
        last = self.cleaned_data["last_day"]
        return last + timedelta(days=1) if last else None


class AnswerForm(forms.Form):
    """What becomes of a record that is doubted, and the sentence to the person."""

    WAYS = (
        ("keep", _("It stays as it is")),
        ("exclude", _("Leave it out")),
        ("drop_delays", _("Postponements do not count")),
        ("due_on", _("Another due day")),
    )
    decision = forms.ChoiceField(label=_("What becomes of the record"), choices=WAYS, widget=forms.RadioSelect)
    due_on = day_field(_("Due day"), required=False, help_text=_("Only for another due day."))
    answer = forms.CharField(
        label=_("Answer to the person"),
        max_length=MOST_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The person reads it."),
    )

    def __init__(self, *args: object, has_delays: bool = True, **kwargs: object) -> None:
        """Offer to drop postponements where there are any."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        if not has_delays:
            self.fields["decision"].choices = [way for way in self.WAYS if way[0] != "drop_delays"]  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        """Hold the day against the decision."""
        said = super().clean() or {}
        if said.get("decision") == "due_on" and not said.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", gettext("Say on which day it was due."))
        return said

    @property
    def correction(self) -> dict[str, Any]:
        """What the action is told."""
        way = self.cleaned_data["decision"]
        due_on = self.cleaned_data["due_on"] if way == "due_on" else None
        return {"is_excluded": way == "exclude", "drops_delays": way == "drop_delays", "due_on": due_on}
