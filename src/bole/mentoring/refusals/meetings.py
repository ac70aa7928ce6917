"""How meetings, tests and reports say no."""

from bole.values.refusal import Invalid, say


class NotHeldYet(Invalid):
    """The day has not come yet."""

    code = "not_held_yet"
    sentence = say("This day has not come yet. Choose today or an earlier day.")


class NothingTold(Invalid):
    """Neither a topic nor a word."""

    code = "nothing_told"
    sentence = say("Tick at least one topic, or write one sentence of advice.")


class NextBeforeThis(Invalid):
    """The next meeting lies before this one."""

    code = "next_before_this"
    sentence = say("The next talk comes after this one. Choose a later day.")


class LaterThanNext(Invalid):
    """A talk is moved behind the one that was agreed on in it."""

    code = "later_than_next"
    sentence = say("In this talk the next one was set for {next}. Choose an earlier day.")


class NotCorrectedHere(Invalid):
    """A mark that came from elsewhere is corrected there."""

    code = "not_corrected_here"
    sentence = say("This mark is of an exam, or was handed in as a result. It is corrected there.")


class WrongMinutes(Invalid):
    """No meeting is so long."""

    code = "wrong_minutes"
    sentence = say("A talk takes from {least} to {most} minutes.")


class MarkOutOfBounds(Invalid):
    """A mark above the maximum, or below nothing."""

    code = "mark_out_of_bounds"
    sentence = say("{points} does not lie between 0 and {most}. Nothing was saved.")


class CannotShare(Invalid):
    """A record is shared with a colleague who is neither of the two."""

    code = "cannot_share"
    sentence = say("Nobody with number “{number}” works here, or it is one of you two. Nothing was shared.")


class TooManyFiles(Invalid):
    """More files than a report takes."""

    code = "too_many_files"
    sentence = say("A report takes {most} files at most.")


class ReasonNeeded(Invalid):
    """Whoever opens the words of others says why."""

    code = "reason_needed"
    sentence = say("Write the reason in at least {least} characters. Both people read it at once.")
