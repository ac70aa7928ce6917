"""A colleague who is named: found by what one knows of them, then picked; with scripts or without."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 40


class PersonForm(forms.Form):
    """Whom is meant. `find` is what one knows: a name, pinyin, initials or a number."""

    find = forms.CharField(label=_("Colleague"), required=False, max_length=LONGEST, help_text=_("Name, pinyin, initials or staff number"))
    number = forms.ChoiceField(label=_("Who is meant"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: object, people: Sequence[tuple[str, str]] = (), **kwargs: object) -> None:
        """Offer who was found."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["number"].choices = list(people)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["find"].widget.attrs |= {"autocomplete": "off", "enterkeyhint": "search"}
