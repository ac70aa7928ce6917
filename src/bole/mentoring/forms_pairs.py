"""Forms of a pair. Lengths and days are the actions' to refuse, so that the answer says by how much."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.kit.file_fields import FilesField
from bole.kit.form_fields import day_field, words_field
from bole.kit.refs import new_ref
from bole.mentoring.actions.meetings import PLACES
from bole.vault.files import ACCEPTED


def _line(label: object) -> forms.CharField:
    return forms.CharField(label=label, required=False, strip=False)  # type: ignore[arg-type]  # words that wait for their language


def _minutes() -> forms.IntegerField:
    return forms.IntegerField(label=_("Minutes"), min_value=1, max_value=999)


def _place() -> forms.ChoiceField:
    ways = list(zip(PLACES, (_("Face to face"), _("By video"), _("By phone")), strict=True))
    return forms.ChoiceField(label=_("How you met"), choices=ways, widget=forms.RadioSelect)


class MeetingForm(forms.Form):
    """A meeting that took place. Everything but topics and advice is filled in already."""

    once = forms.RegexField(
        r"^[2-9a-z]{12}$", widget=forms.HiddenInput, error_messages={"invalid": _("Open the page again and send it from there.")}
    )
    codes = forms.MultipleChoiceField(label=_("What you covered"), required=False)
    done = forms.MultipleChoiceField(label=_("Done since the last talk"), required=False)
    advice = words_field(_("Advice"), hint=_("One sentence is enough"))
    mentee_does = _line(_("What the mentee does next"))
    mentor_does = _line(_("What the mentor does next"))
    due_on = day_field(_("By when"), required=False)
    next_on = day_field(_("Next time"), required=False)
    held_on = day_field(_("It took place on"))
    minutes = _minutes()
    place = _place()

    def __init__(
        self,
        *args: object,
        topics: Sequence[tuple[str, str]],
        agreed: Sequence[tuple[str, str]],
        day: date,
        next_on: date | None,
        **kwargs: object,
    ) -> None:
        """Offer the topics of the plan and what was agreed before; fill in the day and the next one."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["codes"].choices = list(topics)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["done"].choices = list(agreed)  # type: ignore[attr-defined]  # a ChoiceField
        for name, value in (("once", new_ref()), ("held_on", day), ("minutes", 60), ("place", "face"), ("next_on", next_on)):
            self.initial.setdefault(name, value)


class CorrectionForm(forms.Form):
    """What is corrected in a record; the day, the length and the place by the mentor alone."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    codes = forms.MultipleChoiceField(label=_("What you covered"), required=False)
    advice = words_field(_("Advice"), rows=4)
    held_on = day_field(_("It took place on"))
    minutes = _minutes()
    place = _place()

    def __init__(self, *args: object, topics: Sequence[tuple[str, str]], is_mentor: bool, **kwargs: object) -> None:
        """Offer the topics of the plan."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["codes"].choices = list(topics)  # type: ignore[attr-defined]  # a ChoiceField
        for name in () if is_mentor else ("held_on", "minutes", "place"):
            del self.fields[name]


class AgendaForm(forms.Form):
    """What to talk about next."""

    words = _line(_("What do you want to talk about?"))


class ThanksForm(forms.Form):
    """A sentence to the mentor."""

    words = words_field(_("What you would like to say"), rows=3)


class PairNoteForm(forms.Form):
    """A note for oneself."""

    private = words_field(_("For yourself"))


class TestForm(forms.Form):
    """A mark. Tests of one name are compared."""

    exam = forms.CharField(label=_("Which test"), max_length=40, help_text=_("Tests of the same name are compared, before and after."))
    taken_on = day_field(_("Taken on"))
    points = forms.DecimalField(label=_("Points"), max_digits=8, decimal_places=2)
    most = forms.DecimalField(label=_("of at most"), max_digits=8, decimal_places=2, initial=100)


class TestCorrectionForm(TestForm):
    """What is corrected of a mark; `version` counts its corrections."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ReportForm(forms.Form):
    """A report of results."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    words = words_field(_("What you achieved, what you learned, what comes next"), rows=8)
    file = FilesField(label=_("Photos and files"), accepted=ACCEPTED)


class RemarkForm(forms.Form):
    """What is decided about a plan, and the remark that goes with it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    decision = forms.ChoiceField(choices=[("approve", ""), ("return", "")])
    remark = words_field(_("Remark for the mentor"), help_text=_("Needed to return a plan; everything the mentor wrote stays."))


class ReasonForm(forms.Form):
    """Why HR opens the words of two people."""

    reason = words_field(_("Reason"), help_text=_("Both people, and the auditor, are told at once."))
