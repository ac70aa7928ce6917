"""How the vault says no to a file. Nothing of it is kept then."""

from bole.values.refusal import Invalid, say


class TooLarge(Invalid):
    """More bytes than a file may have."""

    code = "file_too_large"
    sentence = say("The file has {size}; the limit is {max}. Your file is unchanged; make it smaller and try again.")


class NotWhatItSays(Invalid):
    """A kind that is not taken, or a name that says another kind than the content."""

    code = "file_of_another_kind"
    sentence = say("What is in this file does not match its name, so it was not taken. Accepted: {kinds}.")


class HoldsTooMuch(Invalid):
    """An office file that grows beyond measure when it is opened, is locked, or runs programs."""

    code = "file_not_safe"
    sentence = say("This file cannot be taken: {why}. Save it again without that, or as PDF.")


class EmptyFile(Invalid):
    """No bytes."""

    code = "file_empty"
    sentence = say("This file is empty, so it was not taken.")
