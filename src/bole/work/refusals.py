"""How work says no."""

from bole.values.refusal import Invalid, NotYours, Refused, say


class WrongConnection(NotYours):
    """The sender may write to its own connection only."""

    code = "wrong_connection"
    sentence = say("This token may not write to that connection.")


class ConnectionOff(Refused):
    """The connection was switched off."""

    code = "connection_off"
    status = 409
    sentence = say("This connection is switched off. Nothing was taken.")


class TooMany(Invalid):
    """More at once than one transaction should hold."""

    code = "too_many"
    status = 413
    sentence = say("{count} at once; at most {most}. Send them in several calls.")


class IdentityOverlaps(Invalid):
    """The account belongs to someone else in those days."""

    code = "identity_overlaps"
    sentence = say("This account already belongs to {name} in those days. End that first.")


class AlreadyObjected(Refused):
    """An objection to this record is open."""

    code = "already_objected"
    status = 409
    sentence = say("This record is being checked already. Nothing was sent twice.")


class AlreadyAnswered(Refused):
    """Somebody answered first."""

    code = "already_answered"
    status = 409
    sentence = say("{name} answered this already. Your answer was not sent.")


class OwnAccount(Invalid):
    """Nobody says by themselves which account is theirs."""

    code = "own_account"
    sentence = say("This would be your own account. Another person of HR decides that.")


class DecidedAlready(Refused):
    """The result does not wait any more."""

    code = "decided_already"
    status = 409
    sentence = say("This result was changed or decided meanwhile. Nothing was sent twice; open it again to see how it stands.")


class RemarkMissing(Invalid):
    """Who returns something says why."""

    code = "remark_missing"
    sentence = say("Write what is missing; the person reads it.")


class TooManyFiles(Invalid):
    """More files than a result may hold."""

    code = "too_many_files"
    sentence = say("At most {most} files. Leave some out, or put them together into one.")


class NothingHandedIn(Invalid):
    """A result without words and without a file says nothing."""

    code = "nothing_handed_in"
    sentence = say("Write a sentence, or add a file.")


class TooMuchWritten(Invalid):
    """More words than a result may hold."""

    code = "too_much_written"
    sentence = say("{count} characters, {over} more than {most}. Put the long text into a file.")


class NoValue(Invalid):
    """A customer's feedback or a mark without its number."""

    code = "no_value"
    sentence = say("Choose or type the number that it stands for.")


class OutOfScale(Invalid):
    """A number that its scale does not have."""

    code = "out_of_scale"
    sentence = say("This number is not on the scale.")
