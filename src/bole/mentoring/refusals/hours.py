"""How terms and proposals for hours of mentoring say no."""

from bole.values.refusal import Invalid, Refused, say


class OutOfTerms(Invalid):
    """A number of the terms, or of a decision, is out of range."""

    code = "out_of_terms"
    sentence = say("Give a number from {least} to {most}.")


class NothingTicked(Invalid):
    """Approving several needs some."""

    code = "nothing_ticked"
    sentence = say("Tick whom you approve.")


class FigureNeedsReason(Invalid):
    """Another figure than the proposed one, or none, needs a reason that the mentor reads."""

    code = "figure_needs_reason"
    sentence = say("Say why. The mentor reads it.")


class HoursDecided(Refused):
    """Somebody decided first."""

    code = "hours_decided"
    status = 409
    sentence = say("{name} decided about these hours already.")


class HoursFull(Invalid):
    """The talks that are planned already leave no room for another mentee."""

    code = "hours_full"
    sentence = say("{mentor} plans {hours} h of talks a month already; {most} h are the most. Choose another mentor.")
