"""Forms of improvement plans. What is missing is the action's to refuse, so that the answer says what."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import day_field, words_field
from bole.reviews.actions.improvement import Proposed
from bole.reviews.rules.improvement import MOST_MILESTONES

SHOWN = 3  # milestones that stand open
WAYS = {"better": _("better"), "same": _("about the same"), "harder": _("harder")}
OUTCOMES = {"reached": _("Goals reached"), "not_reached": _("Goals not reached"), "stopped": _("Stopped before its end")}


class PlanForm(forms.Form):
    """Why, goals, support, from when and for how long, and milestones with their days."""

    why = words_field(_("What this is about"), help_text=_("Facts, not adjectives: what was expected, what happened, since when."))
    goals = words_field(_("Goals"), help_text=_("One on each line, five at most; each can be checked."))
    support = words_field(_("What the company gives"), help_text=_("What the company gives for it: time, a mentor, a course, fewer tasks."))
    first_day = day_field(_("The plan begins on"))
    weeks = forms.IntegerField(label=_("Weeks"), min_value=1, max_value=52, initial=12)

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Add the lines for milestones."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        for n in range(1, MOST_MILESTONES + 1):
            self.fields[f"due_{n}"] = day_field(_("By when"), required=False)
            self.fields[f"milestone_{n}"] = forms.CharField(label=_("Milestone"), required=False, strip=False)

    @property
    def first_lines(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of the first milestones, two by two."""
        return [(self[f"due_{n}"], self[f"milestone_{n}"]) for n in range(1, SHOWN + 1)]

    @property
    def more_lines(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of the others, which open in place."""
        return [(self[f"due_{n}"], self[f"milestone_{n}"]) for n in range(SHOWN + 1, MOST_MILESTONES + 1)]

    @property
    def has_more(self) -> bool:
        """Test if one of the others is filled in."""
        return any(field.value() for line in self.more_lines for field in line)

    @property
    def proposed(self) -> Proposed:
        """What the form holds; a milestone without a day or without words is left to the action to miss."""
        told = self.cleaned_data
        rows = [(told[f"due_{n}"], told[f"milestone_{n}"]) for n in range(1, MOST_MILESTONES + 1)]
        milestones = [(day, words) for day, words in rows if isinstance(day, date) and words.strip()]
        return Proposed(
            why=told["why"], goals=told["goals"].splitlines(), support=told["support"], milestones=milestones,
            first_day=told["first_day"], weeks=told["weeks"],
        )  # fmt: skip


class AnswerForm(forms.Form):
    """What the person says to the plan."""

    remark = words_field(_("Your words (needed if something should be different)"))


class WeekForm(forms.Form):
    """How a week went."""

    week = forms.IntegerField(label=_("Week"), min_value=1, max_value=52)
    way = forms.ChoiceField(label=_("How it went"), choices=list(WAYS.items()), widget=forms.RadioSelect, initial="better")
    words = words_field(_("In a sentence, both read it"), rows=2)


class EndForm(forms.Form):
    """What came of the plan."""

    outcome = forms.ChoiceField(label=_("What came of it"), choices=list(OUTCOMES.items()), widget=forms.RadioSelect)
    reason = words_field(_("Why; the person reads it"))
