"""Forms of admission."""

from django import forms
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from bole.kit.form_fields import day_field, words_field
from bole.mentoring.actions.roles import HALF_DAYS
from bole.mentoring.rules.matching_round import LEAST_SEATS, MOST_SEATS
from bole.mentoring.rules.shipped import SHIPPED

_DAYS = {
    "mon": pgettext_lazy("weekday", "Mon"), "tue": pgettext_lazy("weekday", "Tue"), "wed": pgettext_lazy("weekday", "Wed"),
    "thu": pgettext_lazy("weekday", "Thu"), "fri": pgettext_lazy("weekday", "Fri"),
}  # fmt: skip


def half_days() -> list[tuple[str, str]]:
    """Return the half days of a week in words."""
    halves = {"am": _("morning"), "pm": _("afternoon")}
    return [(one, gettext("%(day)s %(half)s") % {"day": _DAYS[one[:3]], "half": halves[one[4:]]}) for one in HALF_DAYS]


class ApplyForm(forms.Form):
    """Why somebody wants to be a mentor."""

    words = forms.CharField(
        label=_("A word to HR"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only needed for an exception. HR that looks after you reads it."),
    )


class SettingsForm(forms.Form):
    """What a mentor decides."""

    capacity = forms.IntegerField(label=_("Mentees at a time"), min_value=LEAST_SEATS, max_value=MOST_SEATS)
    is_open = forms.BooleanField(label=_("I take new mentees"), required=False)
    hours = forms.MultipleChoiceField(label=_("When I have time to meet"), required=False, widget=forms.CheckboxSelectMultiple)
    shows_mobile = forms.BooleanField(label=_("My mentees see my mobile number"), required=False)
    learns_style = forms.BooleanField(
        label=_("My style may be learned from the structure of my meeting records"),
        required=False,
        help_text=_("Never from their words. It only breaks ties when mentees are matched, and you can take it back here."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Offer the half days in the reader's language."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        self.fields["hours"].choices = half_days()  # type: ignore[attr-defined]  # a MultipleChoiceField


class StepDownForm(forms.Form):
    """Why a mentor ends the own role, and what becomes of the mentees."""

    reason = words_field(_("Why you stop"), rows=2, help_text=_("HR that looks after you reads it."))
    pairs = forms.ChoiceField(
        label=_("What becomes of your mentees"),
        choices=[
            ("go_on", _("I go on with each to the end of the programme")),
            ("another", _("HR finds another mentor; I go on until then")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: object, running: int, **kwargs: object) -> None:
        """Ask about mentees only who has some."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        if not running:
            del self.fields["pairs"]


class WaiverForm(forms.Form):
    """An exception: why, and until when."""

    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}), help_text=_("The person reads it.")
    )
    last_day = day_field(_("Until"))


class ReturnForm(forms.Form):
    """Not this time: why, and from when again."""

    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}), help_text=_("The person reads it.")
    )
    again_from = day_field(_("May apply again from"))


class EarlierFileForm(forms.Form):
    """A file with mentoring from before the system."""

    file = forms.FileField(
        label=_("Excel or CSV file"),
        help_text=_("Columns: mentor, mentee, first day, last day, hours. Nothing is written before you have seen what it holds."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    framework = forms.ChoiceField(label=_("Nearest framework"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Offer what ships, in the reader's language."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, handed on
        names = [(one.code, one.en if (get_language() or "").startswith("en") else one.zh) for one in SHIPPED.values()]
        self.fields["framework"].choices = names  # type: ignore[attr-defined]  # a ChoiceField
