"""What the people room says no to."""

from datetime import date

from bole.values.refusal import Invalid, Stale, say


class NumberTaken(Invalid):
    """A staff number belongs to one person for ever."""

    code = "number_taken"
    sentence = say("Staff number {number} belongs to {name} and is never given again.")


class EmailTaken(Invalid):
    """A work e-mail belongs to one person."""

    code = "email_taken"
    sentence = say("{email} is the work e-mail of {name}.")


class BadEmail(Invalid):
    """The text is no e-mail address."""

    code = "bad_email"
    sentence = say("“{text}” is no e-mail address.")


class BadMobile(Invalid):
    """The text is no telephone number."""

    code = "bad_mobile"
    sentence = say("“{text}” is no telephone number. Write digits, with + and the country code for a foreign one.")


class BadBirthday(Invalid):
    """Nobody is born in the future or 120 years ago."""

    code = "bad_birthday"
    sentence = say("{day} cannot be a birthday.")


class UnknownKind(Invalid):
    """The word is not in the list."""

    code = "unknown_kind"
    sentence = say("“{kind}” is not known here. Choose from: {known}.")


class CodeTaken(Invalid):
    """A code stands for one thing."""

    code = "code_taken"
    sentence = say("The code {code} is in use already.")


class TooLong(Invalid):
    """The text does not fit."""

    code = "too_long_text"
    sentence = say("This has {length} characters; the limit is {limit}.")


class NotEmployed(Invalid):
    """Work has a contract around it."""

    code = "not_employed"
    sentence = say("{name} is not employed on {day}.")


class StillEmployed(Invalid):
    """One contract at a time."""

    code = "still_employed"
    sentence = say("{name} is employed already on {day}.")


class ManagerNotThere(Invalid):
    """A manager works here on that day."""

    code = "manager_not_there"
    sentence = say("{name} does not work here on {day} and cannot be the manager.")


class OwnManager(Invalid):
    """Nobody is their own manager."""

    code = "own_manager"
    sentence = say("{name} cannot be their own manager.")


class HeadNotThere(Invalid):
    """A head works here on that day."""

    code = "head_not_there"
    sentence = say("{name} does not work here on {day} and cannot lead {unit}.")


class UnitEnded(Invalid):
    """Nobody is put into a unit that is not there."""

    code = "unit_ended"
    sentence = say("{unit} is not there on {day}.")


class UnitNotYet(Invalid):
    """A unit has its head and its units below from its first day on."""

    code = "unit_not_yet"
    sentence = say("{unit} begins on {day}. Choose that day or a later one.")


class UnitOver(Invalid):
    """A unit that was closed keeps its heads and its units as they were."""

    code = "unit_over"
    sentence = say("{unit} was closed; its last day was {day}. Choose that day or an earlier one.")


class ChangedMeanwhile(Stale):
    """Someone else changed this person or unit first; both texts are kept."""

    def __init__(self, *, name: str, time: str, yours: dict[str, str], theirs: dict[str, str]) -> None:
        """Keep both."""
        super().__init__(where="version", name=name, time=time)
        self.details = {"yours": yours, "theirs": theirs}


def day_text(day: date | None) -> str:
    """Return the day as it is stored in sealed text; nothing stays nothing."""
    return day.isoformat() if day else ""
