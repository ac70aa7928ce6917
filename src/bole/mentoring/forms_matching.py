"""Forms of matching."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bole.growth.queries import SkillRow
from bole.mentoring.actions.wishes import LONGEST, MOST_SKILLS, Wanted
from bole.mentoring.forms_admission import half_days
from bole.mentoring.rules.matching_round import LEAST_SEATS, MOST_SEATS
from bole.mentoring.shown.naming import either


class WishForm(forms.Form):
    """What somebody wants to learn."""

    framework = forms.ChoiceField(label=_("Which programme"))
    words = forms.CharField(
        label=_("What do you want to learn? One sentence is enough"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The mentor whom you ask reads it, nobody else."),
    )
    skills = forms.MultipleChoiceField(label=_("Skills"), required=False, widget=forms.CheckboxSelectMultiple)
    hours = forms.MultipleChoiceField(label=_("When you have time to meet"), required=False, widget=forms.CheckboxSelectMultiple)
    pace = forms.ChoiceField(label=_("How often"), required=False)
    length = forms.ChoiceField(label=_("How long"), required=False)
    steps = forms.ChoiceField(label=_("How a talk ends"), required=False)
    lead = forms.ChoiceField(label=_("What leads a talk"), required=False)

    def __init__(self, *args: object, skills: Iterable[SkillRow], frameworks: Mapping[str, tuple[str, str]], **kwargs: object) -> None:
        """Offer what there is, in the reader's language."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        open_to_all = ("", gettext("Either is fine"))
        choices = {
            "framework": [(code, either(*both)) for code, both in frameworks.items()],
            "skills": [(one.code, either(one.name_zh, one.name_en)) for one in skills],
            "hours": half_days(),
            "pace": [open_to_all, ("often", gettext("Often, and little at a time")), ("spaced", gettext("About once a month"))],
            "length": [open_to_all, ("short", gettext("Short talks")), ("long", gettext("Long talks"))],
            "steps": [open_to_all, ("firm", gettext("With something to do")), ("open", gettext("With the next step left open"))],
            "lead": [open_to_all, ("plan", gettext("The topics of the plan")), ("free", gettext("What comes up"))],
        }
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["skills"].help_text = gettext("%(most)s at most") % {"most": MOST_SKILLS}

    @property
    def wanted(self) -> Wanted:
        """Return what was told."""
        told = self.cleaned_data
        return Wanted(
            framework=told["framework"], skills=told["skills"], hours=told["hours"], words=told["words"],
            style={name: told[name] for name in ("pace", "length", "steps", "lead") if told[name]},
        )  # fmt: skip


class WishesForm(WishForm):
    """The same for a list of people."""

    numbers = forms.CharField(
        label=_("Staff numbers"), widget=forms.Textarea(attrs={"rows": 2}), help_text=_("Separated by spaces, commas or lines.")
    )

    field_order = ["numbers", "framework", "skills"]

    def __init__(self, *args: object, skills: Iterable[SkillRow], frameworks: Mapping[str, tuple[str, str]], **kwargs: object) -> None:
        """Say to HR who reads the words."""
        super().__init__(*args, skills=skills, frameworks=frameworks, **kwargs)
        self.fields["words"].help_text = gettext("Only a mentor who is asked reads it.")


class TryForm(forms.Form):
    """Another capacity for one mentor."""

    mentor = forms.ChoiceField(label=_("Mentor"))
    capacity = forms.IntegerField(label=_("Mentees at a time"), min_value=LEAST_SEATS, max_value=MOST_SEATS)

    def __init__(self, *args: object, mentors: Iterable[tuple[str, str]], **kwargs: object) -> None:
        """Offer the mentors."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["mentor"].choices = list(mentors)  # type: ignore[attr-defined]  # a ChoiceField
