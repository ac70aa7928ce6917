"""Forms of feedback and of one-to-ones. Lengths and empty words are the actions' to refuse, so that the answer says by how much."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.kit.refs import new_ref
from bole.reviews.shown.feedback import ALONE, KINDS


def _words(label: object, *, rows: int = 4, help_text: object = "") -> forms.CharField:
    return forms.CharField(
        label=label,  # type: ignore[arg-type]  # words that wait for their language
        required=False,
        strip=False,
        help_text=help_text,  # type: ignore[arg-type]
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class FeedbackForm(forms.Form):
    """What kind, about what, in which words, and who reads it."""

    once = forms.RegexField(
        r"^[2-9a-z]{12}$", widget=forms.HiddenInput, error_messages={"invalid": _("Open the page again and send it from there.")}
    )
    kind = forms.ChoiceField(label=_("What kind of feedback"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    about = forms.ChoiceField(label=_("What it is about"), required=False)
    words = _words(_("Your words"), rows=5)
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

    words = _words(_("Reply or ask"), rows=3)
