"""How scoring says no."""

from bole.values.refusal import Invalid, Refused, say


class PeriodClosedAlready(Refused):
    """A closed period does not change."""

    code = "closed_period"
    status = 409
    sentence = say("{period} is closed; this change is not saved. It can take effect from {next}.")


class NotAtBorder(Invalid):
    """Models and targets start at borders of periods."""

    code = "not_at_border"
    sentence = say("{day} is inside a period. A version starts on the first day of one, such as {next}.")


class NotOverYet(Refused):
    """An open period cannot be closed before its last day."""

    code = "not_over_yet"
    status = 409
    sentence = say("{period} runs until {day}. It can be closed after that.")


class SecondPerson(Refused):
    """Who proposed cannot approve."""

    code = "second_person"
    status = 403
    sentence = say("You proposed this yourself. Another person must approve it.")


class NotClosed(Invalid):
    """Only a closed period can be reopened."""

    code = "not_closed"
    sentence = say("{period} is not closed, so there is nothing to reopen.")


class ProposedAlready(Refused):
    """One proposal at a time."""

    code = "proposed_already"
    status = 409
    sentence = say("A reopening is proposed already and waits for a second person.")


class DecidedAlready(Refused):
    """Someone decided first."""

    code = "decided_already"
    status = 409
    sentence = say("This was decided already.")


class NeedsReason(Invalid):
    """A sentence is needed."""

    code = "needs_reason"
    sentence = say("Write a sentence; the people concerned can read it.")


class FamilyUnknown(Invalid):
    """There is no such job family."""

    code = "family_unknown"
    sentence = say("There is no job family “{family}”.")


class TargetOutOfRange(Invalid):
    """The indicator can never have that value."""

    code = "target_out_of_range"
    sentence = say("This target cannot be reached: the values of this indicator lie between {low} and {high}.")
