"""How matching says no."""

from bole.values.refusal import Invalid, Refused, say


class WaitsAlready(Refused):
    """One wish at a time."""

    code = "waits_already"
    status = 409
    sentence = say("{name} waits for a mentor already.")


class WishOver(Refused):
    """The wish was matched or withdrawn meanwhile."""

    code = "wish_over"
    status = 409
    sentence = say("This wish has been answered or taken back meanwhile. Look at the list again.")


class AskedElsewhere(Refused):
    """A mentor was asked and has not answered."""

    code = "asked_elsewhere"
    status = 409
    sentence = say("{mentor} was asked and has not answered yet. Take that back first, or wait for the answer.")


class RatherNot(Invalid):
    """One of the two said that they would rather not; who it was is not said."""

    code = "rather_not"
    sentence = say("{mentor} and {mentee} cannot be paired: one of the two would rather not. Choose somebody else.")


class NotInPool(Invalid):
    """Somebody is not in the pool of this draft."""

    code = "not_in_pool"
    sentence = say("{name} does not take new mentees at present, so nothing was changed.")


class DraftOver(Refused):
    """The draft was published or replaced."""

    code = "draft_over"
    status = 409
    sentence = say("This draft was published or replaced meanwhile. Nothing was changed; look at the newest one.")


class NobodyWaits(Refused):
    """There is no pool to match."""

    code = "nobody_waits"
    status = 409
    sentence = say("Nobody waits for a mentor, so there is nothing to match.")


class UnknownSkill(Invalid):
    """A skill that is not in the catalogue."""

    code = "unknown_skill"
    sentence = say("One of these skills is not in the catalogue any more. Choose again.")


class TooManySkills(Invalid):
    """A wish names a few skills."""

    code = "too_many_skills"
    sentence = say("Choose {most} skills at most: the ones that matter now.")


class AboutOneself(Invalid):
    """A preference is about somebody else."""

    code = "about_oneself"
    sentence = say("Choose a colleague, not yourself.")


class UnknownNumbers(Invalid):
    """A list of new colleagues names somebody who is not here."""

    code = "unknown_numbers"
    sentence = say("Nobody works here with these numbers: {numbers}. Nothing was added.")


class MatchingRuns(Refused):
    """The pool is being matched."""

    code = "matching_runs"
    status = 409
    sentence = say("The pool is being matched right now, so nothing was changed. Wait until it is done, or call it off.")


class PublishingRuns(Refused):
    """A matching is being published."""

    code = "publishing_runs"
    status = 409
    sentence = say("The matching is being published right now, so nothing was changed. Wait until it is done.")
