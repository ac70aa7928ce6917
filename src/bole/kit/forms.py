"""Forms that say what an action refused, beside the field that it is about; nothing typed is lost."""

from django.forms import BaseForm

from bole.kit.middleware import words_of
from bole.values.refusal import Refused


def note(form: BaseForm, refused: Refused, *, field: str = "") -> None:
    """Write the refusal into the form: at `field`, at the field that it names, else above all fields."""
    sentence, hint = words_of(refused)
    place = field or refused.where
    form.add_error(place if place in form.fields else None, " ".join(part for part in (sentence, hint) if part))
