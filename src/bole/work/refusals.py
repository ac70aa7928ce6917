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
