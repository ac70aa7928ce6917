"""How the effect of mentoring says no. Whatever was written stays in the form."""

from bole.values.refusal import Invalid, Refused, say


class HelpFirst(Refused):
    """A role ends for a low effect only after help, and after looking again."""

    code = "help_first"
    status = 409
    sentence = say("Help comes first: {name} has had no coaching yet, or it is not looked at again before {day}.")


class NotLowEnough(Refused):
    """The range still reaches what similar colleagues gained, or mentees are too few."""

    code = "effect_not_low"
    status = 409
    sentence = say("The effect of {name} is not surely below that of similar colleagues, or rests on too few mentees. Draw no conclusion.")


class HelpedAlready(Refused):
    """One coaching at a time."""

    code = "helped_already"
    status = 409
    sentence = say("{name} is being coached already; it is looked at again on {day}.")


class NothingToClose(Refused):
    """There is no help under way."""

    code = "no_coaching"
    status = 409
    sentence = say("No coaching is under way.")


class AgainTooEarly(Invalid):
    """Mentoring needs time to change."""

    code = "again_too_early"
    sentence = say("Give it time: look again on {least} at the earliest.")


class EndsTooEarly(Invalid):
    """A role ends ahead, so that its mentor can answer before."""

    code = "ends_too_early"
    sentence = say("The role ends on {least} at the earliest, so that {name} can read the reason and answer.")


class RetiredAlready(Refused):
    """One end of a role stands at a time."""

    code = "retired_already"
    status = 409
    sentence = say("The role of {name} ends on {day} already. Answer the mentor, or take that back first.")


class NothingObjected(Refused):
    """There is nothing to answer, or the end was taken back."""

    code = "nothing_objected"
    status = 409
    sentence = say("There is nothing to answer: {name} has said nothing to it, it was answered, or the end of the role was taken back.")


class ObjectionOver(Refused):
    """The time to object is over."""

    code = "objection_over"
    status = 409
    sentence = say("Objections were possible until {date}. Your words are still here.")


class AdoptedAlready(Refused):
    """A method is adopted once."""

    code = "adopted_already"
    status = 409
    sentence = say("You use this way already, since {date}.")
