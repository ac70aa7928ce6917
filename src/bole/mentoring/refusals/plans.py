"""How a plan says no."""

from bole.values.refusal import Invalid, Refused, say


class MissingCore(Invalid):
    """A core topic is not in the plan."""

    code = "missing_core"
    sentence = say("Not yet: the core topic “{topic}” is missing. You may change how and when, but not leave it out.")


class NoOutcome(Invalid):
    """A goal is checked by one to three outcomes."""

    code = "no_outcome"
    sentence = say("Write one to three outcomes that can be checked, so that both know when the goal is reached.")


class TooManyTopics(Invalid):
    """More than a programme can hold."""

    code = "too_many_topics"
    sentence = say("A plan holds {most} topics at most.")


class OutsideProgramme(Invalid):
    """A month or a day that lies outside the programme."""

    code = "outside_programme"
    sentence = say("This lies outside the programme, which runs from {first} to {last}.")


class PlanWaits(Refused):
    """The plan was handed in; it is decided first."""

    code = "plan_waits"
    status = 409
    sentence = say("The plan is with HR. It can be changed again once it is approved or returned.")


class PlanDecided(Refused):
    """The plan does not wait any more."""

    code = "plan_decided"
    status = 409
    sentence = say("This plan has been decided already, or changed since. Look at it again.")


class NotYourPair(Refused):
    """Nobody decides about an own pair."""

    code = "own_pair"
    sentence = say("This is your own pair. Somebody else of HR decides.")
