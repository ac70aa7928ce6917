"""Forms of office hours. What cannot be is the actions' to refuse."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.growth.queries import SkillRow
from bole.kit.form_fields import day_field
from bole.mentoring.actions.office_hours import Opening
from bole.mentoring.shown.naming import either

TIME = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class OpenForm(forms.Form):
    """What a mentor opens."""

    day = day_field(_("Day"))
    begins = forms.TimeField(label=_("Begins at"), widget=TIME)
    ends = forms.TimeField(label=_("Ends at"), widget=TIME)
    places = forms.IntegerField(label=_("Places"))
    minutes = forms.IntegerField(label=_("Minutes for each"))
    place = forms.CharField(
        label=_("Where"), required=False, strip=False, help_text=_("A room, or the link of a meeting. All colleagues see it.")
    )
    skills = forms.MultipleChoiceField(label=_("About what"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: object, skills: Iterable[SkillRow], **more: object) -> None:
        """Offer the skills of the catalogue."""
        super().__init__(*args, **more)  # type: ignore[arg-type]  # handed on
        self.fields["skills"].choices = [(one.code, either(one.name_zh, one.name_en)) for one in skills]  # type: ignore[attr-defined]  # a choice field

    @property
    def opening(self) -> Opening:
        """Return what was told."""
        told = self.cleaned_data
        return Opening(
            day=told["day"], begins=told["begins"], ends=told["ends"], place=told["place"], places=told["places"],
            minutes=told["minutes"], skills=told["skills"],
        )  # fmt: skip


class BookForm(forms.Form):
    """A place, and a line on what it is about."""

    number = forms.TypedChoiceField(label=_("When"), coerce=int, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("What is it about? One line is enough"), required=False, strip=False, help_text=_("Only the mentor reads it.")
    )

    def __init__(self, *args: object, starts: Sequence[tuple[int, str]], **more: object) -> None:
        """Offer the free times."""
        super().__init__(*args, **more)  # type: ignore[arg-type]  # handed on
        self.fields["number"].choices = list(starts)  # type: ignore[attr-defined]  # a choice field


FIRST = {"begins": time(14), "ends": time(15, 30), "places": 3, "minutes": 30}


def opening_on(day: date) -> dict[str, object]:
    """Return what the form begins with."""
    return {**FIRST, "day": day}
