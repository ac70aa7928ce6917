"""The forms of a result: handing it in, correcting it, returning it. What an action refuses stands at its field."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bole.kit.file_fields import FilesField
from bole.kit.refs import new_ref
from bole.vault.files import ACCEPTED

STARS = (("5", _("very satisfied")), ("4", _("satisfied")), ("3", _("so-so")), ("2", _("unsatisfied")), ("1", _("very unsatisfied")))


class ResultForm(forms.Form):
    """A result of one kind: the fields that the kind does not have are left out, so that one text field remains."""

    once = forms.RegexField(
        r"^[2-9a-z]{12}$", widget=forms.HiddenInput, error_messages={"invalid": _("Open the page again and send it from there.")}
    )
    stars = forms.ChoiceField(label=_("How satisfied the customer is"), choices=STARS, widget=forms.RadioSelect, required=False)
    test = forms.ChoiceField(label=_("Which test"), widget=forms.RadioSelect, required=False)
    points = forms.DecimalField(
        label=_("Points of 100"),
        required=False,
        min_value=0,
        max_value=100,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    words = forms.CharField(label=_("What you got done"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 4}))
    file = FilesField(label=_("Photos and files"), accepted=ACCEPTED)
    for_mentor = forms.BooleanField(required=False)

    def __init__(self, *args: Any, kind: str, exams: Sequence[str] = (), mentor: str = "", **kwargs: Any) -> None:
        """Leave out what the kind has not; `mentor` asks whether it counts for the own mentorship too."""
        super().__init__(*args, **kwargs)
        self.kind = kind
        gone = {"project_report": ("stars", "test", "points"), "customer_feedback": ("test", "points"), "skill_score": ("stars", "words")}
        for name in gone[kind]:
            del self.fields[name]
        if kind == "customer_feedback":
            self.fields["words"].label = _("What the customer said")
            del self.fields["for_mentor"]
        elif mentor:
            self.fields["for_mentor"].label = mentor
        else:
            del self.fields["for_mentor"]
        if kind == "skill_score":
            names = [*exams, gettext("Skill test")] if gettext("Skill test") not in exams else list(exams)
            self.fields["test"].choices = [(one, one) for one in names]  # type: ignore[attr-defined]  # a ChoiceField
            self.initial.setdefault("test", names[0])
        self.initial.setdefault("once", new_ref())

    @property
    def words_told(self) -> str:
        """Return the words; of a mark the name of its test."""
        told: str = self.cleaned_data.get("words", "") if self.kind != "skill_score" else self.cleaned_data.get("test", "")
        return told

    @property
    def value(self) -> int | None:
        """Return the number in hundredths of a scale to 100."""
        if self.kind == "customer_feedback":
            return int(self.cleaned_data["stars"]) * 2_000 if self.cleaned_data.get("stars") else None
        points: Decimal | None = self.cleaned_data.get("points")
        return None if points is None else int(points * 100)


class ReturnForm(forms.Form):
    """What is missing, in a sentence."""

    remark = forms.CharField(label=_("What is missing?"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 2}))
