"""How attendance says no."""

from bole.values.refusal import Invalid, Refused, say


class LastBeforeFirst(Invalid):
    """The spell ends before it begins."""

    code = "last_before_first"
    sentence = say("The last day lies before the first.")


class TooLongAbsence(Invalid):
    """Longer than anybody is away in one piece."""

    code = "too_long_absence"
    sentence = say("An absence has {most} days at most. Record a longer one in pieces.")


class UnknownAbsenceKind(Invalid):
    """No kind of absence has this name."""

    code = "unknown_absence_kind"
    sentence = say("“{text}” is no kind of absence.")
    hint = say("It takes: {choices}.")


class UnknownPerson(Invalid):
    """Nobody whose absences the sender may record has this number."""

    code = "unknown_person"
    sentence = say("There is nobody with number “{number}” whose absences you look after.")


class KnownAlready(Refused):
    """The very same absence is on record."""

    code = "absence_known"
    status = 409
    sentence = say("This absence is on record already. Nothing was recorded twice.")


class NotAListOfAbsences(Invalid):
    """The body does not hold the list it should."""

    code = "not_a_list"
    sentence = say("Send {shape} with 1 to {most} objects.")
