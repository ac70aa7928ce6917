"""One's own text on two devices: what was written last never quietly replaces what the other device wrote meanwhile."""

from hashlib import sha256

from django.http import HttpRequest

from bole.values.refusal import Stale, say

FIELD = "version"


class ChangedElsewhere(Stale):
    """The same person changed the text on another device."""

    sentence = say("You changed this on another device meanwhile. Both versions are kept. Choose one, or merge them.")


def version_of(text: str) -> str:
    """Return a mark of a text as a form shows it."""
    return sha256(text.strip().encode()).hexdigest()[:12]


def insist_unchanged(request: HttpRequest, text: str, *, field: str) -> None:
    """Refuse what was written over another text than stands there now. A form that does not say over which is taken as it is.

    :raises ChangedElsewhere: if both differ
    """
    told = request.POST.get(FIELD, "")
    if told and told != version_of(text) and request.POST.get(field, "").strip() != text.strip():
        raise ChangedElsewhere(where=field)
