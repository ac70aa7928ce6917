"""What is said about a file, and about a cell of it. A refused file is not opened; a refused cell is listed with its row and column."""

from bole.values.refusal import Invalid, Stale, say


class NoNumberColumn(Invalid):
    """Without a staff number nobody can be recognised."""

    code = "no_number_column"
    sentence = say("No column is taken for the staff number. Choose one.")


class ColumnTwice(Invalid):
    """Two columns are taken for the same thing."""

    code = "column_twice"
    sentence = say("Two columns are taken for “{field}”: {one} and {other}. Keep one.")


class UnknownField(Invalid):
    """The mapping names something that a people file does not have."""

    code = "unknown_field"
    sentence = say("“{field}” is nothing that a people file has. Choose from: {known}.")


class UnknownColumn(Invalid):
    """The mapping names a column that the file does not have."""

    code = "unknown_column"
    sentence = say("The file has no column “{column}”.")


class RowsRefused(Invalid):
    """The file was not taken because of rows; the plan lists them."""

    code = "rows_refused"
    sentence = say("{bad} of {n} rows need a change; nothing was imported. The reasons are listed by row.")


class PeopleChanged(Stale):
    """People were changed between the dry run and now."""

    code = "people_changed"
    sentence = say("People were changed after this dry run, so its list is no longer right. Nothing was imported. Look at the new list.")


class NotProved(Invalid):
    """What was read back is not what was written; everything was undone."""

    code = "not_proved"
    status = 500
    sentence = say("What was read back differs from the file in “{field}”. Nothing was imported.")


# A file that is kept


class AlreadyEnded(Stale):
    """The file was taken or dropped meanwhile."""

    code = "already_ended"
    sentence = say("{name} has taken or dropped this file already.")


class SecondPersonNeeded(Invalid):
    """A file that changes many is taken by another than who sent it."""

    code = "second_person"
    status = 403
    sentence = say("This changes {n} of {all} people. Another HR admin looks at it and takes it.")


# Cells


class Missing(Invalid):
    """A newcomer needs this."""

    code = "missing"
    sentence = say("“{field}” is missing; it is needed for somebody new.")


class NoNumber(Invalid):
    """A row without a staff number belongs to nobody."""

    code = "missing"
    sentence = say("The staff number is missing.")


class NumberTwice(Invalid):
    """A person stands in one row."""

    code = "number_twice"
    sentence = say("Staff number {number} stands in row {row} as well.")


class NumberReused(Invalid):
    """The number of a leaver is never given again."""

    code = "number_reused"
    sentence = say("Staff number {number} belonged to {name}, who left on {day}. Numbers are never given again.")


class LeftAlready(Invalid):
    """The file lists somebody as here who left."""

    code = "left_already"
    sentence = say("{name} left on {day}. Give a first day after that to take {name} back, or take out the row.")


class UnknownWord(Invalid):
    """The company has no such unit, position, family or grade."""

    code = "unknown_word"
    sentence = say("There is no {what} “{text}” here.")


class UnknownWordLike(UnknownWord):
    """The company has none such, but some that look like it."""

    sentence = say("There is no {what} “{text}” here. Did you mean {like}?")


class SeveralOf(Invalid):
    """The words fit several things."""

    code = "several"
    sentence = say("“{text}” fits several: {which}. Write the one that you mean.")


class BadDay(Invalid):
    """The text is no day."""

    code = "bad_day"
    sentence = say("“{text}” is no day. Write it like 2026-11-23.")


class ManagerUnknown(Invalid):
    """Nobody has that number or name."""

    code = "manager_unknown"
    sentence = say("Nobody here or in this file has the staff number or name “{text}”.")


class EmailTwice(Invalid):
    """A work e-mail belongs to one person."""

    code = "email_twice"
    sentence = say("{email} stands in row {row} as well.")


class FirstDayDiffers(Invalid):
    """A first day that is known is corrected by hand, not by a file."""

    code = "first_day_differs"
    sentence = say("{name} is here since {known}; the file says {said}. Correct the contract by hand first.")


class LastDayDiffers(Invalid):
    """A last day that is known is corrected by hand, not by a file."""

    code = "last_day_differs"
    sentence = say("The last day of {name} is {known}; the file says {said}. Correct the contract by hand first.")


class ChangeOutside(Invalid):
    """A change holds on a day on which the person is here."""

    code = "change_outside"
    sentence = say("{name} is not here on {day}, on which the change should begin.")


class OwnRow(Invalid):
    """Nobody handles their own file."""

    code = "own_row"
    sentence = say("This is your own row. Your file is handled by another HR person: take out the row.")
