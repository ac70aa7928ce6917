"""Forms of the desk: a word from a list, or a day."""

from django import forms

from bole.sandbox.actions.desk import WISHES
from bole.sandbox.rules.personas import PERSONAS
from bole.sandbox.rules.pulsers import ASKED
from bole.sandbox.rules.tour import STOPS


class GoForm(forms.Form):
    """Which stop."""

    stop = forms.ChoiceField(choices=[(one.key, one.key) for one in STOPS])


class SeatForm(forms.Form):
    """Who."""

    persona = forms.ChoiceField(choices=[(one.key, one.key) for one in PERSONAS])


class DayForm(forms.Form):
    """Which day."""

    day = forms.DateField()


class WishForm(forms.Form):
    """What, and for whom."""

    what = forms.ChoiceField(choices=[(one, one) for one in WISHES])
    number = forms.ChoiceField(choices=[(one, one) for one in ASKED])
