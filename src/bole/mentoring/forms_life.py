"""Forms of duties and of the life of a pair. What cannot be is the actions' to refuse."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import day_field, words_field
from bole.mentoring.rules.left_topics import Left
from bole.mentoring.words import HALVES, LEFT_BECAUSE


class SetForm(forms.Form):
    """Another day for a duty, or a half of it; `slot` is one that is offered: a day and its half."""

    day = day_field(_("Another day"), required=False)
    half = forms.ChoiceField(label=_("Which half of the day"), required=False, choices=[("", _("the whole day")), *HALVES.items()])
    slot = forms.RegexField(r"^\d{4}-\d{2}-\d{2} (am|pm)$", required=False)

    def clean(self) -> dict[str, object]:
        """Take the day and the half from the slot where one was chosen."""
        told: dict[str, object] = super().clean() or self.cleaned_data
        slot = str(told.get("slot") or "")
        if slot:
            try:
                told["day"], told["half"] = date.fromisoformat(slot[:10]), slot[11:]
            except ValueError:
                told["day"] = None
        if not told.get("day") and "day" not in self.errors:
            self.add_error("day", _("Please choose a day."))
        return told


class NudgeForm(forms.Form):
    """A nudge: nothing to fill in, but something may be wrong."""


class HelpForm(forms.Form):
    """What a mentee would like help with."""

    words = words_field(_("What would help you?"))


class RematchForm(forms.Form):
    """Another mentor; words are not needed."""

    words = words_field(_("If you like, say what matters to you"), help_text=_("Only HR reads this."))


class AnswerForm(forms.Form):
    """HR's answer."""

    words = words_field(_("What you answer"))


class HandOverForm(forms.Form):
    """Another mentor for a mentee, and why."""

    mentor = forms.TypedChoiceField(label=_("New mentor"), coerce=int)
    why = forms.ChoiceField(label=_("Why it ends"))

    def __init__(self, *args: object, mentors: Sequence[tuple[int, str]], **more: object) -> None:
        """Offer these mentors."""
        super().__init__(*args, **more)  # type: ignore[arg-type]  # handed on
        self.fields["mentor"].choices = list(mentors)  # type: ignore[attr-defined]  # a choice field
        self.fields["why"].choices = HANDED_OVER  # type: ignore[attr-defined]


class EndForm(forms.Form):
    """The end of a pair."""

    on = day_field(_("Last day"))
    why = forms.ChoiceField(label=_("Why it ends"))
    left_why = forms.ChoiceField(label=_("Why core topics were left"), required=False)
    left_words = words_field(_("In your words"), rows=2, help_text=_("The two read it too."))

    def __init__(self, *args: object, **more: object) -> None:
        """Offer the reasons."""
        super().__init__(*args, **more)  # type: ignore[arg-type]  # handed on
        self.fields["why"].choices = ENDED  # type: ignore[attr-defined]  # a choice field
        self.fields["left_why"].choices = [("", "–"), *LEFT_BECAUSE.items()]  # type: ignore[attr-defined]  # a choice field

    @property
    def left(self) -> Left | None:
        """Return why core topics were left, if that was said."""
        told = self.cleaned_data
        return Left(told["left_why"], told["left_words"]) if told["left_why"] else None


class ProjectForm(forms.Form):
    """The project of a pair."""

    name = forms.CharField(label=_("What the project is about"), required=False, strip=False)
    link = forms.CharField(label=_("Where it lives"), required=False, help_text=_("An address that begins with https://, if there is one."))
    version = forms.IntegerField(widget=forms.HiddenInput)


class CloseProjectForm(forms.Form):
    """The end of a project with its result."""

    left_why = forms.ChoiceField(label=_("Why core topics were left"), required=False)
    left_words = words_field(_("In your words"), rows=2, help_text=_("The two read it too."))

    def __init__(self, *args: object, **more: object) -> None:
        """Offer the reasons."""
        super().__init__(*args, **more)  # type: ignore[arg-type]  # handed on
        self.fields["left_why"].choices = [("", "–"), *LEFT_BECAUSE.items()]  # type: ignore[attr-defined]  # a choice field

    @property
    def left(self) -> Left | None:
        """Return why core topics were left, if that was said."""
        told = self.cleaned_data
        return Left(told["left_why"], told["left_words"]) if told["left_why"] else None


class LeftForm(forms.Form):
    """Why core topics were left."""

    why = forms.ChoiceField(label=_("Why they were left"), required=False, widget=forms.RadioSelect)
    words = words_field(_("In your words"), rows=2)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: object, **more: object) -> None:
        """Offer the reasons."""
        super().__init__(*args, **more)  # type: ignore[arg-type]  # handed on
        self.fields["why"].choices = list(LEFT_BECAUSE.items())  # type: ignore[attr-defined]  # a choice field


HANDED_OVER: list[tuple[str, str | Promise]] = [
    ("handed_over", _("Handed over")),
    ("rematch", _("Another mentor was asked for")),
    ("mentor_left", _("The mentor leaves")),
    ("moved", _("One of the two has moved")),
    ("retired", _("The mentor's role ends")),
]
ENDED: list[tuple[str, str | Promise]] = [
    ("done", _("The programme is complete")),
    ("moved", _("One of the two has moved")),
    ("rematch", _("Another mentor was asked for")),
    ("retired", _("The mentor's role ends")),
    ("mistake", _("Made by mistake")),
]
