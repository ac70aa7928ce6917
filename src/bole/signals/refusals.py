"""What the room's actions may answer."""

from bole.values.refusal import Invalid, Refused, say


class AlertOver(Refused):
    """It is closed already."""

    code = "alert_over"
    status = 409
    sentence = say("This is over already. Nothing was changed.")


class NeedsWords(Invalid):
    """A step without a word."""

    code = "needs_words"
    sentence = say("Write a sentence; the person concerned can read it.")


class DayGone(Invalid):
    """A day to look again lies in the past."""

    code = "day_gone"
    sentence = say("Choose a day from tomorrow on.")


class MoreIsKnown(Refused):
    """A diagnosis was computed again while somebody read it."""

    code = "more_is_known"
    status = 409
    sentence = say("More data came while you were reading, and the analysis ran again. Look at it, then decide; your words are kept here.")


class GraceOutOfRange(Invalid):
    """More grace than there can be."""

    code = "grace_out_of_range"
    sentence = say("Between 0 and {most} working days.")


class ProposalWaits(Refused):
    """Another target was proposed, and nobody has checked it yet."""

    code = "proposal_waits"
    status = 409
    sentence = say("Another target waits for a second person already. Nothing was changed.")


class NotHere(Invalid):
    """A step that is not done by hand."""

    code = "unknown_step"
    sentence = say("“{kind}” is no step that somebody takes.")
