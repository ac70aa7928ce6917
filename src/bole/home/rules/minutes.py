"""How long what waits for a manager takes, about: so that three minutes in the morning are enough to know the day."""

from collections.abc import Mapping

# An alert wants its evidence read and a next step chosen; a request wants an answer; a result a look; an overdue talk a nudge.
MINUTES: Mapping[str, int] = {"alert": 2, "support": 1, "result": 1, "overdue": 1}


def minutes_for(things: Mapping[str, int]) -> int:
    """Return about how many minutes these things take."""
    return sum(MINUTES[kind] * count for kind, count in things.items())
