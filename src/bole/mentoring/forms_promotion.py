"""Forms of promotion: a post to fill, and whom a member of the panel chooses."""

import re
from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

NOBODY = "nobody"


class PanelForm(forms.Form):
    """Which post, from when, who is reviewed and by whom."""

    unit = forms.ChoiceField(label=_("Unit of the post"))
    post = forms.CharField(label=_("Post"), required=False, max_length=60)
    begins_on = forms.DateField(label=_("Begins on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    candidates = forms.CharField(label=_("Candidates"), required=False, help_text=_("Staff numbers, with a space between them."))
    members = forms.CharField(label=_("Members of the panel"), required=False, help_text=_("Staff numbers, with a space between them."))

    def __init__(self, *args: object, units: Sequence[tuple[str, str]], **kwargs: object) -> None:
        """Offer the units."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["unit"].choices = list(units)  # type: ignore[attr-defined]  # a ChoiceField

    def numbers(self, name: str) -> list[str]:
        """Return the numbers that were written into a field, each once."""
        return list(dict.fromkeys(one for one in re.split(r"[\s,，、;；]+", self.cleaned_data[name]) if one))


class ChoiceForm(forms.Form):
    """Whom one chooses, and why."""

    number = forms.ChoiceField(label=_("Whom you choose"), widget=forms.RadioSelect)
    words = forms.CharField(label=_("Reason"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: object, candidates: Sequence[tuple[str, str]], **kwargs: object) -> None:
        """Offer the candidates, and nobody of them."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["number"].choices = [*candidates, (NOBODY, gettext("Nobody of them"))]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def chosen(self) -> str:
        """Return the number that was chosen; nothing for nobody of them."""
        return str(self.cleaned_data["number"]).removesuffix(NOBODY)
