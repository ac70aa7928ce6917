"""What is said about a file that cannot be read as a table. A refused file is not opened."""

from bole.values.refusal import Invalid, say


class FileTooBig(Invalid):
    """The file is larger than an upload may be."""

    code = "file_too_big"
    status = 413
    sentence = say("The file has {size}; the limit is {max}. Your file is unchanged; make it smaller and try again.")


class WrongKind(Invalid):
    """The name says one thing and the content another, or it is no table at all."""

    code = "wrong_kind"
    sentence = say("What is in this file does not match its name, so it was not taken. Accepted: {kinds}.")


class TooMuchInside(Invalid):
    """The file unpacks to far more than its size says, or cannot be read within the limits."""

    code = "too_much_inside"
    sentence = say("This file holds more than can be read safely: {why}. It was not opened.")
    hint = say("Copy the rows into a new workbook and save that.")


class BrokenFile(Invalid):
    """No table can be read from the file."""

    code = "broken_file"
    sentence = say("This file cannot be read as a table: {why}.")
    hint = say("Open it in a spreadsheet, save it again as .xlsx or as CSV in UTF-8, and try again.")


class EmptyFile(Invalid):
    """There is nothing under the headings."""

    code = "empty_file"
    sentence = say("There are no rows under the headings.")
