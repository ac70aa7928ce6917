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


class NothingToChange(Invalid):
    """No target holds that could be changed."""

    code = "nothing_to_change"
    sentence = say("No target holds for this indicator, so there is none to change.")


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
    """The file cannot be read; each reason is a class of its own."""

    code = "file_unread"
    sentence = say("This file cannot be read.")


class FileTooLarge(FileUnread):
    """It has too many bytes."""

    sentence = say("This file has more than {most} kB. Send it in several parts.")


class FileNotText(FileUnread):
    """Its bytes are no text of an encoding that we read."""

    sentence = say("This file cannot be read: its text is neither UTF-8 nor GB 18030.")


class FileHasNul(FileUnread):
    """It holds a character that no database keeps."""

    sentence = say("This file cannot be read: it holds a NUL character.")


class FileNoTable(FileUnread):
    """The parser of CSV gave up."""

    sentence = say("This file cannot be read: it is no CSV table with a separator and quotation marks that fit.")


class FileRows(FileUnread):
    """Too few or too many rows."""

    sentence = say("Under the headings stand {count} rows; from 1 to {most} can be taken.")


class FileColumns(FileUnread):
    """A column is missing."""

    sentence = say("This file has no column {names}.")


class NotAListOfValues(Invalid):
    """The body does not hold the list it should."""

    code = "not_a_list_of_values"
    sentence = say("Send {shape} with 1 to {most} objects.")


class BadEntry(Invalid):
    """A value has another shape than it should."""

    code = "bad_entry"
    sentence = say("Each value has “kind”, “month” and “value”, and may have “unit” and “name”; this one does not.")


class EntryNoObject(BadEntry):
    """It is no object of JSON."""

    sentence = say("Each value is an object with “kind”, “month” and “value”; this one is no object.")


class EntryUnknown(BadEntry):
    """It has names that nobody knows."""

    sentence = say("Each value has “kind”, “month” and “value”, and may have “unit” and “name”; this one also has {names}.")


class EntryNoText(BadEntry):
    """Something is no text that should be."""

    sentence = say("{name} should be text.")
