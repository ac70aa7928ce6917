"""How series, diagnoses and signs say no."""

from bole.values.refusal import Invalid, Refused, say


class NeedsSentence(Invalid):
    """A reason is missing."""

    code = "needs_sentence"
    sentence = say("Give a reason in a sentence; the team can read it.")


class SameTarget(Invalid):
    """The target is what it was."""

    code = "same_target"
    sentence = say("This is the target that holds already. Change it, or keep it with a reason.")


class NothingProposed(Invalid):
    """There is no proposal to accept."""

    code = "nothing_proposed"
    sentence = say("Nothing is proposed here that could be accepted. Set another target, or keep it with a reason.")


class OtherAccount(Refused):
    """Who proposed cannot check it."""

    code = "other_account"
    status = 403
    sentence = say("You proposed this yourself. Another person must check it.")


class DecidedBefore(Refused):
    """Somebody was faster."""

    code = "decided_before"
    status = 409
    sentence = say("This was decided already. Nothing was changed.")


class MonthsOutOfRange(Invalid):
    """Too few or too many months."""

    code = "months_out_of_range"
    sentence = say("From {least} to {most} months.")


class UnknownUnit(Invalid):
    """There is no such unit, or it is not looked after by whoever sends."""

    code = "unknown_unit"
    sentence = say("There is no unit “{unit}” whose series you look after.")


class FileUnread(Invalid):
    """The file cannot be read."""

    code = "file_unread"
    sentence = say("This file cannot be read: {why}.")


class NotAListOfValues(Invalid):
    """The body does not hold the list it should."""

    code = "not_a_list_of_values"
    sentence = say("Send {shape} with 1 to {most} objects.")


class BadEntry(Invalid):
    """A value has another shape than it should."""

    code = "bad_entry"
    sentence = say("Each value has “kind”, “month” and “value”, and may have “unit” and “name”; this one does not: {problem}.")
