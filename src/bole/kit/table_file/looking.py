"""Looking at a table that was sent before anything of it is taken."""

from collections.abc import Callable
from typing import TypeVar

from django.forms import Form

from bole.kit.forms import note
from bole.values.refusal import Invalid

Look = TypeVar("Look")


def looked_at(form: Form, look: Callable[[bytes, str], Look]) -> Look | None:
    """Return what the form's file would do, from its body and its name; of one that cannot be read the form says why."""
    if not form.is_valid():
        return None
    sent = form.cleaned_data["file"]
    try:
        return look(sent.read(), sent.name)
    except Invalid as refused:
        note(form, refused)
        return None
