"""How the demo says no."""

from bole.values.refusal import Invalid, NotFound, Refused, say


class RealPeople(Exception):  # noqa: N818
    """This database holds people; a demo is made in an empty one only."""

    def __str__(self) -> str:
        """Say what to do."""
        return "This database holds people who are no demo. Set BOLE_DATA (or BOLE_DATABASE) to an empty place for the demo."


class NoDemo(NotFound):
    """There is no demo here."""


class NotThatDay(Invalid):
    """The clock of the demo goes forward only."""

    code = "not_that_day"
    sentence = say("The demo's clock can be moved to a day from {first} to {last}. To go back, put the demo back to its beginning.")


class UnknownWish(Invalid):
    """The pulse cannot do that."""

    code = "unknown_wish"
    sentence = say("The pulse cannot send this.")


class NotPutBack(Refused):
    """Only the embedded database keeps a copy of the beginning."""

    code = "not_put_back"
    status = 409
    sentence = say("Only a demo in the embedded database can be put back. Make a new one in an empty database instead.")
