"""Forms of feedback and of one-to-ones. Lengths and empty words are the actions' to refuse, so that the answer says by how much."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import day_field, words_field
from bole.kit.refs import new_ref
from bole.reviews.shown.feedback import ALONE, KINDS


class FeedbackForm(forms.Form):
    """What kind, about what, in which words, and who reads it."""

    once = forms.RegexField(
        r"^[2-9a-z]{12}$", widget=forms.HiddenInput, error_messages={"invalid": _("Open the page again and send it from there.")}
    )
    kind = forms.ChoiceField(label=_("What kind of feedback"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    about = forms.ChoiceField(label=_("What it is about"), required=False)
    words = words_field(_("Your words"), rows=5)
    reader = forms.ChoiceField(label=_("Who reads it"), widget=forms.RadioSelect)

    def __init__(self, *args: object, abouts: Sequence[tuple[str, str]], readers: Sequence[tuple[str, str]], **kwargs: object) -> None:
        """Offer what it may be about, and who may read it."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["about"].choices = list(abouts)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["reader"].choices = list(readers)  # type: ignore[attr-defined]  # a ChoiceField
        self.initial.setdefault("once", new_ref())
        self.initial.setdefault("reader", ALONE)


class ReplyForm(forms.Form):
    """A reply."""

    words = words_field(_("Reply or ask"), rows=3)


class PlanForm(forms.Form):
    """For which day a talk is planned."""

    planned_on = day_field(_("Day of the talk"))


class CallOffForm(forms.Form):
    """A word on why, if one wants to."""

    words = words_field(
        _("A word to the other (not required)"), rows=2, help_text=_("It becomes a note of the talk; only the two of you read it.")
    )


class PointForm(forms.Form):
    """Something to talk about."""

    point = forms.CharField(label=_("What do you want to talk about?"), required=False, strip=False)


class NoteForm(forms.Form):
    """A note that both read; `key` names the point that it belongs to."""

    key = forms.CharField(required=False, max_length=30, widget=forms.HiddenInput)
    note = words_field(_("Note"), rows=2)


class PrivateForm(forms.Form):
    """A note for oneself."""

    private = words_field(_("For yourself"), rows=3)


class AgreeForm(forms.Form):
    """Who does what by when."""

    words = forms.CharField(label=_("What was agreed"), required=False, strip=False)
    who = forms.ChoiceField(label=_("Who does it"), widget=forms.RadioSelect)
    due_on = day_field(_("By when"))

    def __init__(self, *args: object, other: str, **kwargs: object) -> None:
        """Name the other one of the two."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["who"].choices = [("me", gettext("I do")), ("other", other)]  # type: ignore[attr-defined]  # a ChoiceField
        self.initial.setdefault("who", "me")


class HeldForm(forms.Form):
    """On which day a talk took place, and when the next one is."""

    held_on = day_field(_("It took place on"))
    next_on = day_field(_("The next one"), required=False)
