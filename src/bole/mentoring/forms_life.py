"""Forms of duties and of the life of a pair. What cannot be is the actions' to refuse."""

from collections.abc import Sequence

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import day_field, words_field


class SetForm(forms.Form):
    """Another day for a duty."""

    day = day_field(_("Another day"))


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

    def __init__(self, *args: object, **more: object) -> None:
        """Offer the reasons."""
        super().__init__(*args, **more)  # type: ignore[arg-type]  # handed on
        self.fields["why"].choices = ENDED  # type: ignore[attr-defined]  # a choice field


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
    ("mistake", _("Made by mistake")),
]
