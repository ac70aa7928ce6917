"""Forms of groups."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.mentoring.actions.groups import GroupTalk
from bole.mentoring.forms_pairs import MeetingForm


class GatherForm(forms.Form):
    """Who belongs to the group."""

    members = forms.MultipleChoiceField(label=_("Who learns together"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: object, mentees: Sequence[tuple[str, str]], **kwargs: object) -> None:
        """Offer one's own mentees."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["members"].choices = list(mentees)  # type: ignore[attr-defined]  # a ChoiceField


class GroupTalkForm(MeetingForm):
    """A talk of a group: who came, and what a meeting has."""

    came = forms.MultipleChoiceField(label=_("Who came"), required=False)

    def __init__(self, *args: object, members: Sequence[tuple[str, str]], **kwargs: object) -> None:
        """Offer the members; all are ticked at first."""
        super().__init__(*args, agreed=(), **kwargs)  # type: ignore[arg-type]  # as above
        self.fields["came"].choices = list(members)  # type: ignore[attr-defined]  # a ChoiceField
        self.initial.setdefault("came", [ref for ref, _name in members])

    @property
    def talk(self) -> GroupTalk:
        """What was told of the talk."""
        told = self.cleaned_data
        return GroupTalk(
            once=told["once"], held_on=told["held_on"], minutes=told["minutes"], place=told["place"], codes=told["codes"],
            advice=told["advice"], next_on=told["next_on"],
        )  # fmt: skip
