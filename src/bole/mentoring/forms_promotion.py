"""Forms of promotion: a post to fill, whom a member of the panel chooses, why it is called off, and withdrawing."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import words_field

NOBODY = "nobody"
LISTS = ("candidates", "members")
MOST_NAMED = 100
Choices = Sequence[tuple[str, str]]


class Named(forms.MultipleChoiceField):
    """People by their numbers, each a pick; whether somebody of that number works here is the action's to say."""

    def valid_value(self, value: object) -> bool:
        """Take any number."""
        return bool(value)


class PanelForm(forms.Form):
    """Which post, from when, who is reviewed and by whom. People are found by what one knows of them, then picked."""

    unit = forms.ChoiceField(label=_("Unit of the post"))
    post = forms.CharField(label=_("Post"), required=False, max_length=60)
    begins_on = forms.DateField(label=_("Begins on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    candidates = Named(label=_("Candidates"), required=False, widget=forms.CheckboxSelectMultiple)
    find_candidates = forms.CharField(label=_("Find candidates"), required=False, max_length=40)
    members = Named(label=_("Members of the panel"), required=False, widget=forms.CheckboxSelectMultiple)
    find_members = forms.CharField(label=_("Find members of the panel"), required=False, max_length=40)

    def __init__(self, *args: object, units: Choices, people: Mapping[str, Choices], **kwargs: object) -> None:
        """Offer the units, and who was named or found."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["unit"].choices = list(units)  # type: ignore[attr-defined]  # a ChoiceField
        for name in LISTS:
            self.fields[name].choices = list(people[name])  # type: ignore[attr-defined]  # a ChoiceField
            find = self.fields[f"find_{name}"]
            find.help_text = _("Name, pinyin, initials or staff number")
            find.widget.attrs |= {"autocomplete": "off", "enterkeyhint": "search"}


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


class CallOffPanelForm(forms.Form):
    """Why a panel is called off."""

    words = words_field(_("Reason"), help_text=_("Candidates, the panel and HR read it."))


class WithdrawForm(forms.Form):
    """What a candidate says on withdrawing; nothing is asked."""

    words = words_field(_("Your words (optional)"), rows=2, help_text=_("The panel and HR read them."))
