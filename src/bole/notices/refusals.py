"""How notices says no."""

from bole.values.refusal import Invalid, NotFound, say


class UnknownKind(Invalid):
    """No room offers this kind of notice."""

    code = "unknown_notice"
    sentence = say("There is no notice of the kind “{kind}”.")


class NotForYou(NotFound):
    """The link was meant for somebody else, or for nobody: the two are never told apart."""

    sentence = say("This link was meant for someone else. With your own account you see what is open to you.")


class NotAPushAddress(Invalid):
    """What the browser handed over is no address of a push service, or its keys are none."""

    code = "not_a_push_address"
    sentence = say("This browser's push address cannot be used. Reload the page and try again.")


class UnknownStandIn(Invalid):
    """The person is nobody who may stand in."""

    code = "unknown_stand_in"
    sentence = say("Choose somebody else who may decide the same as you.")


class WrongDays(Invalid):
    """The spell is over, or the wrong way round, or too long."""

    code = "wrong_days"
    sentence = say("Choose a first day from today on and a last day that is not before it; {most} days at most.")


class OverlapsAnother(Invalid):
    """Somebody else stands in on one of the days."""

    code = "stand_in_overlaps"
    sentence = say("{name} stands in for you on some of these days already. End that first.")


class IncompleteChannel(Invalid):
    """Something is missing, or cannot be taken."""

    code = "incomplete_channel"
    sentence = say("This cannot be used as it is. Give all that is asked for; addresses begin with https://.")
