"""Forms of surveys."""

import re

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bole.surveys.rules.questions import QuestionSet


class AnswerForm(forms.Form):
    """The questions of a set, each with its choices; nothing is chosen beforehand, nor shown of what was answered before."""

    again = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: object, questions: QuestionSet, **kwargs: object) -> None:
        """Ask the questions."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        for one in questions.questions:
            choices = [(choice.code, gettext(choice.words)) for choice in one.choices]
            self.fields[one.code] = forms.ChoiceField(
                label=gettext(one.words),
                choices=choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("Please choose one.")},
            )

    @property
    def questions(self) -> list[forms.BoundField]:
        """Return the questions as fields."""
        return [self[name] for name in self.fields if name != "again"]


class CalendarForm(forms.Form):
    """Publication days, as people write them: 5-20, 11-20."""

    days = forms.CharField(
        label=_("Publication days of each year"), max_length=60, help_text=_("Month and day, set apart by commas: 5-20, 11-20")
    )

    def clean_days(self) -> list[tuple[int, int]]:
        """Read the days."""
        parts = [one for one in re.split(r"[,，、;\s]+", self.cleaned_data["days"].strip()) if one]
        found = [re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})", one) for one in parts]
        if not parts or None in found:
            raise forms.ValidationError(_("Write each day as month and day, such as 5-20."))
        return [(int(one[1]), int(one[2])) for one in found if one is not None]
