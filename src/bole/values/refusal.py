"""Saying no: a refusal is a class with a code; one edge turns it into words and a status."""

from typing import ClassVar


def say(words: str) -> str:
    """Mark an English sentence for translation; the edge translates and fills it."""
    return words


class Refused(Exception):  # noqa: N818  (a refusal is an answer, not an error)
    """A change or a look that is not granted.

    Keyword arguments fill the `{names}` in `sentence` and `hint`; `where` names the field, row or JSON place.
    """

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 403
    sentence: ClassVar[str] = say("This is not possible.")
    hint: ClassVar[str] = ""

    def __init__(self, *, where: str = "", **facts: object) -> None:
        """Keep the facts that the words need."""
        self.where = where
        self.facts = facts
        super().__init__(f"{self.code} {where} {facts}".strip())


class NotFound(Refused):
    """Not there, or not open to this viewer: the two are never told apart."""

    code = "not_found"
    status = 404
    sentence = say("There is no such page. The link may be old, or the page is not open to you.")


class NotYours(Refused):
    """Visible, but this change is someone else's."""

    code = "not_yours"
    status = 403
    sentence = say("You can read this but not change it.")


class Invalid(Refused):
    """What was sent cannot be taken as it is."""

    code = "invalid"
    status = 422
    sentence = say("Something here needs another look.")


class Stale(Refused):
    """Someone else changed it first; both texts are kept."""

    code = "changed_meanwhile"
    status = 409
    sentence = say("{name} changed this too at {time}. Both versions are kept. Choose one, or merge them.")
