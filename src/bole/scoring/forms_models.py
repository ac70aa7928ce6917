"""Forms of models: beginning one, publishing it, letting job families use it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bole.scoring.rules.templates import TEMPLATES
from bole.scoring.shown.periods import named

Choices = Sequence[tuple[str, str]]


class NewModelForm(forms.Form):
    """What a model is called, and what it begins with."""

    template = forms.ChoiceField(label=_("Begin with"), widget=forms.RadioSelect, initial="programmer")
    zh = forms.CharField(label=_("Name in Chinese"), max_length=60)
    en = forms.CharField(label=_("Name in English"), max_length=60)

    def __init__(self, *given: Any, **more: Any) -> None:
        """Offer what ships, and an empty one."""
        super().__init__(*given, **more)
        shipped = [(code, named(tree.zh, tree.en)) for code, tree in TEMPLATES.items()]
        self.fields["template"].choices = [*shipped, ("empty", _("Nothing: an empty model"))]  # type: ignore[attr-defined]


class PublishForm(forms.Form):
    """From when on a draft holds, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    first_day = forms.ChoiceField(label=_("In force from"))
    note = forms.CharField(
        label=_("What changes, and why"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands beside the version."),
    )

    def __init__(self, *given: Any, days: Choices, **more: Any) -> None:
        """Offer the borders of periods to come."""
        super().__init__(*given, **more)
        self.fields["first_day"].choices = days  # type: ignore[attr-defined]


class UseForm(forms.Form):
    """Which job families use a model, and from when on."""

    families = forms.MultipleChoiceField(label=_("Job families"), widget=forms.CheckboxSelectMultiple)
    first_day = forms.ChoiceField(label=_("In force from"))

    def __init__(self, *given: Any, families: Choices, days: Choices, **more: Any) -> None:
        """Offer the families, and the borders of periods to come."""
        super().__init__(*given, **more)
        self.fields["families"].choices = families  # type: ignore[attr-defined]
        self.fields["first_day"].choices = days  # type: ignore[attr-defined]
