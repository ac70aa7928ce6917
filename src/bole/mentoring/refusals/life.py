"""How duties and the life of a pair say no."""

from bole.values.refusal import Invalid, Refused, say


class DutyDone(Refused):
    """It took place already, or it fell away."""

    code = "duty_done"
    status = 409
    sentence = say("This is done already, or no longer due. Nothing was changed.")


class DayOver(Invalid):
    """A day that lies behind."""

    code = "day_over"
    sentence = say("This day is over. Choose today or a later day.")


class BeforeItsTime(Invalid):
    """Something that is due is set for a day on which it would count for the one before it."""

    code = "before_its_time"
    sentence = say("The one before it comes first. Choose {first} or a later day.")


class AfterTheProgramme(Invalid):
    """The programme is over by then."""

    code = "after_the_programme"
    sentence = say("The programme ends on {last}. Choose a day before that.")


class MetSince(Invalid):
    """A pair ends on the day of its last talk at the earliest."""

    code = "met_since"
    sentence = say("The two met on {day}. Choose that day or a later one.")


class BeforeItBegan(Invalid):
    """A pair ends on a day that it had."""

    code = "before_it_began"
    sentence = say("The pair begins on {first} and cannot end before. Choose that day or a later one.")


class HandedOverTooEarly(Invalid):
    """The new mentor begins on the day after the old one's last, so the old one has a day at least."""

    code = "handed_over_too_early"
    sentence = say("The pair begins on {first}: it can be handed over from the day after on. Nothing was changed.")


class NotOverdue(Refused):
    """Nothing to remind of yet."""

    code = "not_overdue"
    status = 409
    sentence = say("This is not overdue, so nobody was reminded.")


class NudgedAlready(Refused):
    """Somebody was reminded today."""

    code = "nudged_already"
    status = 409
    sentence = say("{name} was reminded today already. Once a day is enough.")


class PairIsOver(Refused):
    """The pair has ended."""

    code = "pair_is_over"
    status = 409
    sentence = say("This pair ended on {date}. Nothing was changed.")


class PausedAlready(Refused):
    """The pair rests."""

    code = "paused_already"
    status = 409
    sentence = say("This pair rests already.")


class NotPaused(Refused):
    """The pair does not rest."""

    code = "not_paused"
    status = 409
    sentence = say("This pair does not rest, so there is nothing to take up again.")


class NoReason(Invalid):
    """An ending says why."""

    code = "no_reason"
    sentence = say("Choose why the pair ends.")


class AskedAlready(Refused):
    """A request of the kind is open."""

    code = "asked_already"
    status = 409
    sentence = say("You have asked already. HR answers by {date}.")


class AnsweredAlready(Refused):
    """Somebody answered first."""

    code = "answered_already"
    status = 409
    sentence = say("This request has been answered already.")


class NothingAnswered(Invalid):
    """An answer has words."""

    code = "nothing_answered"
    sentence = say("Write at least one sentence: {name} reads it.")
