"""What is said when an item or a fact cannot be taken as it was sent. `where` is a JSON pointer."""

from bole.values.refusal import Invalid, say


class MissingField(Invalid):
    """A field that must be there is not."""

    code = "missing_field"
    sentence = say("“{field}” is missing.")
    hint = say("Add it; what it holds stands in docs/connections/items-and-facts.md.")


class UnknownField(Invalid):
    """A field that nobody reads, so most likely a misspelt one."""

    code = "unknown_field"
    sentence = say("“{field}” is not a field here.")
    hint = say("The fields are: {fields}.")


class WrongType(Invalid):
    """A value of another type than the field holds."""

    code = "wrong_type"
    sentence = say("“{field}” holds a value of the wrong type.")


class NotText(WrongType):
    """Text was expected."""

    sentence = say("“{field}” must be text.")
    hint = say('Put it in quotation marks: "…".')


class NotWholeNumber(WrongType):
    """A whole number was expected."""

    sentence = say("“{field}” must be a whole number.")
    hint = say("Count in the measure's smallest unit: seconds, cents, hundredths. No fraction, no quotation marks.")


class NotYesOrNo(WrongType):
    """True or false was expected."""

    sentence = say("“{field}” must be true or false.")


class NotObject(WrongType):
    """A JSON object was expected."""

    sentence = say("“{field}” must be an object.")
    hint = say("Write it in curly braces: {{…}}.")


class NotList(WrongType):
    """A JSON list was expected."""

    sentence = say("“{field}” must be a list.")
    hint = say("Write it in square brackets: […].")


class UnknownChoice(Invalid):
    """A word that is not among those the field takes."""

    code = "unknown_choice"
    sentence = say("“{text}” is not among the words that “{field}” takes.")
    hint = say("It takes: {choices}.")


class UnknownKind(UnknownChoice):
    """No kind of item has this name."""

    code = "unknown_kind"
    sentence = say("“{text}” is no kind of item.")


class UnknownMeasure(Invalid):
    """No measure has this code."""

    code = "unknown_measure"
    sentence = say("“{text}” is no measure.")
    hint = say("The measures are: {choices}.")


class BadMoment(Invalid):
    """The text names no moment."""

    code = "bad_moment"
    sentence = say("“{text}” is no moment between 1900 and 2200.")
    hint = say("Write day, time and zone: 2026-11-23T09:30:00+08:00.")


class NaiveMoment(BadMoment):
    """A moment without its zone could be any of 26 hours."""

    code = "moment_without_zone"
    sentence = say("“{text}” does not say in which zone it is.")
    hint = say("Add Z or an offset: 2026-11-23T09:30:00+08:00.")


class UnknownZone(UnknownChoice):
    """No zone has this name."""

    code = "unknown_zone"
    sentence = say("“{text}” is no zone.")
    hint = say("Write its name, such as Asia/Shanghai.")


class BadDay(Invalid):
    """The text names no day."""

    code = "bad_day"
    sentence = say("“{text}” is no day between 1900 and 2200.")
    hint = say("Write it as 2026-11-23.")


class FromTheFuture(Invalid):
    """What is said to have happened has not happened yet."""

    code = "from_the_future"
    sentence = say("“{field}” lies in the future.")
    hint = say("Only a due day may lie ahead. Check the clock of the sending system; 5 minutes are tolerated.")


class OutOfRange(Invalid):
    """A number that the measure cannot have."""

    code = "out_of_range"
    sentence = say("{value} is outside {least} to {most}.")
    hint = say("Look at the measure's unit: it may be seconds, cents or hundredths.")


class EmptyText(Invalid):
    """Text that must say something is empty."""

    code = "empty_text"
    sentence = say("“{field}” is empty.")


class TextTooLong(Invalid):
    """Longer than what is kept."""

    code = "text_too_long"
    sentence = say("“{field}” has {length} characters; the limit is {limit}.")


class TooMany(Invalid):
    """More entries than what is kept."""

    code = "too_many"
    sentence = say("“{field}” has {length} entries; the limit is {limit}.")


class BadCharacter(Invalid):
    """A character that hides or turns what one reads."""

    code = "bad_character"
    sentence = say("“{field}” holds a character that cannot be taken: {character}.")
    hint = say("Take out control characters, invisible ones and those that turn the direction of writing.")


class BadEmail(Invalid):
    """No e-mail address."""

    code = "bad_email"
    sentence = say("“{field}” is no e-mail address.")


class BadLink(Invalid):
    """No address that a person may safely follow."""

    code = "bad_link"
    sentence = say("“{field}” is no web address.")
    hint = say("It begins with https:// or http:// and names a host.")


class WrongForKind(Invalid):
    """A field that means nothing for this kind of item."""

    code = "wrong_for_kind"
    sentence = say("An item of kind “{kind}” does not take “{field}”.")


class ClosedButOpen(Invalid):
    """Open, and yet with a closing moment."""

    code = "closed_but_open"
    sentence = say("The item is open and has a “closed_at”.")
    hint = say("Send “state”: “done”, or leave “closed_at” out.")


class EndsBeforeStart(Invalid):
    """Closed or answered before it was opened."""

    code = "ends_before_start"
    sentence = say("“{field}” lies before “opened_at”.")


class TwoVersions(Invalid):
    """Two ways to order versions at once."""

    code = "two_versions"
    sentence = say("“version” and “updated_at” cannot both be given.")
    hint = say("Use one of them, the same for all items of this connection.")
