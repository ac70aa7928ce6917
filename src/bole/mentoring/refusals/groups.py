"""How mentoring in a group says no."""

from bole.values.refusal import Invalid, say


class GroupTooSmall(Invalid):
    """A group has two members at least."""

    code = "group_too_small"
    sentence = say("A group has at least {least} mentees. Tick one more.")


class OneFrameworkOnly(Invalid):
    """A group goes by one framework."""

    code = "group_of_frameworks"
    sentence = say("A group goes by one framework. Tick mentees of the same one.")


class NoPlanToShare(Invalid):
    """The member has no plan yet."""

    code = "no_plan_to_share"
    sentence = say("This mentee has no plan yet. Write one first, then give it to the others.")


class NobodyCame(Invalid):
    """Nobody is ticked."""

    code = "nobody_came"
    sentence = say("Tick who came. Without anybody there was no talk.")
